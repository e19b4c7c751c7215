package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.fidelity.Fidelity;
import io.salestwin.calibration.fidelity.Fidelity.Distance;
import io.salestwin.calibration.fidelity.Measure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FidelityReportTest {

  private static FidelityReport report(double cycleTime) {
    return new FidelityReport(
        "log <1>",
        new Fidelity(
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 3, 4),
            LocalDate.of(2024, 5, 6),
            1200,
            1100,
            1234.5,
            10,
            List.of(
                new Distance(Measure.CYCLE_TIME, cycleTime, 24.2, 7.14),
                new Distance(Measure.REMAINING_TIME, Double.NaN, 12, 3),
                new Distance(Measure.THREE_GRAMS, 0.05, 0.02, 0.01))));
  }

  @Test
  void theSentenceSaysWhatIsNearerAndWhatIsNot() {
    String text = report(20.04).text(TextStyle.PLAIN);

    assertThat(text)
        .contains("nearer to the observed one than naive replay of the half\n    before in 1 of 3")
        .contains("measures: cycle time")
        .contains("held against the time to 2024-05-05, 10 plays")
        .containsPattern("cycle time +20\\.0 h +24\\.2 h +7\\.1 h")
        .containsPattern("remaining time +nothing +12\\.0 h +3\\.0 h")
        .containsPattern("sequences of three +5 % +2 % +1 %");
    assertThat(report(44.6).text(TextStyle.PLAIN)).contains("naive replay of the half before is");
  }

  @Test
  void filesSayTheSame() {
    assertThat(report(44.6).json())
        .contains("\"simulated\": 44.6")
        .contains("\"replay\": 24.2")
        .contains("\"simulated\": null");
    assertThat(report(44.6).html())
        .contains("Naive replay is nearer")
        .contains("log &lt;1&gt;")
        .contains("44.6 h")
        .doesNotContain("<script");
  }
}

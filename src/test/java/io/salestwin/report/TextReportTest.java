package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.forecast.Forecast;
import io.salestwin.run.Precision;
import io.salestwin.run.RunResult;
import io.salestwin.statistics.Estimate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void thePlainTextIsAsRecorded() throws IOException {
    // golden: read by a person and recorded when the layout was made
    try (InputStream golden = getClass().getResourceAsStream("forecast.txt")) {
      assertThat(Fixtures.report().text(TextStyle.PLAIN))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width : new int[] {80, 100, 120}) {
      assertThat(Fixtures.report().text(new TextStyle(width, false, true)).lines())
          .allMatch(line -> line.codePointCount(0, line.length()) <= width);
    }
  }

  @Test
  void thePlainTextIsAscii() {
    assertThat(Fixtures.report().text(TextStyle.PLAIN)).matches("[\\n -~]*");
  }

  @Test
  void coloursComeOnlyWhenAskedFor() {
    assertThat(Fixtures.report().text(new TextStyle(80, true, true))).contains("\u001b[1m", "✔");
    assertThat(Fixtures.report().text(new TextStyle(80, false, true))).doesNotContain("\u001b");
  }

  @Test
  void namesCannotSteerTheTerminal() {
    assertThat(Fixtures.report(Fixtures.HOSTILE).text(new TextStyle(80, false, true)))
        .doesNotContain("\u001b");
  }

  @Test
  void thresholdsComeBeforeTheOddsAndTheOddsBeforeTheReasons() {
    String text = Fixtures.report().text(TextStyle.PLAIN);
    assertThat(text).containsSubsequence("Thresholds", "Odds", "Bookings", "Funnel", "Team");
  }

  // ---- precision and antithetic pairs

  @Test
  void aPreciseRunSaysSoAndNamesItsLeastPreciseFigure() {
    String text = text(RunResult.End.PRECISE, 0.018, 0.004);
    assertThat(text).contains("1,000 replications (as precise as asked)");
    assertThat(text)
        .contains(
            "as precise as asked; of 2 figures the least is odds of 2027-Q1, +/- 1.8 of 2 points");
  }

  @Test
  void aRunThatIsNotPreciseEnoughNamesWhatIsNot() {
    String text = text(RunResult.End.ALL, 0.033, 0.004);
    assertThat(text).contains("1,000 replications (the most allowed; less precise than asked)");
    assertThat(text)
        .contains("less precise than asked: odds of 2027-Q1, +/- 3.3 of 2 points asked");
    assertThat(text).doesNotContain("mean bookings of 2027-Q1,");
  }

  @Test
  void aStoppedRunWithAPrecisionIsAPartialAnswer() {
    assertThat(text(RunResult.End.STOPPED, 0.033, 0.012))
        .contains("1,000 replications (stopped early: a partial answer)")
        .contains("+/- 3.3 of 2 points asked; mean bookings of 2027-Q1, +/- 1.2 of 1 % asked");
  }

  @Test
  void antitheticPairsSayWhatTheyWonOrWhyNobodyKnows() {
    assertThat(mirrored(Fixtures.estimate(1.3, 0.1)))
        .contains("bookings 1.30 times as large (error 1.2-1.4)");
    assertThat(mirrored(Estimate.notComputable("partners balance exactly in every pair")))
        .contains("what antithetic pairs won: not computable, because partners balance exactly");
  }

  private static String text(RunResult.End end, double odds, double mean) {
    Precision.Goal first = new Precision.Odds("odds of 2027-Q1", "a", 1, 0.02);
    Precision.Goal second = new Precision.Mean("mean bookings of 2027-Q1", "b", 0.01, true);
    return text(
        new Forecast.Sampling(
            end,
            List.of(
                new Precision.Reached(first, Fixtures.estimate(0.72, odds), odds),
                new Precision.Reached(second, Fixtures.estimate(1, mean), mean)),
            Optional.empty()));
  }

  private static String mirrored(Estimate gain) {
    return text(new Forecast.Sampling(RunResult.End.ALL, List.of(), Optional.of(gain)));
  }

  /** In one line: where lines break does not matter here. */
  private static String text(Forecast.Sampling sampling) {
    Forecast forecast = Fixtures.forecast("Mid-market SaaS", sampling);
    return new Report(forecast, List.of(), Map.of()).text(TextStyle.PLAIN).replaceAll("\\s+", " ");
  }
}

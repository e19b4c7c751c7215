package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.report.Report;
import io.salestwin.run.Precision;
import io.salestwin.statistics.Tally;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  @Test
  void aLineTellsHowFarAndHowLong() {
    assertThat(ProgressLine.line(400, 1000, 8000, "bookings 2.41 M USD"))
        .isEqualTo("400 of 1,000 replications, about 12 s left, bookings 2.41 M USD");
    assertThat(ProgressLine.line(0, 1000, 1000, "")).isEqualTo("0 of 1,000 replications");
  }

  @Test
  void aRunWithAPrecisionTellsTheWidestErrorAgainstWhatIsAsked() {
    Precision.Goal goal = new Precision.Odds("odds of 2027-Q1", "x", 1, 0.02);
    Precision.Look look =
        new Precision(List.of(goal)).look(8, name -> new double[] {0, 1, 1, 0, 1, 0, 0, 1});
    // pairs that balance: Wilson for 8 values, half-width 30.1 points at 96 %
    assertThat(Report.reached(look.widest())).isEqualTo("odds of 2027-Q1, ± 29 of 2 points asked");
  }

  @Test
  void aShortRunShowsNothing() {
    StringWriter err = new StringWriter();
    try (ProgressLine line = new ProgressLine(new PrintWriter(err), false, a -> a + " USD")) {
      line.reached(1, 2, Tally.of(1, 2));
    }
    assertThat(err).hasToString("");
  }
}

package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.statistics.Tally;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  @Test
  void aLineTellsHowFarAndHowLong() {
    assertThat(ProgressLine.line(400, 1000, 8000, "bookings 2.41 M USD"))
        .isEqualTo("400 of 1,000 replications, about 12 s left, bookings 2.41 M USD");
    assertThat(ProgressLine.line(0, 1000, 1000, "")).isEqualTo("0 of 1,000 replications");
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

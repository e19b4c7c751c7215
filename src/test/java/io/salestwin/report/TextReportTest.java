package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
}

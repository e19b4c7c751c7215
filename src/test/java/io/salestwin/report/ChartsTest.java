package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {

  private static final List<Chart> CHARTS = Fixtures.report().charts();

  @Test
  void thereIsAChartForEveryQuestion() {
    assertThat(CHARTS)
        .extracting(Chart::id)
        .containsExactly(
            "fan",
            "bookings-1",
            "bookings-2",
            "bookings-3",
            "bookings-4",
            "bookings-total",
            "funnel",
            "stage-times",
            "utilisation",
            "arrivals");
  }

  @Test
  void everyChartIsASmallWellFormedFile() throws Exception {
    for (Chart chart : CHARTS) {
      assertThat(Xml.parse(chart.file()).getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(chart.file()).hasSizeLessThan(40_000).doesNotContain("clip", "NaN", "Infinity");
    }
  }

  @Test
  void theSameForecastGivesTheSameCharts() {
    assertThat(Fixtures.report().charts()).isEqualTo(CHARTS);
  }

  @Test
  void colourIsLeftToThePage() {
    for (Chart chart : CHARTS) {
      assertThat(chart.body()).doesNotContain("rgb(", "fill=\"#", "style=");
    }
  }

  @Test
  void theFanShowsTargetsAddedUp() {
    assertThat(CHARTS.get(0).body()).contains("target 2.4 M", "target 5.1 M", "target 11.4 M");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    for (Chart chart : Fixtures.report(Fixtures.HOSTILE).charts()) {
      assertThat(Xml.all(Xml.parse(chart.file()), "script")).isEmpty();
    }
  }

  @Test
  void noFontOfTheMachineIsAskedFor() throws Exception {
    Process drawing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Drawing.class.getName())
            .redirectError(ProcessBuilder.Redirect.to(new File(devNull())))
            .start();
    String loaded = new String(drawing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(drawing.waitFor()).isZero();
    assertThat(loaded)
        .contains(SvgCanvas.class.getName())
        .doesNotContain("sun.font.FontManagerFactory", "sun.font.SunFontManager");
  }

  private static String devNull() {
    return File.separatorChar == '/' ? "/dev/null" : "NUL";
  }

  /** Draws every chart in a process of its own. */
  static final class Drawing {
    private Drawing() {}

    public static void main(String[] arguments) {
      Fixtures.report().charts();
    }
  }
}

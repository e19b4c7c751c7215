package io.salestwin.report;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.Diagnostic;
import io.salestwin.calibration.Mapping;
import io.salestwin.calibration.Replay;
import java.util.ArrayList;
import java.util.List;

/** What was learned from an export as one page: the numbers, the fits, what is odd. */
final class CalibrationPage {

  private static final int POINTS = 400;

  /** Fewer points than this are no curve. */
  private static final int FEW = 3;

  private static final List<String> SECTIONS =
      List.of(
          "Observed and simulated",
          "Parameters",
          "Observed and fitted",
          "Differences",
          "Not known",
          "Export");

  private final CalibrationReport report;
  private final Calibration calibration;

  CalibrationPage(CalibrationReport report) {
    this.report = report;
    calibration = report.calibration();
  }

  /** The page, but for its end. */
  Page drawn() {
    List<String> remarks =
        List.of(
            Figures.count(report.read().history().deals()) + " deals",
            "a scenario from " + calibration.start() + " on");
    Page page = new Page("Calibration", "What was learned from the export", remarks, SECTIONS);
    replays(page);
    page.open("Parameters", "Each number of the scenario with its 90 % interval and its fit.");
    page.html().open("dl", "class", "glossary");
    for (Diagnostic each : calibration.diagnostics()) {
      page.html().element("dt", each.parameter());
      page.html().element("dd", CalibrationReport.sentence(each));
    }
    page.html().closeLine();
    page.close();
    page.open(
        "Observed and fitted",
        "Share of the stays that are over by each age. Observed: with deals that are still open, and"
            + " those missing from before recording began, put in by their expected number.");
    int number = 0;
    for (Diagnostic.Curve curve : calibration.curves()) {
      page.figure(chart(curve, "curve" + number++));
    }
    page.close();
    page.open("Differences", "Do groups differ in what they win, by more than luck?");
    List<String> tests = new ArrayList<>();
    calibration
        .tests()
        .forEach((what, test) -> tests.add(what + ": " + CalibrationReport.sentence(test)));
    page.list(tests);
    page.close();
    page.open("Not known", "What the export cannot tell, and what was taken instead.");
    page.list(calibration.unknown());
    page.close();
    page.open("Export", "How it was read, and what is odd about it.");
    page.list(tables());
    page.list(report.read().quality().findings().stream().map(ImportReport::sentence).toList());
    page.close();
    return page;
  }

  private void replays(Page page) {
    page.open(
        "Observed and simulated",
        "The scenario, played over the days from which it was learned"
            + calibration
                .played()
                .filter(days -> !days.isWhole())
                .map(
                    days ->
                        ", from "
                            + days.from()
                            + " on, as all have more than "
                            + Figures.count(Calibration.MOST_PLAYED)
                            + " deals")
                .orElse("")
            + ". Nine of ten plays lie between"
            + " P5 and P95 at each point. Stays and cycles are those that begin and end in these days,"
            + " in the export and in the plays alike.");
    if (calibration.played().isEmpty()) {
      page.paragraph(
          "Not played: even the last four weeks have more than "
              + Figures.count(Calibration.MOST_PLAYED)
              + " deals.");
    }
    int number = 0;
    for (Replay replay : calibration.replays()) {
      if (replay.values().size() <= FEW) {
        page.table(
            HtmlFrame.capital(replay.name()),
            List.of(HtmlFrame.capital(replay.unit()), "Observed", "Played", "P5 to P95"),
            rows(replay));
      } else {
        page.figure(chart(replay, "replay" + number++));
      }
    }
    page.close();
  }

  private static List<List<String>> rows(Replay replay) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < replay.values().size(); i++) {
      rows.add(
          List.of(
              Figures.brief(replay.values().get(i)),
              Figures.share(replay.observed().get(i)),
              Figures.share(replay.median().get(i)),
              Figures.share(replay.low().get(i)) + " to " + Figures.share(replay.high().get(i))));
    }
    return rows;
  }

  private static Chart chart(Replay replay, String id) {
    double[] x = array(replay.values());
    String inside = Figures.share(replay.inside()) + " of it between P5 and P95";
    String unit = replay.name().contains(replay.unit()) ? "" : ", " + replay.unit();
    return new LineChart(
            id,
            HtmlFrame.capital(replay.name()) + unit + ": " + inside,
            "Observed and played, by " + replay.unit())
        .of(
            List.of(
                new LineChart.Line("observed", x, array(replay.observed())),
                new LineChart.Line("played, median", x, array(replay.median())),
                new LineChart.Line("P5", x, array(replay.low())),
                new LineChart.Line("P95", x, array(replay.high()))),
            List.of(),
            false,
            Figures::brief,
            replay.isShare() ? Figures::share : Figures::brief);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  private static Chart chart(Diagnostic.Curve curve, String id) {
    int n = curve.values().size();
    int step = Math.max(1, n / POINTS);
    int shown = (n + step - 1) / step;
    double[] x = new double[shown + 1];
    double[] observed = new double[shown + 1];
    double[] fitted = new double[shown + 1];
    for (int i = 0; i < shown; i++) {
      x[i + 1] = curve.values().get(i * step);
      observed[i + 1] = curve.observed().get(i * step);
      fitted[i + 1] = curve.fitted().get(i * step);
    }
    return new LineChart(
            id, curve.name() + ", " + curve.unit(), "Observed and fitted shares by age.")
        .of(
            List.of(
                new LineChart.Line("observed", x, observed),
                new LineChart.Line("scenario", x, fitted)),
            List.of(),
            false,
            Figures::brief,
            Figures::share);
  }

  private List<String> tables() {
    List<String> lines = new ArrayList<>();
    for (Mapping.Table table : report.read().mapping().tables()) {
      String rows = Figures.count(table.rows()) + " rows; ";
      lines.add(table.file() + ": " + table.kind() + ", " + rows + table.columns());
    }
    lines.addAll(report.read().mapping().notes());
    return lines;
  }
}

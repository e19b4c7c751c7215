package io.salestwin.report;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.Diagnostic;
import io.salestwin.calibration.Mapping;
import java.util.ArrayList;
import java.util.List;

/** What was learned from an export as one page: the numbers, the fits, what is odd. */
final class CalibrationPage {

  private static final int POINTS = 400;
  private static final int LONGEST = 120;
  private static final List<String> SECTIONS =
      List.of("Parameters", "Observed and fitted", "Differences", "Not known", "Export");

  private final CalibrationReport report;
  private final Calibration calibration;

  CalibrationPage(CalibrationReport report) {
    this.report = report;
    calibration = report.calibration();
  }

  String page() {
    List<String> remarks =
        List.of(
            Figures.count(report.read().history().deals()) + " deals",
            "a scenario from " + calibration.start() + " on");
    Page page = new Page("Calibration", "What was learned from the export", remarks, SECTIONS);
    page.open("Parameters", "Each number of the scenario with its 90 % interval and its fit.");
    page.table(
        "Parameters",
        List.of("Parameter", "Value", "90 % interval", "n", "Found by", "Fit", "Next best (AIC)"),
        calibration.diagnostics().stream().map(CalibrationPage::cells).toList());
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
    return page.end();
  }

  private static List<String> cells(Diagnostic each) {
    String value = each.value();
    return List.of(
        each.parameter(),
        value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value,
        each.interval(),
        Figures.count(Math.rint(each.n())),
        each.fit(),
        each.goodness(),
        String.join(", ", each.runnersUp()));
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

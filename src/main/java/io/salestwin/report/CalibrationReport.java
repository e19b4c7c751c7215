package io.salestwin.report;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.Diagnostic;
import io.salestwin.calibration.Differences;
import io.salestwin.calibration.PlayedDays;
import io.salestwin.calibration.Replay;
import io.salestwin.document.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned from an export and how each number was found, for people and for programs.
 *
 * @param name what the export is called
 * @param file what the scenario's file is called
 * @param read the export
 * @param calibration what was learned
 */
public record CalibrationReport(String name, String file, CrmImport read, Calibration calibration)
    implements Answer {

  /** Where in the folder of the run the scenario is, with its open deals. */
  public static final String FOLDER = "scenario/";

  /** The name of the table of rows that cannot be used. */
  public static final String BAD_ROWS = "bad-rows.csv";

  private static final int LONGEST = 160;

  @Override
  public boolean thresholdsMet() {
    return true;
  }

  @Override
  public List<Chart> charts() {
    return new CalibrationPage(this).drawn().charts();
  }

  /** The scenario in a folder with its open deals, as the person named it; and bad rows. */
  @Override
  public Map<String, String> tables() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(FOLDER + calibration.openDealsFile(), calibration.openDeals());
    files.put(FOLDER + file, calibration.scenario());
    files.put(BAD_ROWS, new ImportReport(read).badRows());
    return files;
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder(new ImportReport(read).text(style));
    TextLines lines = new TextLines(style, out);
    lines.blank();
    lines.heading("What was learned", "90 % intervals; runners-up by AIC");
    for (Diagnostic each : calibration.diagnostics()) {
      lines.wrapped("  ", each.parameter() + ": " + sentence(each), "    ");
    }
    lines.blank();
    lines.heading(
        "Do they differ in what they win?", "luck alone would show as much with chance p");
    calibration
        .tests()
        .forEach((what, test) -> lines.wrapped("  ", what + ": " + sentence(test), "    "));
    lines.blank();
    lines.heading("What the export cannot tell", "");
    calibration.unknown().forEach(text -> lines.wrapped("  ", text, "    "));
    return out.toString();
  }

  static String sentence(Diagnostic each) {
    String value =
        each.value().length() > LONGEST ? each.value().substring(0, LONGEST) + "…" : each.value();
    return value
        + (each.interval().isEmpty() ? "" : " (" + each.interval() + ")")
        + "; "
        + each.fit()
        + ", n "
        + Figures.count(Math.rint(each.n()))
        + (each.goodness().isEmpty() ? "" : "; " + each.goodness())
        + (each.runnersUp().isEmpty() ? "" : "; then " + String.join(", ", each.runnersUp()));
  }

  static String sentence(Differences test) {
    boolean luck = test.p() >= 0.05;
    return "chi-squared "
        + Figures.number(test.chiSquared())
        + " on "
        + test.freedom()
        + ", p "
        + (test.p() < 0.001 ? "< 0.001" : Figures.fixed(test.p(), 3))
        + ", true spread "
        + Figures.fixed(test.spread(), 2)
        + " log-odds: "
        + (luck
            ? "differences as large come from luck alone in "
                + Figures.share(test.p())
                + " of teams like this"
            : "more than luck");
  }

  @Override
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("start", calibration.start().toString());
    out.put("export", new ImportReport(read).map());
    out.put("parameters", calibration.diagnostics().stream().map(CalibrationReport::map).toList());
    Map<String, Object> tests = new LinkedHashMap<>();
    calibration.tests().forEach((what, test) -> tests.put(what, map(test)));
    out.put("differences", tests);
    out.put("curves", calibration.curves().stream().map(CalibrationReport::map).toList());
    calibration.played().ifPresent(days -> out.put("played", map(days)));
    out.put("replays", calibration.replays().stream().map(CalibrationReport::map).toList());
    out.put("unknown", calibration.unknown());
    out.put("scenario", calibration.scenario());
    return Json.write(out);
  }

  private static Map<String, Object> map(Diagnostic each) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("parameter", each.parameter());
    out.put("value", each.value());
    out.put("interval90", each.interval());
    out.put("n", each.n());
    out.put("fit", each.fit());
    out.put("goodness", each.goodness());
    out.put("runnersUp", each.runnersUp());
    return out;
  }

  private static Map<String, Object> map(Differences test) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("chiSquared", Summary.finite(test.chiSquared()));
    out.put("degreesOfFreedom", test.freedom());
    out.put("p", Summary.finite(test.p()));
    out.put("spread", Summary.finite(test.spread()));
    out.put("names", test.names());
    out.put("n", test.n());
    out.put("won", test.wins());
    out.put("expected", test.expected());
    out.put("shrunkLogOdds", test.shrunk());
    return out;
  }

  private static Map<String, Object> map(Diagnostic.Curve curve) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", curve.name());
    out.put("unit", curve.unit());
    out.put("values", curve.values());
    out.put("observed", curve.observed());
    out.put("fitted", curve.fitted());
    return out;
  }

  private static Map<String, Object> map(PlayedDays days) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", days.from().toString());
    out.put("until", days.until().toString());
    out.put("whole", days.isWhole());
    return out;
  }

  private static Map<String, Object> map(Replay replay) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", replay.name());
    out.put("unit", replay.unit());
    out.put("inside90", replay.inside());
    out.put("distance", replay.distance());
    out.put("values", replay.values());
    out.put("observed", replay.observed());
    out.put("p5", replay.low());
    out.put("p50", replay.median());
    out.put("p95", replay.high());
    return out;
  }

  @Override
  public String html() {
    return new CalibrationPage(this).drawn().end();
  }
}

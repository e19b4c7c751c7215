package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.validation.Case;
import io.salestwin.validation.Validation;
import io.salestwin.validation.Validation.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A validation for people and for programs: simulated, theory and their distance, then what it
 * means.
 *
 * @param found what came out
 */
public record ValidationReport(Validation found) {

  private static final int CASE_WIDTH = 18;
  private static final int FIGURE_WIDTH = 30;
  private static final int DIGITS = 5;

  /**
   * The table for a terminal, its last lines the verdict.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    out.append(style.bold("Simulated against theory"));
    out.append(style.dim("  " + effort() + ", seed " + found.seed())).append('\n');
    out.append(line("case", "figure", "simulated", "theory", "z")).append('\n');
    Case last = null;
    for (Row row : found.rows()) {
      String name = row.of().equals(last) ? "" : row.of().name();
      out.append(line(name, row.figure(), figure(row.simulated()), figure(row.theory()), z(row)));
      boolean alarm = found.alarms().contains(row);
      out.append("  ").append(alarm ? style.bad("ALARM") : style.good("ok")).append('\n');
      last = row.of();
    }
    return out.append('\n').append(style.shown(verdict())).toString();
  }

  private static String line(String of, String figure, String simulated, String theory, String z) {
    return String.format(
        Locale.ROOT,
        "%-" + CASE_WIDTH + "s%-" + FIGURE_WIDTH + "s%10s%10s%7s",
        of,
        figure,
        simulated,
        theory,
        z);
  }

  private String effort() {
    return found.effort().name().toLowerCase(Locale.ROOT);
  }

  /** What the table says, in a line per sentence. */
  private String verdict() {
    int alarms = found.alarms().size();
    String figures = found.rows().size() == 1 ? " figure" : " figures";
    String agree =
        alarms == 0
            ? "No alarm: " + found.rows().size() + figures + " agree with theory.\n"
            : alarms + " of " + found.rows().size() + figures + " do not agree with theory.\n";
    return found.tested() == 0 ? agree : agree + chance();
  }

  private String chance() {
    return String.format(
        Locale.ROOT,
        "An alarm is a |z| above %.2f; of %.0f runs of a right program at most 1 has any.%n"
            + "Beyond |z| %.2f chance alone takes %.1f of %d figures; here it is %d.%n",
        found.bound(),
        1 / Validation.LEVEL,
        found.singleBound(),
        Validation.SINGLE_LEVEL * found.tested(),
        found.tested(),
        found.beyondSingle());
  }

  /** The signed distance from theory in standard errors, as a normal score. */
  private static String z(Row row) {
    return row.exact() ? "exact" : String.format(Locale.ROOT, "%.2f", row.z());
  }

  /** A number with five digits. */
  private static String figure(double value) {
    double magnitude = Math.abs(value);
    int whole = magnitude < 1 ? 0 : (int) Math.floor(Math.log10(magnitude));
    return String.format(Locale.ROOT, "%." + Math.max(0, DIGITS - 1 - whole) + "f", value);
  }

  /**
   * The cases with formula, source and what is compared, and what came out, for the documentation.
   *
   * @return Markdown
   */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    Case last = null;
    for (Row row : found.rows()) {
      if (!row.of().equals(last)) {
        out.append(last == null ? "" : "\n").append(head(row.of()));
      }
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |%n",
              row.figure(),
              figure(row.simulated()),
              figure(row.theory()),
              row.exact() ? "none" : share(row.tolerance(found.bound())),
              z(row)));
      last = row.of();
    }
    return out.toString();
  }

  private static String head(Case of) {
    return String.format(
        Locale.ROOT,
        "### %s%n%n%s. Theory: `%s`. Source: %s. Remainder: %s.%n%n"
            + "| figure | simulated | theory | tolerance | z |%n| --- | ---: | ---: | ---: | ---: |%n",
        of.name(),
        Character.toUpperCase(of.title().charAt(0)) + of.title().substring(1),
        of.formula(),
        of.source(),
        of.remainder());
  }

  private static String share(double tolerance) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * tolerance);
  }

  /**
   * The validation for programs; a figure that has no finite value is null.
   *
   * @return JSON
   */
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("seed", found.seed());
    out.put("effort", effort());
    out.put("level", Validation.LEVEL);
    out.put("bound", found.bound());
    out.put("tested", found.tested());
    out.put("alarms", found.alarms().size());
    out.put("singleLevel", Validation.SINGLE_LEVEL);
    out.put("beyondSingleLevel", found.beyondSingle());
    out.put("figures", found.rows().stream().map(this::figure).toList());
    List<Case> cases = found.rows().stream().map(Row::of).distinct().toList();
    out.put("cases", cases.stream().map(ValidationReport::about).toList());
    return Json.write(out);
  }

  private Object figure(Row row) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("case", row.of().name());
    out.put("figure", row.figure());
    out.put("simulated", row.simulated());
    out.put("standardError", row.standardError());
    out.put("theory", row.theory());
    out.put("z", finite(row.z()));
    out.put("tolerance", finite(row.tolerance(found.bound())));
    out.put("exact", row.exact());
    out.put("agrees", !found.alarms().contains(row));
    out.put("replications", row.replications());
    return out;
  }

  private static Object about(Case of) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", of.name());
    out.put("title", of.title());
    out.put("formula", of.formula());
    out.put("source", of.source());
    out.put("remainder", of.remainder());
    out.put("scenario", of.scenario());
    return out;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

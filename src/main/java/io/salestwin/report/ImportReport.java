package io.salestwin.report;

import io.salestwin.calibration.BadRow;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.DataQuality.Finding;
import io.salestwin.calibration.Mapping;
import io.salestwin.document.Csv;
import io.salestwin.document.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How an export was understood and what is odd about it, for people and for programs.
 *
 * @param read the export
 */
public record ImportReport(CrmImport read) {

  /**
   * The report for a terminal.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    lines.heading("What the export says", "");
    lines.wrapped("  ", summary(), "  ");
    lines.blank();
    lines.heading("How it was read", "not right? see --mapping and --map");
    read.mapping().tables().forEach(table -> table(lines, table));
    if (!read.mapping().unused().isEmpty()) {
      lines.wrapped("  not used: ", String.join(", ", read.mapping().unused()), "    ");
    }
    lines.wrapped("  won: ", names(read.mapping().won()), "    ");
    lines.wrapped("  lost: ", names(read.mapping().lost()), "    ");
    read.mapping().notes().forEach(note -> lines.wrapped("  ", note, "    "));
    lines.blank();
    lines.heading("What is odd", read.quality().findings().isEmpty() ? "nothing was found" : "");
    for (Finding finding : read.quality().findings()) {
      lines.wrapped("  ", sentence(finding), "    ");
    }
    return out.toString();
  }

  private static void table(TextLines lines, Mapping.Table table) {
    String sure = "%.0f %%".formatted(100 * table.score());
    String other = table.runnerUp().isEmpty() ? "" : "; next best: " + table.runnerUp();
    lines.wrapped(
        "  ",
        table.file()
            + ": "
            + table.kind()
            + ", "
            + Figures.count(table.rows())
            + " rows (sure by "
            + sure
            + other
            + ")",
        "    ");
    StringBuilder columns = new StringBuilder();
    table
        .columns()
        .forEach(
            (field, column) -> {
              String dates = table.dates().get(column);
              columns.append(columns.isEmpty() ? "" : ", ").append(field).append(" = ");
              columns.append(column).append(dates == null ? "" : " (" + dates + ")");
            });
    lines.wrapped("    ", columns.toString(), "      ");
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "by columns of their own, or none" : String.join(", ", names);
  }

  static String sentence(Finding finding) {
    return Figures.count(finding.count())
        + " of "
        + Figures.count(finding.of())
        + " "
        + finding.kind().words()
        + " ("
        + String.join(", ", finding.examples())
        + (finding.count() > finding.examples().size() ? ", …" : "")
        + "): "
        + finding.done();
  }

  private String summary() {
    CrmHistory history = read.history();
    int won = 0;
    int lost = 0;
    long from = CrmHistory.NEVER;
    for (int d = 0; d < history.deals(); d++) {
      won += history.outcome(d) == CrmHistory.WON ? 1 : 0;
      lost += history.outcome(d) == CrmHistory.LOST ? 1 : 0;
      from = Math.min(from, history.createdMs(d));
    }
    return Figures.count(history.deals())
        + " deals from "
        + day(from)
        + " to "
        + day(history.knownUntilMs())
        + ": "
        + Figures.count(won)
        + " won, "
        + Figures.count(lost)
        + " lost, "
        + Figures.count(history.deals() - won - lost)
        + " open; "
        + (history.hasPaths()
            ? Figures.count(history.events()) + " events of " + stages(history)
            : "only creation and close are known, not the stages between")
        + "; "
        + owners(history)
        + (history.dayOnly() ? "; dates are whole days" : "");
  }

  private static String stages(CrmHistory history) {
    return history.names().stages().size()
        + " stages ("
        + String.join(", ", history.names().stages())
        + ")";
  }

  private static String owners(CrmHistory history) {
    int owners = history.names().owners().size();
    return owners == 0 ? "no owners" : owners + (owners == 1 ? " owner" : " owners");
  }

  static String day(long ms) {
    return LocalDate.ofEpochDay(Math.floorDiv(ms, CrmHistory.DAY_MS)).toString();
  }

  /**
   * The report for programs.
   *
   * @return JSON
   */
  public String json() {
    return Json.write(map());
  }

  Map<String, Object> map() {
    CrmHistory history = read.history();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("deals", history.deals());
    out.put("events", history.events());
    out.put("stages", history.names().stages());
    out.put("hasPaths", history.hasPaths());
    out.put("dayOnly", history.dayOnly());
    out.put("knownUntil", day(history.knownUntilMs()));
    out.put("tables", read.mapping().tables().stream().map(ImportReport::table).toList());
    out.put("unused", read.mapping().unused());
    out.put("won", read.mapping().won());
    out.put("lost", read.mapping().lost());
    out.put("notes", read.mapping().notes());
    out.put("findings", read.quality().findings().stream().map(ImportReport::finding).toList());
    return out;
  }

  private static Map<String, Object> table(Mapping.Table table) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", table.file());
    out.put("kind", table.kind());
    out.put("score", table.score());
    out.put("runnerUp", table.runnerUp());
    out.put("columns", new LinkedHashMap<>(table.columns()));
    out.put("dates", new LinkedHashMap<>(table.dates()));
    out.put("rows", table.rows());
    return out;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    out.put("count", finding.count());
    out.put("of", finding.of());
    out.put("examples", finding.examples());
    out.put("done", finding.done());
    return out;
  }

  /**
   * The rows that could not be used.
   *
   * @return CSV with a header
   */
  public String badRows() {
    return Csv.write(
        List.of("file", "line", "deal", "problem", "text"),
        read.badRows().stream().map(ImportReport::cells).toList());
  }

  private static List<String> cells(BadRow row) {
    String line = row.line() == 0 ? "" : Long.toString(row.line());
    return List.of(row.file(), line, row.deal(), row.problem(), row.text());
  }
}

package io.salestwin.report;

import io.salestwin.document.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV. What is not known is an empty cell; texts that a spreadsheet would take for a
 * formula get an apostrophe before them.
 */
final class CsvTable {

  private final StringBuilder out = new StringBuilder();

  CsvTable(String... header) {
    out.append(String.join(",", header)).append('\n');
  }

  /** Adds a line of texts and numbers. */
  void row(Object... cells) {
    List<String> written = new ArrayList<>();
    for (Object cell : cells) {
      written.add(
          cell instanceof Number number
              ? figure(number.doubleValue())
              : KpiCsv.text(cell.toString()));
    }
    out.append(String.join(",", written)).append('\n');
  }

  private static String figure(double value) {
    return Double.isFinite(value) ? Json.number(value) : "";
  }

  String text() {
    return out.toString();
  }
}

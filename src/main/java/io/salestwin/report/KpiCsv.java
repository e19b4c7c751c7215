package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.statistics.Estimate;
import java.util.List;
import java.util.Locale;

/**
 * KPIs in long form (RFC 4180 with line feeds). A figure that is not computable is an empty cell
 * with its reason in the last column. Texts that a spreadsheet would take for a formula get an
 * apostrophe before them.
 */
final class KpiCsv {

  private static final List<String> HEADER =
      List.of(
          "kpi",
          "name",
          "period",
          "member",
          "unit",
          "mean",
          "error_low",
          "error_high",
          "p10",
          "p50",
          "p90",
          "missing",
          "better",
          "formula",
          "reason");

  private KpiCsv() {}

  static String of(Forecast forecast) {
    StringBuilder out = new StringBuilder(String.join(",", HEADER)).append('\n');
    for (KpiFigure figure : forecast.kpis()) {
      out.append(row(figure, forecast.currency())).append('\n');
    }
    return out.toString();
  }

  private static String row(KpiFigure figure, String currency) {
    KpiInfo kpi = figure.kpi();
    Estimate.Value mean = figure.mean().value().orElse(null);
    String reason = figure.mean() instanceof Estimate.NotComputable no ? no.reason() : "";
    return String.join(
        ",",
        List.of(
            text(kpi.id()),
            text(kpi.name()),
            text(figure.period()),
            text(figure.member()),
            text(Summary.unit(kpi.unit(), currency)),
            number(mean == null ? Double.NaN : mean.estimate()),
            number(mean == null ? Double.NaN : mean.interval().low()),
            number(mean == null ? Double.NaN : mean.interval().high()),
            number(figure.p10()),
            number(figure.p50()),
            number(figure.p90()),
            Integer.toString(figure.missing()),
            text(kpi.better().name().toLowerCase(Locale.ROOT)),
            text(kpi.formula()),
            text(reason)));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Json.number(value) : "";
  }

  /** A cell that no spreadsheet computes. */
  static String text(String cell) {
    StringBuilder printed = new StringBuilder(cell);
    for (int i = 0; i < printed.length(); i++) {
      if (Character.isISOControl(printed.charAt(i))) {
        printed.setCharAt(i, ' ');
      }
    }
    String clean = printed.toString();
    String first = clean.stripLeading();
    boolean formula = !first.isEmpty() && "=+-@＝＋－＠".indexOf(first.charAt(0)) >= 0;
    String safe = formula ? "'" + clean : clean;
    boolean quote = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0;
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}

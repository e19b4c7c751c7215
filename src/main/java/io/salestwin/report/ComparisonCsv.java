package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Contest;
import io.salestwin.planning.Comparison.KpiDifference;
import io.salestwin.statistics.Estimate;
import java.util.List;

/**
 * The KPIs of a comparison in long form. What is not computable is an empty cell; texts that a
 * spreadsheet would take for a formula get an apostrophe before them.
 */
final class ComparisonCsv {

  private static final String HEADER =
      "alternative,kpi,name,period,member,unit,base,other,difference,error_low,error_high,"
          + "variance_ratio,missing,reason";

  private ComparisonCsv() {}

  static String of(Comparison comparison) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (Contest contest : comparison.contests()) {
      for (KpiDifference kpi : contest.kpis()) {
        out.append(row(contest, kpi, comparison.currency())).append('\n');
      }
    }
    return out.toString();
  }

  private static String row(Contest contest, KpiDifference kpi, String currency) {
    Estimate.Value difference = kpi.difference().value().orElse(null);
    String reason = kpi.difference() instanceof Estimate.NotComputable no ? no.reason() : "";
    return String.join(
        ",",
        List.of(
            KpiCsv.text(contest.name()),
            KpiCsv.text(kpi.kpi().id()),
            KpiCsv.text(kpi.kpi().name()),
            KpiCsv.text(kpi.period()),
            KpiCsv.text(kpi.member()),
            KpiCsv.text(Summary.unit(kpi.kpi().unit(), currency)),
            number(kpi.base().orNaN()),
            number(kpi.other().orNaN()),
            number(kpi.difference().orNaN()),
            number(difference == null ? Double.NaN : difference.interval().low()),
            number(difference == null ? Double.NaN : difference.interval().high()),
            number(kpi.ratio().orNaN()),
            Integer.toString(kpi.missing()),
            KpiCsv.text(reason)));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Json.number(value) : "";
  }
}

package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.metrics.KpiLayout;
import java.util.List;
import java.util.Optional;

/** What becomes of customers, on a terminal; nothing where a scenario has none. */
final class CustomerLines {

  private static final List<String> COLUMNS =
      List.of(
          "customers_at_end", "arr_at_end", "nrr", "grr", "bookings", "revenue", "go_live_backlog");
  private static final List<String> TITLES =
      List.of("customers", "ARR", "NRR", "GRR", "bookings", "revenue", "backlog");
  private static final int WIDTH = 9;

  private final Forecast forecast;
  private final TextStyle style;
  private final TextLines lines;
  private final StringBuilder out;

  CustomerLines(Forecast forecast, TextStyle style, TextLines lines, StringBuilder out) {
    this.forecast = forecast;
    this.style = style;
    this.lines = lines;
    this.out = out;
  }

  /**
   * Writes a row for each period.
   *
   * @param periods their names, the whole horizon's last
   * @param width of the widest name
   */
  void write(List<String> periods, int width) {
    if (find("arr_at_end", KpiLayout.HORIZON).isEmpty()) {
      return;
    }
    lines.heading("Customers", "means; at the end, and kept of those of the beginning");
    out.append("  ").append(TextLines.left("", width));
    StringBuilder titles = new StringBuilder();
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (find(COLUMNS.get(i), KpiLayout.HORIZON).isPresent()) {
        titles.append(TextLines.right(TITLES.get(i), WIDTH + (i == 0 ? 2 : 0)));
      }
    }
    out.append(style.dim(titles.toString())).append('\n');
    for (String period : periods) {
      String name = period.equals(KpiLayout.HORIZON) ? Words.HORIZON : lines.plain(period);
      out.append("  ").append(TextLines.left(name, width));
      for (int i = 0; i < COLUMNS.size(); i++) {
        int columnWidth = WIDTH + (i == 0 ? 2 : 0);
        find(COLUMNS.get(i), period)
            .ifPresent(kpi -> out.append(TextLines.right(mean(kpi), columnWidth)));
      }
      out.append('\n');
    }
    economics().ifPresent(line -> lines.wrapped("  ", line, "  "));
    out.append('\n');
  }

  private Optional<String> economics() {
    Optional<KpiFigure> cost = computable("cost_per_win");
    if (cost.isEmpty()) {
      return Optional.empty();
    }
    String line =
        "A new customer costs " + mean(cost.get()) + " " + forecast.currency() + " to win";
    Optional<KpiFigure> share = computable("cac_share");
    if (share.isPresent()) {
      line += ", " + mean(share.get()) + " of the first year's value";
    }
    Optional<KpiFigure> ratio = computable("ltv_to_cac");
    if (ratio.isPresent()) {
      line += "; the margin over his expected life is " + mean(ratio.get()) + " times as much";
    }
    return Optional.of(line + ".");
  }

  private Optional<KpiFigure> computable(String id) {
    return find(id, KpiLayout.HORIZON).filter(kpi -> kpi.mean().value().isPresent());
  }

  private Optional<KpiFigure> find(String id, String period) {
    return forecast.kpis().stream()
        .filter(f -> f.member().isEmpty() && f.period().equals(period) && f.kpi().id().equals(id))
        .findFirst();
  }

  private static String mean(KpiFigure figure) {
    Unit unit = figure.kpi().unit();
    return figure.mean().value().map(v -> Figures.figure(unit, v.estimate())).orElse(Figures.NONE);
  }
}

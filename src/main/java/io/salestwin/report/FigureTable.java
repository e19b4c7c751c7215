package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.metrics.Kpi;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The figures of a block as tables: by period, and by member. A cell holds the mean with the half
 * width of its error, and below it where 8 of 10 replications lie.
 */
final class FigureTable {

  /** As many columns as a page of paper holds. */
  private static final int AT_ONCE = 6;

  private static final int MOST_PERIODS = 24;
  private static final int MOST_ROWS = 60;

  private final Html html;
  private final Forecast forecast;
  private final Map<String, KpiFigure> figures = new LinkedHashMap<>();
  private final Map<String, Set<String>> members = new LinkedHashMap<>();

  FigureTable(Html html, Forecast forecast) {
    this.html = html;
    this.forecast = forecast;
    for (KpiFigure figure : forecast.kpis()) {
      figures.put(key(figure.kpi().id(), figure.period(), figure.member()), figure);
      members.computeIfAbsent(figure.kpi().id(), id -> new LinkedHashSet<>()).add(figure.member());
    }
  }

  private static String key(String id, String period, String member) {
    return id + "\n" + period + "\n" + member;
  }

  /** What stands in a cell: the figure with its error, its range, and why there is none. */
  private record Cell(String main, String range, String why) {
    static final Cell EMPTY = new Cell("", "", "");
  }

  /** A line of the table by period. */
  private record Row(String name, KpiInfo kpi, String member) {}

  /** The figure of a period (or the horizon) without a member; null when there is none. */
  KpiFigure figure(String id, String period) {
    return figures.get(key(id, period, ""));
  }

  /** The members by which a KPI is shown, the whole not among them. */
  List<String> members(String id) {
    return members.getOrDefault(id, Set.of()).stream().filter(m -> !m.isEmpty()).toList();
  }

  /** The figure of a member over the whole horizon; null when there is none. */
  KpiFigure ofMember(String id, String member) {
    return figures.get(key(id, KpiLayout.HORIZON, member));
  }

  /** All tables of a block, and what is not in them. */
  void write(Block block) {
    List<String> silent = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String id : block.figures()) {
      KpiFigure figure = figure(id, KpiLayout.HORIZON);
      if (figure == null) {
        silent.add(id);
      } else if (isUnknown(id)) {
        unknown.add(figure.kpi().name() + ": " + figure.mean());
      } else {
        rows.add(new Row(figure.kpi().name(), figure.kpi(), ""));
      }
    }
    periods(rows, block.figures().contains("target_bookings"));
    block.parts().forEach(parts -> parts(parts, silent));
    notes(silent, unknown);
  }

  private boolean isUnknown(String id) {
    return columns().stream()
        .allMatch(p -> figure(id, p) == null || figure(id, p).mean().value().isEmpty());
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    if (forecast.periods().size() > 1) {
      forecast.periods().stream().limit(MOST_PERIODS).forEach(p -> columns.add(p.name()));
    }
    columns.add(KpiLayout.HORIZON);
    return columns;
  }

  // ---- by period

  private void periods(List<Row> rows, boolean isAgainstTarget) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = columns();
    for (int from = 0; from < columns.size(); from += AT_ONCE) {
      // the whole horizon never stands alone
      boolean last = columns.size() - from <= AT_ONCE + 1;
      int to = last ? columns.size() : from + AT_ONCE;
      periods(rows, columns.subList(from, to), isAgainstTarget);
      if (last) {
        break;
      }
    }
    if (forecast.periods().size() > MOST_PERIODS) {
      html.element("p", "Later periods are in kpis.csv.", "class", "note");
    }
  }

  private void periods(List<Row> rows, List<String> columns, boolean isAgainstTarget) {
    html.open("div", "class", "scroll").open("table", "class", "figures");
    HtmlTables.caption(
        html, "Mean ± 95 % error of the simulation; below it, where 8 of 10 futures lie.");
    List<String> head = new ArrayList<>(List.of("Figure"));
    columns.forEach(c -> head.add(c.equals(KpiLayout.HORIZON) ? "Whole horizon" : c));
    HtmlTables.header(html, head.toArray(String[]::new));
    html.open("tbody");
    for (Row row : rows) {
      html.open("tr").open("th", "scope", "row");
      name(row.name(), row.kpi());
      html.close();
      for (String column : columns) {
        cell(cell(figures.get(key(row.kpi().id(), column, row.member()))));
      }
      html.closeLine();
      if (isAgainstTarget && row.kpi().id().equals("target_bookings")) {
        against(columns);
      }
    }
    html.close().close().closeLine();
  }

  /** Target, distance to it, and odds; nothing where no period has a target. */
  private void against(List<String> columns) {
    List<PeriodOutlook> outlooks = columns.stream().map(this::outlook).toList();
    if (outlooks.stream().allMatch(o -> o.target().isEmpty())) {
      return;
    }
    KpiInfo.Unit unit = Figures.unitOf(forecast.basis());
    line("Target", outlooks.stream().map(o -> target(o, unit)).toList());
    line("Distance to the target", outlooks.stream().map(o -> variance(o, unit)).toList());
    line("Odds of the target", outlooks.stream().map(FigureTable::odds).toList());
  }

  private PeriodOutlook outlook(String name) {
    return forecast.periods().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElse(forecast.total());
  }

  private static Cell target(PeriodOutlook outlook, KpiInfo.Unit unit) {
    return outlook.target().isEmpty()
        ? new Cell("none", "", "")
        : new Cell(Figures.figure(unit, outlook.target().getAsDouble()), "", "");
  }

  private static Cell variance(PeriodOutlook outlook, KpiInfo.Unit unit) {
    OptionalDouble target = outlook.target();
    if (target.isEmpty()) {
      return Cell.EMPTY;
    }
    double aim = target.getAsDouble();
    double low = outlook.range().get(Forecast.LEVELS.indexOf(0.10)) - aim;
    double high = outlook.range().get(Forecast.LEVELS.indexOf(0.90)) - aim;
    return outlook
        .error()
        .value()
        .map(v -> new Cell(Figures.withError(unit, shifted(v, -aim)), range(unit, low, high), ""))
        .orElseGet(() -> new Cell(Figures.NONE, "", outlook.error().toString()));
  }

  private static Estimate.Value shifted(Estimate.Value value, double by) {
    Interval error = value.interval();
    return new Estimate.Value(
        value.estimate() + by, new Interval(error.low() + by, error.high() + by, error.level()));
  }

  private static Cell odds(PeriodOutlook outlook) {
    return outlook
        .odds()
        .map(
            odds ->
                odds.value()
                    .map(
                        v ->
                            new Cell(
                                Figures.share(v.estimate()),
                                Figures.interval(KpiInfo.Unit.SHARE, v.interval()) + " (error)",
                                ""))
                    .orElseGet(() -> new Cell(Figures.NONE, "", odds.toString())))
        .orElse(Cell.EMPTY);
  }

  private void line(String name, List<Cell> cells) {
    html.open("tr").element("th", name, "scope", "row");
    cells.forEach(this::cell);
    html.closeLine();
  }

  // ---- by member

  private void parts(Block.Parts parts, List<String> silent) {
    List<KpiInfo> shown = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (String id : parts.kpis()) {
      List<String> of = members(id);
      if (of.isEmpty()) {
        silent.add(id);
      } else {
        shown.add(ofMember(id, of.get(0)).kpi());
        names.addAll(of);
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    html.element("h3", "By " + parts.by());
    if (isByPeriod(shown.get(0), names.iterator().next())) {
      List<Row> rows = new ArrayList<>();
      for (KpiInfo kpi : shown) {
        names.forEach(member -> rows.add(new Row(kpi.name() + ": " + member, kpi, member)));
      }
      periods(rows, false);
      return;
    }
    matrix(parts.by(), shown, List.copyOf(names));
  }

  private boolean isByPeriod(KpiInfo kpi, String member) {
    return figures.containsKey(key(kpi.id(), forecast.periods().get(0).name(), member));
  }

  private void matrix(String by, List<KpiInfo> kpis, List<String> names) {
    html.open("div", "class", "scroll").open("table", "class", "figures");
    HtmlTables.caption(
        html, "Whole horizon: mean ± 95 % error of the simulation; below it, 8 of 10 futures.");
    html.open("thead").open("tr");
    html.element("th", by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1));
    for (KpiInfo kpi : kpis) {
      html.open("th", "scope", "col");
      name(kpi.name(), kpi);
      html.close();
    }
    html.close().closeLine();
    html.open("tbody");
    for (String member : names.subList(0, Math.min(MOST_ROWS, names.size()))) {
      html.open("tr").element("th", member, "scope", "row");
      kpis.forEach(kpi -> cell(cell(ofMember(kpi.id(), member))));
      html.closeLine();
    }
    html.close().close().closeLine();
    if (names.size() > MOST_ROWS) {
      String rest = Figures.count(names.size() - (double) MOST_ROWS);
      html.element("p", rest + " further rows are in kpis.csv.", "class", "note");
    }
  }

  // ---- cells

  private void name(String name, KpiInfo kpi) {
    html.element("abbr", name, "title", kpi.text() + " " + kpi.formula());
    String unit = Figures.unit(kpi.unit(), forecast.currency());
    if (!unit.isEmpty()) {
      html.element("span", ", " + unit, "class", "note");
    }
  }

  private static Cell cell(KpiFigure figure) {
    if (figure == null) {
      return Cell.EMPTY;
    }
    KpiInfo.Unit unit = figure.kpi().unit();
    return figure
        .mean()
        .value()
        .map(v -> new Cell(Figures.withError(unit, v), range(figure), missing(figure)))
        .orElseGet(() -> new Cell(Figures.NONE, "", figure.mean().toString()));
  }

  private static String range(KpiFigure figure) {
    KpiInfo.Unit unit = figure.kpi().unit();
    return range(unit, figure.p10(), figure.p90());
  }

  /** Where 8 of 10 futures lie; empty where both ends read alike. */
  static String range(KpiInfo.Unit unit, double low, double high) {
    String from = Figures.figure(unit, low);
    String to = Figures.figure(unit, high);
    return from.equals(to) ? "" : from + (low < 0 ? " to " : " – ") + to;
  }

  private static String missing(KpiFigure figure) {
    return figure.missing() == 0
        ? ""
        : "not computable in " + Figures.count(figure.missing()) + " replications";
  }

  private void cell(Cell cell) {
    html.open("td");
    if (cell.why().isEmpty()) {
      html.text(cell.main());
    } else {
      html.element("abbr", cell.main(), "title", cell.why());
    }
    if (!cell.range().isEmpty()) {
      html.element("small", cell.range());
    }
    html.close();
  }

  private void notes(List<String> silent, List<String> unknown) {
    if (!unknown.isEmpty()) {
      html.open("ul", "class", "note");
      unknown.forEach(line -> html.element("li", line + "."));
      html.closeLine();
    }
    if (!silent.isEmpty()) {
      List<String> names =
          Kpi.all().stream()
              .map(Kpi::info)
              .filter(kpi -> silent.contains(kpi.id()))
              .map(KpiInfo::name)
              .toList();
      html.element(
          "p",
          "Not here, because the scenario says nothing of it: " + String.join("; ", names) + ".",
          "class",
          "note");
    }
  }
}

package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page's KPIs: the whole organisation, its parts, and a glossary. */
final class HtmlKpis {

  /** The page stays small: longer tables are in kpis.csv. */
  private static final int MOST_ROWS = 300;

  private static final int MOST_PERIODS = 6;

  private final Html html;
  private final Forecast forecast;

  HtmlKpis(Html html, Forecast forecast) {
    this.html = html;
    this.forecast = forecast;
  }

  void kpis() {
    html.open("section", "id", "kpis").element("h2", "KPIs");
    whole();
    html.element("h3", "By part of the organisation");
    for (Slice slice : Slice.values()) {
      if (slice != Slice.ALL && slice != Slice.WEEK) {
        parts(slice);
      }
    }
    glossary();
    html.element("p", "Every figure, unrounded, is in kpis.csv.", "class", "note");
    html.closeLine();
  }

  private void whole() {
    List<String> periods = new ArrayList<>();
    for (PeriodOutlook period : forecast.periods()) {
      if (forecast.periods().size() > 1 && periods.size() < MOST_PERIODS) {
        periods.add(period.name());
      }
    }
    Map<String, KpiFigure> byPeriod = new LinkedHashMap<>();
    for (KpiFigure figure : forecast.kpis()) {
      if (figure.member().isEmpty()) {
        byPeriod.put(figure.kpi().id() + "\n" + figure.period(), figure);
      }
    }
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(
        html, "Whole horizon with error and range over replications, then each period's mean.");
    List<String> names =
        new ArrayList<>(List.of("KPI", "Mean", "Error (95 %)", "P10", "P50", "P90"));
    names.addAll(periods);
    HtmlTables.header(html, names.toArray(String[]::new));
    html.open("tbody");
    for (KpiFigure figure : forecast.kpis()) {
      // what only divides another KPI has that KPI's total
      boolean division = figure.kpi().id().contains("_by_");
      if (division || !figure.member().isEmpty() || !figure.period().equals(KpiLayout.HORIZON)) {
        continue;
      }
      html.open("tr").open("th", "scope", "row");
      name(figure.kpi());
      html.close();
      figures(figure);
      for (String period : periods) {
        KpiFigure part = byPeriod.get(figure.kpi().id() + "\n" + period);
        if (part == null) {
          html.element("td", "");
        } else {
          HtmlTables.cell(html, figure.kpi().unit(), part.mean());
        }
      }
      html.closeLine();
    }
    html.close().close().closeLine();
  }

  private void name(KpiInfo kpi) {
    html.element("abbr", kpi.name(), "title", kpi.text() + " " + kpi.formula());
    String unit = Figures.unit(kpi.unit(), forecast.currency());
    if (!unit.isEmpty()) {
      html.element("span", ", " + unit, "class", "note");
    }
  }

  private void figures(KpiFigure figure) {
    KpiInfo.Unit unit = figure.kpi().unit();
    HtmlTables.cell(html, unit, figure.mean());
    html.element("td", HtmlTables.error(unit, figure.mean()));
    html.element("td", Figures.figure(unit, figure.p10()));
    html.element("td", Figures.figure(unit, figure.p50()));
    html.element("td", Figures.figure(unit, figure.p90()));
  }

  private void parts(Slice slice) {
    List<KpiFigure> figures =
        forecast.kpis().stream()
            .filter(k -> k.kpi().slice() == slice && !k.member().isEmpty())
            .filter(k -> k.period().equals(KpiLayout.HORIZON))
            .toList();
    if (figures.isEmpty()) {
      return;
    }
    html.open("details")
        .element("summary", "By " + slice.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Whole horizon with error and range over replications.");
    HtmlTables.header(html, "KPI", "Of", "Mean", "Error (95 %)", "P10", "P50", "P90");
    html.open("tbody");
    String last = "";
    for (KpiFigure figure : figures.subList(0, Math.min(MOST_ROWS, figures.size()))) {
      html.open("tr").open("th", "scope", "row");
      if (figure.kpi().id().equals(last)) {
        html.element("span", figure.kpi().name(), "class", "note");
      } else {
        name(figure.kpi());
      }
      last = figure.kpi().id();
      html.close().element("td", figure.member(), "class", "words");
      figures(figure);
      html.closeLine();
    }
    html.close().close().close();
    if (figures.size() > MOST_ROWS) {
      String rest = Figures.count(figures.size() - (double) MOST_ROWS);
      html.element("p", rest + " further rows are in kpis.csv.", "class", "note");
    }
    html.closeLine();
  }

  private void glossary() {
    Map<String, KpiInfo> all = new LinkedHashMap<>();
    forecast.kpis().forEach(figure -> all.putIfAbsent(figure.kpi().id(), figure.kpi()));
    html.open("details").element("summary", "What these figures mean");
    html.open("dl", "class", "glossary");
    for (KpiInfo kpi : all.values()) {
      html.open("dt").text(kpi.name() + " ").element("code", kpi.id()).close();
      html.element("dd", kpi.text() + " " + kpi.formula());
    }
    html.close().closeLine();
  }
}

package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.EffectPart;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.forecast.Forecast.RoleFigure;
import io.salestwin.forecast.Forecast.StageFigure;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The page's tables of periods, stages and roles. */
final class HtmlTables {

  private static final int EFFECTS = 4;

  private final Html html;
  private final Forecast forecast;
  private final Words words;

  HtmlTables(Html html, Forecast forecast) {
    this.html = html;
    this.forecast = forecast;
    this.words = new Words(forecast);
  }

  void periods() {
    html.open("section", "id", "bookings").element("h2", "Bookings");
    html.open("div", "class", "scroll").open("table");
    caption(
        html,
        "Bookings in "
            + HtmlPage.bookingsUnit(forecast)
            + ": quantiles over the replications, and the mean, with their 95 % errors.");
    header(html, "Period", "Target", "Odds", "P5", "P10", "P50", "P90", "P95", "Mean", "Error");
    html.open("tbody");
    forecast.periods().forEach(period -> row(period, period.name(), ""));
    if (forecast.periods().size() != 1) {
      row(forecast.total(), "Whole horizon", "sum");
    }
    html.close().close().closeLine();
    origins();
    words.opening().forEach(line -> html.element("p", HtmlFrame.sentence(line), "class", "note"));
    html.closeLine();
  }

  private void row(PeriodOutlook period, String name, String classes) {
    html.open("tr", "class", classes);
    html.element("th", period.partial() ? name + " (part)" : name, "scope", "row");
    html.element(
        "td", period.target().isPresent() ? figure(period.target().getAsDouble()) : "none");
    html.element(
        "td",
        period
            .odds()
            .flatMap(Estimate::value)
            .map(v -> Figures.share(v.estimate()))
            .orElse(period.odds().isPresent() ? Figures.NONE : ""));
    for (double level : new double[] {0.05, 0.10, 0.50, 0.90, 0.95}) {
      int place = Forecast.LEVELS.indexOf(level);
      quantile(period.range().get(place), period.rangeErrors().get(place));
    }
    html.element("td", figure(period.mean()));
    html.element("td", error(Figures.unitOf(forecast.basis()), period.error()));
    html.closeLine();
  }

  /** A quantile; its error is a tool-tip. */
  private void quantile(double value, Estimate error) {
    String known =
        error
            .value()
            .map(v -> "error " + Figures.interval(Figures.unitOf(forecast.basis()), v.interval()))
            .orElseGet(() -> "error " + error);
    html.open("td").element("abbr", figure(value), "title", known).close();
  }

  private void origins() {
    html.open("div", "class", "scroll").open("table");
    caption(html, "Where the mean comes from, in " + HtmlPage.bookingsUnit(forecast) + ".");
    header(html, "Period", "Booked before the start", "From open deals", "Still to create", "Mean");
    html.open("tbody");
    forecast.periods().forEach(period -> origin(period, period.name(), ""));
    if (forecast.periods().size() != 1) {
      origin(forecast.total(), "Whole horizon", "sum");
    }
    html.close().close().closeLine();
  }

  private void origin(PeriodOutlook period, String name, String classes) {
    html.open("tr", "class", classes).element("th", name, "scope", "row");
    html.element("td", figure(period.booked()));
    html.element("td", figure(period.fromOpen()));
    html.element("td", figure(period.toCreate()));
    html.element("td", figure(period.mean())).closeLine();
  }

  private String figure(double value) {
    return Figures.figure(Figures.unitOf(forecast.basis()), value);
  }

  void funnel() {
    html.open("section", "id", "funnel").element("h2", "Funnel");
    html.open("div", "class", "scroll").open("table");
    caption(
        html,
        "Per stage over the whole horizon. Stated is the reference lead's chance to advance;"
            + " realised is what came out, time-outs and cold leads included. Queue, work and buyer are"
            + " mean days per visit.");
    header(
        html,
        "Stage",
        "Entered",
        "Stated",
        "Realised",
        "Error",
        "Lost",
        "Queue d",
        "Work d",
        "Buyer d",
        "Open at end");
    html.open("tbody");
    for (StageFigure stage : forecast.stages()) {
      html.open("tr").element("th", stage.name(), "scope", "row");
      html.element("td", Figures.count(stage.entered()));
      cell(KpiInfo.Unit.SHARE, stage.stated());
      cell(KpiInfo.Unit.SHARE, stage.realised());
      html.element("td", error(KpiInfo.Unit.SHARE, stage.realised()));
      html.element("td", Figures.count(stage.lost()));
      cell(KpiInfo.Unit.DAYS, stage.queueDays());
      cell(KpiInfo.Unit.DAYS, stage.workDays());
      cell(KpiInfo.Unit.DAYS, stage.buyerDays());
      html.element("td", Figures.count(stage.openAtEnd())).closeLine();
    }
    html.close().close().closeLine();
    moves();
    html.closeLine();
  }

  private void moves() {
    if (forecast.stages().stream().allMatch(stage -> stage.effects().isEmpty())) {
      return;
    }
    html.open("div", "class", "scroll").open("table");
    caption(html, "What moves the realised chance: mean effects in log-odds.");
    header(html, "Stage", "Effects, largest first");
    html.open("tbody");
    for (StageFigure stage : forecast.stages()) {
      html.open("tr").element("th", stage.name(), "scope", "row");
      html.element("td", effects(stage), "class", "words").closeLine();
    }
    html.close().close().closeLine();
  }

  private static String effects(StageFigure stage) {
    List<String> parts = new ArrayList<>();
    for (EffectPart effect : stage.effects()) {
      if (parts.size() < EFFECTS) {
        String sign = effect.meanLogOdds() > 0 ? "+" : "";
        parts.add(effect.name() + " " + sign + Figures.fixed(effect.meanLogOdds(), 2));
      }
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  void team() {
    html.open("section", "id", "team").element("h2", "Team");
    html.element("p", words.bottleneck());
    if (!forecast.roles().isEmpty()) {
      html.open("div", "class", "scroll").open("table");
      caption(html, "Per role over the whole horizon.");
      header(html, "Role", "Reps", "Utilisation", "Error", "Open leads per rep", "Leads waiting");
      html.open("tbody");
      for (RoleFigure role : forecast.roles()) {
        html.open("tr").element("th", role.name(), "scope", "row");
        html.element("td", Figures.count(role.reps()));
        cell(KpiInfo.Unit.SHARE, role.utilisation());
        html.element("td", error(KpiInfo.Unit.SHARE, role.utilisation()));
        cell(KpiInfo.Unit.COUNT, role.openLeads());
        cell(KpiInfo.Unit.COUNT, role.waiting());
        html.closeLine();
      }
      html.close().close().close();
    }
    html.closeLine();
  }

  private void cell(KpiInfo.Unit unit, Estimate estimate) {
    cell(html, unit, estimate);
  }

  /** A figure; where it is not computable its reason is a tool-tip. */
  static void cell(Html html, KpiInfo.Unit unit, Estimate estimate) {
    if (estimate instanceof Estimate.NotComputable no) {
      html.open("td").element("abbr", Figures.NONE, "title", no.toString()).close();
    } else {
      html.element("td", Figures.figure(unit, estimate.orNaN()));
    }
  }

  static String error(KpiInfo.Unit unit, Estimate estimate) {
    return estimate.value().map(v -> Figures.interval(unit, v.interval())).orElse("");
  }

  /** A caption that stays on the screen where the table is wider. */
  static void caption(Html html, String text) {
    html.open("caption").element("span", text).close();
  }

  static void header(Html html, String... names) {
    html.open("thead").open("tr");
    for (String name : names) {
      boolean words = name.startsWith("Effects") || name.equals("Of") || name.equals("Why");
      html.element("th", name, "scope", "col", "class", words ? "words" : "");
    }
    html.close().closeLine();
  }
}

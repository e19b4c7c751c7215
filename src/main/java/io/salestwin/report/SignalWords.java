package io.salestwin.report;

import io.salestwin.forecast.Signals;
import io.salestwin.forecast.Signals.AlertOutlook;
import io.salestwin.forecast.Signals.HealthOutlook;
import io.salestwin.forecast.Signals.MeasureOutlook;
import io.salestwin.forecast.Signals.TierOutlook;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The health score and the alerts of a forecast on the terminal, on the page and in files. */
final class SignalWords {

  private final Signals signals;

  SignalWords(Signals signals) {
    this.signals = signals;
  }

  // ---- terminal

  void text(TextLines lines) {
    if (!signals.health().isEmpty()) {
      lines.heading("Health score", "0 to 100; each tier with its weakest KPI");
      signals.health().forEach(h -> lines.wrapped("  " + name(h) + "  ", words(h), "    "));
      lines.blank();
    }
    if (!signals.alerts().isEmpty()) {
      lines.heading("Alerts", "looked at every simulated week");
      signals
          .alerts()
          .forEach(
              a -> lines.wrapped("  " + a.rule() + ", " + a.period() + ": ", words(a), "    "));
      lines.blank();
    }
  }

  private static String name(HealthOutlook health) {
    return health.period().equals(KpiLayout.HORIZON) ? Words.HORIZON : health.period();
  }

  private static String words(HealthOutlook health) {
    StringBuilder words = new StringBuilder(score(health.score()));
    for (TierOutlook tier : health.tiers()) {
      words.append("; ").append(tier.name()).append(' ').append(score(tier.score()));
      weakest(tier)
          .ifPresent(
              m ->
                  words
                      .append(" (")
                      .append(m.figure())
                      .append(' ')
                      .append(score(m.score()))
                      .append(')'));
    }
    return words.toString();
  }

  /** The KPI that holds a tier back; one that is missing before all others. */
  private static Optional<MeasureOutlook> weakest(TierOutlook tier) {
    return tier.measures().stream()
        .min(Comparator.comparingDouble(m -> m.score().value().isEmpty() ? -1 : m.score().orNaN()));
  }

  private static String words(AlertOutlook alert) {
    String fires = "fires in " + ofHundred(alert.fired()) + " of 100";
    if (!Double.isNaN(alert.weeksEarly())) {
      fires += ", " + Figures.number(alert.weeksEarly()) + " weeks before the end in the median";
    }
    if (alert.recall() instanceof Estimate.NotComputable
        && alert.falseAlarms() instanceof Estimate.NotComputable) {
      return fires;
    }
    return fires
        + "; it calls "
        + share(alert.recall())
        + " of the missed targets, "
        + share(alert.precision())
        + " of its alarms are right, and it fires in "
        + share(alert.falseAlarms())
        + " of the futures that reach the target";
  }

  private static String ofHundred(Estimate share) {
    return share.value().map(v -> Figures.ofHundred(v.estimate())).orElse(Figures.NONE);
  }

  private static String share(Estimate share) {
    return share.value().map(v -> Figures.share(v.estimate())).orElse(Figures.NONE);
  }

  private static String score(Estimate score) {
    return score.value().map(v -> Figures.fixed(v.estimate(), 0)).orElse(Figures.NONE);
  }

  // ---- page

  void html(Html html) {
    if (!signals.health().isEmpty()) {
      html.open("section", "id", "health").element("h2", "Health score");
      html.open("div", "class", "scroll").open("table");
      HtmlTables.caption(
          html,
          "Mean scores from 0 to 100 by tier, weight in brackets, and the KPIs in them: 0 at the"
              + " floor, 100 at the target.");
      String[] names = new String[signals.health().size() + 1];
      names[0] = "Score";
      for (int i = 1; i < names.length; i++) {
        names[i] = name(signals.health().get(i - 1));
      }
      HtmlTables.header(html, names);
      html.open("tbody");
      row(html, "Whole", "sum", HealthOutlook::score);
      for (int t = 0; t < signals.health().get(0).tiers().size(); t++) {
        int tier = t;
        TierOutlook first = signals.health().get(0).tiers().get(t);
        row(
            html,
            first.name() + " (" + Figures.share(first.weight()) + ")",
            "",
            h -> h.tiers().get(tier).score());
        for (int m = 0; m < first.measures().size(); m++) {
          int measure = m;
          MeasureOutlook about = first.measures().get(m);
          row(
              html,
              "· "
                  + about.figure()
                  + " from "
                  + Figures.number(about.floor())
                  + " to "
                  + Figures.number(about.target()),
              "",
              h -> h.tiers().get(tier).measures().get(measure).score());
        }
      }
      html.close().close().close().closeLine();
    }
    alerts(html);
  }

  private void row(Html html, String name, String classes, Function<HealthOutlook, Estimate> of) {
    html.open("tr", "class", classes).element("th", name, "scope", "row");
    signals.health().forEach(h -> cell(html, of.apply(h), score(of.apply(h))));
    html.closeLine();
  }

  private static void cell(Html html, Estimate estimate, String shown) {
    if (estimate instanceof Estimate.NotComputable no) {
      html.open("td").element("abbr", Figures.NONE, "title", no.toString()).close();
    } else {
      html.element("td", shown);
    }
  }

  private void alerts(Html html) {
    if (signals.alerts().isEmpty()) {
      return;
    }
    html.open("section", "id", "alerts").element("h2", "Alerts");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(
        html,
        "Rules looked at every simulated week. Weeks early: median from the alert to the end of a"
            + " period whose target is missed.");
    HtmlTables.header(
        html,
        "Alert",
        "Period",
        "Fires",
        "Error",
        "Weeks early",
        "Missed targets called",
        "Alarms that are right",
        "False alarms");
    html.open("tbody");
    for (AlertOutlook alert : signals.alerts()) {
      html.open("tr").open("th", "scope", "row").element("code", alert.rule()).close();
      html.element("td", alert.period());
      cell(html, alert.fired(), share(alert.fired()));
      html.element("td", HtmlTables.error(KpiInfo.Unit.SHARE, alert.fired()));
      boolean known = !Double.isNaN(alert.weeksEarly());
      html.element("td", known ? Figures.number(alert.weeksEarly()) : Figures.NONE);
      cell(html, alert.recall(), share(alert.recall()));
      cell(html, alert.precision(), share(alert.precision()));
      cell(html, alert.falseAlarms(), share(alert.falseAlarms()));
      html.closeLine();
    }
    html.close().close().close().closeLine();
  }

  // ---- files

  /** Adds what there is to the values of {@code summary.json}. */
  void json(Map<String, Object> out) {
    if (!signals.health().isEmpty()) {
      out.put("health", signals.health().stream().map(SignalWords::health).toList());
    }
    if (!signals.alerts().isEmpty()) {
      out.put("alerts", signals.alerts().stream().map(SignalWords::alert).toList());
    }
  }

  private static Map<String, Object> health(HealthOutlook health) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("period", health.period());
    out.put("score", Summary.figure("score", health.score()));
    List<Object> tiers = new ArrayList<>();
    for (TierOutlook tier : health.tiers()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", tier.name());
      one.put("weight", tier.weight());
      one.put("score", Summary.figure("score", tier.score()));
      one.put("kpis", tier.measures().stream().map(SignalWords::measure).toList());
      tiers.add(one);
    }
    out.put("tiers", tiers);
    return out;
  }

  private static Map<String, Object> measure(MeasureOutlook measure) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kpi", measure.figure());
    out.put("floor", measure.floor());
    out.put("target", measure.target());
    out.put("score", Summary.figure("score", measure.score()));
    return out;
  }

  private static Map<String, Object> alert(AlertOutlook alert) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", alert.rule());
    out.put("period", alert.period());
    out.put("fired", Summary.figure("fraction", alert.fired()));
    out.put("weeksEarly", Summary.finite(alert.weeksEarly()));
    out.put("precision", Summary.figure("fraction", alert.precision()));
    out.put("recall", Summary.figure("fraction", alert.recall()));
    out.put("falseAlarms", Summary.figure("fraction", alert.falseAlarms()));
    return out;
  }
}

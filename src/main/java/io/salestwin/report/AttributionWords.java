package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.Attribution;
import io.salestwin.planning.Attribution.Share;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Standing;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** What each change contributes, in every form. */
final class AttributionWords {

  private static final int NAME = 28;
  private static final int BAR = 12;

  private final Comparison comparison;
  private final Attribution attribution;
  private final KpiInfo.Unit bookings;

  AttributionWords(Comparison comparison) {
    this.comparison = comparison;
    attribution = comparison.attribution().value();
    bookings = Figures.unitOf(comparison.basis());
  }

  // ---- text

  /** How the changes work together. */
  String together() {
    if (attribution.shares().size() < 2) {
      return "";
    }
    Estimate.Value goal = attribution.goalOverlap().value().orElse(null);
    Estimate.Value money = attribution.bookingsOverlap().value().orElse(null);
    if (money == null || goal == null) {
      return "";
    }
    String sum = Figures.brief(Math.abs(money.estimate())) + " " + name(bookings);
    String error = " (error " + ComparisonWords.range(bookings, money.interval()) + ")";
    if (money.interval().high() < 0) {
      return "Together the changes bring "
          + sum
          + " less than the sum of each alone"
          + error
          + ": they do partly the same thing.";
    } else if (money.interval().low() > 0) {
      return "Together the changes bring "
          + sum
          + " more than the sum of each alone"
          + error
          + ": they help each other.";
    }
    return "Whether the changes overlap cannot be told yet: together they bring "
        + sum
        + (money.estimate() < 0 ? " less" : " more")
        + " than the sum of each alone"
        + error
        + ", which may be luck.";
  }

  private String name(KpiInfo.Unit unit) {
    return unit == KpiInfo.Unit.COUNT ? "deals" : comparison.currency();
  }

  void text(TextLines lines) {
    if (attribution.shares().size() < 2) {
      return;
    }
    lines.blank();
    lines.heading(
        "What each change of " + attribution.alternative() + " contributes", "Shapley values");
    double most = 0;
    for (Share share : attribution.shares()) {
      most = Math.max(most, Math.abs(share.bookings().orNaN()));
    }
    lines.wrapped("  ", row("base", "", mean(0)), "      ");
    for (Share share : attribution.shares()) {
      lines.wrapped(
          "  ",
          row(
              share.name(),
              bar(share.bookings().orNaN(), most),
              both(share.bookings(), share.goal())),
          "      ");
    }
    lines.wrapped("  ", row("together", "", both(attribution.bookings(), attribution.goal())), "");
    lines.wrapped("  ", together(), "  ");
    lines.wrapped("  ", size(), "  ");
  }

  private String mean(int standing) {
    return comparison
        .standings()
        .get(standing)
        .bookings()
        .value()
        .map(v -> Report.amount(comparison.basis(), comparison.currency(), v.estimate()))
        .orElse(Figures.NONE);
  }

  private static String row(String name, String bar, String figures) {
    return TextLines.left(name, NAME) + " " + TextLines.left(bar, BAR + 1) + " " + figures;
  }

  private static String bar(double gain, double most) {
    int length = most > 0 ? (int) Math.round(BAR * Math.abs(gain) / most) : 0;
    return (gain < 0 ? "-" : "+").repeat(length);
  }

  private String both(Estimate money, Estimate goal) {
    return ComparisonWords.withRange(bookings, money)
        + (comparison.goal().isOdds()
            ? "; odds " + ComparisonWords.withRange(KpiInfo.Unit.SHARE, goal)
            : "");
  }

  /** On what the shares rest. */
  String size() {
    int combinations = 1 << attribution.shares().size();
    return "All "
        + combinations
        + " combinations of the changes were played with the same luck, "
        + Figures.count(attribution.replications())
        + " replications each; the shares add up to the whole difference.";
  }

  // ---- chart

  List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    charts.add(
        chart(
            "bridge",
            "Bridge of mean bookings: what each change contributes (dark bars are cut off)",
            bookings,
            Standing::bookings,
            Share::bookings,
            v -> Report.amount(comparison.basis(), comparison.currency(), v)));
    if (comparison.goal().isOdds()) {
      charts.add(
          chart(
              "bridge-odds",
              "Bridge of the odds: what each change contributes (dark bars are cut off)",
              KpiInfo.Unit.SHARE,
              Standing::goal,
              Share::goal,
              Figures::share));
    }
    return charts;
  }

  private Chart chart(
      String id,
      String title,
      KpiInfo.Unit unit,
      Function<Standing, Estimate> of,
      Function<Share, Estimate> part,
      DoubleFunction<String> amount) {
    List<BridgeChart.Step> steps = new ArrayList<>();
    for (Share share : attribution.shares()) {
      Estimate.Value v = part.apply(share).value().orElse(null);
      if (v != null) {
        steps.add(
            new BridgeChart.Step(
                share.name(),
                v.estimate(),
                v.interval().low(),
                v.interval().high(),
                ComparisonWords.withRange(unit, part.apply(share))));
      }
    }
    return BridgeChart.of(
        id,
        title,
        comparison.standings().get(0).name(),
        of.apply(comparison.standings().get(0)).orNaN(),
        steps,
        attribution.alternative(),
        amount);
  }

  // ---- page

  void html(Html html) {
    html.open("section", "id", "attribution");
    html.element("h2", "What each change of " + attribution.alternative() + " contributes");
    charts().forEach(chart -> HtmlFrame.figure(html, chart, "wide scroll"));
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Shapley values, and what each change brings when it is alone.");
    HtmlTables.header(
        html, "Change", "Bookings", "Error", "Alone", comparison.goal().words(), "Error", "Alone");
    html.open("tbody");
    for (Share share : attribution.shares()) {
      html.open("tr").open("th", "scope", "row").element("code", share.name()).close();
      cells(html, bookings, share.bookings(), share.bookingsAlone());
      cells(html, comparison.goalUnit(), share.goal(), share.goalAlone());
      html.closeLine();
    }
    html.close().close().close();
    if (!together().isEmpty()) {
      html.element("p", together());
    }
    html.element("p", size(), "class", "note").closeLine();
  }

  private static void cells(Html html, KpiInfo.Unit unit, Estimate part, Estimate alone) {
    html.element("td", ComparisonWords.difference(unit, part));
    html.element("td", part.value().map(v -> ComparisonWords.range(unit, v.interval())).orElse(""));
    html.element("td", ComparisonWords.difference(unit, alone));
  }

  // ---- files

  Map<String, Object> json() {
    String money = Summary.unit(bookings, comparison.currency());
    String goal = Summary.unit(comparison.goalUnit(), comparison.currency());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("alternative", attribution.alternative());
    out.put("replications", attribution.replications());
    out.put("bookings", Summary.figure(money, attribution.bookings()));
    out.put("goal", Summary.figure(goal, attribution.goal()));
    out.put("bookingsOverlap", Summary.figure(money, attribution.bookingsOverlap()));
    out.put("goalOverlap", Summary.figure(goal, attribution.goalOverlap()));
    List<Object> shares = new ArrayList<>();
    for (Share share : attribution.shares()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", share.name());
      one.put("bookings", Summary.figure(money, share.bookings()));
      one.put("goal", Summary.figure(goal, share.goal()));
      one.put("bookingsAlone", Summary.figure(money, share.bookingsAlone()));
      one.put("goalAlone", Summary.figure(goal, share.goalAlone()));
      shares.add(one);
    }
    out.put("shares", shares);
    return out;
  }
}

package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Change;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Contest;
import io.salestwin.planning.Comparison.KpiDifference;
import io.salestwin.planning.Comparison.PeriodDifference;
import io.salestwin.planning.Comparison.Standing;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import java.util.Comparator;
import java.util.List;

/** A comparison for a terminal. */
final class ComparisonText {

  private static final int CHANGES = 12;
  private static final int KPIS = 8;
  private static final int NAME = 28;

  private final Comparison comparison;
  private final ComparisonWords words;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  ComparisonText(Comparison comparison, TextStyle style) {
    this.comparison = comparison;
    words = new ComparisonWords(comparison);
    lines = new TextLines(style, out);
  }

  String text() {
    lines.wrapped("", words.advice(), "");
    lines.blank();
    lines.heading(comparison.scenario(), words.size() + " · same luck · seed " + comparison.seed());
    thresholds();
    standings();
    words.selection().ifPresent(text -> lines.wrapped("  ", text, "  "));
    comparison.contests().forEach(this::contest);
    if (!comparison.attribution().isBad()) {
      new AttributionWords(comparison).text(lines);
    }
    words.noAttribution().ifPresent(text -> lines.wrapped("", text, ""));
    lines.blank();
    lines.wrapped("", words.looks(), "");
    return out.toString();
  }

  private void thresholds() {
    for (Standing standing : comparison.standings()) {
      for (ThresholdResult rule : standing.thresholds()) {
        boolean met = rule.outcome() == ThresholdResult.Outcome.MET;
        lines.wrapped(
            "  ",
            (met ? "✔ " : "✘ ")
                + rule.rule()
                + "  actual "
                + Figures.withUnit(rule.unit(), comparison.currency(), rule.actual())
                + "  ("
                + standing.name()
                + ")",
            "    ");
      }
    }
  }

  private void standings() {
    lines.blank();
    lines.heading(HtmlFrame.sentence(words.goal()).replaceAll("\\.$", ""), "and mean bookings");
    for (int a = 0; a < comparison.standings().size(); a++) {
      Standing standing = comparison.standings().get(a);
      String goal =
          standing
              .goal()
              .value()
              .map(
                  v ->
                      Figures.figure(comparison.goalUnit(), v.estimate())
                          + " ("
                          + Figures.interval(comparison.goalUnit(), v.interval())
                          + ")")
              .orElse(Figures.NONE);
      String bookings =
          standing
              .bookings()
              .value()
              .map(v -> Report.amount(comparison.basis(), comparison.currency(), v.estimate()))
              .orElse(Figures.NONE);
      lines.wrapped(
          "  " + TextLines.left(lines.plain(standing.name()), NAME) + "  ",
          goal + "  " + bookings,
          "      ");
    }
  }

  private void contest(Contest contest) {
    lines.blank();
    lines.heading(
        contest.name() + " against " + comparison.standings().get(0).name(),
        ComparisonWords.beats(contest));
    for (Change change : contest.changes().stream().limit(CHANGES).toList()) {
      lines.wrapped("  ", ComparisonWords.change(change), "      ");
    }
    if (contest.changes().size() > CHANGES) {
      lines.wrapped("  ", "and " + (contest.changes().size() - CHANGES) + " more", "");
    }
    contest.periods().forEach(this::period);
    List<KpiDifference> kpis = moved(contest);
    if (!kpis.isEmpty()) {
      lines.wrapped("  ", "What else moves most, by its error:", "");
    }
    kpis.forEach(this::kpi);
    words.velocity(contest).ifPresent(text -> lines.wrapped("  ", text, "    "));
    contest
        .goalRatio()
        .value()
        .ifPresent(
            v ->
                lines.wrapped(
                    "  ",
                    "The same luck for both was worth "
                        + Figures.fixed(v.estimate(), 1)
                        + " times as many replications.",
                    "  "));
  }

  private void period(PeriodDifference period) {
    KpiInfo.Unit unit = Figures.unitOf(comparison.basis());
    String odds =
        period
            .oddsDifference()
            .flatMap(Estimate::value)
            .map(
                v ->
                    "; odds "
                        + Figures.share(period.baseOdds().orElseThrow().orNaN())
                        + " → "
                        + Figures.share(period.otherOdds().orElseThrow().orNaN())
                        + ", "
                        + ComparisonWords.signed(KpiInfo.Unit.SHARE, v.estimate())
                        + " ("
                        + ComparisonWords.range(KpiInfo.Unit.SHARE, v.interval())
                        + ")")
            .orElse("");
    lines.wrapped(
        "  " + TextLines.left(ComparisonWords.period(period.name()), 14) + " ",
        "bookings "
            + ComparisonWords.difference(unit, period.difference())
            + " ("
            + period
                .difference()
                .value()
                .map(v -> ComparisonWords.range(unit, v.interval()))
                .orElse(Figures.NONE)
            + ")"
            + odds,
        "      ");
  }

  /** KPIs of the whole horizon whose difference is largest against its error. */
  private static List<KpiDifference> moved(Contest contest) {
    return contest.kpis().stream()
        .filter(k -> k.member().isEmpty() && k.period().equals(KpiLayout.HORIZON))
        .filter(k -> !k.kpi().id().contains("bookings"))
        .filter(k -> strength(k) > 1)
        .sorted(Comparator.comparingDouble(k -> -strength(k)))
        .limit(KPIS)
        .toList();
  }

  private static double strength(KpiDifference kpi) {
    return kpi.difference()
        .value()
        .map(v -> Math.abs(v.estimate()) / v.interval().halfWidth())
        .filter(strength -> !strength.isNaN())
        .orElse(0.0);
  }

  private void kpi(KpiDifference kpi) {
    KpiInfo.Unit unit = kpi.kpi().unit();
    lines.wrapped(
        "    " + TextLines.left(kpi.kpi().name(), NAME) + " ",
        Figures.figure(unit, kpi.base().orNaN())
            + " → "
            + Figures.withUnit(unit, comparison.currency(), kpi.other())
            + ", "
            + ComparisonWords.difference(unit, kpi.difference())
            + " ("
            + kpi.difference()
                .value()
                .map(v -> ComparisonWords.range(unit, v.interval()))
                .orElse(Figures.NONE)
            + ")",
        "        ");
  }
}

package io.salestwin.planning;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Verdict;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in one sentence what breaks the plan, or what would mend it. */
final class StressAdvice {

  private final String period;
  private final double odds;
  private final List<ThresholdResult> rules;
  private final Optional<Tornado> tornado;
  private final List<ShockCase> shocks;
  private final List<Break> breaks;

  StressAdvice(
      String period,
      double odds,
      List<ThresholdResult> rules,
      Optional<Tornado> tornado,
      List<ShockCase> shocks,
      List<Break> breaks) {
    this.period = period;
    this.odds = odds;
    this.rules = rules;
    this.tornado = tornado;
    this.shocks = shocks;
    this.breaks = breaks;
  }

  String sentence() {
    List<String> parts = new ArrayList<>();
    String what = period.equals(KpiLayout.HORIZON) ? "the target" : "the target of " + period;
    parts.add("The odds of " + what + " are " + percent(odds));
    missed().ifPresent(parts::add);
    nearestBreak().ifPresent(parts::add);
    worstShock().ifPresent(parts::add);
    first().ifPresent(parts::add);
    return String.join("; ", parts) + ".";
  }

  private Optional<String> missed() {
    List<String> missed =
        rules.stream()
            .filter(rule -> rule.outcome() != ThresholdResult.Outcome.MET)
            .map(ThresholdResult::rule)
            .toList();
    return missed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            missed.get(0)
                + " is not met"
                + (missed.size() > 1 ? ", nor " + (missed.size() - 1) + " more" : ""));
  }

  private Optional<String> nearestBreak() {
    Optional<Break> nearest =
        breaks.stream()
            .filter(b -> b.at().isPresent())
            .min(
                Comparator.comparing((Break b) -> b.now().equals(StressTest.SEVERAL))
                    .thenComparingDouble(Break::steps));
    return nearest.map(
        b ->
            b.name()
                + " at "
                + b.at().orElseThrow()
                + (b.now().equals(StressTest.SEVERAL) ? "" : " instead of " + b.now())
                + (b.falls() ? " brings them under " : " would lift them to ")
                + percent(b.limit()));
  }

  private Optional<String> worstShock() {
    return shocks.stream()
        .filter(s -> s.shocks().size() == 1 && s.change().value().isPresent())
        .filter(s -> s.change().value().orElseThrow().interval().high() < 0)
        .min(Comparator.comparingDouble(s -> s.odds().orNaN()))
        .map(s -> "a " + s.name() + " leaves " + percent(s.odds().orNaN()));
  }

  private Optional<String> first() {
    if (tornado.isEmpty() || tornado.get().bars().isEmpty()) {
      return Optional.empty();
    }
    Bar bar = tornado.get().bars().get(0);
    if (bar.verdict() != Verdict.MATTERS) {
      return Optional.of("no lever moves them beyond the noise of so few replications");
    }
    return Optional.of(
        "watch "
            + bar.lever()
            + " first: it alone moves them between "
            + percent(odds + Math.min(0, Math.min(at(bar.low().odds()), at(bar.high().odds()))))
            + " and "
            + percent(odds + Math.max(0, Math.max(at(bar.low().odds()), at(bar.high().odds())))));
  }

  private static double at(Estimate change) {
    double value = change.orNaN();
    return Double.isNaN(value) ? 0 : value;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}

package io.salestwin.metrics;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.AlertRule;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The alerts of a scenario: looks at every whole week of a replication. Immutable; shared by all
 * replications.
 *
 * <p>The figures of a week are those of any period, with the target of the period in which the week
 * ends, less what has been won in that period before the week.
 */
final class Alarms {

  private static final long WEEK_MS = 7 * Clock.DAY;

  /** One week: its rows of the ledger, and the period in which it ends. */
  private record Week(Span span, int period, double early) {}

  private final KpiLayout layout;
  private final List<AlertRule> rules;
  private final List<Optional<Figure>> figures;
  private final List<Week> weeks = new ArrayList<>();

  Alarms(KpiLayout layout) {
    this.layout = layout;
    SalesModel model = layout.model();
    rules = model.scenario().alerts();
    figures = rules.stream().map(rule -> Figure.find(model, rule.figure())).toList();
    if (!rules.isEmpty()) {
      weeks(model);
    }
  }

  private void weeks(SalesModel model) {
    Scenario scenario = model.scenario();
    List<Period> periods = model.periods();
    int period = 0;
    long whole = periods.get(periods.size() - 1).endMs(scenario.start()) / WEEK_MS;
    for (int w = 0; w < whole; w++) {
      long end = (w + 1) * WEEK_MS;
      while (periods.get(period).endMs(scenario.start()) < end) {
        period++;
      }
      long left = periods.get(period).endMs(scenario.start()) - end;
      int first = model.ledgerPeriodFrom(w * WEEK_MS);
      int after = model.ledgerPeriodFrom(end);
      Span span = Span.week(layout.span(period), first, after);
      weeks.add(new Week(span, period, (double) left / WEEK_MS));
    }
  }

  /** Why a rule cannot be looked at by week; empty if it can. */
  static Optional<String> problem(SalesModel model, AlertRule rule) {
    Optional<String> unknown = Figure.problem(model, rule.figure());
    if (unknown.isPresent()) {
      return unknown;
    }
    String id = Figure.find(model, rule.figure()).orElseThrow().kpi().info().id();
    return onlyByPeriod().contains(id)
        ? Optional.of("\"" + id + "\" is a figure of whole periods, not of a week")
        : Optional.empty();
  }

  private static Set<String> onlyByPeriod() {
    Set<String> ids = new HashSet<>();
    Stream.of(
            PayKpis.list(),
            TrailingKpis.list(),
            HealthKpis.list(),
            AlertKpis.list(),
            CategoryKpis.list(),
            CustomerKpis.retention())
        .forEach(kpis -> kpis.forEach(kpi -> ids.add(kpi.info().id())));
    return ids;
  }

  /**
   * Looks at every week.
   *
   * @return by rule and period, how many weeks before the end of the period the alert first fires
   *     in it; NaN when it does not
   */
  double[][] look(Ledger ledger) {
    double[][] early = new double[rules.size()][layout.periods().size()];
    for (double[] row : early) {
      Arrays.fill(row, Double.NaN);
    }
    int[] held = new int[rules.size()];
    double before = 0;
    int period = 0;
    int wonUpTo = 0;
    for (Week week : weeks) {
      if (week.period() != period) {
        period = week.period();
        wonUpTo = layout.span(period).firstRow();
        before = 0;
      }
      for (; wonUpTo < week.span().firstRow(); wonUpTo++) {
        before += won(ledger, wonUpTo);
      }
      Facts facts = new Facts(layout, ledger, week.span().after(before));
      for (int r = 0; r < held.length; r++) {
        boolean holds =
            figures.get(r).isPresent() && rules.get(r).holds(figures.get(r).get().of(facts));
        held[r] = holds ? held[r] + 1 : 0;
        if (held[r] >= rules.get(r).weeks() && Double.isNaN(early[r][period])) {
          early[r][period] = week.early();
        }
      }
    }
    return early;
  }

  private static double won(Ledger ledger, int row) {
    double sum = 0;
    for (int origin = 0; origin < ledger.members(Fact.TARGET_AMOUNT); origin++) {
      sum += ledger.get(Fact.TARGET_AMOUNT, row, origin);
    }
    return sum;
  }
}

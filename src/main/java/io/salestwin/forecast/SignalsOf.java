package io.salestwin.forecast;

import io.salestwin.calendar.Period;
import io.salestwin.forecast.Signals.AlertOutlook;
import io.salestwin.forecast.Signals.HealthOutlook;
import io.salestwin.forecast.Signals.MeasureOutlook;
import io.salestwin.forecast.Signals.TierOutlook;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Targets;
import io.salestwin.scenario.AlertRule;
import io.salestwin.scenario.HealthTier;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the health score and the worth of the alerts off the rows of a run. */
final class SignalsOf {

  private static final String NO_TARGET = "the period has no target";

  private final Figures figures;
  private final Scenario scenario;
  private final List<String> periods;

  SignalsOf(Figures figures) {
    this.figures = figures;
    scenario = figures.result().plan().scenario();
    periods = figures.result().layout().periods().stream().map(Period::name).toList();
  }

  Signals signals() {
    List<HealthOutlook> health = new ArrayList<>();
    if (!scenario.health().isEmpty()) {
      periods.forEach(period -> health.add(health(period)));
      health.add(health(KpiLayout.HORIZON));
    }
    List<AlertOutlook> alerts = new ArrayList<>();
    for (AlertRule rule : scenario.alerts()) {
      periods.forEach(period -> alerts.add(alert(rule, period)));
    }
    return new Signals(health, alerts);
  }

  private HealthOutlook health(String period) {
    String of = period.equals(KpiLayout.HORIZON) ? "" : "." + period;
    List<TierOutlook> tiers = new ArrayList<>();
    for (HealthTier tier : scenario.health()) {
      List<MeasureOutlook> measures = new ArrayList<>();
      for (HealthTier.Measure m : tier.measures()) {
        String column = "health_kpi." + tier.name() + ": " + m.figure() + of;
        measures.add(new MeasureOutlook(m.figure(), m.floor(), m.target(), score(column)));
      }
      String column = "health." + tier.name() + of;
      tiers.add(new TierOutlook(tier.name(), tier.weight(), score(column), measures));
    }
    return new HealthOutlook(period, score("health" + of), tiers);
  }

  private Estimate score(String column) {
    Pairs pairs = figures.pairs(column);
    return pairs.n() == 0
        ? Estimate.notComputable("a KPI in it is not computable in any replication")
        : figures.mean(pairs);
  }

  private AlertOutlook alert(AlertRule rule, String period) {
    String of = "." + rule.text() + "." + period;
    double[] fired = figures.result().column("alert_fired" + of);
    double[] early = figures.result().column("alert_weeks_early" + of);
    OptionalDouble target = figures.targets().of(period);
    Estimate none = Estimate.notComputable(NO_TARGET);
    if (target.isEmpty()) {
      return new AlertOutlook(rule.text(), period, share(fired), median(early), none, none, none);
    }
    double[] bookings = figures.result().column(Targets.column(period));
    int n = fired.length;
    double[] missIfFired = new double[n];
    double[] firedIfMissed = new double[n];
    double[] firedIfHit = new double[n];
    double[] earlyIfMissed = new double[n];
    for (int r = 0; r < n; r++) {
      boolean missed = bookings[r] < target.getAsDouble();
      missIfFired[r] = fired[r] == 1 ? missed ? 1 : 0 : Double.NaN;
      firedIfMissed[r] = missed ? fired[r] : Double.NaN;
      firedIfHit[r] = missed ? Double.NaN : fired[r];
      earlyIfMissed[r] = missed ? early[r] : Double.NaN;
    }
    return new AlertOutlook(
        rule.text(),
        period,
        share(fired),
        median(earlyIfMissed),
        share(missIfFired),
        share(firedIfMissed),
        share(firedIfHit));
  }

  private static double median(double[] values) {
    Sample sample = Sample.ofComputable(values);
    return sample.n() == 0 ? Double.NaN : sample.quantile(0.5);
  }

  /** The share of ones among the zeros and ones that are computable. */
  private Estimate share(double[] column) {
    Pairs pairs = Pairs.ofComputable(column);
    return pairs.n() == 0
        ? Estimate.notComputable("no replication is of this kind")
        : figures.error(level -> Intervals.atLeast(pairs, 0.5, level));
  }
}

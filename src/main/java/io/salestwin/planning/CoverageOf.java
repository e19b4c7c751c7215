package io.salestwin.planning;

import io.salestwin.planning.StressTest.CoverageNeed;
import io.salestwin.run.RunResult;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.HitCurve;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.Sample;
import io.salestwin.statistics.TargetOdds;
import java.util.ArrayList;
import java.util.List;

/** Reads off the rows of a run how much pipeline was followed by which odds. */
final class CoverageOf {

  private final RunResult rows;
  private final Targets targets;

  CoverageOf(RunResult rows) {
    this.rows = rows;
    targets = new Targets(rows.plan().scenario(), rows.layout());
  }

  List<CoverageNeed> needs() {
    return targets.names().stream().map(this::need).toList();
  }

  private CoverageNeed need(String period) {
    double target = targets.of(period).orElseThrow();
    double[] coverage = rows.column("coverage." + period);
    double[] bookings = rows.column(Targets.column(period));
    boolean[] hit = new boolean[bookings.length];
    for (int r = 0; r < hit.length; r++) {
      hit[r] = bookings[r] >= target;
    }
    Sample seen = Sample.ofComputable(coverage);
    HitCurve curve = HitCurve.of(coverage, hit);
    List<Estimate> needed = new ArrayList<>();
    for (double odds : CoverageNeed.LEVELS) {
      needed.add(
          seen.n() == 0
              ? Estimate.notComputable("coverage is not computable in this period")
              : curve.needed(odds, Interval.ERROR));
    }
    double deals = deals(period, target);
    double winRate = Pairs.ofComputable(rows.column("win_rate." + period)).mean();
    return new CoverageNeed(
        period,
        seen.n() == 0 ? List.of() : List.of(seen.quantile(0), seen.quantile(0.5), seen.quantile(1)),
        needed,
        deals,
        winRate,
        textbook(deals, winRate));
  }

  /** How many deals of mean size make up what is still to be won. */
  private double deals(String period, double target) {
    Scenario scenario = rows.plan().scenario();
    long booked = scenario.booked().byPeriod().getOrDefault(period, 0L);
    double open = target - booked / scenario.targets().basis().perUnit();
    return switch (scenario.targets().basis()) {
      case COUNT -> open;
      case ACV ->
          open
              / (Pairs.ofComputable(rows.column("bookings." + period)).mean()
                  / Pairs.ofComputable(rows.column("won." + period)).mean());
      case TCV -> Double.NaN;
    };
  }

  private static List<Double> textbook(double deals, double winRate) {
    if (!(deals >= 0.5) || !Double.isFinite(deals) || !(winRate > 1e-6) || winRate > 1) {
      return List.of();
    }
    int needed = (int) Math.min(1_000_000, Math.max(1, Math.rint(deals)));
    return CoverageNeed.LEVELS.stream()
        .map(odds -> TargetOdds.coverageFor(needed, winRate, odds))
        .toList();
  }
}

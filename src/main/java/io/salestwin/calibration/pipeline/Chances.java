package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.Differences;
import io.salestwin.calibration.backtest.DealChances;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/** The chances of all open deals of a history by a rule; what can be known of the past only. */
final class Chances {

  private final IntToDoubleFunction chance;
  private final Optional<String> reason;

  private Chances(IntToDoubleFunction chance, Optional<String> reason) {
    this.chance = chance;
    this.reason = reason;
  }

  /**
   * Chances to be won within some days.
   *
   * @param plan the chances by stage and the holidays, for the rules that need them
   */
  static Chances of(ChanceRule rule, CrmHistory then, int days, PipelinePlan plan) {
    return switch (rule) {
      case LEARNED ->
          new Chances(DealChances.of(then, days, plan.holidays())::of, Optional.empty());
      case FORMULA -> new Chances(new Formula(then, days)::chance, Optional.empty());
      case STAGES -> stages(then, plan.stageChances());
    };
  }

  /** 0 to 1. */
  double of(int deal) {
    return chance.applyAsDouble(deal);
  }

  /** Why this rule says nothing here. */
  Optional<String> reason() {
    return reason;
  }

  private static Chances stages(CrmHistory then, Map<String, Double> said) {
    Map<String, Double> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(said);
    TreeSet<String> missing = new TreeSet<>();
    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) == 0 && !known.containsKey(stage(then, d))) {
        missing.add(stage(then, d));
      }
    }
    return new Chances(
        d -> known.getOrDefault(stage(then, d), Double.NaN),
        missing.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "no chance is said for the stage"
                    + (missing.size() == 1 ? " " : "s ")
                    + String.join(", ", missing)));
  }

  /** What the stage of an open deal is called. */
  static String stage(CrmHistory then, int deal) {
    int present = then.presentStage(deal);
    if (!then.hasPaths() && present >= 0) {
      return then.names().presentStages().get(present);
    }
    int stage = then.stage(deal);
    return stage < 0 ? "no stage" : then.names().stages().get(stage);
  }

  /**
   * The won share of the deals that were in its stage and have closed x 2^(-days past the expected
   * close / median won cycle), and 0 for one expected after the period x won share of its rep over
   * that of all (partially pooled). Without an expected close in the export it is the creation plus
   * the median won cycle.
   */
  private static final class Formula {
    private final CrmHistory then;
    private final long endMs;
    private final double[] share;
    private final double all;
    private final double[] byOwner;
    private final double cycleMs;

    Formula(CrmHistory then, int days) {
      this.then = then;
      endMs = then.knownUntilMs() + days * CrmHistory.DAY_MS;
      int stages = then.names().stages().size();
      double[] won = new double[stages + 1];
      double[] closed = new double[stages + 1];
      for (int d = 0; d < then.deals(); d++) {
        if (then.outcome(d) == 0) {
          continue;
        }
        boolean[] was = new boolean[stages + 1];
        was[stages] = true;
        for (int e = then.firstEvent(d); e < then.firstEvent(d + 1); e++) {
          was[then.eventStage(e) < 0 ? stages : then.eventStage(e)] = true;
        }
        for (int s = 0; s <= stages; s++) {
          won[s] += was[s] && then.outcome(d) == CrmHistory.WON ? 1 : 0;
          closed[s] += was[s] ? 1 : 0;
        }
      }
      all = closed[stages] == 0 ? 0 : won[stages] / closed[stages];
      share = new double[stages];
      for (int s = 0; s < stages; s++) {
        share[s] = closed[s] == 0 ? all : won[s] / closed[s];
      }
      byOwner = owners(then, all);
      cycleMs = cycleMs(then);
    }

    private static double[] owners(CrmHistory then, double all) {
      Differences reps = Differences.betweenOwners(then);
      double[] factor = new double[then.names().owners().size()];
      Arrays.fill(factor, 1);
      for (int i = 0; i < reps.names().size() && all > 0 && all < 1; i++) {
        double odds = Math.log(all / (1 - all)) + reps.shrunk().get(i);
        int owner = then.names().owners().indexOf(reps.names().get(i));
        factor[owner] = 1 / (1 + Math.exp(-odds)) / all;
      }
      return factor;
    }

    double chance(int deal) {
      int stage = then.stage(deal);
      double base = stage < 0 ? all : share[stage];
      double rep = then.owner(deal) < 0 ? 1 : byOwner[then.owner(deal)];
      return Math.min(1, base * decay(deal) * rep);
    }

    private double decay(int deal) {
      long promised = then.promisedMs(deal);
      double expected =
          promised == CrmHistory.NEVER ? then.createdMs(deal) + cycleMs : (double) promised;
      if (expected > endMs) {
        return 0;
      }
      return Math.pow(2, Math.min(0, expected - then.knownUntilMs()) / Math.max(1, cycleMs));
    }
  }

  /** The median time from creation to being won, in milliseconds. */
  static double cycleMs(CrmHistory then) {
    long[] cycles = new long[then.deals()];
    int n = 0;
    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) == CrmHistory.WON) {
        cycles[n++] = then.closedMs(d) - then.createdMs(d);
      }
    }
    Arrays.sort(cycles, 0, n);
    return n == 0 ? Double.NaN : (cycles[(n - 1) / 2] + cycles[n / 2]) / 2.0;
  }
}

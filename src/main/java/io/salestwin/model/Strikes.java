package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import java.util.Arrays;

/**
 * When shocks strike in a replication, how long and how hard: drawn as a whole before the play
 * begins, so that a look into the future is a look into a table.
 *
 * <p>A shock that strikes by itself at random has candidates at exponential distances. A candidate,
 * or a companion's call, that comes while the shock still lasts does nothing. Draws are keyed by
 * (shock, number of the candidate) and by (shock, number of the strike).
 */
final class Strikes {

  private static final int SHOCK = Purpose.SHOCK.code();
  private static final int CANDIDATE = 0;
  private static final int LENGTH_AND_SEVERITY = 1;
  private static final int COMPANION = 2;

  /** Bits of the number of a strike in the index of a draw. */
  static final int INDEX_BITS = 20;

  private final ShockPlan[] plans;
  private final long endMs;
  private final long[] nextOwn;
  private final int[] candidates;
  private final int[] struck;
  private final long[] lastsUntil;

  private int count;
  private int[] shock = new int[8];
  private long[] from = new long[8];
  private long[] until = new long[8];
  private double[] severity = new double[8];
  private int[] ordinal = new int[8];

  Strikes(ShockPlan[] plans, long endMs) {
    this.plans = plans;
    this.endMs = endMs;
    nextOwn = new long[plans.length];
    candidates = new int[plans.length];
    struck = new int[plans.length];
    lastsUntil = new long[plans.length];
  }

  /** Draws all strikes before the end of the horizon, in the order of time. */
  void draw(Streams streams) {
    count = 0;
    Arrays.fill(candidates, 0);
    Arrays.fill(struck, 0);
    Arrays.fill(lastsUntil, Long.MIN_VALUE);
    for (int i = 0; i < plans.length; i++) {
      nextOwn[i] = first(i, streams);
    }
    for (int i = earliest(); nextOwn[i] < endMs; i = earliest()) {
      long at = nextOwn[i];
      nextOwn[i] = plans[i].perMs() > 0 ? later(i, at, streams) : ShockPlan.NEVER;
      strike(i, at, streams);
    }
  }

  private long first(int i, Streams streams) {
    ShockPlan plan = plans[i];
    if (plan.perMs() > 0) {
      return later(i, plan.fromMs(), streams);
    }
    boolean comes =
        plan.chance() == 1
            || streams.uniform(plan.entity(), SHOCK, index(0, CANDIDATE)) < plan.chance();
    return comes ? plan.atMs() : ShockPlan.NEVER;
  }

  private long later(int i, long than, Streams streams) {
    ShockPlan plan = plans[i];
    double u = streams.uniform(plan.entity(), SHOCK, index(candidates[i]++, CANDIDATE));
    long at = than + (long) (-Elementary.log(u) / plan.perMs() + 0.5);
    return at < plan.untilMs() ? at : ShockPlan.NEVER;
  }

  private int earliest() {
    int least = 0;
    for (int i = 1; i < nextOwn.length; i++) {
      if (nextOwn[i] < nextOwn[least]) {
        least = i;
      }
    }
    return least;
  }

  private void strike(int i, long at, Streams streams) {
    if (at < lastsUntil[i]) {
      return;
    }
    ShockPlan plan = plans[i];
    int number = struck[i]++;
    double u = streams.uniform(plan.entity(), SHOCK, index(number, LENGTH_AND_SEVERITY));
    double hard = plan.severity().sample(streams.second());
    // a millisecond at the least, so that companions cannot call each other without end
    long length = Math.max(1, (long) (Math.min(plan.lasts().sample(u), 1e15) + 0.5));
    lastsUntil[i] = at + length;
    keep(i, number, at, at + length, Math.max(0, Math.min(1, hard)));
    for (int j = 0; j < plan.with().length; j++) {
      double called =
          streams.uniform(plan.entity(), SHOCK, index(number, COMPANION + plan.withCode()[j]));
      if (called < plan.withChance()[j]) {
        strike(plan.with()[j], at, streams);
      }
    }
  }

  private static long index(int number, int what) {
    return (long) number << INDEX_BITS | what;
  }

  private void keep(int i, int number, long at, long end, double hard) {
    if (count == shock.length) {
      shock = Arrays.copyOf(shock, 2 * count);
      from = Arrays.copyOf(from, 2 * count);
      until = Arrays.copyOf(until, 2 * count);
      severity = Arrays.copyOf(severity, 2 * count);
      ordinal = Arrays.copyOf(ordinal, 2 * count);
    }
    shock[count] = i;
    from[count] = at;
    until[count] = end;
    ordinal[count] = number;
    severity[count++] = hard;
  }

  int count() {
    return count;
  }

  int shock(int strike) {
    return shock[strike];
  }

  /** How many times its shock had struck before. */
  int ordinal(int strike) {
    return ordinal[strike];
  }

  /** When it began; before 0 for a shock that has begun before the start. */
  long from(int strike) {
    return from[strike];
  }

  /** When it ends: the first millisecond without it. */
  long until(int strike) {
    return until[strike];
  }

  double severity(int strike) {
    return severity[strike];
  }
}

package io.salestwin.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/**
 * How long leads of each class wait for a touch. A wait counts when the touch begins within the
 * horizon. All leads are meant to wait once only: for a role that takes them from one line.
 */
final class Waits implements Watcher {

  private static final double HOUR_MS = 3_600_000;

  private static final class Waiting {
    int rank;
    long since;
  }

  private final IntBinaryOperator classOf;
  private final Map<Long, Waiting> waiting = new HashMap<>();
  private final double[] count;
  private final double[] hours;
  private final double[] faded;
  private final double[] delayed;

  /**
   * @param classes number of classes
   * @param classOf the class of a lead, from 0, by its source and its product
   */
  Waits(int classes, IntBinaryOperator classOf) {
    this.classOf = classOf;
    count = new double[classes];
    hours = new double[classes];
    faded = new double[classes];
    delayed = new double[classes];
  }

  /** All leads in one class. */
  static Waits ofAll() {
    return new Waits(1, (source, product) -> 0);
  }

  @Override
  public void begin() {
    waiting.clear();
    for (double[] sums : new double[][] {count, hours, faded, delayed}) {
      Arrays.fill(sums, 0);
    }
  }

  @Override
  public void meet(long entity, int source, int segment, int product, long valueCents) {
    Waiting lead = new Waiting();
    lead.rank = classOf.applyAsInt(source, product);
    waiting.put(entity, lead);
  }

  @Override
  public void waits(long timeMs, long entity, int role) {
    waiting.get(entity).since = timeMs;
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    if (step != Step.TOUCH_BEGAN) {
      return;
    }
    Waiting lead = waiting.remove(entity);
    if (timeMs >= 0) {
      double wait = (timeMs - lead.since) / HOUR_MS;
      count[lead.rank]++;
      hours[lead.rank] += wait;
      faded[lead.rank] += StrictMath.exp(-wait);
      delayed[lead.rank] += wait > 0 ? 1 : 0;
    }
  }

  /** Waits that ended. */
  double count(int rank) {
    return count[rank];
  }

  /** Sum of the waits, in hours. */
  double hours(int rank) {
    return hours[rank];
  }

  /** Sum of e^(-wait / 1 hour). */
  double faded(int rank) {
    return faded[rank];
  }

  /** How many waited at all. */
  double delayed(int rank) {
    return delayed[rank];
  }
}

package io.salestwin.statistics.study;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.statistics.power.FalseAlarmBand;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One simulation study: a method in a world, repeated, and the share of the repeats in which it did
 * what is counted.
 *
 * @param method what is studied
 * @param world how the data come about
 * @param bound between which shares it must lie, and what is counted
 * @param runs number of repeats
 * @param trial draws data and says whether the counted thing happened; what is not computable did
 *     not happen
 */
public record Study(String method, String world, Bound bound, int runs, Predicate<Chance> trial) {

  /** How many repeats there are where they are quick. */
  public static final int RUNS = 10_000;

  /** The level of tests; intervals have one less this. */
  public static final double ALPHA = 0.05;

  private static final double BAND = 0.999;

  /**
   * The shares that are as they should be.
   *
   * @param counts what is counted
   * @param low smallest share
   * @param high largest share
   */
  public record Bound(String counts, double low, double high) {

    String words() {
      if (low <= 0) {
        return "≤ " + percent(high);
      }
      return high >= 1 ? "≥ " + percent(low) : "%s to %s".formatted(percent(low), percent(high));
    }

    boolean holds(double share) {
      return share >= low && share <= high;
    }
  }

  /** A test must find what is not there as often as its level says: the band of chance, 99.9 %. */
  public static Study level(String method, String world, Predicate<Chance> finds) {
    return happens(method, world, "false positives", ALPHA, RUNS, finds);
  }

  /** An exact or conservative test may stay below its level. */
  public static Study atMostLevel(String method, String world, int runs, Predicate<Chance> finds) {
    double high = (double) FalseAlarmBand.of(runs, ALPHA, BAND).high() / runs;
    return new Study(method, world, new Bound("false positives", 0, high), runs, finds);
  }

  /** A method that is wrong in such a world, and must be seen to be. */
  public static Study fails(String method, String world, double least, Predicate<Chance> finds) {
    return new Study(method, world, new Bound("false positives, too many", least, 1), RUNS, finds);
  }

  /** An interval of 95 % must hold the truth so often, less three standard errors. */
  public static Study covers(String method, String world, Predicate<Chance> holds) {
    return atLeast(method, world, "coverage", 1 - ALPHA, RUNS, holds);
  }

  /** An asymptotic interval that stays a little below 95 %, but not under 94 %. */
  public static Study nearlyCovers(String method, String world, Predicate<Chance> holds) {
    return new Study(method, world, new Bound("coverage, asymptotic", 0.94, 1), RUNS, holds);
  }

  /** An asymptotic interval outside of its domain: the page says that it falls under 94 %. */
  public static Study fallsShort(String method, String world, Predicate<Chance> holds) {
    return new Study(method, world, new Bound("coverage, too low", 0, 0.94), RUNS, holds);
  }

  /** Something must happen with a known chance: the band of chance, 99.9 %. */
  public static Study happens(
      String method, String world, String counts, double chance, int runs, Predicate<Chance> does) {
    FalseAlarmBand band = FalseAlarmBand.of(runs, chance, BAND);
    Bound bound = new Bound(counts, (double) band.low() / runs, (double) band.high() / runs);
    return new Study(method, world, bound, runs, does);
  }

  /** Something must happen at least so often, less three standard errors. */
  public static Study atLeast(
      String method, String world, String counts, double chance, int runs, Predicate<Chance> does) {
    double low = chance - 3 * Math.sqrt(chance * (1 - chance) / runs);
    return new Study(method, world, new Bound(counts, low, 1), runs, does);
  }

  /** The power of an approximate formula, which may itself err by a point. */
  public static Study power(String method, String world, double designed, Predicate<Chance> finds) {
    FalseAlarmBand band = FalseAlarmBand.of(RUNS, designed, BAND);
    Bound bound =
        new Bound(
            "power, designed %s".formatted(percent(designed)),
            band.low() / (double) RUNS - 0.01,
            Math.min(1, band.high() / (double) RUNS + 0.01));
    return new Study(method, world, bound, RUNS, finds);
  }

  /** The share of the repeats in which it happened; the same at every call. */
  double share() {
    int found = 0;
    long seed = method.hashCode() * 31L + world.hashCode();
    for (int run = 0; run < runs; run++) {
      found += trial.test(new Chance(new RandomStream(seed, run, Purpose.SYNTHETIC))) ? 1 : 0;
    }
    return (double) found / runs;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}

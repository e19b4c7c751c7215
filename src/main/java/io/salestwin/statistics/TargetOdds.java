package io.salestwin.statistics;

/**
 * The odds that enough of many equal, independent chances come true, without simulation: the exact
 * binomial behind every "how many times the target must we have". It knows nothing of time, unequal
 * sizes or shared luck, all of which make the odds less extreme.
 */
public final class TargetOdds {

  private TargetOdds() {}

  /**
   * P(at least {@code needed} of n hit), each hitting with probability p on its own: the binomial
   * tail as the regularised incomplete beta function I(p; needed, n - needed + 1).
   *
   * @param needed how many must hit; 0 or less gives 1
   * @param n how many chances there are, 0 or more
   * @param p the chance of each, from 0 to 1
   * @return the probability, from 0 to 1
   * @throws IllegalArgumentException when n or p is out of its range
   */
  public static double atLeast(long needed, long n, double p) {
    if (n < 0) {
      throw new IllegalArgumentException("n must be 0 or more: " + n);
    }
    return Critical.binomialAtLeast(needed, n, Finite.requireProbability("p", p));
  }

  /**
   * The fewest chances for which at least {@code needed} hit with the odds asked for.
   *
   * @param needed how many must hit, at least 1
   * @param p the chance of each, above 1e-9 and at most 1
   * @param odds the probability asked for, above 0 and below 1
   * @return the number of chances, at least {@code needed}
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static long chancesFor(int needed, double p, double odds) {
    if (needed < 1) {
      throw new IllegalArgumentException("needed must be 1 or more: " + needed);
    }
    if (!(p > 1e-9 && p <= 1)) {
      throw new IllegalArgumentException("p must be above 1e-9 and at most 1: " + p);
    }
    Finite.requireInside("odds", odds);
    long fails = needed - 1L;
    long holds = needed;
    while (atLeast(needed, holds, p) < odds) {
      fails = holds;
      holds *= 2;
    }
    while (holds - fails > 1) {
      long middle = (holds + fails) >>> 1;
      if (atLeast(needed, middle, p) >= odds) {
        holds = middle;
      } else {
        fails = middle;
      }
    }
    return holds;
  }

  /**
   * The coverage needed: {@link #chancesFor} as a multiple of what must hit. 3.6 means 3.6 times
   * the target must be in hand.
   *
   * @param needed how many must hit, at least 1
   * @param p the chance of each, above 1e-9 and at most 1
   * @param odds the probability asked for, above 0 and below 1
   * @return the multiple, at least 1
   * @throws IllegalArgumentException when an argument is out of its range
   */
  public static double coverageFor(int needed, double p, double odds) {
    return (double) chancesFor(needed, p, odds) / needed;
  }
}

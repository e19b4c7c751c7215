package io.salestwin.statistics.sequential;

import io.salestwin.statistics.special.Root;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Limits for a few looks at growing data that keep the chance of a false alarm at its level over
 * all looks together (Jennison and Turnbull, <em>Group Sequential Methods</em>, 2000). Stopping is
 * for an effect only; the two-sided test is symmetric with half the level to each side.
 *
 * <p>All figures are computed by the exact recursion over the joint law of the statistics, not by
 * simulation; they agree to about 10 digits when the discretisation is doubled.
 */
public final class GroupSequential {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] t;
  private final int sides;
  private final double[] z;
  private final Excursion excursion;
  private final String reason;

  private GroupSequential(double[] t, int sides, double[] z, Excursion excursion, String reason) {
    this.t = t;
    this.sides = sides;
    this.z = z;
    this.excursion = excursion;
    this.reason = reason;
  }

  /**
   * Limits that spend the level as a function says: at every look as much as the information
   * allows, however the looks fell.
   *
   * @param t information at each look as a share of the planned one, rising, above 0
   * @param alpha the level over both sides, above 0 and below 1
   * @param sides 1 or 2
   * @param spending the function of one side
   * @return the test
   */
  public static GroupSequential spending(double[] t, double alpha, int sides, Spending spending) {
    requireLevel(alpha);
    Excursion excursion = excursion(t, sides);
    double[] z = new double[t.length];
    double spent = 0;
    for (int k = 0; k < t.length; k++) {
      double target = spending.at(t[k], alpha / sides);
      z[k] = limitFor(excursion, target - spent);
      excursion.limit(z[k]);
      spent = Math.max(spent, target);
    }
    return new GroupSequential(t.clone(), sides, z, excursion, "");
  }

  /**
   * Pocock's limits: the same z at every look (Biometrika 64, 1977).
   *
   * @param t information at each look as a share of the planned one, rising, above 0
   * @param alpha the level over both sides, above 0 and below 1
   * @param sides 1 or 2
   * @return the test
   */
  public static GroupSequential pocock(double[] t, double alpha, int sides) {
    return scaled(t, alpha, sides, share -> 1.0);
  }

  /**
   * O'Brien and Fleming's limits: z = C / √t (Biometrics 35, 1979).
   *
   * @param t information at each look as a share of the planned one, rising, above 0
   * @param alpha the level over both sides, above 0 and below 1
   * @param sides 1 or 2
   * @return the test
   */
  public static GroupSequential obrienFleming(double[] t, double alpha, int sides) {
    return scaled(t, alpha, sides, share -> 1 / Math.sqrt(share));
  }

  /**
   * Haybittle and Peto's limits: a given z at every look but the last, which takes what is left of
   * the level (British Journal of Cancer 34, 1976).
   *
   * @param t information at each look as a share of the planned one, rising, above 0
   * @param alpha the level over both sides, above 0 and below 1
   * @param sides 1 or 2
   * @param early the limit of the early looks, above 0
   * @return the test; undefined if the early looks leave nothing of the level
   */
  public static GroupSequential haybittlePeto(double[] t, double alpha, int sides, double early) {
    requireLevel(alpha);
    Excursion excursion = excursion(t, sides);
    double[] z = new double[t.length];
    double spent = 0;
    int last = t.length - 1;
    for (int k = 0; k < last; k++) {
      z[k] = early;
      spent += excursion.nextAbove(early);
      excursion.limit(early);
    }
    boolean left = alpha / sides > spent;
    z[last] = left ? limitFor(excursion, alpha / sides - spent) : Double.NaN;
    excursion.limit(z[last]);
    return new GroupSequential(
        t.clone(),
        sides,
        z,
        excursion,
        left ? "" : "the early looks at z = " + early + " spend more than the whole level");
  }

  /**
   * The same given limit at every look, as those use it who look often and do not correct for it.
   *
   * @param t information at each look as a share of the planned one, rising, above 0
   * @param sides 1 or 2
   * @param limit z, above 0
   * @return the test
   */
  public static GroupSequential constant(double[] t, int sides, double limit) {
    Excursion excursion = excursion(t, sides);
    double[] z = new double[t.length];
    for (int k = 0; k < t.length; k++) {
      z[k] = limit;
      excursion.limit(limit);
    }
    return new GroupSequential(t.clone(), sides, z, excursion, "");
  }

  /**
   * The same limits, with a test that also ends where Z is below others. The level is then not used
   * up; who goes on below them all the same still keeps it.
   *
   * @param below one per look, each below z; -∞ where it never ends for that, and at the last look
   * @return the test
   */
  public GroupSequential endingBelow(double[] below) {
    Excursion bounded = excursion(t, sides);
    for (int k = 0; k < t.length; k++) {
      boolean harm = sides == 2 && below[k] < -z[k];
      bounded.limit(z[k], harm ? -z[k] : below[k]);
    }
    return new GroupSequential(t.clone(), sides, z.clone(), bounded, reason);
  }

  /**
   * The chance to cross the upper limit at some look.
   *
   * @param drift the expectation of Z at the last look
   * @return from 0 to 1
   */
  public double power(double drift) {
    double theta = drift / lastRoot();
    double sum = 0;
    for (int k = 0; k < t.length; k++) {
      sum += excursion.leavesAbove(k, theta);
    }
    return sum;
  }

  /**
   * The limits: an effect is shown at look k when Z (two-sided: |Z|) is at least z[k].
   *
   * @return one per look; infinite where nothing may be spent
   */
  public double[] z() {
    return z.clone();
  }

  /**
   * The p of a single test at each limit, two-sided for a two-sided test.
   *
   * @return one per look
   */
  public double[] nominalP() {
    return perLook(k -> sides * NORMAL.survivalProbability(z[k]));
  }

  /**
   * The level that was spent up to each look, over both sides.
   *
   * @return one per look, rising; the last is the chance of a false alarm of the whole
   */
  public double[] spent() {
    double[] spent = perLook(k -> stops(k, 0));
    for (int k = 1; k < spent.length; k++) {
      spent[k] += spent[k - 1];
    }
    return spent;
  }

  /**
   * The expectation of Z at the last look with which the upper limit is crossed at some look with a
   * given probability. Crossings of the lower limit do not count.
   *
   * @param power the probability, above the level of one side and below 1
   * @return the drift; NaN if the probability is not above the level
   */
  public double drift(double power) {
    if (!reason.isEmpty()) {
      return Double.NaN;
    }
    DoubleUnaryOperator gap =
        theta -> {
          double sum = 0;
          for (int k = 0; k < t.length; k++) {
            sum += excursion.leavesAbove(k, theta);
          }
          return sum - power;
        };
    return gap.applyAsDouble(0) < 0 ? Root.above(gap, 0, 1) * lastRoot() : Double.NaN;
  }

  /**
   * How much larger the largest sample is than that of the test with one look and the same power:
   * drift² / (z_{1-α/sides} + z_power)².
   *
   * @param alpha the level of that test over both sides
   * @param power its power
   * @return the factor
   */
  public double inflation(double alpha, double power) {
    double z1 =
        NORMAL.inverseSurvivalProbability(alpha / sides)
            + NORMAL.inverseCumulativeProbability(power);
    double ratio = drift(power) / z1;
    return ratio * ratio;
  }

  /**
   * The chance to stop at each look with an effect shown, on either side.
   *
   * @param drift the expectation of Z at the last look
   * @return one per look
   */
  public double[] stopping(double drift) {
    double theta = drift / lastRoot();
    return perLook(k -> stops(k, theta));
  }

  /**
   * The expected information at the end as a share of that at the last look. Who does not stop
   * before ends at the last look.
   *
   * @param drift the expectation of Z at the last look
   * @return the share, above 0 and at most 1
   */
  public double expectedShare(double drift) {
    double[] stop = stopping(drift);
    double saved = 0;
    for (int k = 0; k < t.length - 1; k++) {
      saved += (1 - t[k] / t[t.length - 1]) * stop[k];
    }
    return 1 - saved;
  }

  /**
   * Why figures are undefined.
   *
   * @return the reason; empty if all are defined
   */
  public String reason() {
    return reason;
  }

  /** The information at each look. */
  double[] shares() {
    return t.clone();
  }

  int sides() {
    return sides;
  }

  /** The looks before any limit is set. */
  Excursion start() {
    return excursion(t, sides);
  }

  private double stops(int look, double theta) {
    return excursion.leavesAbove(look, theta) + excursion.leavesBelow(look, theta);
  }

  private double lastRoot() {
    return Math.sqrt(t[t.length - 1]);
  }

  private double[] perLook(IntToDoubleFunction figure) {
    double[] all = new double[t.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = figure.applyAsDouble(k);
    }
    return all;
  }

  private static GroupSequential scaled(
      double[] t, double alpha, int sides, DoubleUnaryOperator shape) {
    requireLevel(alpha);
    ToDoubleFunction<Excursion> total =
        excursion -> {
          double sum = 0;
          for (int k = 0; k < t.length; k++) {
            sum += excursion.leavesAbove(k, 0);
          }
          return sum;
        };
    double single = NORMAL.inverseSurvivalProbability(alpha / sides);
    double constant =
        Root.above(
            c -> log(total.applyAsDouble(limited(t, sides, shape, c))) - log(alpha / sides),
            single - 1e-6,
            0.5);
    double[] z = perLook(t, shape, constant);
    return new GroupSequential(t.clone(), sides, z, limited(t, sides, shape, constant), "");
  }

  private static Excursion limited(
      double[] t, int sides, DoubleUnaryOperator shape, double constant) {
    Excursion excursion = excursion(t, sides);
    for (double z : perLook(t, shape, constant)) {
      excursion.limit(z);
    }
    return excursion;
  }

  private static double[] perLook(double[] t, DoubleUnaryOperator shape, double constant) {
    double last = t[t.length - 1];
    double[] z = new double[t.length];
    for (int k = 0; k < z.length; k++) {
      z[k] = constant * shape.applyAsDouble(t[k] / last);
    }
    return z;
  }

  /** The limit with a given chance to leave above at the next look. */
  private static double limitFor(Excursion excursion, double chance) {
    if (!(chance > 0) || excursion.nextAbove(Excursion.WIDEST) >= chance) {
      return Double.POSITIVE_INFINITY;
    }
    return Root.between(
        limit -> log(excursion.nextAbove(limit)) - log(chance),
        -Excursion.WIDEST,
        Excursion.WIDEST);
  }

  /** Finite for 0 too, as the search for roots wants it. */
  private static double log(double p) {
    return Math.log(Math.max(p, Double.MIN_VALUE));
  }

  private static Excursion excursion(double[] t, int sides) {
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides is " + sides + "; give 1 or 2");
    }
    if (t.length == 0) {
      throw new IllegalArgumentException("t is empty; give the information at each look");
    }
    for (int k = 0; k < t.length; k++) {
      if (!(t[k] > (k == 0 ? 0 : t[k - 1])) || Double.isInfinite(t[k])) {
        throw new IllegalArgumentException(
            "t[" + k + "] is " + t[k] + "; give shares of information that rise from above 0");
      }
    }
    return new Excursion(t.clone(), sides == 2);
  }

  private static void requireLevel(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
    }
  }
}

package io.salestwin.statistics.proportion;

import io.salestwin.statistics.special.NormalLaw;

/**
 * Is the treatment's proportion not worse than the control's by a margin or more? Sources as for
 * {@link ScoreDifference}. Where lower is better, everything is mirrored: the difference must stay
 * below the margin.
 *
 * @param difference p2 - p1
 * @param farringtonManningZ score statistic at the margin
 * @param miettinenNurminenZ the same with the factor N / (N - 1) in the variance
 * @param restrictedP1 most likely p1 at the margin
 * @param restrictedP2 most likely p2 at the margin
 * @param waldZ statistic with the variance at the observed proportions; NaN if that is 0
 * @param otherZ score statistic at the other side's margin, for equivalence
 * @param higherIsBetter the direction
 * @param reason why some figures are NaN; empty if none is
 */
public record NonInferiority(
    double difference,
    double farringtonManningZ,
    double miettinenNurminenZ,
    double restrictedP1,
    double restrictedP2,
    double waldZ,
    double otherZ,
    boolean higherIsBetter,
    String reason) {

  /**
   * Tests a margin.
   *
   * @param x1 hits in the control
   * @param n1 trials in the control
   * @param x2 hits in the treatment
   * @param n2 trials in the treatment
   * @param margin above 0 and below 1
   * @param higherIsBetter false if a hit is bad, such as churn
   * @return the test
   */
  public static NonInferiority of(
      long x1, long n1, long x2, long n2, double margin, boolean higherIsBetter) {
    if (!(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException("the margin must be above 0 and below 1: " + margin);
    }
    Counts.require("x1", x1, "n1", n1);
    Counts.require("x2", x2, "n2", n2);
    if (n1 == 0 || n2 == 0) {
      double nan = Double.NaN;
      return new NonInferiority(
          nan, nan, nan, nan, nan, nan, nan, higherIsBetter, "a group has no observation");
    }
    double at = higherIsBetter ? -margin : margin;
    ScoreDifference plain = new ScoreDifference(x1, n1, x2, n2, false);
    double d = plain.difference();
    double restricted = plain.restricted(at);
    double variance = spread(x1, n1) + spread(x2, n2);
    return new NonInferiority(
        d,
        plain.z(at),
        new ScoreDifference(x1, n1, x2, n2, true).z(at),
        restricted,
        restricted + at,
        variance == 0 ? Double.NaN : (d - at) / Math.sqrt(variance),
        plain.z(-at),
        higherIsBetter,
        variance == 0 ? "without any spread in either group Wald's variance is 0" : "");
  }

  /**
   * The p of a statistic at the margin.
   *
   * @param z one of the statistics
   * @return P(Z &gt; z), or P(Z &lt; z) where lower is better
   */
  public double p(double z) {
    return higherIsBetter ? NormalLaw.above(z) : NormalLaw.below(z);
  }

  /**
   * Equivalence by two one-sided score tests.
   *
   * @return the larger of the p at either margin
   */
  public double equivalenceP() {
    double other = higherIsBetter ? NormalLaw.below(otherZ) : NormalLaw.above(otherZ);
    return Math.max(p(farringtonManningZ), other);
  }

  /**
   * Trials per arm that give a power: (z_alpha + z_beta)² (p1 q1 + p2 q2) / (p2 - p1 + margin)², or
   * with (p2 - p1 - margin)² where lower is better.
   *
   * @param p1 planned proportion of the control
   * @param p2 planned proportion of the treatment
   * @param margin above 0
   * @param alpha one-sided level
   * @param power such as 0.8
   * @param higherIsBetter the direction
   * @return the number, not rounded
   */
  public static double trialsPerArm(
      double p1, double p2, double margin, double alpha, double power, boolean higherIsBetter) {
    double z = NormalLaw.upperQuantile(alpha) + NormalLaw.quantile(power);
    double room = higherIsBetter ? p2 - p1 + margin : p2 - p1 - margin;
    return z * z * (p1 * (1 - p1) + p2 * (1 - p2)) / (room * room);
  }

  private static double spread(double x, double n) {
    return x * (n - x) / (n * n * n);
  }
}

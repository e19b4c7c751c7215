package io.salestwin.statistics.power;

import io.salestwin.statistics.special.Root;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Power and sizes for comparing two proportions, by normal approximations (Fleiss, Levin and Paik,
 * <em>Statistical Methods for Rates and Proportions</em>, 3rd ed. 2003, chapter 4; Cohen,
 * <em>Statistical Power Analysis</em>, 1988, chapter 6). For small samples see {@link ExactPower}.
 *
 * <p>Sizes are those of the control arm; the treatment arm has ratio times as many. With z_a and
 * z_b the quantiles of level and power, q = 1 - p and p̄ = (p1 + r p2) / (1 + r).
 *
 * @param p1 the control's proportion, from 0 to 1
 * @param p2 the treatment's proportion, from 0 to 1
 * @param ratio r, n2 / n1, above 0
 * @param demand level and power
 */
public record ProportionPlan(double p1, double p2, double ratio, Demand demand) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int SCAN = 400;

  public ProportionPlan {
    if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1)) {
      throw new IllegalArgumentException(
          "p1 is " + p1 + " and p2 is " + p2 + "; give numbers from 0 to 1");
    }
    Refuse.unlessPositive("ratio", ratio);
  }

  /**
   * The size with the pooled variance under the null hypothesis: (z_a √(p̄ q̄ (1 + 1/r)) + z_b √(p1
   * q1 + p2 q2 / r))² / (p2 - p1)².
   *
   * @return n1, a real number; infinite without a difference
   */
  public double size() {
    double root =
        demand.zAlpha() * Math.sqrt(pooledVariance()) + demand.zPower() * Math.sqrt(variance());
    return perSquare(root * root);
  }

  /**
   * The size with the unpooled variance for both terms: (z_a + z_b)² (p1 q1 + p2 q2 / r) / (p2 -
   * p1)².
   *
   * @return n1, a real number; infinite without a difference
   */
  public double sizeUnpooled() {
    return perSquare(demand.squared() * variance());
  }

  /**
   * Cohen's effect size, 2 asin √p2 - 2 asin √p1.
   *
   * @return h, negative if p2 is below p1
   */
  public double effectSize() {
    return 2 * Math.asin(Math.sqrt(p2)) - 2 * Math.asin(Math.sqrt(p1));
  }

  /**
   * The size on the arcsine scale: (z_a + z_b)² (1 + 1/r) / h².
   *
   * @return n1, a real number; infinite without a difference
   */
  public double sizeArcsine() {
    double h = effectSize();
    return demand.squared() * (1 + 1 / ratio) / (h * h);
  }

  /**
   * The size of {@link #size()} with Fleiss's correction for continuity: n / 4 (1 + √(1 + 2 (1 + r)
   * / (n r |p2 - p1|)))².
   *
   * @return n1, a real number; infinite without a difference
   */
  public double sizeCorrected() {
    double n = size();
    double root = 1 + Math.sqrt(1 + 2 * (1 + ratio) / (n * ratio * Math.abs(p2 - p1)));
    return p1 == p2 ? Double.POSITIVE_INFINITY : n / 4 * root * root;
  }

  /**
   * The power of the pooled z test to the side of the difference.
   *
   * @param n1 size of the control arm, above 0
   * @return the power, from 0 to 1
   */
  public double power(double n1) {
    return tail(Math.abs(p2 - p1), n1);
  }

  /**
   * The power of the pooled z test to either side; for a one-sided test that of {@link #power}.
   *
   * @param n1 size of the control arm, above 0
   * @return the power, from 0 to 1
   */
  public double powerStrict(double n1) {
    double difference = Math.abs(p2 - p1);
    return demand.sides() == 1 ? power(n1) : tail(difference, n1) + tail(-difference, n1);
  }

  /**
   * The power on the arcsine scale, to either side if the test has two.
   *
   * @param n1 size of the control arm, above 0
   * @return the power, from 0 to 1
   */
  public double powerArcsine(double n1) {
    double shift = Math.abs(effectSize()) * Math.sqrt(n1 * ratio / (1 + ratio));
    double z = demand.zAlpha();
    double near = NORMAL.survivalProbability(z - shift);
    return demand.sides() == 1 ? near : near + NORMAL.survivalProbability(z + shift);
  }

  /**
   * The smallest increase over p1 that the demanded power finds by the formula of {@link #size()}.
   *
   * @param n1 size of the control arm, above 0
   * @return p2 - p1, above 0; NaN if even p2 = 1 is not found
   */
  public double smallestIncrease(double n1) {
    double most = 1 - p1;
    double last = 0;
    for (int i = 1; i <= SCAN; i++) {
      double d = i == SCAN ? most : most * i / SCAN;
      if (shortfall(d, n1) >= 0) {
        return Root.between(each -> shortfall(each, n1), last, d);
      }
      last = d;
    }
    return Double.NaN;
  }

  /** By how much a difference exceeds what the power asks for; below 0 if it falls short. */
  private double shortfall(double increase, double n1) {
    ProportionPlan plan = new ProportionPlan(p1, Math.min(1, p1 + increase), ratio, demand);
    return increase * Math.sqrt(n1)
        - demand.zAlpha() * Math.sqrt(plan.pooledVariance())
        - demand.zPower() * Math.sqrt(plan.variance());
  }

  private double tail(double difference, double n1) {
    double distance = difference * Math.sqrt(n1) - demand.zAlpha() * Math.sqrt(pooledVariance());
    double sd = Math.sqrt(variance());
    if (sd == 0) { // the outcome is certain
      return distance >= 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(distance / sd);
  }

  private double pooledVariance() {
    double mean = (p1 + ratio * p2) / (1 + ratio);
    double other = ((1 - p1) + ratio * (1 - p2)) / (1 + ratio);
    return mean * other * (1 + 1 / ratio);
  }

  private double variance() {
    return p1 * (1 - p1) + p2 * (1 - p2) / ratio;
  }

  private double perSquare(double value) {
    double difference = p2 - p1;
    return difference == 0 ? Double.POSITIVE_INFINITY : value / (difference * difference);
  }
}

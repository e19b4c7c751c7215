package io.salestwin.statistics.special;

import java.math.BigDecimal;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal law, with relative precision in both tails. */
public final class NormalLaw {

  private static final double ROOT_2 = Math.sqrt(2);
  private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);
  private static final double LOG_ROOT_2_PI = 0.91893853320467274178;

  private NormalLaw() {}

  /**
   * P(Z &lt;= z).
   *
   * @param z any number
   * @return the probability, relatively precise down to 1e-300
   */
  public static double below(double z) {
    return 0.5 * Erfc.value(-z / ROOT_2);
  }

  /**
   * P(Z &gt; z).
   *
   * @param z any number
   * @return the probability, relatively precise down to 1e-300
   */
  public static double above(double z) {
    return 0.5 * Erfc.value(z / ROOT_2);
  }

  /**
   * P(|Z| &gt;= |z|).
   *
   * @param z any number
   * @return the two-sided probability
   */
  public static double twoSided(double z) {
    return Erfc.value(Math.abs(z) / ROOT_2);
  }

  /**
   * The density.
   *
   * @param z any number
   * @return exp(-z²/2) / √(2π)
   */
  public static double density(double z) {
    return Math.exp(-z * z / 2 - LOG_ROOT_2_PI);
  }

  /**
   * The z above which lies a probability.
   *
   * @param p above 0 and below 1
   * @return z with P(Z &gt; z) = p
   */
  public static double upperQuantile(double p) {
    return ROOT_2 * InverseErfc.value(2 * p);
  }

  /**
   * The z below which lies a probability.
   *
   * @param p from 0 to 1
   * @return z with P(Z &lt;= z) = p; infinite at the ends
   */
  public static double quantile(double p) {
    return -upperQuantile(p);
  }

  /**
   * The z that leaves half of 1 - level on either side.
   *
   * @param level such as 0.95, above 0 and below 1
   * @return such as 1.959964
   */
  public static double critical(double level) {
    return upperQuantile(tail(level));
  }

  /**
   * Half of 1 - level, computed in decimals: exactly 0.025 for 0.95.
   *
   * @param level above 0 and below 1
   * @return the probability that a two-sided interval leaves on either side
   */
  public static double tail(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be above 0 and below 1: " + level);
    }
    return BigDecimal.ONE
        .subtract(BigDecimal.valueOf(level))
        .multiply(BigDecimal.valueOf(0.5))
        .doubleValue();
  }

  /**
   * E[max(Z - z, 0)], the unit normal loss: φ(z) - z P(Z &gt; z). Above 0 the density is taken out
   * of both terms, so that its rounding is not enlarged by their difference.
   *
   * @param z any number
   * @return the loss, at least 0
   */
  public static double loss(double z) {
    return z > 0
        ? density(z) * Math.max(0, 1 - z * ROOT_HALF_PI * Erfcx.value(z / ROOT_2))
        : density(z) - z * above(z);
  }
}

package io.salestwin.statistics.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What an interim look says about the end: the chance that the final Z will exceed its critical
 * value (Lan and Wittes, Biometrics 44, 1988; Spiegelhalter, Freedman and Blackburn, Controlled
 * Clinical Trials 7, 1986).
 *
 * <p>With B = Z √t the rest adds a normal of mean θ (1 - t) and variance 1 - t to B, so the
 * conditional power is Φ((Z √t + θ (1 - t) - critical) / √(1 - t)). At t = 1 nothing is left to
 * chance: it is 0 or 1.
 *
 * @param z the interim Z
 * @param t the share of the information that is in, from 0 to 1
 * @param critical the final critical value, upper side
 */
public record ConditionalPower(double z, double t, double critical) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public ConditionalPower {
    if (!(t >= 0 && t <= 1)) {
      throw new IllegalArgumentException("t is " + t + "; give a share from 0 to 1");
    }
  }

  /**
   * The conditional power if the effect is of a given size.
   *
   * @param drift θ, the expectation of Z at t = 1
   * @return the chance, from 0 to 1
   */
  public double at(double drift) {
    double distance = z * Math.sqrt(t) - critical + drift * (1 - t);
    return chance(distance, Math.sqrt(1 - t));
  }

  /**
   * The conditional power if the effect is what was seen so far, θ = Z / √t.
   *
   * @return the chance; NaN at t = 0, when nothing was seen
   */
  public double atTrend() {
    return t == 0 ? Double.NaN : at(z / Math.sqrt(t));
  }

  /**
   * The predictive power: the conditional power averaged over what the data say of the effect, with
   * a flat prior: Φ((Z / √t - critical) √(t / (1 - t))).
   *
   * @return the chance; NaN at t = 0, when nothing was seen
   */
  public double predictive() {
    return t == 0
        ? Double.NaN
        : chance((z / Math.sqrt(t) - critical) * Math.sqrt(t), Math.sqrt(1 - t));
  }

  /**
   * Where the conditional power is just a given chance: the z below which it is less.
   *
   * @param t share of the information, above 0 and below 1
   * @param critical the limit at the end
   * @param drift θ, the expectation of Z at t = 1
   * @param chance above 0 and below 1
   * @return z
   */
  public static double limit(double t, double critical, double drift, double chance) {
    double distance =
        critical - drift * (1 - t) + Math.sqrt(1 - t) * NORMAL.inverseCumulativeProbability(chance);
    return distance / Math.sqrt(t);
  }

  /**
   * Why figures are undefined.
   *
   * @return the reason; empty if all are defined
   */
  public String reason() {
    return t == 0 ? "at t = 0 there is no trend yet" : "";
  }

  private static double chance(double distance, double sd) {
    if (sd == 0) {
      return distance >= 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(distance / sd);
  }
}

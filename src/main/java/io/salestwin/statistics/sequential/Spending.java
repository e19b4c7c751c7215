package io.salestwin.statistics.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of a one-sided level may have been spent when a share of the information is in (Lan and
 * DeMets, Biometrika 70, 1983). Every function rises from 0 to the whole level at a share of 1;
 * more information than planned spends no more.
 */
public sealed interface Spending {

  /**
   * The level that may be spent.
   *
   * @param share share of the planned information, above 0
   * @param alpha the whole one-sided level, above 0 and below 1
   * @return the cumulative level, from 0 to alpha
   */
  double at(double share, double alpha);

  /** Like O'Brien and Fleming: 2 - 2 Φ(z_{1-α/2} / √t); almost nothing at the first looks. */
  record LikeOBrienFleming() implements Spending {
    @Override
    public double at(double share, double alpha) {
      NormalDistribution normal = NormalDistribution.of(0, 1);
      double z = normal.inverseSurvivalProbability(alpha / 2);
      return 2 * normal.survivalProbability(z / Math.sqrt(Math.min(1, share)));
    }
  }

  /** Like Pocock: α ln(1 + (e - 1) t); about as much at every look. */
  record LikePocock() implements Spending {
    @Override
    public double at(double share, double alpha) {
      return alpha * Math.log1p((Math.E - 1) * Math.min(1, share));
    }
  }

  /**
   * Kim and DeMets' power family: α t^ρ (Biometrika 74, 1987).
   *
   * @param rho ρ, above 0; 3 is close to O'Brien and Fleming
   */
  record Power(double rho) implements Spending {

    public Power {
      if (!(rho > 0)) {
        throw new IllegalArgumentException("rho is " + rho + "; give a number above 0");
      }
    }

    @Override
    public double at(double share, double alpha) {
      return alpha * Math.pow(Math.min(1, share), rho);
    }
  }

  /**
   * Hwang, Shih and DeCani's family: α (1 - e^{-γt}) / (1 - e^{-γ}) (Statistics in Medicine 9,
   * 1990).
   *
   * @param gamma γ; -4 is close to O'Brien and Fleming, 1 to Pocock, 0 spends evenly
   */
  record Exponential(double gamma) implements Spending {
    @Override
    public double at(double share, double alpha) {
      double t = Math.min(1, share);
      if (gamma == 0) {
        return alpha * t;
      }
      // for gamma below 0 both parts of the fraction are multiplied by e^gamma, lest they overflow
      return gamma > 0
          ? alpha * Math.expm1(-gamma * t) / Math.expm1(-gamma)
          : alpha * Math.exp(gamma * (1 - t)) * Math.expm1(gamma * t) / Math.expm1(gamma);
    }
  }
}

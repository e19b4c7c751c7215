package io.salestwin.statistics.cluster;

import io.salestwin.statistics.special.NoncentralT;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What it costs to randomise reps or territories rather than leads: leads of one rep resemble each
 * other, so each tells less (Donner and Klar, <em>Design and Analysis of Cluster Randomization
 * Trials</em>, 2000).
 *
 * @param size mean number of units per cluster, above 0
 * @param icc intracluster correlation, at most 1
 * @param variation coefficient of variation of the clusters' sizes, at least 0
 */
public record ClusterDesign(double size, double icc, double variation) {

  /** Decimals that fall short of a whole number by rounding shall not cost one more cluster. */
  private static final double ROUNDING = 1e-12;

  private static final int MOST = 1 << 28;

  public ClusterDesign {
    if (!(size > 0) || Double.isInfinite(size)) {
      throw new IllegalArgumentException("m is " + size + "; give a number above 0");
    }
    if (!(icc >= -1 && icc <= 1)) {
      throw new IllegalArgumentException("icc is " + icc + "; give a number of at most 1");
    }
    if (!(variation >= 0)) {
      throw new IllegalArgumentException("cv is " + variation + "; give a number of 0 or more");
    }
  }

  /**
   * The design effect of clusters of equal size: 1 + (m - 1) icc.
   *
   * @return the factor by which the variance of a mean grows
   */
  public double effect() {
    return 1 + (size - 1) * icc;
  }

  /**
   * The design effect of clusters of unequal sizes: 1 + ((cv² + 1) m - 1) icc (Eldridge, Ashby and
   * Kerry, International Journal of Epidemiology 35, 2006).
   *
   * @return the factor by which the variance of a mean grows
   */
  public double effectUnequal() {
    return 1 + ((variation * variation + 1) * size - 1) * icc;
  }

  /**
   * Units per arm in place of those of a design that randomises units.
   *
   * @param individual units per arm of that design
   * @return units per arm, a real number
   */
  public double units(double individual) {
    return individual * effectUnequal();
  }

  /**
   * Clusters per arm in place of the units of a design that randomises units.
   *
   * @param individual units per arm of that design
   * @return whole clusters per arm
   */
  public double clusters(double individual) {
    double clusters = units(individual) / size;
    return Math.ceil(clusters * (1 - ROUNDING));
  }

  /**
   * What units are worth when they come in clusters of equal size.
   *
   * @param units how many there are
   * @return the number of independent units that tell as much
   */
  public double worth(double units) {
    return units / effect();
  }

  /**
   * The power of the two-sided t test of cluster means with k clusters per arm: 2 (k - 1) degrees
   * of freedom and noncentrality delta / (sd √(2 deff / (k m))), deff that of unequal sizes.
   *
   * @param clusters k, at least 2
   * @param delta the true difference
   * @param sd standard deviation of a unit, above 0
   * @param alpha the two-sided level, above 0 and below 1
   * @return the power, to either side
   */
  public double power(int clusters, double delta, double sd, double alpha) {
    if (clusters < 2 || !(sd > 0) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "give at least 2 clusters per arm, an sd above 0 and an alpha above 0 and below 1");
    }
    double df = 2.0 * (clusters - 1);
    double ncp = Math.abs(delta) / (sd * Math.sqrt(2 * effectUnequal() / (clusters * size)));
    double critical = TDistribution.of(df).inverseSurvivalProbability(alpha / 2);
    return NoncentralT.above(critical, df, ncp) + NoncentralT.above(critical, df, -ncp);
  }

  /**
   * The smallest number of clusters per arm with a power, by {@link #power}.
   *
   * @param delta the true difference
   * @param sd standard deviation of a unit, above 0
   * @param alpha the two-sided level, above 0 and below 1
   * @param power the power to reach
   * @return clusters per arm, at least 2; -1 if 2^28 are not enough
   */
  public int clustersForPower(double delta, double sd, double alpha, double power) {
    int enough = 2;
    int tooFew = 1;
    while (power(enough, delta, sd, alpha) < power) {
      tooFew = enough;
      enough *= 2;
      if (enough > MOST) {
        return -1;
      }
    }
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) >>> 1;
      if (power(middle, delta, sd, alpha) < power) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }
}

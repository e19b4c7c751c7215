package io.salestwin.statistics.cluster;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.Tally;
import io.salestwin.statistics.special.StudentLaw;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two arms of whole clusters compared so that the clusters count, not the units in them.
 *
 * <p>Differences are treatment minus control. Everything is written in the clusters' sizes mᵢ,
 * their means and the arms' numbers of units Nₐ: for a comparison of two means the sandwich
 * formulas reduce to sums of the clusters' residual totals eᵢ = mᵢ (ȳᵢ - ȳₐ).
 */
public final class ClusterComparison {

  private final Tally[][] clusters; // by arm
  private final Tally[] units; // by arm

  private ClusterComparison(Tally[][] clusters) {
    this.clusters = clusters;
    this.units = new Tally[2];
    for (int arm = 0; arm < 2; arm++) {
      units[arm] = Arrays.stream(clusters[arm]).reduce(Tally.EMPTY, Tally::plus);
    }
  }

  /**
   * The comparison of clusters.
   *
   * @param values the units' values of each cluster, at least one
   * @param treated whether each cluster is treated, as many
   * @return the comparison
   */
  public static ClusterComparison of(double[][] values, boolean[] treated) {
    if (treated.length != values.length) {
      throw new IllegalArgumentException(
          "arm has " + treated.length + " values; give one per cluster, " + values.length);
    }
    Tally[][] clusters = new Tally[2][];
    for (int arm = 0; arm < 2; arm++) {
      boolean wanted = arm == 1;
      clusters[arm] =
          IntStream.range(0, values.length)
              .filter(i -> treated[i] == wanted)
              .mapToObj(i -> Tally.of(values[i]))
              .toArray(Tally[]::new);
      if (clusters[arm].length == 0) {
        throw new IllegalArgumentException(
            "the " + (wanted ? "treatment" : "control") + " arm has no cluster; give at least one");
      }
    }
    for (double[] each : values) {
      if (each.length == 0) {
        throw new IllegalArgumentException("a cluster is empty; leave it out");
      }
    }
    return new ClusterComparison(clusters);
  }

  /**
   * A test of a difference.
   *
   * @param estimate the difference
   * @param se its standard error
   * @param df degrees of freedom
   */
  public record Test(double estimate, double se, double df) {

    /**
     * Student's t.
     *
     * @return estimate / se; NaN if nothing varies
     */
    public double t() {
      return se > 0 ? estimate / se : Double.NaN;
    }

    /**
     * The two-sided p.
     *
     * @return from 0 to 1; NaN if undefined
     */
    public double p() {
      return isDefined() ? StudentLaw.twoSided(t(), df) : Double.NaN;
    }

    /**
     * The confidence interval.
     *
     * @param level such as 0.95
     * @return the interval; undefined if nothing varies
     */
    public Bounds interval(double level) {
      return isDefined()
          ? Bounds.around(estimate, se * StudentLaw.critical(level, df))
          : Bounds.UNDEFINED;
    }

    private boolean isDefined() {
      return se > 0 && df > 0 && !Double.isInfinite(se);
    }
  }

  /**
   * The intracluster correlation by analysis of variance within arms: (MSB - MSW) / (MSB + (n₀ - 1)
   * MSW) with n₀ = (N - Σₐ Σ mᵢ² / Nₐ) / (K - 2).
   *
   * @return the correlation, possibly below 0; NaN with fewer than 3 clusters, with one unit in
   *     each, or if nothing varies
   */
  public double icc() {
    int k = count();
    long n = units[0].n() + units[1].n();
    double between = 0;
    double within = 0;
    double unequal = 0;
    for (int arm = 0; arm < 2; arm++) {
      for (Tally each : clusters[arm]) {
        double apart = each.mean() - units[arm].mean();
        between += each.n() * apart * apart;
        within += each.squaredDeviations();
        unequal += (double) each.n() * each.n() / units[arm].n();
      }
    }
    if (k < 3 || n == k) {
      return Double.NaN;
    }
    double msb = between / (k - 2);
    double msw = within / (n - k);
    return (msb - msw) / (msb + ((n - unequal) / (k - 2) - 1) * msw);
  }

  /**
   * Student's t test of the unweighted cluster means, with K - 2 degrees of freedom.
   *
   * @return the test
   */
  public Test ofMeans() {
    Tally[] means = new Tally[2];
    for (int arm = 0; arm < 2; arm++) {
      means[arm] = Tally.of(Arrays.stream(clusters[arm]).mapToDouble(Tally::mean).toArray());
    }
    int df = count() - 2;
    double squares = means[0].squaredDeviations() + means[1].squaredDeviations();
    double se = Math.sqrt(squares / df * (1.0 / means[0].n() + 1.0 / means[1].n()));
    return new Test(means[1].mean() - means[0].mean(), se, df);
  }

  /**
   * The difference of the units' means with the plain cluster-robust error CR0: √(Σ (eᵢ / Nₐ)²)
   * (Liang and Zeger, Biometrika 73, 1986).
   *
   * @return the test, with K - 1 degrees of freedom
   */
  public Test robust() {
    return new Test(difference(), sandwich(false), count() - 1);
  }

  /**
   * The same with the factor K / (K - 1) (N - 1) / (N - 2) on the variance: CR1.
   *
   * @return the test, with K - 1 degrees of freedom
   */
  public Test robustCorrected() {
    double k = count();
    double n = units[0].n() + units[1].n();
    double factor = Math.sqrt(k / (k - 1) * (n - 1) / (n - 2));
    return new Test(difference(), factor * sandwich(false), k - 1);
  }

  /**
   * The same with Bell and McCaffrey's correction CR2, eᵢ / √(1 - mᵢ / Nₐ), and Satterthwaite's
   * degrees of freedom under independent units (Survey Methodology 28, 2002; Pustejovsky and
   * Tipton, Journal of Business &amp; Economic Statistics 36, 2018).
   *
   * @return the test; undefined if an arm has a single cluster
   */
  public Test robustReduced() {
    return new Test(difference(), sandwich(true), satterthwaite());
  }

  /**
   * Welch's test of the units as if each had been randomised by itself. It is here to show the
   * error.
   *
   * @return the test
   */
  public Test naive() {
    double control = units[0].variance() / units[0].n();
    double treatment = units[1].variance() / units[1].n();
    double sum = control + treatment;
    double df =
        sum
            * sum
            / (control * control / (units[0].n() - 1) + treatment * treatment / (units[1].n() - 1));
    return new Test(difference(), Math.sqrt(sum), df);
  }

  /**
   * Why figures are undefined.
   *
   * @return the reason; empty if all are defined
   */
  public String reason() {
    if (clusters[0].length == 1 || clusters[1].length == 1) {
      return "an arm has a single cluster: how clusters differ cannot be told";
    }
    if (!(ofMeans().se() > 0)) {
      return "the cluster means of each arm do not differ";
    }
    if (!(robust().se() > 0)) {
      return "the clusters of each arm do not differ";
    }
    return Double.isNaN(icc()) ? "the correlation needs clusters of more than one unit" : "";
  }

  private int count() {
    return clusters[0].length + clusters[1].length;
  }

  private double difference() {
    return units[1].mean() - units[0].mean();
  }

  private double sandwich(boolean reduced) {
    double variance = 0;
    for (int arm = 0; arm < 2; arm++) {
      double n = units[arm].n();
      for (Tally each : clusters[arm]) {
        double total = each.n() * (each.mean() - units[arm].mean()) / n;
        variance += total * total / (reduced ? 1 - each.n() / n : 1);
      }
    }
    return Math.sqrt(variance);
  }

  /**
   * (Σ gᵢᵢ)² / Σ gᵢⱼ², where gᵢⱼ is the covariance of the clusters' parts if units are independent.
   */
  private double satterthwaite() {
    double trace = 0;
    double squares = 0;
    for (int arm = 0; arm < 2; arm++) {
      double n = units[arm].n();
      trace += 1 / n;
      int k = clusters[arm].length;
      for (int i = 0; i < k; i++) {
        double one = clusters[arm][i].n();
        for (int j = 0; j < k; j++) {
          double other = clusters[arm][j].n();
          double own = i == j ? one : 0;
          double scale = n * n * Math.sqrt((1 - one / n) * (1 - other / n));
          double g = (own - one * other / n) / scale;
          squares += g * g;
        }
      }
    }
    return trace * trace / squares;
  }
}

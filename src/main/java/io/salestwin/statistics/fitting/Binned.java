package io.salestwin.statistics.fitting;

import io.salestwin.random.Distribution;

/**
 * Values of at least 0 known up to an interval, as counts. Counts may be fractions: expected
 * numbers of what was not seen.
 *
 * @param edges rising, the first one 0; bin b goes from edge b to edge b + 1
 * @param inside how many values lie in each bin; one less than there are edges
 * @param above how many lie above each edge (censored there); as many as edges
 * @param below how many lie below each edge; as many as edges
 */
public record Binned(double[] edges, double[] inside, double[] above, double[] below) {

  /** Below this a chance is taken for this: log-likelihoods stay finite. */
  static final double LEAST = 1e-12;

  /** Checks the lengths. */
  public Binned {
    if (inside.length != edges.length - 1
        || above.length != edges.length
        || below.length != edges.length) {
      throw new IllegalArgumentException("lengths do not fit " + edges.length + " edges");
    }
  }

  /**
   * Values that are all known up to their bin.
   *
   * @param edges as for the record
   * @param inside as for the record
   * @return the counts
   */
  public static Binned of(double[] edges, double[] inside) {
    return new Binned(edges, inside, new double[edges.length], new double[edges.length]);
  }

  /**
   * Bins a day wide, as dates without a time of day need.
   *
   * @param longest the longest value, in days
   * @return edges 0, 1, 2, … beyond it
   */
  public static double[] days(int longest) {
    double[] edges = new double[longest + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = i;
    }
    return edges;
  }

  /**
   * Bins that grow by 3 %, from a second on: fine enough that no family of laws could tell them
   * from points, and few.
   *
   * @param longest the longest value, in days
   * @return edges in days, the last one beyond it
   */
  public static double[] fine(double longest) {
    double first = 1 / 86_400.0;
    int bins = 2;
    double edge = first;
    while (edge <= longest) {
      edge *= 1.03;
      bins++;
    }
    double[] edges = new double[bins];
    edge = first;
    for (int i = 1; i < bins; i++) {
      edges[i] = edge;
      edge *= 1.03;
    }
    return edges;
  }

  /**
   * The bin of a value.
   *
   * @param edges as for the record
   * @param value at least 0
   * @return the bin that it lies in; the last one when it lies beyond
   */
  public static int bin(double[] edges, double value) {
    int at = java.util.Arrays.binarySearch(edges, value);
    int bin = at >= 0 ? at : -at - 2;
    return Math.max(0, Math.min(edges.length - 2, bin));
  }

  /**
   * How many values there are in the bins.
   *
   * @return the sum of the counts inside
   */
  public double n() {
    double n = 0;
    for (double each : inside) {
      n += each;
    }
    return n;
  }

  /**
   * The logarithm of the likelihood of a law.
   *
   * @param law the law
   * @return a number at most 0
   */
  public double logLikelihood(Distribution law) {
    double sum = 0;
    for (int b = 0; b < edges.length; b++) {
      if (b < inside.length && inside[b] > 0) {
        sum += inside[b] * Math.log(Math.max(LEAST, mass(law, edges[b], edges[b + 1])));
      }
      if (above[b] > 0) {
        sum += above[b] * Math.log(Math.max(LEAST, b == 0 ? 1 : law.survival(edges[b])));
      }
      if (below[b] > 0) {
        sum += below[b] * Math.log(Math.max(LEAST, law.cdf(edges[b])));
      }
    }
    return sum;
  }

  /** The chance of an interval, without cancellation in either tail; the first holds its 0. */
  static double mass(Distribution law, double low, double high) {
    double below = low <= 0 ? 0 : law.cdf(low);
    return below < 0.5 ? law.cdf(high) - below : law.survival(low) - law.survival(high);
  }

  /**
   * The greatest distance between the shares of the values and a law, at the edges.
   *
   * @param law the law
   * @return 0 to 1; values that are censored are not counted
   */
  public double distance(Distribution law) {
    double all = n();
    double sum = 0;
    double most = 0;
    for (int b = 0; b < inside.length; b++) {
      sum += inside[b];
      most = Math.max(most, Math.abs(sum / all - law.cdf(edges[b + 1])));
    }
    return most;
  }
}

package io.salestwin.statistics;

import java.util.Arrays;

/**
 * How the odds of a hit grow with something that is known beforehand: logistic regression of hit or
 * miss on one number,
 *
 * <pre>P(hit | x) = 1 / (1 + exp(-(a + b x)))</pre>
 *
 * <p>fitted by maximum likelihood (Newton's method). Replications 2i and 2i + 1 are one unit: the
 * covariance of a and b is the sandwich with the pair as the cluster (Liang and Zeger 1986,
 * Biometrika 73), times k / (k - 1) for k units. The x at which the odds are q has the interval of
 * Fieller (1940, Journal of the Royal Statistical Society Supplement 7): all x whose fitted
 * log-odds do not differ from logit(q) at the level, with Student's t on k - 2 degrees of freedom.
 */
public final class HitCurve {

  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-10;
  private static final int LEAST_UNITS = 8;

  /** Log-odds so far apart that the data are separated: no finite curve is likeliest. */
  private static final double SEPARATED = 30;

  private final double[] x;
  private final boolean[] hit;
  private final int[] unit;
  private final int units;
  private final double centre;
  private final double scale;
  private final String problem;
  private final double a;
  private final double b;
  private final double[] covariance;

  private HitCurve(double[] x, boolean[] hit, int[] unit, int units) {
    this.x = x;
    this.hit = hit;
    this.unit = unit;
    this.units = units;
    Tally tally = Tally.of(x);
    centre = x.length == 0 ? 0 : tally.mean();
    double spread = x.length < 2 ? 0 : Math.sqrt(tally.variance());
    scale = spread > 0 ? spread : 1;
    double[] likeliest = new double[2];
    problem = spread > 0 ? fit(likeliest) : "it is the same in every replication";
    a = likeliest[0];
    b = likeliest[1];
    covariance = problem.isEmpty() ? sandwich() : new double[0];
  }

  /**
   * Fits the curve.
   *
   * @param x what is known beforehand, one value per replication; finite, or NaN where it is not
   *     computable, which leaves the replication out
   * @param hit whether the replication hit
   * @return the curve
   * @throws IllegalArgumentException when the numbers differ
   */
  public static HitCurve of(double[] x, boolean[] hit) {
    if (x.length != hit.length) {
      throw new IllegalArgumentException(
          "values must come in equal numbers: " + x.length + " and " + hit.length);
    }
    int n = 0;
    int units = 0;
    int last = -1;
    double[] kept = new double[x.length];
    boolean[] hits = new boolean[x.length];
    int[] unit = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i])) {
        units += i / 2 == last ? 0 : 1;
        last = i / 2;
        kept[n] = Finite.require(x, i);
        hits[n] = hit[i];
        unit[n++] = units - 1;
      }
    }
    return new HitCurve(
        Arrays.copyOf(kept, n), Arrays.copyOf(hits, n), Arrays.copyOf(unit, n), units);
  }

  /** Writes the likeliest a and b; gives the reason why there are none, empty when there are. */
  private String fit(double[] ab) {
    int hits = 0;
    for (boolean h : hit) {
      hits += h ? 1 : 0;
    }
    if (hits == 0 || hits == hit.length) {
      return hits == 0 ? "no replication hits" : "every replication hits";
    }
    if (units < LEAST_UNITS) {
      return "a curve needs at least " + LEAST_UNITS + " pairs and there are " + units;
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] sums = sums(ab[0], ab[1]);
      double det = sums[2] * sums[4] - sums[3] * sums[3];
      if (!(det > 0) || Math.abs(ab[1]) > SEPARATED) {
        return "it tells hits from misses without fail, so no curve is likeliest";
      }
      double da = (sums[4] * sums[0] - sums[3] * sums[1]) / det;
      double db = (sums[2] * sums[1] - sums[3] * sums[0]) / det;
      ab[0] += da;
      ab[1] += db;
      if (Math.abs(da) + Math.abs(db) < CONVERGED) {
        return "";
      }
    }
    return "it tells hits from misses almost without fail, so no curve is likeliest";
  }

  /** Score of a and b, then the information: aa, ab, bb. */
  private double[] sums(double a, double b) {
    double[] sums = new double[5];
    for (int i = 0; i < x.length; i++) {
      double z = z(i);
      double p = logistic(a + b * z);
      double residual = (hit[i] ? 1 : 0) - p;
      double weight = p * (1 - p);
      sums[0] += residual;
      sums[1] += residual * z;
      sums[2] += weight;
      sums[3] += weight * z;
      sums[4] += weight * z * z;
    }
    return sums;
  }

  /** Covariances of a and b: aa, ab, bb. */
  private double[] sandwich() {
    double[] sum = new double[3];
    double[] info = sums(a, b);
    double[] scoreA = new double[units];
    double[] scoreB = new double[units];
    for (int i = 0; i < x.length; i++) {
      double residual = (hit[i] ? 1 : 0) - odds(z(i));
      scoreA[unit[i]] += residual;
      scoreB[unit[i]] += residual * z(i);
    }
    double det = info[2] * info[4] - info[3] * info[3];
    for (int u = 0; u < units; u++) {
      double ia = (info[4] * scoreA[u] - info[3] * scoreB[u]) / det;
      double ib = (info[2] * scoreB[u] - info[3] * scoreA[u]) / det;
      sum[0] += ia * ia;
      sum[1] += ia * ib;
      sum[2] += ib * ib;
    }
    for (int c = 0; c < sum.length; c++) {
      sum[c] *= (double) units / (units - 1);
    }
    return sum;
  }

  private double z(int i) {
    return (x[i] - centre) / scale;
  }

  private double odds(double z) {
    return logistic(a + b * z);
  }

  private static double logistic(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /**
   * The odds of a hit at a value.
   *
   * @param at the value
   * @return from 0 to 1; NaN when there is no curve
   */
  public double at(double at) {
    return problem.isEmpty() ? odds((at - centre) / scale) : Double.NaN;
  }

  /**
   * The value at which the odds are as wanted.
   *
   * @param wanted the odds, above 0 and below 1
   * @param level of the interval, above 0 and below 1
   * @return the value; not computable when there is no curve, when it is so flat that its slope
   *     might be 0 at this level, or when the value lies beyond all that were seen
   */
  public Estimate needed(double wanted, double level) {
    Finite.requireInside("wanted", wanted);
    Finite.requireInside("level", level);
    if (!problem.isEmpty()) {
      return Estimate.notComputable(problem);
    }
    double t = Critical.student(level, units - 2L);
    double off = a - StrictMath.log(wanted / (1 - wanted));
    double square = b * b - t * t * covariance[2];
    if (square <= 0) {
      return Estimate.notComputable("these replications do not show that it changes the odds");
    }
    double half = off * b - t * t * covariance[1];
    double rest = off * off - t * t * covariance[0];
    double root = Math.sqrt(Math.max(0, half * half - square * rest));
    double best = centre - scale * off / b;
    Sample seen = Sample.of(x);
    if (best < seen.at(0) || best > seen.at(seen.n() - 1)) {
      return Estimate.notComputable(
          best < seen.at(0)
              ? "less than was ever seen would do"
              : "more than was ever seen is needed");
    }
    double low = centre + scale * (-half - root) / square;
    double high = centre + scale * (-half + root) / square;
    return Estimate.of(best, new Interval(Math.min(low, best), Math.max(high, best), level));
  }
}

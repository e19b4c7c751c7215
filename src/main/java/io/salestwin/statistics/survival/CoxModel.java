package io.salestwin.statistics.survival;

import java.util.Arrays;

/**
 * The partial likelihood of Cox's model and its maximum.
 *
 * <p>Covariates are centred and scaled inside. The log-likelihood is kept as its gain over that
 * without covariates, Σ η - Σ ln(1 + Σ (e^η - 1) / n), which loses no digits when effects are
 * small. Where the likelihood rises for ever (no event in one arm) the covariates that drive it are
 * reported as infinite.
 */
public final class CoxModel {

  /** What to do when several events happen at one time. */
  public enum Ties {
    /** Efron's average over their possible orders. */
    EFRON,
    /** Breslow's: all of them at risk for each. */
    BRESLOW
  }

  private static final int MOST_ITERATIONS = 200;

  /** A step that changes no linear predictor by more than this is the last. */
  private static final double SETTLED = 1e-9;

  /** A step that still moves the predictors but gains nothing: the likelihood has no maximum. */
  private static final double MOVING = 0.1;

  private static final double GAINS_NOTHING = 1e-8;
  private static final double SINGULAR = 1e-10;

  private final Observations sorted;
  private final boolean[] event;
  private final double[][] x; // by observation: centred and scaled
  private final double[] scale;
  private final Ties ties;

  private CoxModel(Observations sorted, boolean[] event, double[][] x, double[] scale, Ties ties) {
    this.sorted = sorted;
    this.event = event;
    this.x = x;
    this.scale = scale;
    this.ties = ties;
  }

  /**
   * Fits the model.
   *
   * @param time time to the event or to the last sight
   * @param event whether the event was seen, as many
   * @param covariates one array per covariate, as long as times each; at least one
   * @param ties how ties are treated
   * @return the fit
   */
  public static CoxFit fit(double[] time, boolean[] event, double[][] covariates, Ties ties) {
    Observations.requireSameLength("event", event.length, time.length);
    if (covariates.length == 0) {
      throw new IllegalArgumentException("x is empty; give at least one covariate");
    }
    int p = covariates.length;
    double[][] x = new double[time.length][p];
    double[] scale = new double[p];
    for (int j = 0; j < p; j++) {
      Observations.requireSameLength("x[" + j + "]", covariates[j].length, time.length);
      double mean = Arrays.stream(covariates[j]).average().orElse(0);
      for (double value : covariates[j]) {
        scale[j] = Math.max(scale[j], Math.abs(value - mean));
      }
      for (int i = 0; i < time.length; i++) {
        x[i][j] = scale[j] == 0 ? 0 : (covariates[j][i] - mean) / scale[j];
      }
    }
    return new CoxModel(Observations.of(time), event, x, scale, ties).fit();
  }

  /** The gain of the log-likelihood at some coefficients, its slope and its curvature. */
  private record Point(double[] beta, double gain, double[] slope, double[][] information) {}

  private CoxFit fit() {
    Point at = point(new double[scale.length]);
    Inverse inverse = Inverse.of(at.information, SINGULAR);
    if (inverse == null) {
      return undefined(
          hasEvent()
              ? "a covariate does not vary, or follows from the others, where events were seen"
              : "no event was seen");
    }
    final double score = inverse.form(at.slope);
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double[] step = inverse.times(at.slope);
      double promise = dot(step, at.slope) / 2;
      double move = spread(step);
      if (move > MOVING && promise < GAINS_NOTHING) {
        return infinite(at, step, score);
      }
      Point next = stepped(at, step);
      inverse = Inverse.of(next.information, 0);
      if (inverse == null) {
        return infinite(at, step, score);
      }
      at = next;
      if (move < SETTLED) {
        return settled(at, inverse, score);
      }
    }
    return undefined("the likelihood was still rising after " + MOST_ITERATIONS + " iterations");
  }

  /** A Newton step, halved until the likelihood does not fall. */
  private Point stepped(Point from, double[] step) {
    double slack = 1e-12 * (1 + Math.abs(from.gain));
    Point next = null;
    for (double part = 1; part > 1e-6; part /= 2) {
      double[] beta = from.beta.clone();
      for (int j = 0; j < beta.length; j++) {
        beta[j] += part * step[j];
      }
      next = point(beta);
      if (next.gain >= from.gain - slack) {
        return next;
      }
    }
    return next;
  }

  private CoxFit settled(Point at, Inverse inverse, double score) {
    double[] coefficients = new double[scale.length];
    double[] errors = new double[scale.length];
    double wald = 0;
    for (int j = 0; j < scale.length; j++) {
      coefficients[j] = at.beta[j] / scale[j];
      errors[j] = Math.sqrt(inverse.diagonal(j)) / scale[j];
      wald += at.beta[j] * dot(at.information[j], at.beta);
    }
    return new CoxFit(coefficients, errors, logLikelihood0(), at.gain, wald, score, true, "");
  }

  private CoxFit infinite(Point at, double[] step, double score) {
    double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
    double[] coefficients = new double[scale.length];
    for (int j = 0; j < scale.length; j++) {
      coefficients[j] =
          Math.abs(step[j]) > 1e-3 * largest
              ? Math.signum(step[j]) * Double.POSITIVE_INFINITY
              : at.beta[j] / scale[j];
    }
    return without(
        coefficients,
        score,
        "the likelihood has no maximum: a covariate orders the events perfectly, as when one arm"
            + " has none; its hazard ratio is 0 or infinite as far as the data know");
  }

  private CoxFit undefined(String reason) {
    double[] none = new double[scale.length];
    Arrays.fill(none, Double.NaN);
    return without(none, Double.NaN, reason);
  }

  private CoxFit without(double[] coefficients, double score, String reason) {
    double[] none = new double[scale.length];
    Arrays.fill(none, Double.NaN);
    return new CoxFit(
        coefficients, none, logLikelihood0(), Double.NaN, Double.NaN, score, false, reason);
  }

  private boolean hasEvent() {
    for (boolean each : event) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  private double logLikelihood0() {
    double sum = 0;
    for (int end = sorted.size(); end > 0; ) {
      int start = startOfTie(end);
      int n = sorted.size() - start;
      int d = events(start, end);
      for (int l = 0; l < d; l++) {
        sum -= Math.log(ties == Ties.EFRON ? n - l : n);
      }
      end = start;
    }
    return sum;
  }

  /** Walks back through time; who is seen later is at risk. */
  private Point point(double[] beta) {
    int p = beta.length;
    Sums risk = new Sums(p);
    double gain = 0;
    double[] slope = new double[p];
    double[][] information = new double[p][p];
    for (int end = sorted.size(); end > 0; ) {
      int start = startOfTie(end);
      int d = events(start, end);
      Sums tied = new Sums(p);
      for (int place = start; place < end; place++) {
        int i = sorted.at(place);
        double eta = dot(x[i], beta);
        risk.add(eta, x[i]);
        if (event[i]) {
          tied.add(eta, x[i]);
          gain += eta;
          for (int j = 0; j < p; j++) {
            slope[j] += x[i][j];
          }
        }
      }
      for (int l = 0; l < d; l++) {
        double part = ties == Ties.EFRON ? (double) l / d : 0;
        gain -= risk.less(part, tied, slope, information);
      }
      end = start;
    }
    return new Point(beta, gain, slope, information);
  }

  private int startOfTie(int end) {
    int start = end - 1;
    while (start > 0 && sorted.time(start - 1) == sorted.time(end - 1)) {
      start--;
    }
    return start;
  }

  private int events(int start, int end) {
    int d = 0;
    for (int place = start; place < end; place++) {
      d += event[sorted.at(place)] ? 1 : 0;
    }
    return d;
  }

  /** How far a step moves the linear predictors apart. */
  private double spread(double[] step) {
    double low = 0;
    double high = 0;
    for (double[] row : x) {
      double eta = dot(row, step);
      low = Math.min(low, eta);
      high = Math.max(high, eta);
    }
    return high - low;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** Sums over a set of observations, weighted by their hazards e^η. */
  private static final class Sums {

    private int n;
    private double excess; // Σ (e^η - 1)
    private final double[] first;
    private final double[][] second;

    Sums(int p) {
      first = new double[p];
      second = new double[p][p];
    }

    void add(double eta, double[] x) {
      double hazard = Math.exp(eta);
      n++;
      excess += Math.expm1(eta);
      for (int j = 0; j < x.length; j++) {
        first[j] += hazard * x[j];
        for (int k = 0; k <= j; k++) {
          second[j][k] += hazard * x[j] * x[k];
        }
      }
    }

    /** ln of these hazards without a part of the tied ones, against no covariates. */
    double less(double part, Sums tied, double[] slope, double[][] information) {
      double persons = n - part * tied.n;
      double more = excess - part * tied.excess;
      double all = persons + more;
      double[] mean = new double[first.length];
      for (int j = 0; j < mean.length; j++) {
        mean[j] = (first[j] - part * tied.first[j]) / all;
        slope[j] -= mean[j];
        for (int k = 0; k <= j; k++) {
          double square = (second[j][k] - part * tied.second[j][k]) / all;
          information[j][k] += square - mean[j] * mean[k];
          information[k][j] = information[j][k];
        }
      }
      return Math.log1p(more / persons);
    }
  }
}

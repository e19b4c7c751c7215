package io.salestwin.statistics.fitting;

import io.salestwin.random.Distribution;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Standard errors from the curvature of the log-likelihood at its top: the inverse of the observed
 * information, all parameters together.
 */
final class Curvature {

  private static final double STEP = 1e-3;

  private final Expectation step;
  private final List<LawFit> laws;
  private final double[] top;
  private final boolean[] free;

  private Curvature(Expectation step, List<LawFit> laws) {
    this.step = step;
    this.laws = laws;
    // shares as logarithms of their ratio to the first, then never's, then the laws' parameters
    List<Double> at = new ArrayList<>();
    List<Double> shares = step.shares();
    for (double share : shares) {
      at.add(Math.log(Math.max(1e-9, share)));
    }
    at.add(Math.log(Math.max(1e-9, step.never())));
    for (LawFit law : laws) {
      if (law != null) {
        for (double x : law.point()) {
          at.add(x);
        }
      }
    }
    top = at.stream().mapToDouble(Double::doubleValue).toArray();
    free = new boolean[top.length];
    int first = firstShare(shares);
    for (int i = 0; i < top.length; i++) {
      boolean used =
          i < shares.size()
              ? i != first && shares.get(i) > 0
              : i > shares.size() || step.never() > 0;
      free[i] = used;
    }
  }

  private static int firstShare(List<Double> shares) {
    int first = 0;
    for (int k = 0; k < shares.size(); k++) {
      first = shares.get(k) > shares.get(first) ? k : first;
    }
    return first;
  }

  static List<List<Double>> errors(Expectation step, List<LawFit> laws) {
    return new Curvature(step, laws).errors();
  }

  private List<List<Double>> errors() {
    int[] of = new int[top.length];
    int n = 0;
    for (int i = 0; i < top.length; i++) {
      of[i] = free[i] ? n++ : -1;
    }
    double[][] covariance = covariance(of, n);
    int ways = step.ways();
    List<List<Double>> errors = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int k = 0; k < ways; k++) {
      shares.add(shareError(k, of, covariance));
    }
    errors.add(shares);
    int at = ways + 1;
    for (LawFit law : laws) {
      List<Double> own = new ArrayList<>();
      for (int i = 0; law != null && i < law.parameters().size(); i++, at++) {
        double variance = covariance == null ? Double.NaN : covariance[of[at]][of[at]];
        own.add(variance > 0 ? Math.sqrt(variance) : Double.NaN);
      }
      errors.add(own);
    }
    return errors;
  }

  /** Of the log-odds of one share against all others, by the delta method. */
  private double shareError(int way, int[] of, double[][] covariance) {
    double p = step.shares().get(way);
    if (covariance == null || !(p > 0 && p < 1)) {
      return Double.NaN;
    }
    // d logit(p_way) / d a_j = (1{j = way} - p_j) / (1 - p_way)
    double[] gradient = new double[covariance.length];
    for (int j = 0; j <= step.ways(); j++) {
      if (of[j] >= 0) {
        double share = j < step.ways() ? step.shares().get(j) : step.never();
        gradient[of[j]] = ((j == way ? 1 : 0) - share) / (1 - p);
      }
    }
    double variance = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        variance += gradient[i] * covariance[i][j] * gradient[j];
      }
    }
    return variance > 0 ? Math.sqrt(variance) : Double.NaN;
  }

  private double[][] covariance(int[] of, int n) {
    if (n == 0) {
      return null; // one way out, whose law is read off the data: there is nothing to be uncertain
      // of
    }
    double[][] information = new double[n][n];
    for (int i = 0; i < top.length; i++) {
      for (int j = i; j < top.length; j++) {
        if (of[i] >= 0 && of[j] >= 0) {
          double second = -second(i, j);
          information[of[i]][of[j]] = second;
          information[of[j]][of[i]] = second;
        }
      }
    }
    try {
      RealMatrix matrix = new Array2DRowRealMatrix(information, false);
      return new LUDecomposition(matrix).getSolver().getInverse().getData();
    } catch (SingularMatrixException e) {
      return null; // the data do not tell the parameters apart: every error is then unknown
    }
  }

  private double second(int i, int j) {
    if (i == j) {
      return (value(i, STEP, j, 0) - 2 * value(i, 0, j, 0) + value(i, -STEP, j, 0)) / (STEP * STEP);
    }
    return (value(i, STEP, j, STEP)
            - value(i, STEP, j, -STEP)
            - value(i, -STEP, j, STEP)
            + value(i, -STEP, j, -STEP))
        / (4 * STEP * STEP);
  }

  private double value(int i, double byI, int j, double byJ) {
    double[] at = top.clone();
    at[i] += byI;
    at[j] += byJ;
    int ways = step.ways();
    double[] shares = new double[ways];
    double all = 0;
    for (int k = 0; k <= ways; k++) {
      boolean none = k < ways ? step.shares().get(k) == 0 : step.never() == 0;
      double share = none ? 0 : Math.exp(at[k]);
      all += share;
      if (k < ways) {
        shares[k] = share;
      }
    }
    double never = step.never() == 0 ? 0 : Math.exp(at[ways]) / all;
    for (int k = 0; k < ways; k++) {
      shares[k] /= all;
    }
    List<Distribution> moved = new ArrayList<>();
    int next = ways + 1;
    for (LawFit law : laws) {
      if (law == null || law.family() == Family.EMPIRICAL) {
        moved.add(law == null ? null : law.law());
        continue;
      }
      double[] own = java.util.Arrays.copyOfRange(at, next, next + law.parameters().size());
      next += own.length;
      moved.add(law.family().law(own));
    }
    return step.logLikelihood(shares, never, moved);
  }
}

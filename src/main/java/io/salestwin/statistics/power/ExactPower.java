package io.salestwin.statistics.power;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The power of two-sided tests of two proportions without approximation: the probability of all
 * outcomes that the test rejects, both arms being binomial.
 *
 * <p>Every pair of outcomes is judged, (n1 + 1)(n2 + 1) of them: meant for samples of some hundred.
 */
public final class ExactPower {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Tables are as unlikely as the observed one up to this factor, as in R and scipy. */
  private static final double TIE = 1 + 1e-7;

  private final boolean[][] rejects;

  private ExactPower(boolean[][] rejects) {
    this.rejects = rejects;
  }

  /**
   * The z test with pooled variance, which never rejects when all outcomes are equal.
   *
   * @param n1 size of the control arm, at least 1
   * @param n2 size of the treatment arm, at least 1
   * @param alpha rejects when the two-sided p is at most alpha
   * @return the test
   */
  public static ExactPower ofZ(int n1, int n2, double alpha) {
    requireSizes(n1, n2);
    boolean[][] rejects = new boolean[n1 + 1][n2 + 1];
    for (int a = 0; a <= n1; a++) {
      for (int b = 0; b <= n2; b++) {
        int all = a + b;
        if (all > 0 && all < n1 + n2) {
          double mean = (double) all / (n1 + n2);
          double se = Math.sqrt(mean * (1 - mean) * (1.0 / n1 + 1.0 / n2));
          double z = Math.abs((double) b / n2 - (double) a / n1) / se;
          rejects[a][b] = 2 * NORMAL.survivalProbability(z) <= alpha;
        }
      }
    }
    return new ExactPower(rejects);
  }

  /**
   * Fisher's exact test, two-sided: p is the probability of all tables with the same margins that
   * are not more likely than the observed one.
   *
   * @param n1 size of the control arm, at least 1
   * @param n2 size of the treatment arm, at least 1
   * @param alpha rejects when p is at most alpha
   * @return the test
   */
  public static ExactPower ofFisher(int n1, int n2, double alpha) {
    requireSizes(n1, n2);
    double[] first = logChoose(n1);
    double[] second = logChoose(n2);
    boolean[][] rejects = new boolean[n1 + 1][n2 + 1];
    for (int all = 0; all <= n1 + n2; all++) {
      int low = Math.max(0, all - n2);
      int high = Math.min(n1, all);
      double[] p = new double[high - low + 1];
      double most = Double.NEGATIVE_INFINITY;
      for (int a = low; a <= high; a++) {
        p[a - low] = first[a] + second[all - a];
        most = Math.max(most, p[a - low]);
      }
      double sum = 0;
      for (int i = 0; i < p.length; i++) {
        p[i] = Math.exp(p[i] - most);
        sum += p[i];
      }
      for (int i = 0; i < p.length; i++) {
        double limit = p[i] * TIE;
        double tail = Arrays.stream(p).filter(each -> each <= limit).sum();
        rejects[low + i][all - low - i] = tail / sum <= alpha;
      }
    }
    return new ExactPower(rejects);
  }

  /**
   * The probability to reject.
   *
   * @param p1 the control's proportion, from 0 to 1
   * @param p2 the treatment's proportion, from 0 to 1; with p2 = p1 the true size of the test
   * @return from 0 to 1
   */
  public double at(double p1, double p2) {
    double[] first = binomial(rejects.length - 1, p1);
    double[] second = binomial(rejects[0].length - 1, p2);
    double sum = 0;
    for (int a = 0; a < first.length; a++) {
      for (int b = 0; b < second.length; b++) {
        if (rejects[a][b]) {
          sum += first[a] * second[b];
        }
      }
    }
    return sum;
  }

  private static double[] binomial(int n, double p) {
    double[] choose = logChoose(n);
    double[] mass = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      double log = i == 0 ? 0 : i * Math.log(p); // 0 ln 0 is 0 here
      log += i == n ? 0 : (n - i) * Math.log1p(-p);
      mass[i] = Math.exp(choose[i] + log);
    }
    return mass;
  }

  private static double[] logChoose(int n) {
    double[] log = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      log[i] = Gamma.logGamma(n + 1.0) - Gamma.logGamma(i + 1.0) - Gamma.logGamma(n - i + 1.0);
    }
    return log;
  }

  private static void requireSizes(int n1, int n2) {
    if (n1 < 1 || n2 < 1) {
      throw new IllegalArgumentException(
          "the arms have " + n1 + " and " + n2 + " units; give at least 1 each");
    }
  }
}

package io.salestwin.statistics.selection;

import io.salestwin.statistics.special.ChiScale;
import io.salestwin.statistics.special.Quadrature;
import io.salestwin.statistics.special.Root;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Constants of procedures that select the best of k alternatives with a probability of at least p*
 * whenever the best leads by at least the indifference zone.
 *
 * <p>Each is the h at which a probability of correct selection equals p*. The equation is solved
 * for its complement 1 - p*, so that p* close to 1 keeps its digits.
 */
public final class IndifferenceZone {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double STEP = 0.1;
  private static final double FARTHEST = 10;
  private static final double NEGLIGIBLE = 60;

  private IndifferenceZone() {}

  /**
   * Bechhofer's constant for a known common variance: ∫ Φ(x + h)^{k-1} φ(x) dx = p* (Annals of
   * Mathematical Statistics 25, 1954).
   *
   * @param k alternatives, at least 2
   * @param pstar the probability of correct selection, above 0 and below 1
   * @return h
   */
  public static double bechhofer(int k, double pstar) {
    requireSelection(k, pstar);
    return solve(h -> missNormal(h, k), pstar);
  }

  /**
   * The constant of Dudewicz and Dalal for unknown, unequal variances: ∫ F(x + h)^{k-1} f(x) dx =
   * p* with Student's t on n0 - 1 degrees of freedom (Sankhya B 37, 1975; Law's h₁).
   *
   * @param k alternatives, at least 2
   * @param n0 observations of each in the first stage, at least 2
   * @param pstar the probability of correct selection, above 0 and below 1
   * @return h
   */
  public static double dudewiczDalal(int k, int n0, double pstar) {
    requireSelection(k, pstar);
    requireStage(n0);
    return solve(h -> missStudent(h, k, n0 - 1), pstar);
  }

  /**
   * Rinott's constant for unknown, unequal variances: E[E[Φ(h / √(v (1/X + 1/Y))) | Y]^{k-1}] = p*
   * with X, Y ~ χ²(v), v = n0 - 1 (Communications in Statistics A 7, 1978).
   *
   * @param k alternatives, at least 2
   * @param n0 observations of each in the first stage, at least 2
   * @param pstar the probability of correct selection, above 0 and below 1
   * @return h
   */
  public static double rinott(int k, int n0, double pstar) {
    requireSelection(k, pstar);
    requireStage(n0);
    ChiScale scale = ChiScale.of(n0 - 1, 0);
    return solve(h -> missRinott(h, k, scale), pstar);
  }

  private static double missNormal(double h, int k) {
    double sum = 0;
    double all = 0;
    int reach = (int) Math.round(FARTHEST / STEP);
    for (int i = -reach; i <= reach; i++) {
      double x = i * STEP;
      double weight = Math.exp(-x * x / 2);
      all += weight;
      sum += weight * anyOf(k - 1, NORMAL.survivalProbability(x + h));
    }
    return sum / all;
  }

  /** With x = √df sinh u the density of t becomes cosh(u)^-df, smooth on the whole line. */
  private static double missStudent(double h, int k, double df) {
    TDistribution student = TDistribution.of(df);
    double root = Math.sqrt(df);
    double end = FastMath.acosh(Math.exp(NEGLIGIBLE / df));
    double turn = FastMath.asinh(-h / root); // where the best loses as often as not
    double middle = Math.max(-end, Math.min(end, turn));
    double missed =
        Quadrature.integral(
            u -> {
              double weight = Math.exp(-df * Math.log(Math.cosh(u)));
              double x = root * Math.sinh(u);
              return weight * anyOf(k - 1, student.survivalProbability(x + h));
            },
            -end,
            middle,
            0,
            end);
    return missed / Quadrature.integral(u -> Math.exp(-df * Math.log(Math.cosh(u))), -end, 0, end);
  }

  private static double missRinott(double h, int k, ChiScale scale) {
    return scale.mean(
        y -> {
          double inverse = 1 / (y * y);
          double beaten =
              scale.mean(x -> NORMAL.survivalProbability(h / Math.sqrt(1 / (x * x) + inverse)));
          return anyOf(k - 1, beaten);
        });
  }

  /** 1 - (1 - p)^n without cancellation. */
  static double anyOf(int n, double p) {
    return -Math.expm1(n * Math.log1p(-p));
  }

  /** The h at which the chance of a wrong selection, which falls with h, is 1 - p*. */
  private static double solve(DoubleUnaryOperator miss, double pstar) {
    DoubleUnaryOperator gap = h -> Math.log(miss.applyAsDouble(h)) - Math.log1p(-pstar);
    return gap.applyAsDouble(0) >= 0
        ? Root.above(gap, 0, 2)
        : -Root.above(h -> gap.applyAsDouble(-h), 0, 2);
  }

  private static void requireSelection(int k, double pstar) {
    if (k < 2) {
      throw new IllegalArgumentException("k is " + k + "; a selection needs at least 2");
    }
    if (!(pstar > 0 && pstar < 1)) {
      throw new IllegalArgumentException("pstar must be above 0 and below 1: " + pstar);
    }
  }

  private static void requireStage(int n0) {
    if (n0 < 2) {
      throw new IllegalArgumentException("n0 is " + n0 + "; a variance needs at least 2");
    }
  }
}

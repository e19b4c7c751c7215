package io.salestwin.statistics.special;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrals by Gauss-Legendre panels that are halved where it matters. For integrands that are
 * smooth between the given breaks; where one is not negative, the result is relatively precise
 * however small it is.
 */
public final class Quadrature {

  private static final int NODES = 20;
  private static final int DEEPEST = 16;
  private static final double PRECISION = 1e-13;

  /** What functions of the libraries are good for, relatively: a panel is not halved for less. */
  private static final double NOISE = 1e-11;

  private static final double[] PLACE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    legendre();
  }

  private Quadrature() {}

  /**
   * The integral of a function over neighbouring panels.
   *
   * @param f the function
   * @param breaks the ends of the panels, at least two, in any order; they should tell where f is
   *     large and where it changes
   * @return the integral from the smallest to the largest break, to about 11 digits of the integral
   *     of |f|
   */
  public static double integral(DoubleUnaryOperator f, double... breaks) {
    double[] ends = Arrays.stream(breaks).sorted().distinct().toArray();
    double[] first = new double[Math.max(0, ends.length - 1)];
    double scale = 0;
    for (int i = 0; i < first.length; i++) {
      first[i] = panel(f, ends[i], ends[i + 1]);
      scale += Math.abs(first[i]);
    }
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      double allowed = PRECISION * scale / first.length;
      sum += refined(f, ends[i], ends[i + 1], first[i], allowed, 0);
    }
    return sum;
  }

  private static double refined(
      DoubleUnaryOperator f, double from, double to, double whole, double allowed, int depth) {
    double middle = from + (to - from) / 2;
    double left = panel(f, from, middle);
    double right = panel(f, middle, to);
    double error = Math.abs(left + right - whole);
    if (error <= allowed || error <= NOISE * Math.abs(left + right) || depth == DEEPEST) {
      return left + right;
    }
    return refined(f, from, middle, left, allowed / 2, depth + 1)
        + refined(f, middle, to, right, allowed / 2, depth + 1);
  }

  private static double panel(DoubleUnaryOperator f, double from, double to) {
    double centre = from + (to - from) / 2;
    double half = (to - from) / 2;
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      sum += WEIGHT[i] * f.applyAsDouble(centre + half * PLACE[i]);
    }
    return sum * half;
  }

  /** Nodes and weights: the zeros of the Legendre polynomial by Newton's method. */
  private static void legendre() {
    for (int i = 0; i < NODES; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
      double slope = 0;
      for (int step = 0; step < 100; step++) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= NODES; n++) {
          double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
          before = value;
          value = next;
        }
        slope = NODES * (before - x * value) / (1 - x * x);
        double change = value / slope;
        x -= change;
        if (Math.abs(change) < 1e-16) {
          break;
        }
      }
      PLACE[i] = x;
      WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }
}

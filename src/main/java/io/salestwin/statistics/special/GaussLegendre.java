package io.salestwin.statistics.special;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss-Legendre quadrature on equal panels: exact for polynomials of degree 2n - 1 on each
 * (Abramowitz and Stegun, 25.4.29).
 */
public final class GaussLegendre {

  private final double[] node;
  private final double[] weight;

  private GaussLegendre(double[] node, double[] weight) {
    this.node = node;
    this.weight = weight;
  }

  /**
   * The rule of n points on -1 to 1.
   *
   * @param points n, at least 1
   * @return the rule
   */
  public static GaussLegendre of(int points) {
    var rule = new GaussIntegratorFactory().legendre(points);
    double[] node = new double[points];
    double[] weight = new double[points];
    for (int i = 0; i < points; i++) {
      node[i] = rule.getPoint(i);
      weight[i] = rule.getWeight(i);
    }
    return new GaussLegendre(node, weight);
  }

  /**
   * The number of points on one panel.
   *
   * @return n
   */
  public int size() {
    return node.length;
  }

  /**
   * The points on equal panels.
   *
   * @param low the lower end
   * @param high the upper end
   * @param panels how many panels
   * @return panels times n points, rising
   */
  public double[] nodes(double low, double high, int panels) {
    double[] all = new double[panels * node.length];
    double half = (high - low) / panels / 2;
    for (int i = 0; i < all.length; i++) {
      all[i] = low + half * (2 * (i / node.length) + 1 + node[i % node.length]);
    }
    return all;
  }

  /**
   * The weights of these points.
   *
   * @param low the lower end
   * @param high the upper end
   * @param panels how many panels
   * @return panels times n weights, which sum to high - low
   */
  public double[] weights(double low, double high, int panels) {
    double[] all = new double[panels * node.length];
    double half = (high - low) / panels / 2;
    for (int i = 0; i < all.length; i++) {
      all[i] = half * weight[i % node.length];
    }
    return all;
  }
}

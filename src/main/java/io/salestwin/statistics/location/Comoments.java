package io.salestwin.statistics.location;

import java.math.BigDecimal;

/**
 * How two series of values vary together, from exact sums as in {@link Moments}. The sums of
 * squares and products are centred and multiplied by n, so that they stay exact.
 *
 * @param n how many pairs there are
 * @param sumX sum of x
 * @param sumY sum of y
 * @param xx n Σx² - (Σx)²
 * @param yy n Σy² - (Σy)²
 * @param xy n Σxy - Σx Σy
 */
record Comoments(
    int n, BigDecimal sumX, BigDecimal sumY, BigDecimal xx, BigDecimal yy, BigDecimal xy) {

  static Comoments of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "there are " + x.length + " values x and " + y.length + " values y; give pairs");
    }
    Moments ofX = Moments.of(x);
    Moments ofY = Moments.of(y);
    BigDecimal products = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      products = products.add(BigDecimal.valueOf(x[i]).multiply(BigDecimal.valueOf(y[i])));
    }
    BigDecimal n = BigDecimal.valueOf(x.length);
    return new Comoments(
        x.length,
        ofX.sum(),
        ofY.sum(),
        n.multiply(ofX.squares()).subtract(ofX.sum().multiply(ofX.sum())),
        n.multiply(ofY.squares()).subtract(ofY.sum().multiply(ofY.sum())),
        n.multiply(products).subtract(ofX.sum().multiply(ofY.sum())));
  }

  double varianceX() {
    return perPair(xx);
  }

  double varianceY() {
    return perPair(yy);
  }

  double covariance() {
    return perPair(xy);
  }

  double correlation() {
    return xx.signum() == 0 || yy.signum() == 0
        ? Double.NaN
        : xy.doubleValue() / Math.sqrt(xx.doubleValue()) / Math.sqrt(yy.doubleValue());
  }

  private double perPair(BigDecimal centred) {
    return n < 2
        ? Double.NaN
        : centred.divide(BigDecimal.valueOf((long) n * (n - 1)), Moments.DIGITS).doubleValue();
  }
}

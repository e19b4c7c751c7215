package io.salestwin.statistics.sequential;

/**
 * A running sum that carries its rounding errors along (A. Neumaier, Zeitschrift für Angewandte
 * Mathematik und Mechanik 54, 1974).
 */
final class ExactSum {

  private double sum;
  private double lost;

  void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  double value() {
    return sum + lost;
  }
}

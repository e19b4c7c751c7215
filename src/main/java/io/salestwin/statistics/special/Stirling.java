package io.salestwin.statistics.special;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The parts from which probabilities of large counts are put together without losing digits.
 * Source: C. Loader, <em>Fast and accurate computation of binomial probabilities</em>, 2000.
 */
public final class Stirling {

  private static final double LOG_2_PI = 1.8378770664093454836;

  private Stirling() {}

  /**
   * What Stirling's formula leaves: ln Γ(x) - [(x - 1/2) ln x - x + ln(2π)/2], which is 1/(12x) -
   * 1/(360x³) + ….
   *
   * @param x above 0
   * @return the error of the formula
   */
  public static double error(double x) {
    if (x < 16) {
      return LogGamma.value(x) - ((x - 0.5) * Math.log(x) - x + 0.5 * LOG_2_PI);
    }
    double u = 1 / (x * x);
    return (1.0 / 12
            - u
                * (1.0 / 360
                    - u
                        * (1.0 / 1260
                            - u
                                * (1.0 / 1680
                                    - u * (1.0 / 1188 - u * (691.0 / 360360 - u / 156.0))))))
        / x;
  }

  /**
   * The deviance k ln(k / m) + m - k, precise where k and m are near each other.
   *
   * @param k at least 0
   * @param m above 0
   * @return at least 0
   */
  public static double deviance(double k, double m) {
    return k == 0 ? m : m * excess((k - m) / m);
  }

  /**
   * (1 + x) ln(1 + x) - x, precise near 0.
   *
   * @param x above -1
   * @return at least 0
   */
  public static double excess(double x) {
    if (Math.abs(x) > 0.1) {
      return (1 + x) * Math.log1p(x) - x;
    }
    // x²/2 - x³/6 + x⁴/12 - …: the terms are (-x)^n / (n (n - 1))
    double power = x * x;
    double sum = power / 2;
    for (int n = 3; n < 40; n++) {
      power *= -x;
      double next = sum + power / (n * (n - 1.0));
      if (next == sum) {
        break;
      }
      sum = next;
    }
    return sum;
  }
}

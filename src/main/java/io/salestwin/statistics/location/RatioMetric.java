package io.salestwin.statistics.location;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.NormalLaw;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A metric that is a ratio of sums over randomised units, such as won deals to opportunities per
 * rep, by the delta method.
 *
 * @param control ratio of the control
 * @param treatment ratio of the treatment
 */
public record RatioMetric(Arm control, Arm treatment) {

  /**
   * The ratio of one arm.
   *
   * @param units how many units there are
   * @param ratio Σm / Σd; NaN if Σd is 0
   * @param variance of the ratio: (Vm / d² + Vd m² / d⁴ - 2 C m / d³) / n with the means m and d,
   *     which is the variance of (m - ratio d) / mean d, over n; NaN of fewer than 2 units
   */
  public record Arm(int units, double ratio, double variance) {

    /**
     * The ratio of one arm, from exact sums.
     *
     * @param m numerators per unit; not changed
     * @param d denominators per unit, as many; not changed
     * @return the ratio and its variance
     */
    public static Arm of(double[] m, double[] d) {
      if (m.length != d.length) {
        throw new IllegalArgumentException(
            "there are %d numerators and %d denominators; give one of each per unit"
                .formatted(m.length, d.length));
      }
      int n = m.length;
      BigDecimal sumM = Moments.of(m).sum();
      BigDecimal sumD = Moments.of(d).sum();
      if (sumD.signum() == 0) {
        return new Arm(n, Double.NaN, Double.NaN);
      }
      double ratio = sumM.divide(sumD, Moments.DIGITS).doubleValue();
      if (n < 2) {
        return new Arm(n, ratio, Double.NaN);
      }
      // the sum of (m Σd - d Σm)², whose mean is 0
      BigDecimal squares = BigDecimal.ZERO;
      for (int i = 0; i < n; i++) {
        BigDecimal off =
            BigDecimal.valueOf(m[i])
                .multiply(sumD)
                .subtract(BigDecimal.valueOf(d[i]).multiply(sumM));
        squares = squares.add(off.multiply(off));
      }
      BigDecimal variance =
          squares
              .multiply(BigDecimal.valueOf(n))
              .divide(sumD.pow(4).multiply(BigDecimal.valueOf(n - 1L)), Moments.DIGITS);
      return new Arm(n, ratio, variance.doubleValue());
    }
  }

  /**
   * The difference of the ratios, with its error.
   *
   * @return Welch's test on the units; undefined as there
   */
  public WelchTest difference() {
    return WelchTest.of(
        treatment.ratio - control.ratio,
        control.variance,
        control.units - 1.0,
        treatment.variance,
        treatment.units - 1.0);
  }

  /**
   * The relative lift.
   *
   * @return (treatment - control) / |control|
   */
  public double lift() {
    return (treatment.ratio - control.ratio) / Math.abs(control.ratio);
  }

  /**
   * The variance of the lift by the delta method.
   *
   * @return V_t / R_c² + V_c R_t² / R_c⁴
   */
  public double liftVariance() {
    double square = control.ratio * control.ratio;
    return treatment.variance / square
        + control.variance * treatment.ratio * treatment.ratio / (square * square);
  }

  /**
   * The normal interval of the lift. It is for arms of many units: at 95 % it held the truth in
   * 94.6 % with 30 and 30 reps, and in 89.5 % with 4 and 4.
   *
   * @param level above 0 and below 1
   * @return lift ± z √variance
   */
  public Bounds liftBounds(double level) {
    return Bounds.around(lift(), NormalLaw.critical(level) * Math.sqrt(liftVariance()));
  }

  /**
   * Fieller's g: how uncertain the control's ratio is.
   *
   * @param level above 0 and below 1
   * @return z² V_c / R_c²
   */
  public double fiellerG(double level) {
    double z = NormalLaw.critical(level);
    return z * z * control.variance / (control.ratio * control.ratio);
  }

  /**
   * The interval of treatment / control - 1 by E. C. Fieller (JRSS B 16, 1954, 175-185), for
   * independent arms.
   *
   * @param level above 0 and below 1
   * @return the interval; empty if it has no bounds because g is at least 1
   */
  public Optional<Bounds> fieller(double level) {
    double g = fiellerG(level);
    if (g >= 1) {
      return Optional.empty();
    }
    double z = NormalLaw.critical(level);
    double ratio = treatment.ratio / control.ratio;
    double root = Math.sqrt(treatment.variance * (1 - g) + ratio * ratio * control.variance);
    double reach = z / Math.abs(control.ratio) * root / (1 - g);
    return Optional.of(Bounds.around(ratio / (1 - g) - 1, reach));
  }
}

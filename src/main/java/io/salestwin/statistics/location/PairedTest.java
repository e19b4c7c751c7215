package io.salestwin.statistics.location;

import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.StudentLaw;

/**
 * Paired values, such as two scenarios that met the same luck: Student's test of the differences,
 * and what the pairing has won.
 *
 * @param n how many pairs there are
 * @param mean mean of y - x
 * @param sd standard deviation of y - x
 * @param correlation Pearson's correlation of x and y; NaN if one has no spread
 * @param reduction (var x + var y) / var (y - x): how many times more independent pairs would be
 *     needed; NaN if the differences have no spread
 * @param reason why figures are NaN; empty if they are not
 */
public record PairedTest(
    int n, double mean, double sd, double correlation, double reduction, String reason) {

  private static final long MOST = 1L << 52;

  /**
   * Compares pairs.
   *
   * @param x first values
   * @param y second values, as many
   * @return the test; undefined with fewer than 2 pairs or differences without spread
   */
  public static PairedTest of(double[] x, double[] y) {
    double[] d = Moments.differences(y, x);
    Moments differences = Moments.of(d);
    if (d.length < 2) {
      double nan = Double.NaN;
      return new PairedTest(
          d.length, differences.mean(), nan, nan, nan, "there are fewer than 2 pairs");
    }
    Comoments both = Comoments.of(x, y);
    double variance = differences.variance();
    return new PairedTest(
        d.length,
        differences.mean(),
        Math.sqrt(variance),
        both.correlation(),
        variance == 0 ? Double.NaN : (both.varianceX() + both.varianceY()) / variance,
        variance == 0 ? "all differences are the same, so chance cannot be judged" : "");
  }

  /**
   * The statistic.
   *
   * @return mean √n / sd; NaN when undefined
   */
  public double t() {
    return reason.isEmpty() ? mean * Math.sqrt(n) / sd : Double.NaN;
  }

  /**
   * The two-sided p on n - 1 degrees of freedom.
   *
   * @return P(|T| &gt;= |t|)
   */
  public double twoSided() {
    return StudentLaw.twoSided(t(), n - 1.0);
  }

  /**
   * The interval of the mean difference.
   *
   * @param level above 0 and below 1
   * @return mean ± t sd / √n
   */
  public Bounds bounds(double level) {
    return reason.isEmpty() ? Bounds.around(mean, reach(n, level)) : Bounds.UNDEFINED;
  }

  /**
   * How many pairs make the interval as narrow as wished, with this spread.
   *
   * @param halfWidth half of the interval's width, above 0
   * @param level above 0 and below 1
   * @return the smallest n of at least 2 with t(n - 1) sd / √n at most halfWidth; NaN pairs give 0
   */
  public long pairsFor(double halfWidth, double level) {
    if (!(halfWidth > 0)) {
      throw new IllegalArgumentException("the half width must be above 0: " + halfWidth);
    }
    if (Double.isNaN(sd)) {
      return 0;
    }
    long enough = 2;
    while (reach(enough, level) > halfWidth) {
      enough *= 2;
      if (enough > MOST) {
        throw new IllegalArgumentException("the half width is too small; give a larger one");
      }
    }
    long tooFew = enough == 2 ? 1 : enough / 2;
    while (enough - tooFew > 1) {
      long middle = (enough + tooFew) / 2;
      if (reach(middle, level) > halfWidth) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return enough;
  }

  private double reach(double pairs, double level) {
    return StudentLaw.critical(level, pairs - 1) * sd / Math.sqrt(pairs);
  }
}

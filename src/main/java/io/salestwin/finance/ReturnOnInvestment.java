package io.salestwin.finance;

/**
 * What comes back of what is put in. Amounts are in any one unit of money, times in years from any
 * one day; gains and costs count as they come, nothing after the last of them.
 */
public final class ReturnOnInvestment {

  private ReturnOnInvestment() {}

  /**
   * Return on investment: {@code (gain - cost) / cost}.
   *
   * @param gain what it brings
   * @param cost what it costs
   * @return 1.5 when 2.5 come back for each 1 that is put in; NaN when it costs nothing
   */
  public static double of(double gain, double cost) {
    return cost > 0 ? (gain - cost) / cost : Double.NaN;
  }

  /**
   * Worth today of one unit of money at another time: {@code 1 / (1 + rate)^years}.
   *
   * @param ratePerYear what money earns in a year, above -1
   * @param years from today
   * @return the factor
   */
  public static double discount(double ratePerYear, double years) {
    return 1 / StrictMath.pow(1 + ratePerYear, years);
  }

  /**
   * By when what was put in has come back for good: the first of the times from which on the
   * running sum of gains less costs is never below 0.
   *
   * @param years rising
   * @param sums the running sum at each of them
   * @return one of the times; NaN when the last sum is below 0
   */
  public static double payback(double[] years, double[] sums) {
    double back = Double.NaN;
    for (int i = sums.length - 1; i >= 0 && sums[i] >= 0; i--) {
      back = years[i];
    }
    return back;
  }
}

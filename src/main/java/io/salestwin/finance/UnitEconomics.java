package io.salestwin.finance;

/** What a customer costs and brings. */
public final class UnitEconomics {

  private static final double MONTHS_PER_YEAR = 12;

  private UnitEconomics() {}

  /**
   * The chance that a contract is renewed at its end, such that the stated share of the customers
   * leaves in a year: {@code (1 - churn)^(months / 12)}.
   *
   * @param churnPerYear share of the customers that leave in a year, 0 to 1
   * @param months length of the contract, above 0
   * @return a chance from 0 to 1
   */
  public static double renewalChance(double churnPerYear, double months) {
    return StrictMath.pow(1 - churnPerYear, months / MONTHS_PER_YEAR);
  }

  /**
   * How long a customer stays on the average if every contract is renewed with the same chance: the
   * number of contracts is geometric, so it is {@code (months / 12) / (1 - renewal chance)}. For
   * contracts of a year this is 1 / churn.
   *
   * @param churnPerYear share of the customers that leave in a year, 0 to 1
   * @param months length of every contract, above 0
   * @return years; infinite when nobody leaves
   */
  public static double lifetimeYears(double churnPerYear, double months) {
    return months / MONTHS_PER_YEAR / (1 - renewalChance(churnPerYear, months));
  }

  /**
   * Lifetime value: what a customer leaves after the cost of delivery while he stays, at the value
   * of his first year, not discounted and without expansion or changes of price.
   *
   * @param marginPerYearCents gross margin of a year
   * @param lifetimeYears how long he stays on the average
   * @return cents; NaN when nobody ever leaves, because the sum then has no end
   */
  public static double lifetimeValue(double marginPerYearCents, double lifetimeYears) {
    return Double.isInfinite(lifetimeYears) ? Double.NaN : marginPerYearCents * lifetimeYears;
  }

  /**
   * Months of gross margin until a customer has paid back what it cost to win him.
   *
   * @param acquisitionCents what it cost
   * @param marginPerYearCents his gross margin of a year
   * @return months; NaN when there is no margin
   */
  public static double paybackMonths(double acquisitionCents, double marginPerYearCents) {
    return ratio(acquisitionCents, marginPerYearCents / MONTHS_PER_YEAR);
  }

  /**
   * A part of a whole.
   *
   * @param part any amount
   * @param whole any amount
   * @return their ratio; NaN when there is no whole
   */
  public static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }
}

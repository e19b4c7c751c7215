package io.salestwin.statistics.proportion;

import io.salestwin.statistics.special.ChiSquareLaw;
import io.salestwin.statistics.special.Stirling;

/**
 * Tests of independence in a table of counts.
 *
 * @param chiSquare Pearson's statistic, the sum of (O - E)² / E
 * @param freedom (rows - 1) (columns - 1)
 * @param p P(chi-square of that freedom &gt; chiSquare)
 * @param yates Pearson's statistic with each |O - E| made smaller by min(1/2, |O - E|) (F. Yates
 *     1934); NaN unless the table is 2 x 2
 * @param yatesP its p
 * @param g the likelihood-ratio statistic, 2 times the sum of O ln(O / E)
 * @param gP its p
 * @param cramersV √(chiSquare / (N (min(rows, columns) - 1)))
 * @param reason why the figures are NaN; empty if they are not
 */
public record ContingencyTable(
    double chiSquare,
    int freedom,
    double p,
    double yates,
    double yatesP,
    double g,
    double gP,
    double cramersV,
    String reason) {

  /**
   * Tests a table.
   *
   * @param table rows of counts, all of the same length; not changed
   * @return the tests; undefined if a row or a column holds only zeros, or there is only one
   */
  public static ContingencyTable of(long[][] table) {
    int rows = table.length;
    int columns = table[0].length;
    int freedom = (rows - 1) * (columns - 1);
    double[] ofRow = new double[rows];
    double[] ofColumn = new double[columns];
    double n = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        ofRow[i] += table[i][j];
        ofColumn[j] += table[i][j];
        n += table[i][j];
      }
    }
    String reason = reason(ofRow, ofColumn, freedom);
    if (!reason.isEmpty()) {
      double nan = Double.NaN;
      return new ContingencyTable(nan, freedom, nan, nan, nan, nan, nan, nan, reason);
    }
    boolean square = rows == 2 && columns == 2;
    double chiSquare = 0;
    double yates = 0;
    double g = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double expected = ofRow[i] * ofColumn[j] / n;
        // one subtraction of whole numbers: what lies near the expectation keeps its digits
        double off = (table[i][j] * n - ofRow[i] * ofColumn[j]) / n;
        double corrected = Math.abs(off) - Math.min(0.5, Math.abs(off));
        chiSquare += off * off / expected;
        yates += corrected * corrected / expected;
        g += 2 * deviance(table[i][j], expected, off);
      }
    }
    return new ContingencyTable(
        chiSquare,
        freedom,
        ChiSquareLaw.above(chiSquare, freedom),
        square ? yates : Double.NaN,
        square ? ChiSquareLaw.above(yates, freedom) : Double.NaN,
        g,
        ChiSquareLaw.above(g, freedom),
        Math.sqrt(chiSquare / (n * (Math.min(rows, columns) - 1))),
        "");
  }

  /** O ln(O / E) - (O - E); the last parts sum to 0 over the table. */
  private static double deviance(double observed, double expected, double off) {
    return observed == 0 ? expected : expected * Stirling.excess(off / expected);
  }

  private static String reason(double[] ofRow, double[] ofColumn, int freedom) {
    if (freedom == 0) {
      return "a table of one row or one column has nothing to compare";
    }
    for (double sum : ofRow) {
      if (sum == 0) {
        return "a row holds only zeros";
      }
    }
    for (double sum : ofColumn) {
      if (sum == 0) {
        return "a column holds only zeros";
      }
    }
    return "";
  }
}

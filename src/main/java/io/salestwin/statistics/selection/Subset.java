package io.salestwin.statistics.selection;

import io.salestwin.statistics.Tally;
import io.salestwin.statistics.special.StudentLaw;
import java.util.ArrayList;
import java.util.List;

/**
 * Screening: the alternatives of which one is the best with a stated probability. Alternative i
 * stays when for every other l
 *
 * <pre>mean(i) &gt;= mean(l) - t(1 - alpha / (k - 1), n - 1) S(i, l) / √n</pre>
 *
 * <p>with S(i, l) the standard deviation of the paired differences, so that common random numbers
 * sharpen it (Nelson, Swann, Goldsman and Song 2001, Operations Research 49; by Bonferroni the best
 * is lost with a chance of at most alpha). Larger is better.
 */
public final class Subset {

  private Subset() {}

  /**
   * Screens.
   *
   * @param data observations of each alternative; observation r of all of them may share its random
   *     numbers
   * @param n how many of the first observations count, at least 2
   * @param alpha the chance that the best is lost, above 0 and below 1
   * @return indices of those that stay, at least one, in order
   */
  public static List<Integer> of(double[][] data, int n, double alpha) {
    if (n < 2 || data.length < 2) {
      throw new IllegalArgumentException(
          "give at least 2 alternatives with 2 observations: " + data.length + ", " + n);
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be above 0 and below 1: " + alpha);
    }
    double t = StudentLaw.upperQuantile(alpha / (data.length - 1), n - 1);
    List<Integer> staying = new ArrayList<>();
    for (int i = 0; i < data.length; i++) {
      boolean stays = true;
      for (int l = 0; l < data.length; l++) {
        Tally lead = lead(data[l], data[i], n);
        stays &= l == i || lead.mean() <= t * lead.standardError();
      }
      if (stays) {
        staying.add(i);
      }
    }
    return staying;
  }

  private static Tally lead(double[] one, double[] other, int n) {
    double[] differences = new double[n];
    for (int r = 0; r < n; r++) {
      differences[r] = one[r] - other[r];
    }
    return Tally.of(differences);
  }
}

package io.salestwin.statistics.sequential;

import io.salestwin.statistics.special.Root;

/**
 * Limits below which a test ends for want of a chance: at every look they spend as much of the
 * chance to miss the effect as a function says (Pampallona, Tsiatis and Kim, Drug Information
 * Journal 35, 2001). Nobody is bound by them: the limits above are those of a test without them, so
 * who goes on all the same finds no more than the level of what is not there. That costs a little
 * power, for which {@link #drift} makes the test larger.
 *
 * @param above the limits for an effect
 * @param spending how the chance to miss is spent
 * @param miss the chance to miss the effect, 1 - power; above 0 and below 1
 */
public record FutilitySpending(GroupSequential above, Spending spending, double miss) {

  public FutilitySpending {
    if (!(miss > 0 && miss < 1)) {
      throw new IllegalArgumentException("miss must be above 0 and below 1: " + miss);
    }
  }

  /**
   * The limits. Harm that a two-sided test shows ends it as well and counts as missed.
   *
   * @param drift the expectation of Z at the last look with the effect that may be missed so often
   * @return one per look, at most the limit above; -∞ where nothing may be spent yet
   */
  public double[] below(double drift) {
    double[] t = above.shares();
    double[] z = above.z();
    double theta = drift / Math.sqrt(t[t.length - 1]);
    Excursion paths = above.start();
    double[] below = new double[t.length];
    double spent = 0;
    for (int k = 0; k < t.length; k++) {
      double limit = paths.limitBelow(spending.at(t[k], miss) - spent, theta);
      double harm = above.sides() == 2 ? -z[k] : Double.NEGATIVE_INFINITY;
      below[k] = Math.min(Math.max(limit, harm), z[k]);
      spent += paths.nextBelow(below[k], theta);
      paths.limit(z[k], below[k]);
    }
    return below;
  }

  /**
   * The effect that is found with the power although looks may end the test: with it the limits
   * meet at the last look.
   *
   * @return the expectation of Z at the last look; NaN if the power is not above the level
   */
  public double drift() {
    double without = above.drift(1 - miss);
    return Double.isNaN(without)
        ? without
        : Root.above(
            drift -> above.endingBelow(below(drift)).power(drift) - (1 - miss),
            without - 1e-6,
            0.2);
  }
}

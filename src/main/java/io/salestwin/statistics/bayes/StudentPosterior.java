package io.salestwin.statistics.bayes;

import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.StudentLaw;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The posterior of a gain whose spread was estimated, too: gain + se T with Student's T, what a
 * flat prior of the gain and of the logarithm of the spread gives. With few reps or territories it
 * is less sure than a normal law.
 *
 * @param gain the estimate, above 0 where the treatment is better
 * @param se its standard error, above 0
 * @param freedom degrees of freedom, above 1; infinite for a normal law
 */
public record StudentPosterior(double gain, double se, double freedom) {

  /** Checks the figures. */
  public StudentPosterior {
    if (!(se > 0)) {
      throw new IllegalArgumentException("the standard error is " + se + "; give one above 0");
    }
  }

  /**
   * The chance that the gain is above 0.
   *
   * @return from 0 to 1
   */
  public double chanceToWin() {
    return Double.isInfinite(freedom)
        ? NormalLaw.below(gain / se)
        : StudentLaw.below(gain / se, freedom);
  }

  /**
   * The expected loss when the control is kept: E[max(gain, 0)].
   *
   * @return in units of the gain; infinite with at most one degree of freedom
   */
  public double riskOfControl() {
    return risk(gain / se);
  }

  /**
   * The expected loss when the treatment is chosen: E[max(-gain, 0)].
   *
   * @return in units of the gain; infinite with at most one degree of freedom
   */
  public double riskOfTreatment() {
    return risk(-gain / se);
  }

  /** se E[max(x + T, 0)] = se {x F(x) + (ν + x²) / (ν - 1) f(x)} with T's law F and density f. */
  private double risk(double x) {
    if (Double.isInfinite(freedom)) {
      return se * NormalLaw.loss(-x);
    }
    if (freedom <= 1) {
      return Double.POSITIVE_INFINITY;
    }
    double density = TDistribution.of(freedom).density(x);
    return se * (x * StudentLaw.below(x, freedom) + (freedom + x * x) / (freedom - 1) * density);
  }
}

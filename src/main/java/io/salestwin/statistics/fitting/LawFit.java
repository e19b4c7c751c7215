package io.salestwin.statistics.fitting;

import io.salestwin.random.Distribution;
import io.salestwin.random.Empirical;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * One family fitted to values by maximum likelihood on intervals.
 *
 * @param family the family
 * @param law the most likely law of the family
 * @param parameters its parameters in the order of {@link Family#parameters}
 * @param logLikelihood the logarithm of its likelihood
 * @param aic 2 x number of parameters - 2 x logarithm of the likelihood (Akaike 1974): less is
 *     better
 * @param distance greatest distance of the shares at the edges of bins (Kolmogorov-Smirnov)
 * @param n how many values stand behind it
 */
public record LawFit(
    Family family,
    Distribution law,
    List<Double> parameters,
    double logLikelihood,
    double aic,
    double distance,
    double n) {

  private static final int EVALUATIONS = 4000;
  private static final int[] KNOTS = {6, 12, 24, 48};
  private static final int FEW = 30;

  /** Copies the list. */
  public LawFit {
    parameters = List.copyOf(parameters);
  }

  /**
   * Fits every family.
   *
   * @param data the values, at least one inside a bin
   * @return the fits, the best by AIC first
   */
  public static List<LawFit> ranked(Binned data) {
    List<LawFit> fits = new ArrayList<>();
    for (Family family : Family.values()) {
      boolean enough =
          switch (family) {
            case EXPONENTIAL -> true;
            case TWO_LOGNORMALS, EMPIRICAL -> data.n() >= FEW;
            default -> data.n() >= 5;
          };
      if (enough) {
        fits.add(of(family, data));
      }
    }
    fits.sort(Comparator.comparingDouble(LawFit::aic));
    return fits;
  }

  /**
   * Fits one family.
   *
   * @param family the family
   * @param data the values, at least one inside a bin
   * @return the most likely law
   */
  public static LawFit of(Family family, Binned data) {
    if (family == Family.EMPIRICAL) {
      return empirical(data);
    }
    PointValuePair best = null;
    for (double[] start : family.starts(data)) {
      PointValuePair found = climb(family, data, start, EVALUATIONS);
      best = best == null || found.getValue() > best.getValue() ? found : best;
    }
    return fit(family, data, best.getPoint());
  }

  /** The same family from where it stood, after the counts have moved a little. */
  LawFit again(Binned data) {
    if (family == Family.EMPIRICAL) {
      return empirical(data);
    }
    return fit(family, data, climb(family, data, point(), EVALUATIONS).getPoint());
  }

  /** The point of the search at which this law lies. */
  double[] point() {
    double[] at = new double[parameters.size()];
    for (int i = 0; i < at.length; i++) {
      double p = parameters.get(i);
      boolean weight = family.parameters().get(i).equals("weight");
      at[i] = weight ? StrictMath.log(p / (1 - p)) : StrictMath.log(p);
    }
    return at;
  }

  static LawFit fit(Family family, Binned data, double[] at) {
    Distribution law = family.law(at);
    List<Double> parameters = new ArrayList<>();
    for (double p : family.natural(at)) {
      parameters.add(p);
    }
    return fit(family, data, law, parameters, parameters.size());
  }

  private static LawFit fit(
      Family family, Binned data, Distribution law, List<Double> parameters, int free) {
    double log = data.logLikelihood(law);
    return new LawFit(
        family, law, parameters, log, 2 * free - 2 * log, data.distance(law), data.n());
  }

  /** As many pieces as AIC pays for; each piece costs a share and a place. */
  private static LawFit empirical(Binned data) {
    LawFit best = null;
    for (int knots : KNOTS) {
      Distribution law = Family.empirical(data, knots);
      int pieces = law instanceof Empirical e ? e.values().size() - 1 : knots;
      LawFit fit = fit(Family.EMPIRICAL, data, law, List.of(), 2 * pieces);
      best = best == null || fit.aic < best.aic ? fit : best;
    }
    return best;
  }

  private static PointValuePair climb(Family family, Binned data, double[] start, int most) {
    double[] steps = new double[start.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = 0.25;
    }
    ObjectiveFunction objective = new ObjectiveFunction(at -> data.logLikelihood(family.law(at)));
    PointValuePair found = null;
    double[] from = start;
    // a simplex may lie down flat: begin again where it ended until that changes nothing
    for (int round = 0; round < 3; round++) {
      PointValuePair next =
          new SimplexOptimizer(new SimpleValueChecker(1e-12, 1e-7))
              .optimize(
                  new MaxEval(most * 10),
                  GoalType.MAXIMIZE,
                  objective,
                  new InitialGuess(from),
                  new NelderMeadSimplex(steps));
      boolean still = found != null && next.getValue() - found.getValue() < 1e-4;
      found = next;
      from = next.getPoint();
      if (still) {
        break;
      }
    }
    return found;
  }
}

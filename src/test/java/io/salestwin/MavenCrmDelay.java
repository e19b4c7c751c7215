package io.salestwin;

import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The days from engaged to closed, by maximum likelihood on whole days with delayed entry, open
 * deals and a share that never closes.
 *
 * <p>F(x) = w1 uniform(1, 3) + w2 gamma(shape, scale) + w3 normal(mean, sd) within [0, 139], and w4
 * = 1 - w1 - w2 - w3 never closes. A deal closed after d days brings F(d + 1) - F(d), one still
 * open after d days 1 - F(d + 1); one known only because it was open at d days divides by 1 - F(d).
 */
final class MavenCrmDelay {

  /** The day after the longest delay that was seen. */
  private static final double LONGEST = 139;

  private final List<Count> counts;

  MavenCrmDelay(List<Count> counts) {
    this.counts = List.copyOf(counts);
  }

  /** {@code n} deals of one kind (closed, open, entered) at {@code days}. */
  record Count(String kind, int days, long n) {}

  /** Shares of the four parts in order; shape and scale; mean and sd. */
  record Law(double[] shares, double shape, double scale, double mean, double sd) {

    /** Chance to have closed within {@code days}. */
    double closedWithin(double days, GammaDistribution early, NormalDistribution late) {
      double below = late.cumulativeProbability(0);
      double all = late.cumulativeProbability(LONGEST) - below;
      return shares[0] * Math.min(1, Math.max(0, (days - 1) / 2))
          + shares[1] * early.cumulativeProbability(days)
          + shares[2] * (late.cumulativeProbability(Math.min(days, LONGEST)) - below) / all;
    }
  }

  double logLikelihood(Law law) {
    GammaDistribution early = new GammaDistribution(law.shape, law.scale);
    NormalDistribution late = new NormalDistribution(law.mean, law.sd);
    int longest = counts.stream().mapToInt(Count::days).max().orElse(0);
    double[] closedWithin = new double[longest + 2];
    for (int day = 0; day < closedWithin.length; day++) {
      closedWithin[day] = law.closedWithin(day, early, late);
    }
    double sum = 0;
    for (Count count : counts) {
      double atDay = closedWithin[count.days];
      double nextDay = closedWithin[count.days + 1];
      sum +=
          count.n
              * switch (count.kind) {
                case "closed" -> Math.log(nextDay - atDay);
                case "open" -> Math.log1p(-nextDay);
                case "entered" -> -Math.log1p(-atDay);
                default -> throw new IllegalArgumentException("kind " + count.kind);
              };
    }
    return sum;
  }

  /** The most likely law, searched from a rough reading of the histogram. */
  Law fit() {
    double[] at = {-1, 0.5, 1, Math.log(9), Math.log(1.5), 85, Math.log(22)};
    for (int restart = 0; restart < 3; restart++) {
      at =
          new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-9))
              .optimize(
                  new MaxEval(20_000),
                  GoalType.MAXIMIZE,
                  new ObjectiveFunction(x -> logLikelihood(law(x))),
                  new InitialGuess(at),
                  new NelderMeadSimplex(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 1, 0.1}))
              .getPoint();
    }
    return law(at);
  }

  private static Law law(double[] x) {
    double[] odds = {Math.exp(x[0]), Math.exp(x[1]), Math.exp(x[2]), 1};
    double all = odds[0] + odds[1] + odds[2] + odds[3];
    double[] shares = {odds[0] / all, odds[1] / all, odds[2] / all, odds[3] / all};
    return new Law(shares, Math.exp(x[3]), Math.exp(x[4]), x[5], Math.exp(x[6]));
  }
}

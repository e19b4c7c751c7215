package io.salestwin.statistics.bayes;

import io.salestwin.statistics.special.BetaLaw;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Which of several arms with independent posteriors is the best: P(arm i is the largest) = ∫ f_i Π
 * F_j, and the expected loss of choosing it, E[max - arm i] = ∫ F_i (1 - Π F_j) over the other arms
 * j. Neither subtracts what is nearly equal.
 *
 * @param chance per arm, the chance to be the largest; they sum to 1
 * @param loss per arm, the expected distance to the largest
 * @param largest the expected value of the largest
 */
public record BestArm(double[] chance, double[] loss, double largest) {

  private static final double[] STEPS = {0, 0.5, 1, 2, 3, 4, 6, 8, 12, 20, 38};

  /** One arm on the axis of integration t. */
  private interface Arm {
    double mean();

    double density(double t);

    double below(double t);

    double above(double t);

    /** Places between which the density is smooth. */
    List<Double> breaks();
  }

  private record NormalArm(double mean, double sd) implements Arm {
    @Override
    public double density(double t) {
      return NormalLaw.density((t - mean) / sd) / sd;
    }

    @Override
    public double below(double t) {
      return NormalLaw.below((t - mean) / sd);
    }

    @Override
    public double above(double t) {
      return NormalLaw.above((t - mean) / sd);
    }

    @Override
    public List<Double> breaks() {
      return around(mean, sd);
    }
  }

  /** On the axis of log-odds, where also a law with a peak at 0 or 1 is smooth. */
  private record BetaArm(BetaLaw law) implements Arm {
    @Override
    public double mean() {
      return law.mean();
    }

    @Override
    public double density(double t) {
      return law.densityLogOdds(t);
    }

    @Override
    public double below(double t) {
      return law.belowLogOdds(t);
    }

    @Override
    public double above(double t) {
      return law.aboveLogOdds(t);
    }

    @Override
    public List<Double> breaks() {
      double a = law.a();
      double b = law.b();
      return around(Math.log(a / b), Math.sqrt(1 / a + 1 / (a * a) + 1 / b + 1 / (b * b))).stream()
          .map(t -> Math.max(-700, Math.min(700, t)))
          .toList();
    }
  }

  /**
   * Arms with beta posteriors.
   *
   * @param laws at least one
   * @return the chances and losses
   */
  public static BestArm ofBeta(List<BetaLaw> laws) {
    List<Arm> arms = new ArrayList<>();
    laws.forEach(law -> arms.add(new BetaArm(law)));
    return of(arms, u -> BetaLaw.expit(u) * BetaLaw.expit(-u)); // dx / du
  }

  /**
   * Arms with normal posteriors.
   *
   * @param mean at least one
   * @param sd as many, above 0
   * @return the chances and losses
   */
  public static BestArm ofNormal(double[] mean, double[] sd) {
    if (mean.length != sd.length) {
      throw new IllegalArgumentException(
          "there are " + mean.length + " means and " + sd.length + " sds; give as many of each");
    }
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      if (!(sd[i] > 0)) {
        throw new IllegalArgumentException("sd[" + i + "] must be above 0: " + sd[i]);
      }
      arms.add(new NormalArm(mean[i], sd[i]));
    }
    return of(arms, t -> 1);
  }

  private static BestArm of(List<Arm> arms, DoubleUnaryOperator scale) {
    if (arms.isEmpty()) {
      throw new IllegalArgumentException("there is no arm; give at least one");
    }
    double[] breaks =
        arms.stream().flatMap(arm -> arm.breaks().stream()).mapToDouble(t -> t).toArray();
    double[] chance = new double[arms.size()];
    double[] loss = new double[arms.size()];
    for (int i = 0; i < chance.length; i++) {
      Arm own = arms.get(i);
      List<Arm> others = new ArrayList<>(arms);
      others.remove(i);
      chance[i] =
          Quadrature.integral(t -> own.density(t) * Math.exp(logAllBelow(others, t)), breaks);
      loss[i] =
          Quadrature.integral(
              t -> -own.below(t) * Math.expm1(logAllBelow(others, t)) * scale.applyAsDouble(t),
              breaks);
    }
    return new BestArm(chance, loss, arms.get(0).mean() + loss[0]);
  }

  private static double logAllBelow(List<Arm> arms, double t) {
    double log = 0;
    for (Arm arm : arms) {
      double above = arm.above(t);
      log += above < 0.5 ? Math.log1p(-above) : Math.log(arm.below(t));
    }
    return log;
  }

  private static List<Double> around(double centre, double spread) {
    List<Double> places = new ArrayList<>();
    for (double step : STEPS) {
      places.add(centre - step * spread);
      places.add(centre + step * spread);
    }
    return places;
  }
}

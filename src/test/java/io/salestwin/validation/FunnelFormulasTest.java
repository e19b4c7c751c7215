package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

/** Chains, renewals and areas a second way, and the numbers of the cases by another library. */
class FunnelFormulasTest {

  // ---- chains

  @Property(seed = "1", tries = 100)
  void theFundamentalMatrixIsTheInverse(
      @ForAll @Size(9) List<@DoubleRange(min = 0, max = 0.3) Double> moves) {
    AbsorbingChain chain = new AbsorbingChain(3);
    double[][] q = new double[3][3];
    for (int i = 0; i < 9; i++) {
      q[i / 3][i % 3] = moves.get(i);
      chain.move(i / 3, i % 3, moves.get(i), 1);
    }
    double[][] rest = new double[3][3];
    for (int i = 0; i < 9; i++) {
      rest[i / 3][i % 3] = (i / 3 == i % 3 ? 1 : 0) - q[i / 3][i % 3];
    }
    double[][] inverse =
        new LUDecomposition(new Array2DRowRealMatrix(rest)).getSolver().getInverse().getData();
    for (int begin = 0; begin < 3; begin++) {
      assertThat(chain.visits(begin)).containsExactly(inverse[begin], within(1e-9));
    }
  }

  /** Follows the mass forwards, step by step, instead of solving backwards. */
  @Test
  void winsAndTheirTimesAreThoseOfTheMassThatMovesOn() {
    AbsorbingChain chain =
        new AbsorbingChain(2).move(0, 1, 0.6, 2).move(1, 0, 0.3, 5).move(0, 0, 0.1, 7);
    chain.win(1, 0.4, 3);
    double[] mass = {1, 0};
    double[] time = {0, 0};
    double won = 0;
    double wonTime = 0;
    for (int step = 0; step < 2000; step++) {
      won += mass[1] * 0.4;
      wonTime += 0.4 * (time[1] + mass[1] * 3);
      double[] on = {mass[0] * 0.1 + mass[1] * 0.3, mass[0] * 0.6};
      time =
          new double[] {
            0.1 * (time[0] + mass[0] * 7) + 0.3 * (time[1] + mass[1] * 5),
            0.6 * (time[0] + mass[0] * 2)
          };
      mass = on;
    }
    assertThat(chain.winChances()[0]).isCloseTo(won, within(1e-12));
    assertThat(chain.timesToWin()[0]).isCloseTo(wonTime / won, within(1e-10));
  }

  @Test
  void twoWaysBetweenTheSameStagesAddUpAndTakeTheirMeanTime() {
    AbsorbingChain one = new AbsorbingChain(2).move(0, 1, 0.2, 1).move(0, 1, 0.6, 5).win(1, 1, 0);
    assertThat(one.winChances()[0]).isCloseTo(0.8, within(1e-12));
    assertThat(one.timesToWin()[0]).isCloseTo((0.2 * 1 + 0.6 * 5) / 0.8, within(1e-12));
  }

  // ---- renewals

  @Property(seed = "1", tries = 50)
  void erlangGapsOfTwoPhasesHaveTheKnownRenewalFunction(
      @ForAll @DoubleRange(min = 0.1, max = 20) double time) {
    // Cox (1962), chapter 4: m(t) = t / (2 b) - (1 - e^(-2 t / b)) / 4 for scale b
    double scale = 0.7;
    double known = time / (2 * scale) - (1 - Math.exp(-2 * time / scale)) / 4;
    assertThat(new Renewal(2, scale).mean(time)).isCloseTo(known, within(1e-10));
  }

  @Test
  void exponentialGapsGiveAPoissonCount() {
    Renewal poisson = new Renewal(1, 2);
    assertThat(poisson.mean(9)).isCloseTo(4.5, within(1e-10));
    assertThat(poisson.secondMoment(9)).isCloseTo(4.5 + 4.5 * 4.5, within(1e-9));
  }

  @Test
  void farFromItsBeginningAnyProcessRenewsOncePerMeanGap() {
    for (double shape : new double[] {0.5, 2, 7}) {
      Renewal renewal = new Renewal(shape, 3 / shape);
      assertThat(renewal.mean(330) - renewal.mean(300)).isCloseTo(10, within(1e-6));
    }
  }

  // ---- areas

  @Test
  void areasUnderKnownCurvesAreKnown() {
    assertThat(Integral.of(Math::sin, 0, Math.PI)).isCloseTo(2, within(1e-13));
    assertThat(Integral.of(x -> 1 / x, 1, Math.E)).isCloseTo(1, within(1e-13));
    assertThat(Integral.of(x -> x * x * x, -1, 3, 1)).isCloseTo(20, within(1e-12));
  }

  // ---- the numbers of the cases by another library

  @Test
  void theOddsAreThoseOfAnotherQuadrature() {
    NormalDistribution skill = new NormalDistribution(0, 0.4);
    BetaDistribution quality = new BetaDistribution(3, 2);
    double stated = Math.log(0.26 / 0.74);
    SimpsonIntegrator simpson = new SimpsonIntegrator(1e-8, 1e-9, 3, 20);
    double won =
        simpson.integrate(
            1_000_000,
            s ->
                skill.density(s)
                    * new SimpsonIntegrator(1e-8, 1e-9, 3, 20)
                        .integrate(
                            1_000_000,
                            q ->
                                quality.density(q)
                                    / (1 + Math.exp(-(stated + 1.5 * (q - 0.5) + s))),
                            0,
                            1),
            -3.2,
            3.2);
    assertThat(theory("odds", "share won")).isCloseTo(won, within(1e-7));
  }

  @Test
  void theIncidencesAreThoseOfAnotherLibrary() {
    double sigma = Math.sqrt(Math.log(1 + 0.8 * 0.8));
    LogNormalDistribution yes = new LogNormalDistribution(Math.log(20) - sigma * sigma / 2, sigma);
    WeibullDistribution no = new WeibullDistribution(1.4, 35);
    assertThat(theory("competing-risks", "won in 15 days"))
        .isCloseTo(0.45 * yes.cumulativeProbability(15), within(1e-9));
    assertThat(theory("competing-risks", "lost for the price in 30 days"))
        .isCloseTo(0.33 * no.cumulativeProbability(30), within(1e-9));
  }

  @Test
  void theStaysUnderATimeOutAreThoseOfAnotherLibrary() {
    GammaDistribution yes = new GammaDistribution(1 / 0.49, 20 * 0.49);
    double sigma = Math.sqrt(Math.log(1 + 0.81));
    LogNormalDistribution no = new LogNormalDistribution(Math.log(40) - sigma * sigma / 2, sigma);
    assertThat(theory("time-out", "share advanced"))
        .isCloseTo(0.5 * yes.cumulativeProbability(30), within(1e-9));
    // E min(X, d) of a lognormal in closed form (limited expected value)
    NormalDistribution normal = new NormalDistribution();
    double mu = Math.log(40) - sigma * sigma / 2;
    double limited =
        40 * normal.cumulativeProbability((Math.log(30) - mu - sigma * sigma) / sigma)
            + 30 * (1 - no.cumulativeProbability(30));
    // and of a gamma: mean x P(shape + 1) + d (1 - P(shape))
    double more = new GammaDistribution(1 / 0.49 + 1, 20 * 0.49).cumulativeProbability(30);
    double gamma = 20 * more + 30 * (1 - yes.cumulativeProbability(30));
    assertThat(theory("time-out", "days in the stage"))
        .isCloseTo(0.5 * gamma + 0.5 * limited, within(1e-7));
  }

  @Test
  void twoExponentialDelaysAreConvolved() {
    // by quadrature over the first delay
    double within30 =
        Integral.of(t -> Math.exp(-t / 12) / 12 * (1 - Math.exp(-(30 - t) / 20)), 0, 30);
    assertThat(theory("two-stages", "won in 30 days")).isCloseTo(0.3 * within30, within(1e-10));
  }

  private static double theory(String name, String figure) {
    return Trials.all().stream()
        .filter(trial -> trial.name().equals(name))
        .flatMap(trial -> trial.figures().stream())
        .filter(f -> f.name().equals(figure))
        .mapToDouble(Trial.Figure::theory)
        .findAny()
        .orElseThrow();
  }
}

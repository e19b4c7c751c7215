package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Values worked out by hand from the formulas, and what each family means. */
class DistributionTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private static Distribution of(String family, Object... namesAndValues) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return DistributionFamily.of(family, parameters);
  }

  @Test
  void gammaOfShapeTwoHasItsClosedForm() {
    Distribution gamma = of("gamma", "shape", 2, "scale", 3);
    double x = 7; // S(x) = (1 + x/scale) exp(-x/scale)
    assertThat(gamma.survival(x)).isCloseTo((1 + x / 3) * StrictMath.exp(-x / 3), EXACT);
    double far = 3 * 200; // 201 exp(-200): a tail of 3e-85 keeps its digits
    assertThat(gamma.survival(far) / (201 * StrictMath.exp(-200))).isCloseTo(1, EXACT);
    assertThat(of("erlang", "k", 2, "mean", 6)).isEqualTo(gamma);
    assertThat(of("gamma", "mean", 6, "cv", Math.sqrt(0.5)).variance()).isCloseTo(18, EXACT);
  }

  @Test
  void betaHasItsClosedFormsForWholeShapes() {
    // I_x(2, 3) = 6x^2 - 8x^3 + 3x^4
    assertThat(new Beta(2, 3).cdf(0.3)).isCloseTo(0.54 - 0.216 + 0.0243, EXACT);
    assertThat(new Beta(1, 4).survival(0.9)).isCloseTo(1e-4, within(1e-16));
    assertThat(new Beta(4, 1).quantile(0.0016)).isCloseTo(0.2, EXACT);
    // arcsine law: F(x) = 2/pi asin(sqrt x)
    assertThat(new Beta(0.5, 0.5).cdf(0.25)).isCloseTo(1.0 / 3, EXACT);
  }

  @Test
  void successesAndTrialsGiveThePosteriorFromNoKnowledge() {
    assertThat(of("beta", "successes", 412, "trials", 1580)).isEqualTo(new Beta(413, 1169));
    assertThat(of("beta", "successes", 0, "trials", 1)).isEqualTo(new Beta(1, 2));
  }

  @Test
  void weibullOfShapeOneIsExponential() {
    Distribution weibull = of("weibull", "shape", 1, "scale", 4);
    assertThat(weibull.mean()).isCloseTo(4, EXACT);
    assertThat(weibull.variance()).isCloseTo(16, within(1e-11));
    assertThat(weibull.quantile(0.5)).isCloseTo(4 * StrictMath.log(2), EXACT);
    assertThat(of("weibull", "shape", 2, "scale", 1).mean())
        .isCloseTo(StrictMath.sqrt(StrictMath.PI) / 2, EXACT);
  }

  @Test
  void lognormalHasItsClosedForms() {
    Distribution lognormal = of("lognormal", "mu", 1, "sigma", 0.5);
    assertThat(lognormal.mean()).isCloseTo(StrictMath.exp(1.125), EXACT);
    assertThat(lognormal.quantile(0.5)).isCloseTo(StrictMath.E, EXACT);
    // R: qnorm(0.9) = 1.2815515655446004
    assertThat(lognormal.quantile(0.9))
        .isCloseTo(StrictMath.exp(1 + 0.5 * 1.2815515655446004), within(1e-11));
  }

  @Test
  void logLogisticHasItsClosedFormsAndDivergesWhereItMust() {
    Distribution d = of("loglogistic", "median", 10, "shape", 3);
    double b = StrictMath.PI / 3; // mean = median b / sin b
    double mean = 10 * b / StrictMath.sin(b);
    assertThat(d.mean()).isCloseTo(mean, EXACT);
    assertThat(d.variance())
        .isCloseTo(100 * 2 * b / StrictMath.sin(2 * b) - mean * mean, within(1e-10));
    assertThat(d.quantile(0.9)).isCloseTo(10 * StrictMath.cbrt(9), EXACT);
    assertThat(d.survival(1e7)).isCloseTo(1e-18, within(1e-24));
    assertThat(new LogLogistic(10, 1.5).variance()).isInfinite();
    assertThat(new LogLogistic(10, 1).mean()).isInfinite();
    assertThat(new LogLogistic(10, 1).variance()).isNaN();
    // large shapes: variance / median^2 tends to pi^2 / (3 shape^2)
    assertThat(new LogLogistic(1, 900).variance() * 900 * 900)
        .isCloseTo(StrictMath.PI * StrictMath.PI / 3, within(1e-4));
  }

  @Test
  void pertHasTheMeanOfTheThreePointRule() {
    Distribution pert = of("pert", "min", 2, "mode", 5, "max", 14);
    assertThat(pert.mean()).isCloseTo((2 + 20 + 14) / 6.0, EXACT);
    assertThat(pert.variance()).isCloseTo((6 - 2.0) * (14 - 6) / 7, EXACT); // (m-min)(max-m)/7
  }

  @Test
  void triangularHasItsClosedForm() {
    Distribution triangular = of("triangular", "min", 0, "mode", 2, "max", 10);
    assertThat(triangular.cdf(2)).isCloseTo(0.2, EXACT);
    assertThat(triangular.cdf(6)).isCloseTo(0.8, EXACT);
    assertThat(triangular.mean()).isCloseTo(4, EXACT);
  }

  @Test
  void aCutNormalHasTheMeanOfTheMillsRatio() {
    // mean = mu + sd phi(a) / (1 - Phi(a)) with a = (min - mu) / sd; here a = 0: sqrt(2 / pi)
    Distribution half = of("normal", "mean", 0, "sd", 1, "min", 0);
    assertThat(half.mean()).isCloseTo(StrictMath.sqrt(2 / StrictMath.PI), within(1e-9));
    assertThat(half.variance()).isCloseTo(1 - 2 / StrictMath.PI, within(1e-8));
    assertThat(half.isNonNegative()).isTrue();
    assertThat(of("normal", "mean", 5, "sd", 1).isNonNegative()).isFalse();
  }

  @Test
  void anExponentialGivenItsAgeHasTheSameRestAgain() {
    Distribution rest = new Truncated(new Exponential(10), 25, Double.POSITIVE_INFINITY);
    assertThat(rest.mean()).isCloseTo(35, within(1e-8));
    assertThat(rest.variance()).isCloseTo(100, within(1e-6));
    assertThat(rest.compile().sample(0.5)).isCloseTo(25 + 10 * StrictMath.log(2), within(1e-10));
  }

  /** What is left of a cut may be too little of the law before the cut, but enough of the cut. */
  @Test
  void whatIsCutTwiceMayHoldLessOfTheFirstLawThanACutMay() {
    Truncated once = new Truncated(new Exponential(1), 10, 100);
    Truncated twice = new Truncated(once, 10 + 13, 100);
    // without memory: beyond 23, as far as doubles tell
    assertThat(twice.compile().sample(0.5)).isCloseTo(23 + StrictMath.log(2), within(1e-6));
    assertThat(twice.mean()).isCloseTo(24, within(1e-6));
  }

  @Test
  void aCutOfAPowerTailStillDiverges() {
    Distribution above = new Truncated(new LogLogistic(10, 0.8), 5, Double.POSITIVE_INFINITY);
    assertThat(above.mean()).isInfinite();
    Distribution between = new Truncated(new LogLogistic(10, 0.8), 5, 1000);
    assertThat(between.mean()).isBetween(5.0, 1000.0);
    // the law of x given a < x < b for shape 1, median 1: pdf 1/(1+x)^2, a = 1, b = 3:
    // mean = (ln(4/2) + 1/4 - 1/2) / (1/2 - 1/4)
    assertThat(new Truncated(new LogLogistic(1, 1), 1, 3).mean())
        .isCloseTo((StrictMath.log(2) - 0.25) / 0.25, within(1e-9));
  }

  @Test
  void discreteValuesAreSortedJoinedAndWeighed() {
    Discrete d = new Discrete(List.of(3.0, 1.0, 3.0, 9.0), List.of(1.0, 2.0, 1.0, 0.0));
    assertThat(d.values()).containsExactly(1.0, 3.0);
    assertThat(d.probabilities()).containsExactly(0.5, 0.5);
    assertThat(d.mean()).isEqualTo(2);
    assertThat(d.variance()).isEqualTo(1);
    assertThat(d.quantile(0.5)).isEqualTo(1);
    assertThat(d.quantile(0.5001)).isEqualTo(3);
  }

  @Test
  void aMixtureUsesOneUniformForComponentAndPlace() {
    Sampler mixture =
        new Mixture(List.of(1.0, 3.0), List.of(new Uniform(0, 1), new Uniform(10, 20))).compile();
    assertThat(mixture.sample(0.125)).isCloseTo(0.5, EXACT);
    assertThat(mixture.sample(0.625)).isCloseTo(15, EXACT);
  }

  @Test
  void errorsSayWhatToGiveInstead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("lognormal", "mean", 5))
        .withMessageContaining("lognormal needs two of mean, cv, sd")
        .withMessageContaining("for example median and p90; given: mean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("normal", "mean", 5))
        .withMessageContaining("mean and sd; or ")
        .withMessageContaining("if wanted also min and max");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("lognormall", "mean", 5))
        .withMessageContaining("lognormall is no distribution; there are constant, uniform");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("lognormal", "mean", 5, "p90", 50))
        .withMessageContaining("at most 2.27 times the mean");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("lognormal", "median", 9, "p90", 3))
        .withMessage("lognormal: median must be below p90, but they are 9 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("beta", "mean", 0.5, "sd", 0.6))
        .withMessageContaining("sd is too large");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("mixture", "mean", 0.5))
        .withMessageContaining("made of other parts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Truncated(new Exponential(1), 50, 60))
        .withMessageContaining("leave almost nothing");
  }

  @Test
  void everyParameterHasAKind() {
    for (DistributionFamily family : DistributionFamily.values()) {
      assertThat(family.parameters())
          .allSatisfy(name -> assertThat(DistributionFamily.kind(name)).isNotNull());
      assertThat(DistributionFamily.named(family.written())).isEqualTo(family);
    }
    assertThat(DistributionFamily.kind("rate"))
        .isEqualTo(DistributionFamily.ParameterKind.PER_QUANTITY);
  }
}

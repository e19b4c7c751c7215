package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One contract for all families and all ways to give their parameters. */
class DistributionContractTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /**
   * A distribution and what was asked of it.
   *
   * @param name shown by the test
   * @param law the distribution
   * @param asked the parameters it was made from, empty for composites
   */
  record Case(String name, Distribution law, Map<String, Double> asked) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Values for each parameter that fit together in every pair. */
  private static Map<String, Double> plausible(DistributionFamily family) {
    Map<String, Double> v = new TreeMap<>();
    String quantities = "value 5 mean 7 median 5.5 p10 2.2 p90 12 sd 4 scale 3 min 2 max 20 mode 6";
    String numbers =
        " rate 0.2 cv 0.7 shape 2.5 sigma 0.8 mu 1.2 k 3 alpha 2.5 beta 4 successes 12"
            + " trials 40";
    String[] words = (quantities + numbers).split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      v.put(words[i], Double.valueOf(words[i + 1]));
    }
    if (family == DistributionFamily.BETA) {
      v.putAll(Map.of("mean", 0.3, "sd", 0.15, "cv", 0.5));
    }
    return v;
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (DistributionFamily family : DistributionFamily.values()) {
      for (Set<String> set : family.parameterSets()) {
        Map<String, Double> asked = new LinkedHashMap<>();
        set.forEach(name -> asked.put(name, plausible(family).get(name)));
        cases.add(new Case(family.written() + " " + asked, family.with(asked), asked));
      }
    }
    add(cases, "gamma of small shape", new Gamma(0.2, 5));
    add(cases, "gamma of large shape", new Gamma(900, 0.1));
    add(cases, "beta with steep ends", new Beta(0.4, 0.6));
    add(cases, "sharp beta", new Beta(4000, 90_000));
    add(cases, "beta with one steep end", new Beta(30, 0.5));
    add(cases, "pert at its end", new Pert(1, 1, 9));
    add(cases, "triangular at its start", new Triangular(1, 1, 9));
    add(cases, "triangular at its end", new Triangular(1, 9, 9));
    add(cases, "weibull of small shape", new Weibull(0.5, 3));
    Distribution lognormal = new Lognormal(2, 1);
    Distribution humps =
        new Mixture(List.of(0.3, 0.7), List.of(new Gamma(4, 2), new Lognormal(4, 0.3)));
    add(cases, "mixture", humps);
    add(cases, "shifted", new Shifted(3, lognormal));
    add(cases, "shifted below 0", new Shifted(-30, lognormal));
    add(cases, "scaled", new Scaled(2.2, lognormal));
    add(cases, "slowest lognormal", new Slowest(3, lognormal));
    add(cases, "slowest of twelve gammas", new Slowest(12, new Gamma(0.5, 10)));
    add(cases, "slowest triangular", new Slowest(4, new Triangular(0, 4, 10)));
    add(cases, "slowest uniform", new Slowest(2, new Uniform(1, 4)));
    add(cases, "slowest shifted", new Slowest(2, new Shifted(3, new Exponential(4))));
    add(cases, "slowest truncated", new Slowest(5, new Truncated(lognormal, 2, 30)));
    add(cases, "slowest of one", new Slowest(1, new Weibull(0.5, 3)));
    add(cases, "slowest truncated itself", new Truncated(new Slowest(3, lognormal), 5, 50));
    add(cases, "slowest value", new Slowest(3, new Discrete(List.of(1.0, 5.0), List.of(3.0, 1.0))));
    add(cases, "truncated lognormal", new Truncated(lognormal, 2, 30));
    add(cases, "truncated below only", new Truncated(lognormal, 5, INFINITE));
    add(cases, "truncated gamma", new Truncated(new Gamma(0.5, 10), 0, 12));
    add(cases, "truncated triangular", new Truncated(new Triangular(0, 4, 10), 1, 8));
    add(cases, "truncated uniform", new Truncated(new Uniform(0, 4), 1, 8));
    add(cases, "truncated mixture", new Truncated(humps, 6, 60));
    add(cases, "truncated shifted mixture", new Truncated(new Shifted(5, humps), 8, 50));
    add(cases, "truncated twice", new Truncated(new Truncated(lognormal, 2, 50), 4, 90));
    add(cases, "truncated scaled", new Truncated(new Scaled(2, new Weibull(1.5, 4)), 3, 15));
    add(
        cases,
        "cut normal",
        DistributionFamily.of("normal", Map.of("mean", 5.0, "sd", 4.0, "min", 0.0)));
    add(cases, "normal cut above", new Truncated(new Normal(5, 4), Double.NEGATIVE_INFINITY, 3));
    add(
        cases,
        "stretched beta",
        DistributionFamily.of("beta", Map.of("mean", 12.0, "sd", 3.0, "min", 5.0, "max", 30.0)));
    add(
        cases,
        "quantiles",
        new Empirical(List.of(0.0, 0.1, 0.5, 0.9, 1.0), List.of(1.0, 2.0, 5.0, 11.0, 40.0)));
    add(
        cases,
        "quantiles cut",
        new Truncated(
            new Empirical(List.of(0.0, 0.1, 0.5, 0.9, 1.0), List.of(1.0, 2.0, 5.0, 11.0, 40.0)),
            3,
            20));
    add(cases, "values", new Discrete(List.of(3.0, 1.0, 8.0, 3.0), List.of(2.0, 5.0, 1.0, 2.0)));
    add(
        cases,
        "values cut",
        new Truncated(
            new Discrete(List.of(1.0, 2.0, 3.0, 4.0), List.of(1.0, 2.0, 3.0, 4.0)), 2, 3));
    add(
        cases,
        "mixture with an atom",
        new Mixture(List.of(0.25, 0.75), List.of(new Constant(30), lognormal)));
    return cases;
  }

  private static void add(List<Case> cases, String name, Distribution law) {
    cases.add(new Case(name, law, Map.of()));
  }

  static Stream<Case> smooth() {
    return cases().stream().filter(c -> !hasAtoms(c.law));
  }

  private static boolean hasAtoms(Distribution d) {
    return d instanceof Constant
        || d instanceof Discrete
        || (d instanceof Mixture m && m.components().stream().anyMatch(p -> hasAtoms(p)))
        || (d instanceof Slowest s && hasAtoms(s.each()))
        || (d instanceof Truncated t && hasAtoms(t.distribution()));
  }

  private static boolean hasMixture(Distribution d) {
    return d instanceof Mixture
        || (d instanceof Shifted s && hasMixture(s.distribution()))
        || (d instanceof Truncated t && hasMixture(t.distribution()));
  }

  private static double[] probabilities() {
    double[] p = new double[1001];
    for (int i = 0; i < p.length; i++) {
      p[i] = SmoothLaw.normalCdf(-4.75 + 9.5 * i / (p.length - 1)); // 1e-6 to 1 - 1e-6
    }
    return p;
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void theProbabilityUpToAQuantileIsTheProbabilityAskedFor(Case c) {
    // the exponent of a beta density is about alpha + beta large, and so is its rounding
    double rounding =
        c.law instanceof Beta b ? Math.max(1e-11, 1e-16 * (b.alpha() + b.beta())) : 1e-11;
    for (double p : probabilities()) {
      double x = c.law.quantile(p);
      // what the last places of x itself are worth
      double places = c.law.cdf(x + 4 * Math.ulp(x)) - c.law.cdf(x - 4 * Math.ulp(x));
      // a cut law is a difference of two probabilities: absolute accuracy, not relative
      double difference = c.law instanceof Truncated ? 1e-15 : 0;
      assertThat(c.law.cdf(x))
          .as("cdf at %s", x)
          .isCloseTo(p, within(rounding * p + places + difference));
      assertThat(c.law.survival(x)).as("survival").isCloseTo(1 - p, within(rounding + places));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theQuantileIsTheFirstValueThatReachesTheProbability(Case c) {
    double before = c.law.low();
    for (double p : probabilities()) {
      double x = c.law.quantile(p);
      assertThat(x).isGreaterThanOrEqualTo(before).isBetween(c.law.low(), c.law.high());
      double step = 1e-9 * Math.max(1, Math.abs(x));
      assertThat(c.law.cdf(x + step)).isGreaterThanOrEqualTo(p - 1e-12);
      assertThat(c.law.cdf(x - step)).isLessThanOrEqualTo(p + 1e-12);
      before = x;
    }
    assertThat(c.law.quantile(0)).isEqualTo(c.law.low());
    assertThat(c.law.quantile(1)).isEqualTo(c.law.high());
    assertThat(c.law.cdf(c.law.high())).isEqualTo(1);
    assertThat(c.law.survival(c.law.high())).isZero();
    assertThat(c.law.isNonNegative()).isEqualTo(c.law.low() >= 0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothTailsAddUpToOne(Case c) {
    for (double p : probabilities()) {
      double x = c.law.quantile(p) * 1.01;
      assertThat(c.law.cdf(x) + c.law.survival(x)).isCloseTo(1, within(1e-12));
    }
  }

  /** Gauss integration of q(Phi(z)) and its square over z in [-8.2, 8.2], 2 points per piece. */
  @ParameterizedTest
  @MethodSource("cases")
  void meanAndVarianceAreThoseOfTheQuantileFunction(Case c) {
    boolean powerTail = c.law instanceof LogLogistic;
    if (powerTail) {
      return; // its closed forms are shown in DistributionTest: a power tail does not fit this grid
    }
    double mean = 0;
    double second = 0;
    double centre = c.law.mean();
    int n = 20_000;
    double h = 16.4 / n;
    double total = 0;
    for (int i = 0; i < n; i++) {
      double z = -8.2 + (i + 0.5) * h;
      double weight = h * StrictMath.exp(SmoothLaw.normalLogDensity(z));
      double x = c.law.quantile(SmoothLaw.normalCdf(z));
      mean += weight * x;
      second += weight * (x - centre) * (x - centre);
      total += weight;
    }
    assertThat(total).isCloseTo(1, within(1e-12));
    double jumps = hasAtoms(c.law) ? 2e-3 : hasMixture(c.law) ? 1e-5 : 1e-6;
    double sd = StrictMath.sqrt(c.law.variance());
    assertThat(mean).isCloseTo(centre, within(jumps * (Math.abs(centre) + sd)));
    assertThat(second).isCloseTo(c.law.variance(), within(2 * jumps * (sd * sd + 1e-9)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasAskedForIsWhatOneGets(Case c) {
    Map<String, Double> asked = c.asked;
    double sd = StrictMath.sqrt(c.law.variance());
    asked.forEach(
        (name, value) -> {
          double got =
              switch (name) {
                case "mean" -> c.law.mean();
                case "sd" -> sd;
                case "cv" -> sd / c.law.mean();
                case "median" -> c.law.quantile(0.5);
                case "p10" -> c.law.quantile(0.1);
                case "p90" -> c.law.quantile(0.9);
                case "rate" ->
                    asked.containsKey("k") ? asked.get("k") / c.law.mean() : 1 / c.law.mean();
                case "min" -> c.law.low();
                case "max" -> c.law.high();
                case "value" -> c.law.mean();
                default -> value; // shapes are the record's own, shown in DistributionTest
              };
          assertThat(got).as(name).isCloseTo(value, within(1e-9 * Math.abs(value)));
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDrawIsTheQuantileOfItsUniform(Case c) {
    if (hasMixture(c.law)) {
      return;
    }
    Sampler sampler = c.law.compile();
    double before = Double.NEGATIVE_INFINITY;
    for (double p : probabilities()) {
      double draw = sampler.sample(p);
      double exact = c.law.quantile(p);
      assertThat(draw).as("at %s", p).isCloseTo(exact, within(1e-6 * Math.abs(exact) + 1e-12));
      assertThat(draw).isGreaterThanOrEqualTo(before - 1e-14 * Math.abs(before));
      before = draw;
    }
    for (double p : new double[] {0x1p-53, 1e-12, 1 - 1e-12, 1 - 0x1p-53}) {
      double exact = c.law.quantile(p);
      assertThat(sampler.sample(p)).isCloseTo(exact, within(1e-4 * Math.abs(exact)));
    }
  }

  /** Stratified: the empirical distribution of draws at evenly spaced uniforms is the law's own. */
  @ParameterizedTest
  @MethodSource("cases")
  void drawsFollowTheLaw(Case c) {
    Sampler sampler = c.law.compile();
    int n = 20_000;
    double[] draws = new double[n];
    for (int i = 0; i < n; i++) {
      draws[i] = sampler.sample((i + 0.5) / n);
    }
    for (double p : new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}) {
      double x = c.law.quantile(p);
      double tiny = 1e-6 * Math.max(1e-3, Math.abs(x));
      long upTo = Arrays.stream(draws).filter(d -> d <= x + tiny).count();
      long below = Arrays.stream(draws).filter(d -> d < x - tiny).count();
      assertThat((double) upTo / n).isGreaterThanOrEqualTo(c.law.cdf(x) - 2e-4);
      assertThat((double) below / n).isLessThanOrEqualTo(p + 2e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scalingAndShiftingASamplerMovesEveryDraw(Case c) {
    Sampler plain = c.law.compile();
    Sampler moved = plain.scaledBy(1.4).shiftedBy(2);
    Sampler composed = new Shifted(2, new Scaled(1.4, c.law)).compile();
    for (double u : new double[] {0.01, 0.5, 0.99}) {
      double expected = plain.sample(u) * 1.4 + 2;
      assertThat(moved.sample(u)).isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-12));
      assertThat(composed.sample(u)).isEqualTo(moved.sample(u));
    }
  }

  @Test
  void everyKindOfDistributionIsHeldToThisContract() {
    Set<Class<?>> held = cases().stream().map(c -> c.law.getClass()).collect(Collectors.toSet());
    assertThat(held).containsExactlyInAnyOrder(Distribution.class.getPermittedSubclasses());
  }

  @Test
  void everyKindOfDistributionHasACaseInTheSampler() {
    for (Case c : cases()) {
      assertThat(c.law.compile().sample(0.3)).as(c.name).isFinite();
    }
    assertThat(cases().stream().map(c -> c.law.compile().code()).collect(Collectors.toSet()))
        .hasSize(Sampler.SLOWEST + 1);
  }
}

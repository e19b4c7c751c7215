package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class DistributionPropertiesTest {

  private static Arbitrary<Double> from(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(4);
  }

  @Provide
  Arbitrary<Distribution> plain() {
    Arbitrary<Double> shape = from(0.2, 30);
    Arbitrary<Double> scale = from(0.01, 1000);
    Arbitrary<List<Double>> three = from(-50, 50).list().ofSize(3).uniqueElements();
    return Arbitraries.oneOf(
        Combinators.combine(shape, scale).as(Gamma::new),
        Combinators.combine(shape, scale).as(Weibull::new),
        Combinators.combine(shape, shape).as(Beta::new),
        Combinators.combine(scale, shape).as(LogLogistic::new),
        Combinators.combine(from(-5, 10), from(0.01, 3)).as(Lognormal::new),
        Combinators.combine(from(-5, 10), scale).as(Normal::new),
        scale.map(Exponential::new),
        three
            .map(v -> v.stream().sorted().toList())
            .map(v -> new Triangular(v.get(0), v.get(1), v.get(2))),
        three
            .map(v -> v.stream().sorted().toList())
            .map(v -> new Pert(v.get(0), v.get(1), v.get(2))));
  }

  @Property(seed = "1", tries = 300)
  void aDrawIsTheQuantileForEveryLawAndUniform(
      @ForAll("plain") Distribution law,
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 0.999999) double u) {
    double exact = law.quantile(u);
    assertThat(law.cdf(exact)).isCloseTo(u, within(1e-9 + places(law, exact)));
    assertThat(law.compile().sample(u))
        .isCloseTo(exact, within(1e-6 * Math.max(1e-3, Math.abs(exact))));
  }

  @Property(seed = "1", tries = 200)
  void aCutLawStaysInsideAndKeepsItsProportions(
      @ForAll("plain") Distribution law,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 0.4) double lowShare,
      @ForAll @Scale(6) @DoubleRange(min = 0.6, max = 0.99) double highShare,
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double u) {
    double low = law.quantile(lowShare);
    double high = law.quantile(highShare);
    Truncated cut = new Truncated(law, low, high);
    double x = cut.quantile(u);
    assertThat(x).isBetween(low, high);
    double rounding = places(law, low) + places(law, x) + places(law, high);
    double share = (law.cdf(x) - lowShare) / (highShare - lowShare);
    assertThat(share).isCloseTo(u, within(1e-8 + rounding / (highShare - lowShare)));
    assertThat(cut.mean()).isBetween(low, high);
    assertThat(cut.variance()).isBetween(0.0, (high - low) * (high - low) / 4 + 1e-9);
    assertThat(cut.compile().sample(u)).isCloseTo(x, within(2e-6 * Math.max(1, Math.abs(x))));
  }

  /** What the last places of x are worth: much where a density is steep. */
  private static double places(Distribution law, double x) {
    return law.cdf(x + 4 * Math.ulp(x)) - law.cdf(x - 4 * Math.ulp(x));
  }

  /** For every family, parameter set and parameter: each impossible value is refused by name. */
  @Property(seed = "1", tries = 30)
  void impossibleValuesAreRefusedByName(
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1e6) double size) {
    for (DistributionFamily family : DistributionFamily.values()) {
      for (Set<String> set : family.parameterSets()) {
        for (String bad : set) {
          for (double value : impossible(family, bad, size)) {
            Map<String, Double> parameters = new TreeMap<>();
            set.forEach(name -> parameters.put(name, good(name)));
            parameters.put(bad, value);
            assertThatIllegalArgumentException()
                .as("%s %s", family, parameters)
                .isThrownBy(() -> family.with(parameters))
                .withMessageContaining(bad);
          }
        }
      }
    }
  }

  private static double good(String name) {
    return switch (name) {
      case "min", "p10" -> 0.1;
      case "median", "mode" -> 0.4;
      case "mean" -> 0.5;
      case "max", "p90" -> 0.9;
      case "sd" -> 0.1;
      case "k", "shape", "trials" -> 3;
      default -> 0.5;
    };
  }

  private static List<Double> impossible(DistributionFamily family, String name, double size) {
    List<Double> values =
        new ArrayList<>(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    boolean anySign =
        Set.of("value", "mu", "min", "mode", "max").contains(name)
            || (family == DistributionFamily.NORMAL && !name.equals("sd") && !name.equals("cv"));
    if (!anySign) {
      values.add(-size);
    }
    if (!anySign && !name.equals("successes")) {
      values.add(0.0);
    }
    if (name.equals("min")) {
      values.add(0.9 + size);
    }
    return values;
  }
}

package io.salestwin.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.special.Quadrature;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AlwaysValidTest {

  /** The mixture itself: the average likelihood ratio over normal effects. */
  @Property(seed = "1", tries = 40)
  void isTheMixtureOfLikelihoodRatios(
      @ForAll @DoubleRange(min = -2, max = 2) @Scale(12) double difference,
      @ForAll @DoubleRange(min = 0.05, max = 3) @Scale(12) double mixture,
      @ForAll @DoubleRange(min = 0.2, max = 3) @Scale(12) double variance) {
    double[] x = {1, 2, 3};
    double[] y = {1 + difference, 2 + difference, 3 + difference};
    AlwaysValid test = AlwaysValid.normal(x, y, variance, mixture, 0.25, 0.05);
    double d = difference - 0.25;
    double sd = Math.sqrt(mixture);
    double mixed =
        Quadrature.integral(
            effect ->
                Math.exp(-effect * effect / (2 * mixture))
                    / (sd * Math.sqrt(2 * Math.PI))
                    * Math.exp(3 * (effect * d - effect * effect / 2) / (2 * variance)),
            -12 * sd,
            0,
            12 * sd);
    assertThat(Math.exp(test.logLambda()[2])).isCloseTo(mixed, within(1e-9 * (1 + mixed)));
  }

  /** The sequence holds exactly the effects that are not rejected. */
  @Property(seed = "1", tries = 40)
  void theIntervalEndsWhereTheRatioReachesItsBound(
      @ForAll @IntRange(min = 1, max = 20) int n,
      @ForAll @DoubleRange(min = 0.001, max = 0.5) @Scale(12) double alpha) {
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = Math.sin(i);
      y[i] = Math.cos(3 * i);
    }
    AlwaysValid test = AlwaysValid.normal(x, y, 0.7, 0.2, 0, alpha);
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (y[i] - x[i]) / n;
    }
    AlwaysValid atEnd = AlwaysValid.normal(x, y, 0.7, 0.2, mean - test.halfWidth()[n - 1], alpha);
    assertThat(atEnd.logLambda()[n - 1]).isCloseTo(-Math.log(alpha), within(1e-10));
  }

  /** A look at every one of 500 pairs: at most alpha, and one of 1,500 runs with a fixed seed. */
  @Test
  void raisesFewFalseAlarmsHoweverOftenOneLooks() {
    Random random = new Random(5);
    int runs = 1_500;
    int alarms = 0;
    int naive = 0;
    for (int run = 0; run < runs; run++) {
      double[] x = random.doubles(500).map(u -> u < 0.3 ? 1 : 0).toArray();
      double[] y = random.doubles(500).map(u -> u < 0.3 ? 1 : 0).toArray();
      alarms += AlwaysValid.bernoulli(x, y, 0.01, 0, 0.05).stopsAt() > 0 ? 1 : 0;
      naive += everBeyond(x, y) ? 1 : 0;
    }
    assertThat(alarms).isLessThan((int) (runs * (0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs))));
    assertThat(naive).isGreaterThan(runs / 4);
  }

  /** What happens without correction: the z test from the 20th pair on. */
  private static boolean everBeyond(double[] x, double[] y) {
    double a = 0;
    double b = 0;
    for (int i = 0; i < x.length; i++) {
      a += x[i];
      b += y[i];
      double n = i + 1;
      double mean = (a + b) / (2 * n);
      if (n >= 20 && Math.abs(b - a) / n > 1.96 * Math.sqrt(mean * (1 - mean) * 2 / n)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void evidenceBeyondDoublesIsKeptInLogarithms() {
    double[] x = new double[60];
    double[] y = new double[60];
    Arrays.fill(y, 9);
    AlwaysValid test = AlwaysValid.normal(x, y, 1, 2, 0, 0.001);
    assertThat(test.p()[59]).isZero();
    assertThat(test.logLambda()[59]).isBetween(1000.0, 1300.0);
    assertThat(test.stopsAt()).isEqualTo(1);
  }

  @Test
  void outcomesThatDoNotVaryAreNoEvidence() {
    AlwaysValid test =
        AlwaysValid.bernoulli(new double[] {0, 0}, new double[] {1, 1}, 0.01, 0, 0.05);
    assertThat(test.p()).containsExactly(1, 1);
    assertThat(test.halfWidth()[1]).isNaN();
    assertThat(test.stopsAt()).isEqualTo(-1);
  }

  @Test
  void refusesWhatIsNoPair() {
    double[] one = {1};
    double[] two = {1, 0};
    assertThatThrownBy(() -> AlwaysValid.bernoulli(one, two, 1, 0, 0.05))
        .hasMessageContaining("give pairs");
    assertThatThrownBy(() -> AlwaysValid.bernoulli(one, new double[] {0.5}, 1, 0, 0.05))
        .hasMessageContaining("give 0 or 1");
    assertThatThrownBy(() -> AlwaysValid.normal(one, one, 0, 1, 0, 0.05))
        .hasMessageContaining("variance");
    assertThatThrownBy(() -> AlwaysValid.normal(one, one, 1, 0, 0, 0.05))
        .hasMessageContaining("tau2");
    assertThatThrownBy(() -> AlwaysValid.normal(one, one, 1, 1, 0, 1))
        .hasMessageContaining("alpha");
  }

  /** The limit for an estimate with its error is that of so many pairs. */
  @Test
  void theLimitOfAnEstimateIsThatOfPairs() {
    double[] x = {0.3, -1.2, 0.8, 2.0, 0.1};
    double[] y = {1.3, 0.2, 1.8, -0.5, 2.1};
    AlwaysValid pairs = AlwaysValid.normal(x, y, 1.7, 0.4, 0, 0.05);
    double se = Math.sqrt(2 * 1.7 / 5);
    assertThat(AlwaysValid.limit(se, 0.4, 0.05) * se)
        .isCloseTo(pairs.halfWidth()[4], within(1e-12));
  }
}

package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDeathTest {

  @Test
  void withoutLimitTheNumberIsPoisson() {
    BirthDeath chain = new BirthDeath(n -> 4, n -> n, 100);
    assertThat(chain.mean(n -> n)).isCloseTo(4, within(1e-12));
    assertThat(chain.mean(n -> (n - 4.0) * (n - 4.0))).isCloseTo(4, within(1e-12));
  }

  /** From empty the mean of M/M/infinity is a (1 - e^-t); its integral is known. */
  @ParameterizedTest
  @CsvSource({"0.1", "3", "50", "2000"})
  void uniformisationGivesTheKnownTransient(double end) {
    BirthDeath chain = new BirthDeath(n -> 4, n -> n, 60);
    double expected = 4 * (1 - (1 - Math.exp(-end)) / end);
    assertThat(chain.meanOverTimeFromEmpty(n -> n, end)).isCloseTo(expected, within(1e-9));
  }

  /** The same by integrating the differential equations of the first day of M/M/1. */
  @Test
  void uniformisationAgreesWithTheDifferentialEquations() {
    int last = 120;
    double step = 0.005;
    double[] p = new double[last + 1];
    p[0] = 1;
    double area = 0;
    for (int i = 0; i < 4800; i++) {
      double[] k1 = slope(p, p, 0);
      double[] k2 = slope(p, k1, step / 2);
      double[] k3 = slope(p, k2, step / 2);
      double[] k4 = slope(p, k3, step);
      double before = waiting(p);
      double[] middle = plus(p, k2, step / 2);
      for (int n = 0; n <= last; n++) {
        p[n] += step / 6 * (k1[n] + 2 * k2[n] + 2 * k3[n] + k4[n]);
      }
      area += step / 6 * (before + 4 * waiting(middle) + waiting(p)); // Simpson
    }
    double exact =
        BirthDeath.ofQueue(1, 0.9, 1, 0, last).meanOverTimeFromEmpty(n -> Math.max(0, n - 1), 24);
    assertThat(exact).isCloseTo(area / 24, within(1e-6));
  }

  private static double[] slope(double[] p, double[] k, double step) {
    double[] at = k == p ? p : plus(p, k, step);
    double[] slope = new double[at.length];
    for (int n = 0; n < at.length; n++) {
      slope[n] =
          (n > 0 ? 0.9 * at[n - 1] : 0)
              + (n + 1 < at.length ? at[n + 1] : 0)
              - (n + 1 < at.length ? 0.9 * at[n] : 0)
              - (n > 0 ? at[n] : 0);
    }
    return slope;
  }

  private static double[] plus(double[] p, double[] k, double step) {
    double[] sum = p.clone();
    for (int n = 0; n < p.length; n++) {
      sum[n] += step * k[n];
    }
    return sum;
  }

  private static double waiting(double[] p) {
    double sum = 0;
    for (int n = 2; n < p.length; n++) {
      sum += (n - 1) * p[n];
    }
    return sum;
  }

  /** Flows in balance: what is not lost is served. */
  @Test
  void impatientLeadsAreServedOrLost() {
    BirthDeath chain = BirthDeath.ofQueue(3, 3.3, 1, 0.5, 400);
    double lost = 0.5 * chain.mean(n -> Math.max(0, n - 3));
    double served = chain.mean(n -> Math.min(n, 3));
    assertThat(lost + served).isCloseTo(3.3, within(1e-9));
  }

  /** What the cases say of the remainders of their beginnings, in units of the mean work. */
  @ParameterizedTest
  @CsvSource({"3, 2.4, 0, 720", "3, 3.3, 0.5, 240", "4, 3, 0, 480", "2, 1.6, 0, 1440"})
  void afterTheWarmUpTheQueueIsThatOfTheLongRun(
      int servers, double load, double leaving, double time) {
    BirthDeath chain = BirthDeath.ofQueue(servers, load, 1, leaving, 250);
    double then = chain.meanOverTimeFromEmpty(n -> n, time) * time;
    double later = chain.meanOverTimeFromEmpty(n -> n, time + 10) * (time + 10);
    double longRun = chain.mean(n -> n);
    assertThat((later - then) / 10 / longRun).isCloseTo(1, within(1e-8));
  }
}

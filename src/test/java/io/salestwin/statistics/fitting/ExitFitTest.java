package io.salestwin.statistics.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.random.Distribution;
import io.salestwin.random.Exponential;
import io.salestwin.random.Gamma;
import io.salestwin.random.LogLogistic;
import io.salestwin.random.Lognormal;
import io.salestwin.random.Weibull;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws are found again, and rounding, censoring and late entry do not bend them. */
class ExitFitTest {

  /** Expected counts of a law in bins of a day: no luck, so what is fitted must be the law. */
  private static Binned counts(Distribution law, double n, int days) {
    double[] edges = Binned.days(days);
    double[] inside = new double[edges.length - 1];
    for (int b = 0; b < inside.length; b++) {
      inside[b] = n * (law.cdf(edges[b + 1]) - law.cdf(edges[b]));
    }
    return Binned.of(edges, inside);
  }

  @Test
  void eachFamilyIsFoundAgainFromDaysAlone() {
    assertThat(LawFit.of(Family.EXPONENTIAL, counts(new Exponential(3), 1e4, 100)).parameters())
        .first()
        .satisfies(mean -> assertThat(mean).isCloseTo(3, within(1e-3)));
    near(Family.GAMMA, new Gamma(2, 5), 10, 2);
    near(Family.WEIBULL, new Weibull(1.5, 8), 8, 1.5);
    near(Family.LOGNORMAL, new Lognormal(Math.log(6), 0.7), 6, 0.7);
    near(Family.LOGLOGISTIC, new LogLogistic(9, 3), 9, 3);
  }

  private static void near(Family family, Distribution law, double first, double second) {
    Binned data = counts(law, 1e4, 400);
    LawFit fit = LawFit.of(family, data);
    assertThat(fit.parameters().get(0)).isCloseTo(first, within(2e-3 * first));
    assertThat(fit.parameters().get(1)).isCloseTo(second, within(2e-3 * second));
    assertThat(fit.distance()).isLessThan(1e-3);
    assertThat(LawFit.ranked(data).get(0).family()).isEqualTo(family);
  }

  /** The likelihood of an exponential that is censored is in closed form: exits over exposure. */
  @Test
  void anExponentialThatIsCensoredIsExitsOverExposure() {
    double[] edges = Binned.fine(400);
    double[][] exits = new double[1][edges.length - 1];
    double[] open = new double[edges.length];
    double exposure = 0;
    double left = 0;
    Distribution law = new Exponential(40);
    for (int i = 0; i < 4000; i++) {
      double age = law.quantile((i + 0.5) / 4000);
      double end = 5 + (i * 7919 % 4000) / 50.0;
      exposure += Math.min(age, end);
      if (age < end) {
        exits[0][Binned.bin(edges, age)]++;
        left++;
      } else {
        open[Binned.bin(edges, end)]++;
      }
    }
    Expectation step =
        new Expectation(new ExitData(edges, exits, open, new double[edges.length]), false);
    List<LawFit> laws = new ArrayList<>();
    laws.add(LawFit.of(Family.EXPONENTIAL, Binned.of(edges, exits[0])));
    for (int i = 0; i < 200; i++) {
      step.laws(laws);
      laws.set(0, laws.get(0).again(step.binned(0)));
    }
    assertThat(laws.get(0).parameters().get(0)).isCloseTo(exposure / left, within(0.5));
    // the standard error of a rate from n exits is 1 / sqrt(n)
    assertThat(Curvature.errors(step, laws).get(1).get(0))
        .isCloseTo(1 / Math.sqrt(left), within(2e-3));
  }

  /** Two ways out with laws of their own, open and late stays: expected counts, so no luck. */
  @Test
  void sharesAreThoseOfAllStaysAndNotOfThoseThatEnded() {
    Distribution win = new Lognormal(Math.log(30), 0.5);
    Distribution lose = new Exponential(20);
    double[] edges = Binned.days(700);
    double[][] exits = new double[2][edges.length - 1];
    double[] open = new double[edges.length];
    double[] late = new double[edges.length];
    // ten deals a day over 300 days; the record begins on day 60 and ends with day 299
    for (int born = 0; born < 300; born++) {
      int from = Math.max(0, 60 - born);
      int end = 300 - born;
      for (int age = from; age < end; age++) {
        exits[0][age] += 10 * 0.3 * (win.cdf(age + 1) - win.cdf(age));
        exits[1][age] += 10 * 0.6 * (lose.cdf(age + 1) - lose.cdf(age));
      }
      open[end] += 10 * (0.3 * win.survival(end) + 0.6 * lose.survival(end) + 0.1);
      late[from] +=
          from == 0 ? 0 : 10 * (0.3 * win.survival(from) + 0.6 * lose.survival(from) + 0.1);
    }
    ExitFit fit = ExitFit.of(new ExitData(edges, exits, open, late));
    assertThat(fit.shares().get(0)).isCloseTo(0.3, within(0.01));
    assertThat(fit.shares().get(1)).isCloseTo(0.6, within(0.01));
    assertThat(fit.never()).isCloseTo(0.1, within(0.01));
    assertThat(fit.laws().get(0).get(0).family()).isEqualTo(Family.LOGNORMAL);
    assertThat(fit.laws().get(0).get(0).parameters().get(0)).isCloseTo(30, within(0.5));
    assertThat(fit.laws().get(1).get(0).law().mean()).isCloseTo(20, within(0.7));
  }

  /** A third of the losses at 31 days are a time-out: the narrow part of two lognormals. */
  @Test
  void aTimeOutIsTheNarrowPartOfAMixture() {
    double[] edges = Binned.fine(200);
    double[] inside = new double[edges.length - 1];
    Distribution broad = new Lognormal(Math.log(12), 1);
    for (int b = 0; b < inside.length; b++) {
      inside[b] = 2000 * (broad.cdf(edges[b + 1]) - broad.cdf(edges[b]));
    }
    inside[Binned.bin(edges, 30.95)] += 1000;
    LawFit fit = LawFit.of(Family.TWO_LOGNORMALS, Binned.of(edges, inside));
    List<Double> p = fit.parameters();
    int narrow = p.get(2) < p.get(4) ? 0 : 1;
    assertThat(narrow == 0 ? p.get(0) : 1 - p.get(0)).isCloseTo(1.0 / 3, within(0.02));
    assertThat(p.get(1 + 2 * narrow)).isCloseTo(30.95, within(1.0));
    assertThat(p.get(2 + 2 * narrow)).isLessThan(0.05);
  }
}

package io.salestwin.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.scenario.PayTerms.Tier;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Pay over attainment. */
class PayCurveTest {

  private static final List<Tier> USUAL =
      List.of(new Tier(0, 1), new Tier(1, 1.5), new Tier(1.25, 2));
  private static final PayCurve PLAIN = new PayCurve(USUAL, 0, Optional.empty());

  /** 10 % of annual value to quota, 15 % to 125 %, 20 % beyond: the payouts known by hand. */
  @Test
  void marginalTiersPayWhatAHandFinds() {
    assertThat(0.1 * PLAIN.of(0)).isZero();
    assertThat(0.1 * PLAIN.of(0.5)).isCloseTo(0.05, within(1e-15));
    assertThat(0.1 * PLAIN.of(1)).isCloseTo(0.1, within(1e-15));
    assertThat(0.1 * PLAIN.of(1.25)).isCloseTo(0.1375, within(1e-15));
    assertThat(0.1 * PLAIN.of(1.5)).isCloseTo(0.1875, within(1e-15));
    assertThat(PLAIN.accelerated(1.5)).isCloseTo(0.25 * 0.5 + 0.25 * 1, within(1e-15));
    assertThat(PLAIN.accelerated(0.9)).isZero();
  }

  @Test
  void aCliffPaysNothingUnderItAndAllFromItOn() {
    PayCurve curve = new PayCurve(USUAL, 0.5, Optional.empty());
    assertThat(curve.of(0.499)).isZero();
    assertThat(curve.lostToCliff(0.499)).isCloseTo(0.499, within(1e-15));
    assertThat(curve.of(0.5)).isEqualTo(0.5);
    assertThat(curve.lostToCliff(0.5)).isZero();
  }

  @Test
  void aCapPaysNoMore() {
    PayCurve curve = new PayCurve(USUAL, 0, Optional.of(1.5));
    assertThat(curve.of(1.25)).isEqualTo(1.375);
    assertThat(curve.of(1.5)).isEqualTo(1.5);
    assertThat(curve.lostToCap(1.5)).isCloseTo(0.375, within(1e-15));
    assertThat(curve.accelerated(1.5)).isCloseTo(0, within(1e-15));
    assertThat(curve.of(9)).isEqualTo(1.5);
  }

  /**
   * Mean attainment 85 %, coefficient of variation 0.5. The payout at the mean is .085 of the
   * quota; that expected is .0932 when attainments follow a gamma or lognormal law and .0930 under
   * a Weibull law. The source's .0931 names no law and lies between these.
   */
  @Test
  void theExpectedPayoutIsAboveThePayoutAtTheExpectedAttainment() {
    double mean = 0.85;
    double cv = 0.5;
    double shape = 1 / (cv * cv);
    DoubleUnaryOperator gamma = x -> Math.exp((shape - 1) * Math.log(x) - x * shape / mean);
    double s2 = Math.log(1 + cv * cv);
    double mu = Math.log(mean) - s2 / 2;
    DoubleUnaryOperator lognormal =
        x -> Math.exp(-(Math.log(x) - mu) * (Math.log(x) - mu) / (2 * s2)) / x;
    // shape and scale of the Weibull law with this mean and this coefficient of variation
    double k = 2.101349094688542;
    double scale = 0.959703881109;
    DoubleUnaryOperator weibull =
        x -> Math.pow(x / scale, k - 1) * Math.exp(-Math.pow(x / scale, k));
    assertThat(0.1 * PLAIN.of(mean)).isCloseTo(0.085, within(1e-15));
    assertThat(0.1 * expected(gamma, mean)).isCloseTo(0.093208, within(5e-7));
    assertThat(0.1 * expected(lognormal, mean)).isCloseTo(0.093177, within(5e-7));
    assertThat(0.1 * expected(weibull, mean)).isCloseTo(0.093031, within(5e-7));
    assertThat(0.1 * expected(gamma, mean)).isCloseTo(0.0931, within(2e-4));
  }

  /** Simpson's rule; the density need not be normed, but must have this mean. */
  private static double expected(DoubleUnaryOperator density, double mean) {
    // cut at the tiers, so that each piece is smooth
    double[] cuts = {1e-9, 1, 1.25, 30};
    double whole = 0;
    double pay = 0;
    double first = 0;
    for (int c = 0; c + 1 < cuts.length; c++) {
      int n = 200_000;
      double h = (cuts[c + 1] - cuts[c]) / n;
      for (int i = 0; i <= n; i++) {
        double x = cuts[c] + i * h;
        double w = (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2) * h / 3 * density.applyAsDouble(x);
        whole += w;
        first += w * x;
        pay += w * PLAIN.of(x);
      }
    }
    assertThat(first / whole).isCloseTo(mean, within(1e-5));
    return pay / whole;
  }

  @Property(seed = "1")
  void payIsMonotoneWithoutACliff(
      @ForAll @DoubleRange(max = 5) double low,
      @ForAll @DoubleRange(max = 5) double more,
      @ForAll @DoubleRange(max = 4) double pays,
      @ForAll @DoubleRange(min = 0.1, max = 3) double from) {
    PayCurve curve =
        new PayCurve(List.of(new Tier(0, 1), new Tier(from, pays)), 0, Optional.of(2.));
    assertThat(curve.of(low + more)).isGreaterThanOrEqualTo(curve.of(low));
  }

  @Property(seed = "1")
  void marginalTiersHaveNoJump(
      @ForAll @DoubleRange(max = 5) double at,
      @ForAll @DoubleRange(min = 0.01, max = 1) double step,
      @ForAll @DoubleRange(max = 4) double pays,
      @ForAll @DoubleRange(min = 0.1, max = 3) double from) {
    PayCurve curve =
        new PayCurve(List.of(new Tier(0, 1), new Tier(from, pays)), 0, Optional.empty());
    double steepest = Math.max(1, pays);
    assertThat(curve.of(at + step) - curve.of(at)).isLessThanOrEqualTo(steepest * step + 1e-12);
  }

  @Property(seed = "1")
  void whatIsPaidAndWhatIsWithheldIsWhatNoLimitWouldPay(
      @ForAll @DoubleRange(max = 5) double at,
      @ForAll @DoubleRange(max = 1) double cliff,
      @ForAll @DoubleRange(min = 1, max = 3) double cap) {
    PayCurve curve = new PayCurve(USUAL, cliff, Optional.of(cap));
    double all = curve.of(at) + curve.lostToCliff(at) + curve.lostToCap(at);
    double free = at < cliff ? Math.min(cap, PLAIN.of(at)) : PLAIN.of(at);
    assertThat(all).isCloseTo(free, within(1e-12));
  }

  @Test
  void theFirstTierBeginsAtNothing() {
    assertThatThrownBy(() -> new PayCurve(List.of(new Tier(0.5, 1)), 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must begin at 0");
  }
}

package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiInfo.Unit;
import io.salestwin.scenario.Scenario.Basis;
import io.salestwin.statistics.Interval;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void numbersHaveAboutThreeDigitsAndTheirMagnitude() {
    assertThat(Figures.number(2_410_000)).isEqualTo("2.41 M");
    assertThat(Figures.number(870_400)).isEqualTo("870 k");
    assertThat(Figures.number(12.44)).isEqualTo("12.4");
    assertThat(Figures.number(0)).isEqualTo("0");
    assertThat(Figures.number(3)).isEqualTo("3");
    assertThat(Figures.number(-1_500)).isEqualTo("-1.50 k");
  }

  @Test
  void roundingUpReachesTheNextMagnitude() {
    assertThat(Figures.number(999_900)).isEqualTo("1.00 M");
    assertThat(Figures.number(999.9)).isEqualTo("1.00 k");
    assertThat(Figures.number(999_000)).isEqualTo("999 k");
  }

  @Test
  void briefNumbersHaveNoZerosBehindThePoint() {
    assertThat(Figures.brief(2_400_000)).isEqualTo("2.4 M");
    assertThat(Figures.brief(5_000_000)).isEqualTo("5 M");
    assertThat(Figures.brief(100)).isEqualTo("100");
    assertThat(Figures.brief(2_050_000)).isEqualTo("2.05 M");
    assertThat(Figures.bookings(Basis.ACV, "USD", 2.4e6)).isEqualTo("2.4 M USD");
    assertThat(Figures.bookings(Basis.COUNT, "USD", 1196)).isEqualTo("1,196 deals");
  }

  @Test
  void sharesArePercentages() {
    assertThat(Figures.share(0.26)).isEqualTo("26 %");
    assertThat(Figures.share(0.042)).isEqualTo("4.2 %");
    assertThat(Figures.share(0.0042)).isEqualTo("0.42 %");
    assertThat(Figures.share(1)).isEqualTo("100 %");
    assertThat(Figures.share(0)).isEqualTo("0 %");
  }

  @Test
  void whatIsNoNumberIsNotComputable() {
    assertThat(Figures.figure(Unit.MONEY, Double.NaN)).isEqualTo("n/c");
    assertThat(Figures.share(Double.NaN)).isEqualTo("n/c");
  }

  @Test
  void intervalsShowTheirWidthAndShareOneMagnitude() {
    assertThat(Figures.interval(Unit.MONEY, new Interval(2.38e6, 2.44e6, 0.95)))
        .isEqualTo("2.38–2.44 M");
    assertThat(Figures.interval(Unit.MONEY, new Interval(9.8e5, 1.02e6, 0.95)))
        .isEqualTo("0.98–1.02 M");
    assertThat(Figures.interval(Unit.SHARE, new Interval(0.24, 0.28, 0.95))).isEqualTo("24–28 %");
    assertThat(Figures.interval(Unit.COUNT, new Interval(-3, 5, 0.95))).isEqualTo("-3 to 5");
  }

  @Test
  void oddsNeverPretendToBeCertain() {
    assertThat(Figures.ofHundred(0.72)).isEqualTo("72");
    assertThat(Figures.ofHundred(0.998)).isEqualTo("more than 99");
    assertThat(Figures.ofHundred(0.002)).isEqualTo("fewer than 1");
    assertThat(Figures.ofHundred(0)).isEqualTo("0");
    assertThat(Figures.ofHundred(1)).isEqualTo("100");
  }

  @Property(seed = "1")
  void fixedDecimalsAreThoseOfTheUsualFormat(
      @ForAll @DoubleRange(min = -1e14, max = 1e14) double value,
      @ForAll @IntRange(max = 4) int decimals) {
    assertThat(Figures.fixed(value, decimals)).isEqualTo(usual(value, decimals));
  }

  /** Among them many that lie in the middle between two neighbours. */
  @Property(seed = "1")
  void theMiddleIsRoundedUpAsWritten(
      @ForAll @IntRange(min = -400_000, max = 400_000) int numerator,
      @ForAll @IntRange(max = 4) int decimals) {
    double binary = numerator / 16.0;
    assertThat(Figures.fixed(binary, decimals)).isEqualTo(usual(binary, decimals));
    double decimal = numerator / 2000.0;
    assertThat(Figures.fixed(decimal, decimals)).isEqualTo(usual(decimal, decimals));
  }

  private static String usual(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  @Test
  void minusZeroIsZero() {
    assertThat(Figures.fixed(-0.001, 2)).isEqualTo("0.00");
  }
}

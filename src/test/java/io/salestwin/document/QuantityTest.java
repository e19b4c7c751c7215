package io.salestwin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Quantity.CalendarUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class QuantityTest {

  private static final double DAY = 86_400_000.0;

  private static void refused(Function<String, ? extends Parsed<?>> read, String... texts) {
    for (String text : texts) {
      assertThat(read.apply(text).isBad()).as(text).isTrue();
      assertThat(read.apply(text).reason()).as(text).isNotEmpty();
    }
  }

  private static String told(Parsed<?> parsed) {
    return parsed.reason() + "; " + parsed.advice();
  }

  private static String changed(String current, String change) {
    return Quantity.apply(current, Quantity.change(change)).value();
  }

  @Test
  void numbersMayBeGroupedAndSigned() {
    assertThat(Quantity.number("12").value()).isEqualTo(12.0);
    assertThat(Quantity.number("-0.4").value()).isEqualTo(-0.4);
    assertThat(Quantity.number("\u22120.4").value()).isEqualTo(-0.4);
    assertThat(Quantity.number("+.5").value()).isEqualTo(0.5);
    assertThat(Quantity.number("1_000").value()).isEqualTo(1000.0);
    assertThat(Quantity.number("1,000,000.5").value()).isEqualTo(1_000_000.5);
    assertThat(Quantity.number("1.5e3").value()).isEqualTo(1500.0);
    assertThat(Quantity.integer("1_000").value()).isEqualTo(1000L);
    refused(
        Quantity::number,
        "",
        "abc",
        "NaN",
        "Infinity",
        ".inf",
        "1,5",
        "1_0",
        "0x1F",
        "1e16",
        "1e999",
        "1e9999999999",
        "--1",
        "1.2.3",
        "12 days",
        "26%",
        "9".repeat(200));
    refused(Quantity::integer, "1.5", "x2", "1e15000", "twelve");
    assertThat(told(Quantity.number("1,5"))).contains("point before the decimals");
  }

  @Test
  void probabilitiesAreSharesOrPercentages() {
    assertThat(Quantity.probability("26%").value()).isEqualTo(0.26);
    assertThat(Quantity.probability("26 %").value()).isEqualTo(0.26);
    assertThat(Quantity.probability("0.26").value()).isEqualTo(0.26);
    assertThat(Quantity.probability("0").value()).isZero();
    assertThat(Quantity.probability("100%").value()).isEqualTo(1.0);
    refused(Quantity::probability, "-1%", "120%", "1.01", "yes", "5pp", "26% of all", "NaN");
    assertThat(told(Quantity.probability("1.2")))
        .isEqualTo("1.2 is not a probability; give a number from 0 to 1, or a percentage");
    assertThat(told(Quantity.probability("26")))
        .isEqualTo(
            "26 is not a probability; give a number from 0 to 1, or a percentage; "
                + "did you mean 26%?");
    assertThat(Quantity.fraction("120%").value()).isEqualTo(1.2);
    assertThat(Quantity.percentagePoints("+5pp").value()).isEqualTo(0.05);
    assertThat(Quantity.percentagePoints("-2.5 pp").value()).isEqualTo(-0.025);
    refused(Quantity::percentagePoints, "5%", "5", "pp");
  }

  @Test
  void durationsHaveUnits() {
    assertThat(Quantity.durationMillis("45 days").value()).isEqualTo(45 * DAY);
    assertThat(Quantity.durationMillis("1 day").value()).isEqualTo(DAY);
    assertThat(Quantity.durationMillis("1.5 hours").value()).isEqualTo(5_400_000.0);
    assertThat(Quantity.durationMillis("30 min").value()).isEqualTo(1_800_000.0);
    assertThat(Quantity.durationMillis("2 weeks").value()).isEqualTo(14 * DAY);
    assertThat(Quantity.durationMillis("6h").value()).isEqualTo(DAY / 4);
    assertThat(Quantity.durationMillis("2w").value()).isEqualTo(14 * DAY);
    assertThat(Quantity.durationMillis("3d").value()).isEqualTo(3 * DAY);
    assertThat(Quantity.durationMillis("12 months").value()).isEqualTo(365.25 * DAY);
    assertThat(Quantity.durationMillis("4 quarters").value()).isEqualTo(365.25 * DAY);
    assertThat(Quantity.durationMillis("1 year").value()).isEqualTo(365.25 * DAY);
    assertThat(Quantity.wholeMillis("0.0004 s").value()).isZero();
    assertThat(Quantity.wholeMillis("2 days").value()).isEqualTo(172_800_000L);
    refused(
        Quantity::durationMillis, "days", "45 dogs", "45", "4 days 3", "1e15 years", "5m", "5%");
    assertThat(told(Quantity.durationMillis("45")))
        .isEqualTo("45 has no unit; write 45 days, 45 hours or 45 min");
    assertThat(told(Quantity.durationMillis("45 dyas"))).contains("did you mean \"days\"?");
  }

  @Test
  void horizonsAreLengthsOrLastDays() {
    assertThat(Quantity.horizon("4 quarters").value())
        .isEqualTo(new Quantity.Length(4, CalendarUnit.QUARTER));
    assertThat(Quantity.horizon("26 weeks").value())
        .isEqualTo(new Quantity.Length(26, CalendarUnit.WEEK));
    assertThat(Quantity.horizon("1 year").value())
        .isEqualTo(new Quantity.Length(1, CalendarUnit.YEAR));
    assertThat(Quantity.horizon("until 2027-12-31").value())
        .isEqualTo(new Quantity.Until(LocalDate.of(2027, 12, 31)));
    refused(
        Quantity::horizon,
        "4",
        "0 days",
        "-1 year",
        "1.5 years",
        "5 hours",
        "until then",
        "101 years",
        "until 2027-02-30");
  }

  @Test
  void moneyIsWholeCents() {
    assertThat(Quantity.money("2.4M").value()).isEqualTo(new Quantity.Money(240_000_000L, ""));
    assertThat(Quantity.money("52k").value().cents()).isEqualTo(5_200_000L);
    assertThat(Quantity.money("24000").value().cents()).isEqualTo(2_400_000L);
    assertThat(Quantity.money("310M").value().cents()).isEqualTo(31_000_000_000L);
    assertThat(Quantity.money("1.5bn").value().cents()).isEqualTo(150_000_000_000L);
    assertThat(Quantity.money("USD 95").value()).isEqualTo(new Quantity.Money(9_500L, "USD"));
    assertThat(Quantity.money("95.50 EUR").value()).isEqualTo(new Quantity.Money(9_550L, "EUR"));
    assertThat(Quantity.money("2.4M EUR").value().currency()).isEqualTo("EUR");
    assertThat(Quantity.money("1_000").value().cents()).isEqualTo(100_000L);
    assertThat(Quantity.money("1,000").value().cents()).isEqualTo(100_000L);
    assertThat(Quantity.money("-95").value().cents()).isEqualTo(-9_500L);
    assertThat(Quantity.money("0.125").value().cents()).isEqualTo(12L);
    refused(
        Quantity::money,
        "",
        "lots",
        "26%",
        "95 days",
        "x2",
        "1,00",
        "2e15",
        "10000000bn",
        "USD 95 EUR");
    assertThat(Quantity.moneyPer("200k/quarter").value())
        .isEqualTo(new Quantity.MoneyPer(20_000_000L, "", CalendarUnit.QUARTER));
    assertThat(Quantity.moneyPer("USD 52k per year").value())
        .isEqualTo(new Quantity.MoneyPer(5_200_000L, "USD", CalendarUnit.YEAR));
    refused(Quantity::moneyPer, "200k", "200k/dog", "200k/year/year", "/year", "5%/year");
  }

  @Test
  void ratesDatesRangesAndFactors() {
    assertThat(Quantity.rate("24%/year").value())
        .isEqualTo(new Quantity.Rate(0.24, CalendarUnit.YEAR));
    assertThat(Quantity.rate("2% per month").value())
        .isEqualTo(new Quantity.Rate(0.02, CalendarUnit.MONTH));
    refused(Quantity::rate, "24%", "24%/hour", "24", "a/year");
    assertThat(Quantity.date("2027-01-31").value()).isEqualTo(LocalDate.of(2027, 1, 31));
    refused(Quantity::date, "2027-02-30", "31.01.2027", "2027-1-31", "9999-01-01", "");
    assertThat(Quantity.dates("2027-12-24..2027-12-31").value().to())
        .isEqualTo(LocalDate.of(2027, 12, 31));
    assertThat(Quantity.dates("2027-01-01").value().from()).isEqualTo(LocalDate.of(2027, 1, 1));
    refused(Quantity::dates, "2027-12-31..2027-12-24", "..", "2027-01-01..", "a..b");
    assertThat(Quantity.multiplier("x0.5").value()).isEqualTo(0.5);
    assertThat(Quantity.multiplier("\u00d70.5").value()).isEqualTo(0.5);
    refused(Quantity::multiplier, "0.5", "x", "xx2", "x2 days");
  }

  @Test
  void aChangeKeepsTheUnit() {
    assertThat(changed("45 days", "x1.2")).isEqualTo("54 days");
    assertThat(changed("26%", "+5pp")).isEqualTo("31%");
    assertThat(changed("0.26", "+5pp")).isEqualTo("0.31");
    assertThat(changed("24%/year", "+5pp")).isEqualTo("29%/year");
    assertThat(changed("2.4M", "-10%")).isEqualTo("2160000");
    assertThat(changed("12", "+2")).isEqualTo("14");
    assertThat(changed("12", "-2")).isEqualTo("10");
    assertThat(changed("2.4M", "+200k")).isEqualTo("2600000");
    assertThat(changed("USD 95", "x2")).isEqualTo("USD 190");
    assertThat(changed("200k/quarter", "+10%")).isEqualTo("220000/quarter");
    assertThat(changed("x0.5", "x1.2")).isEqualTo("x0.6");
    assertThat(changed("+0.4", "x2")).isEqualTo("+0.8");
    assertThat(changed("4 quarters", "x2")).isEqualTo("8 quarters");
    assertThat(changed("45 days", "+2")).isEqualTo("47 days");
    assertThat(changed("45 days", "+2 weeks")).isEqualTo("59 days");
    assertThat(changed("1 week", "+1 day")).isEqualTo("8 days");
    assertThat(changed("1 year", "+1 week")).isEqualTo("8934 hours");
    assertThat(changed("1_000", "-1000")).isEqualTo("0");
    assertThat(changed("fifo", "lifo")).isEqualTo("lifo");
    assertThat(changed("12", "=-0.2")).isEqualTo("-0.2");
    assertThat(changed("2027-01-01", "2027-02-01")).isEqualTo("2027-02-01");
  }

  @Test
  void aChangeThatMakesNoSenseIsRefused() {
    String[][] pairs = {
      {"fifo", "x1.2"},
      {"26%", "+2"},
      {"45 days", "+5pp"},
      {"45 days", "+2 EUR"},
      {"", "+2"},
      {"2027-01-01", "+2"},
      {"9e14", "x9"},
      {"12", "+2 days"},
      {"2.4M", "+5pp days"}
    };
    for (String[] pair : pairs) {
      Change change = Quantity.change(pair[1]);
      if (change.isRelative()) {
        assertThat(Quantity.apply(pair[0], change).isBad()).as(pair[0] + " " + pair[1]).isTrue();
      }
    }
    assertThat(Quantity.change("+5pp days").isRelative()).isFalse();
  }

  @Test
  void whatIsNoChangeSetsTheValue() {
    for (String text : List.of("14", "30%", "fifo", "45 days", "{a: 1}", "until 2027-12-31", "x")) {
      assertThat(Quantity.change(text)).isEqualTo(new Change.Absolute(text));
    }
  }
}

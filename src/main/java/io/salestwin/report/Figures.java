package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: about three digits, a magnitude, a unit. Files for machines carry
 * the unrounded figures.
 */
final class Figures {

  /** What stands where a figure cannot be computed. */
  static final String NONE = "n/c";

  /** Below this a double knows its thousandths. */
  private static final double SURE = 1e12;

  private static final double[] SIZES = {1e12, 1e9, 1e6, 1e3};
  private static final String[] SUFFIXES = {" T", " bn", " M", " k"};

  private Figures() {}

  /** A number with about three digits and its magnitude: 2.41 M, 870 k, 12.4. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    int size = size(value);
    double scaled = size < 0 ? value : value / SIZES[size];
    double magnitude = Math.abs(scaled);
    int decimals = magnitude >= 99.95 || isWhole(scaled, size) ? 0 : magnitude >= 9.995 ? 1 : 2;
    return fixed(scaled, decimals) + (size < 0 ? "" : SUFFIXES[size]);
  }

  /** The same without zeros at the end of the decimals, for sentences and marks: 2.4 M, 5 M. */
  static String brief(double value) {
    return withoutZeros(number(value));
  }

  /** The same with two digits, for the size of an error: 17 k, 0.3. */
  static String rough(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return brief(value);
    }
    BigDecimal digits = new BigDecimal(value).round(new MathContext(2));
    return brief(digits.doubleValue());
  }

  private static String withoutZeros(String number) {
    return number.replaceFirst("(\\.\\d*?)0+(?=\\D|$)", "$1").replaceFirst("\\.(?=\\D|$)", "");
  }

  /** A number of things, whole from 100 on: 1,196 deals are not 1.2 k. */
  static String count(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e6) {
      return number(value);
    }
    int decimals = magnitude >= 99.95 || value == Math.rint(value) ? 0 : 1;
    return fixed(value, decimals);
  }

  /** A fraction as a percentage: 26 %, 4.2 %. */
  static String share(double fraction) {
    if (!Double.isFinite(fraction)) {
      return NONE;
    }
    double percent = fraction * 100;
    double magnitude = Math.abs(percent);
    boolean whole = magnitude >= 9.95 || magnitude < 0.005 || isWhole(percent, -1);
    return fixed(percent, whole ? 0 : magnitude >= 0.95 ? 1 : 2) + " %";
  }

  /** A figure in its unit, without the currency's name. */
  static String figure(KpiInfo.Unit unit, double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    return switch (unit) {
      case SHARE -> share(value);
      case COUNT -> count(value);
      case MONEY, RATIO, MONEY_PER_DAY, DAYS, HOURS -> number(value);
    };
  }

  /** What is counted, after a number: the currency, {@code days}; empty where nothing is needed. */
  static String unit(KpiInfo.Unit unit, String currency) {
    return switch (unit) {
      case MONEY -> currency;
      case MONEY_PER_DAY -> currency + "/day";
      case DAYS -> "days";
      case HOURS -> "hours";
      case COUNT, SHARE, RATIO -> "";
    };
  }

  /** The estimate in its unit with the name of the unit; {@link #NONE} when not computable. */
  static String withUnit(KpiInfo.Unit unit, String currency, Estimate estimate) {
    return estimate
        .value()
        .map(v -> (figure(unit, v.estimate()) + " " + unit(unit, currency)).trim())
        .orElse(NONE);
  }

  /** A figure with the half width of its error, without units: 412 k ± 9 k, 26 % ± 1.2. */
  static String withError(KpiInfo.Unit unit, Estimate.Value value) {
    double half = (value.interval().high() - value.interval().low()) / 2;
    return figure(unit, value.estimate())
        + " ± "
        + rough(unit == KpiInfo.Unit.SHARE ? 100 * half : half);
  }

  /** In what bookings are counted: the currency or deals. */
  static KpiInfo.Unit unitOf(Scenario.Basis basis) {
    return basis == Scenario.Basis.COUNT ? KpiInfo.Unit.COUNT : KpiInfo.Unit.MONEY;
  }

  /** Bookings with what they are counted in: 2.41 M USD, 1,196 deals. */
  static String bookings(Scenario.Basis basis, String currency, double value) {
    String name = basis == Scenario.Basis.COUNT ? "deals" : currency;
    return withoutZeros(figure(unitOf(basis), value)) + " " + name;
  }

  /** Both ends of an interval in one unit and with the digits that its width deserves: 24-28 %. */
  static String interval(KpiInfo.Unit unit, Interval interval) {
    return unit == KpiInfo.Unit.SHARE
        ? ends(interval.low() * 100, interval.high() * 100, 1) + " %"
        : ends(interval);
  }

  private static String ends(Interval interval) {
    double largest = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    int size = size(largest);
    double scale = size < 0 ? 1 : SIZES[size];
    String suffix = size < 0 ? "" : SUFFIXES[size];
    return ends(interval.low(), interval.high(), scale) + suffix;
  }

  /** Two numbers with as many decimals as show their distance with two digits, at most four. */
  private static String ends(double low, double high, double scale) {
    double width = (high - low) / scale;
    int decimals = 0;
    while (decimals < 4 && width > 0 && width * pow10(decimals) < 2) {
      decimals++;
    }
    String dash = low < 0 ? " to " : "–";
    return fixed(low / scale, decimals) + dash + fixed(high / scale, decimals);
  }

  /** The odds as a number of hundred, such as 72 or "more than 99". */
  static String ofHundred(double odds) {
    double hundredths = odds * 100;
    if (odds > 0 && hundredths < 1) {
      return "fewer than 1";
    }
    if (odds < 1 && hundredths > 99) {
      return "more than 99";
    }
    return fixed(hundredths, 0);
  }

  /** The ends of the odds' error as numbers of hundred: 69–75. */
  static String ofHundred(Interval odds) {
    return ends(odds.low() * 100, odds.high() * 100, 1);
  }

  /** A number with grouped thousands and a fixed number of decimals, half up; never "-0". */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String digits = units(Math.abs(value), decimals);
    StringBuilder out = new StringBuilder();
    if (value < 0 && !digits.equals("0")) {
      out.append('-');
    }
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int whole = padded.length() - decimals;
    for (int i = 0; i < padded.length(); i++) {
      if (i == whole) {
        out.append('.');
      } else if (i > 0 && i < whole && (whole - i) % 3 == 0) {
        out.append(',');
      }
      out.append(padded.charAt(i));
    }
    return out.toString();
  }

  /** A number in units of its last decimal, rounded half up as it is written in full. */
  private static String units(double value, int decimals) {
    double scaled = value * pow10(decimals);
    double rest = scaled - Math.floor(scaled);
    if (scaled < SURE && Math.abs(rest - 0.5) > 1e-3) {
      return Long.toString(Math.round(scaled));
    }
    // near the middle between two neighbours the digits decide, not the double behind them
    return new BigDecimal(Json.number(value))
        .setScale(decimals, RoundingMode.HALF_UP)
        .unscaledValue()
        .toString();
  }

  private static boolean isWhole(double scaled, int size) {
    return size < 0 && Math.abs(scaled - Math.rint(scaled)) < 1e-9;
  }

  private static int size(double value) {
    for (int i = 0; i < SIZES.length; i++) {
      // from the value on that would be rounded up to the next magnitude
      if (Math.abs(value) >= SIZES[i] * 0.9995) {
        return i;
      }
    }
    return -1;
  }

  private static double pow10(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}

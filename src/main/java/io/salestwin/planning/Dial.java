package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.LeverOverride;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lever that can be turned by steps. One step is a swing s: a size is multiplied by 1 + s or 1 -
 * s, a chance between 0 and 1 moves so that the first step down multiplies it by 1 - s and further
 * ones move its log-odds as much again, log-odds move by s, a whole number by s of itself but at
 * least 1.
 */
final class Dial {

  /** How a lever takes a step. */
  private enum Kind {
    CHANCE,
    WHOLE,
    LOG_ODDS,
    SIZE,
    DISTRIBUTION
  }

  private static final MathContext DIGITS = new MathContext(4);
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,_]*(\\.\\d+)?");

  private final String lever;
  private final String now;
  private final Kind kind;
  private final double value;
  private final double swing;

  private Dial(String lever, String now, Kind kind, double value, double swing) {
    this.lever = lever;
    this.now = now;
    this.kind = kind;
    this.value = value;
    this.swing = swing;
  }

  /**
   * A dial for a number.
   *
   * @param lever the number
   * @param swing one step, above 0 and below 1
   */
  static Dial of(Lever lever, double swing) {
    String text = lever.value();
    Parsed<Double> share = Quantity.fraction(text);
    Parsed<Double> number = Quantity.number(text);
    if (lever.unit().equals("percentage") && isInside(share)) {
      return new Dial(lever.path(), text, Kind.CHANCE, share.value(), swing);
    } else if (lever.unit().equals("whole number") && !number.isBad()) {
      double step = Math.max(swing, 1 / Math.max(1, number.value()));
      return new Dial(lever.path(), text, Kind.WHOLE, number.value(), step);
    } else if (lever.unit().equals("log-odds") && !number.isBad()) {
      return new Dial(lever.path(), text, Kind.LOG_ODDS, number.value(), swing);
    }
    return new Dial(lever.path(), text, Kind.SIZE, 1, swing);
  }

  /** A dial for a distribution, or whatever else can only be multiplied as a whole. */
  static Dial ofWhole(String path, double swing) {
    return new Dial(path, "as stated", Kind.DISTRIBUTION, 1, swing);
  }

  private static boolean isInside(Parsed<Double> share) {
    return !share.isBad() && share.value() > 0 && share.value() < 1;
  }

  String lever() {
    return lever;
  }

  /** What it is now, as written. */
  String now() {
    return now;
  }

  /** Its value now: a chance as a fraction; 1 where it can only be multiplied. */
  double value() {
    return value;
  }

  boolean isLogOdds() {
    return kind == Kind.LOG_ODDS;
  }

  /**
   * The value so many steps away, as a person writes it.
   *
   * @param steps any number; below 0 makes it smaller
   * @return the value; empty where there is none, such as fewer than 0 reps
   */
  Optional<String> at(double steps) {
    double factor = steps >= 0 ? power(1 + swing, steps) : power(1 - swing, -steps);
    return switch (kind) {
      case CHANCE -> Optional.of(percent(chance(steps)));
      case WHOLE -> whole(Math.rint(value + Math.max(1, value) * swing * steps));
      case LOG_ODDS -> Optional.of(plain(value + swing * steps));
      case DISTRIBUTION -> Optional.of("x" + plain(factor));
      case SIZE -> times(factor, now);
    };
  }

  private double chance(double steps) {
    double up = value * (1 + swing);
    double step = logit(value) - logit(value * (1 - swing));
    if (steps > 0 && up < 1) {
      step = logit(up) - logit(value);
    }
    return 1 / (1 + StrictMath.exp(-(logit(value) + steps * step)));
  }

  private static Optional<String> whole(double number) {
    return number < 0 ? Optional.empty() : Optional.of(String.valueOf((long) number));
  }

  /** The override that sets a value that this dial gave. */
  LeverOverride set(String to) {
    return absolute(lever, to);
  }

  /** An override that sets a value, whatever it begins with; x1.2 still multiplies. */
  static LeverOverride absolute(String lever, String to) {
    boolean signed = to.startsWith("-") || to.startsWith("+");
    return new LeverOverride(lever, Node.scalar(signed ? "=" + to : to, lever + "=" + to));
  }

  static String percent(double share) {
    return plain(share * 100) + "%";
  }

  static String plain(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A quantity with few digits. */
  static String tidy(String quantity) {
    Matcher number = NUMBER.matcher(quantity);
    return number.find()
        ? quantity.substring(0, number.start())
            + plain(Double.parseDouble(number.group().replace(",", "").replace("_", "")))
            + quantity.substring(number.end())
        : quantity;
  }

  /** What a factor makes of a quantity; empty when it is none. */
  static Optional<String> times(double factor, String quantity) {
    String exact = BigDecimal.valueOf(factor).round(MathContext.DECIMAL32).toPlainString();
    Parsed<String> text = Quantity.change("x" + exact).applyTo(quantity);
    return text.isBad() ? Optional.empty() : Optional.of(tidy(text.value()));
  }

  static double logit(double p) {
    return StrictMath.log(p / (1 - p));
  }

  private static double power(double base, double exponent) {
    return StrictMath.pow(base, exponent);
  }
}

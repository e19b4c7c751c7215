package io.salestwin.calibration;

import io.salestwin.document.Json;
import io.salestwin.random.Distribution;
import io.salestwin.random.Empirical;
import io.salestwin.statistics.fitting.LawFit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbers, names and laws as a scenario's file has them. */
final class Yaml {

  private static final Set<String> WORDS =
      Set.of("yes", "no", "true", "false", "null", "on", "off", "y", "n");
  private static final int LONGEST_NAME = 80;
  private static final double[] DAYS = {1, 1 / 24.0, 1 / 1440.0, 1 / 86_400.0};
  private static final List<String> UNITS = List.of("days", "hours", "min", "s");

  private Yaml() {}

  /** A name from an export, quoted where it must be. */
  static String name(String name) {
    String clean = clean(name);
    boolean plain =
        clean.matches("[A-Za-z][A-Za-z0-9_]*([ -][A-Za-z0-9_]+)*")
            && !WORDS.contains(clean.toLowerCase(Locale.ROOT));
    return plain ? clean : Json.compact(clean);
  }

  /** One line without control characters; not too long. */
  static String clean(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    clean = clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME).strip() : clean;
    return clean.isEmpty() ? "unnamed" : clean;
  }

  /** One step of a lever's path. */
  static String step(String name) {
    String clean = clean(name);
    return clean.matches("[^.\\[\\]\"]+") ? clean : Json.compact(clean);
  }

  /** A lever's path as a key. */
  static String key(String path) {
    return path.matches("[A-Za-z0-9_.]+") ? path : Json.compact(path);
  }

  /** A number with so many digits that count. */
  static String number(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    String plain = rounded.stripTrailingZeros().toPlainString();
    return plain;
  }

  static String number(double value) {
    return number(value, 5);
  }

  static String percent(double share) {
    return number(share * 100, 4) + "%";
  }

  /**
   * A share and what is left of the whole, so written that they sum to 100 % to the last digit: the
   * smaller is rounded, the other is its rest.
   */
  static List<String> percents(double share) {
    boolean small = share <= 0.5;
    BigDecimal less = new BigDecimal(number((small ? share : 1 - share) * 100, 4));
    String rest = new BigDecimal(100).subtract(less).toPlainString() + "%";
    String part = less.toPlainString() + "%";
    return small ? List.of(part, rest) : List.of(rest, part);
  }

  /** A length of time in the largest unit of which it has at least one. */
  static String days(double days) {
    for (int u = 0; u < DAYS.length - 1; u++) {
      if (Math.abs(days) >= DAYS[u]) {
        return number(days / DAYS[u]) + " " + UNITS.get(u);
      }
    }
    return number(days * 86_400) + " s";
  }

  /** A fitted law of durations in days. */
  static String durations(LawFit fit) {
    return law(fit, true);
  }

  /** A fitted law of amounts. */
  static String amounts(LawFit fit) {
    return law(fit, false);
  }

  private static String law(LawFit fit, boolean days) {
    List<Double> p = fit.parameters();
    return switch (fit.family()) {
      case EXPONENTIAL -> "{exponential: {mean: " + quantity(p.get(0), days) + "}}";
      case GAMMA ->
          "{gamma: {shape: " + number(p.get(1)) + ", mean: " + quantity(p.get(0), days) + "}}";
      case WEIBULL ->
          "{weibull: {shape: " + number(p.get(1)) + ", scale: " + quantity(p.get(0), days) + "}}";
      case LOGNORMAL -> lognormal(p.get(0), p.get(1), days);
      case LOGLOGISTIC ->
          "{loglogistic: {median: "
              + quantity(p.get(0), days)
              + ", shape: "
              + number(p.get(1))
              + "}}";
      case TWO_LOGNORMALS ->
          "{mixture: [{weight: "
              + percents(p.get(0)).get(0)
              + ", of: "
              + lognormal(p.get(1), p.get(2), days)
              + "}, {weight: "
              + percents(p.get(0)).get(1)
              + ", of: "
              + lognormal(p.get(3), p.get(4), days)
              + "}]}";
      case EMPIRICAL -> quantiles(fit.law(), days);
    };
  }

  private static String lognormal(double median, double sigma, boolean days) {
    return "{lognormal: {median: " + quantity(median, days) + ", sigma: " + number(sigma) + "}}";
  }

  private static String quantity(double value, boolean days) {
    return days ? days(value) : number(value);
  }

  private static String quantiles(Distribution law, boolean days) {
    if (!(law instanceof Empirical empirical)) {
      throw new IllegalArgumentException("not read off quantiles: " + law);
    }
    StringBuilder out = new StringBuilder("{empirical: {quantiles: {");
    String last = "";
    for (int i = 0; i < empirical.values().size(); i++) {
      double p = empirical.probabilities().get(i);
      // rounding must not make two shares one
      String share = p == 0 ? "0%" : p == 1 ? "100%" : number(p * 100, 7) + "%";
      if (share.equals(last) || (share.equals("100%") && p < 1)) {
        continue;
      }
      last = share;
      out.append(i == 0 ? "" : ", ").append(share).append(": ");
      out.append(quantity(empirical.values().get(i), days));
    }
    return out.append("}}}").toString();
  }
}

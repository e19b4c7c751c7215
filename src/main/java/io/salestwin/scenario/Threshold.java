package io.salestwin.scenario;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that an answer must satisfy, such as {@code p_hit(2027-Q1) >= 0.80} or {@code
 * p90(utilisation.AE) <= 85%}.
 *
 * @param text as written
 * @param measure what is taken of the figure over the replications
 * @param percent the percentage of {@link Measure#QUANTILE}, 1 to 99; else 0
 * @param figure the period of {@link Measure#HIT} (empty for the whole horizon), else the KPI's
 *     column: {@code kpi}, {@code kpi.member} or {@code kpi.period}
 * @param atLeast true for {@code >=}, false for {@code <=}
 * @param bound the bound, in units of the figure (26 % is 0.26, money in units of the currency)
 */
public record Threshold(
    String text, Measure measure, int percent, String figure, boolean atLeast, double bound) {

  /** What is taken of a figure over the replications. */
  public enum Measure {
    /** The chance that the period's target is reached. */
    HIT,
    /** The mean. */
    MEAN,
    /** A quantile. */
    QUANTILE
  }

  private static final Pattern RULE =
      Pattern.compile("\\s*([a-z_]+)(\\d*)\\s*\\(\\s*([^()]*?)\\s*\\)\\s*(>=|<=)\\s*(.+?)\\s*");
  private static final String ADVICE =
      "write for example p_hit(2027-Q1) >= 0.80, p90(utilisation.AE) <= 85% or"
          + " mean(bookings) >= 2.4M";

  /**
   * Reads a rule.
   *
   * @param text what a person wrote
   * @return the rule, or what is wrong with it
   */
  public static Parsed<Threshold> parse(String text) {
    Matcher m = RULE.matcher(text);
    if (!m.matches()) {
      return Parsed.bad("\"" + text + "\" is not a rule", ADVICE);
    }
    Parsed<Double> bound = bound(m.group(5));
    if (bound.isBad()) {
      return Parsed.bad("the bound of \"" + text + "\": " + bound.reason(), ADVICE);
    }
    boolean atLeast = m.group(4).equals(">=");
    String name = m.group(1) + m.group(2);
    int percent =
        m.group(2).isEmpty() || m.group(2).length() > 2 ? 0 : Integer.parseInt(m.group(2));
    if (name.equals("p_hit")) {
      return Parsed.of(new Threshold(text, Measure.HIT, 0, m.group(3), atLeast, bound.value()));
    } else if (name.equals("mean")) {
      return Parsed.of(new Threshold(text, Measure.MEAN, 0, m.group(3), atLeast, bound.value()));
    } else if (name.equals("median")) {
      return Parsed.of(
          new Threshold(text, Measure.QUANTILE, 50, m.group(3), atLeast, bound.value()));
    } else if (m.group(1).equals("p") && percent >= 1) {
      return Parsed.of(
          new Threshold(text, Measure.QUANTILE, percent, m.group(3), atLeast, bound.value()));
    }
    return Parsed.bad(
        "\"" + name + "\" is not a measure: p_hit, mean, median and p1 to p99 are", ADVICE);
  }

  /** A bound in units of a figure: a number, a percentage or an amount of money. */
  static Parsed<Double> bound(String text) {
    if (text.endsWith("%")) {
      return Quantity.number(text.substring(0, text.length() - 1).strip()).map(x -> x / 100);
    }
    Parsed<Double> number = Quantity.number(text);
    return number.isBad() ? Quantity.money(text).map(m -> m.cents() / 100.0) : number;
  }
}

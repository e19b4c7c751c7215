package io.salestwin.scenario;

import io.salestwin.document.Parsed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that is looked at every week, such as {@code coverage < 3} or {@code response_hours > 24
 * for 2 weeks}.
 *
 * @param text as written
 * @param figure the KPI of the week as {@code kpi} or {@code kpi.member}
 * @param below whether it fires below the bound; else above
 * @param inclusive whether it fires at the bound itself
 * @param bound the bound, in units of the KPI
 * @param weeks for how many weeks in a row it must hold, at least 1
 */
public record AlertRule(
    String text, String figure, boolean below, boolean inclusive, double bound, int weeks) {

  private static final Pattern RULE =
      Pattern.compile(
          "\\s*([a-z][a-z0-9_]*(?:\\.[^<>=]*?)?)\\s*(<=|>=|<|>)\\s*(.+?)"
              + "(?:\\s+for\\s+(\\d{1,3})\\s+weeks?)?\\s*");
  private static final String ADVICE =
      "write for example coverage < 3, or response_hours > 24 for 2 weeks";

  /**
   * Reads a rule.
   *
   * @param text what a person wrote
   * @return the rule, or what is wrong with it
   */
  public static Parsed<AlertRule> parse(String text) {
    Matcher m = RULE.matcher(text);
    if (!m.matches()) {
      return Parsed.bad("\"" + text + "\" is not a rule of an alert", ADVICE);
    }
    Parsed<Double> bound = Threshold.bound(m.group(3));
    if (bound.isBad()) {
      return Parsed.bad("the bound of \"" + text + "\": " + bound.reason(), ADVICE);
    }
    int weeks = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
    if (weeks < 1) {
      return Parsed.bad("\"" + text + "\": for 0 weeks nothing holds", "give at least 1 week");
    }
    return Parsed.of(
        new AlertRule(
            text,
            m.group(1),
            m.group(2).startsWith("<"),
            m.group(2).endsWith("="),
            bound.value(),
            weeks));
  }

  /**
   * Whether the rule holds for a week.
   *
   * @param value the figure of the week; NaN where it is not computable
   * @return false for NaN
   */
  public boolean holds(double value) {
    if (value == bound) {
      return inclusive;
    }
    return below ? value < bound : value > bound;
  }
}

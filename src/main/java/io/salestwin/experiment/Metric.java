package io.salestwin.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an experiment measures. A unit counts once its window has passed: a younger one is censored,
 * never a zero; whoever was assigned counts, whatever became of him (intention to treat).
 *
 * @param name what it is called
 * @param measure the kind of figure
 * @param to the name of the stage to be reached, or {@link #WON}
 * @param of for {@link Measure#RATIO} what stands below the line: a stage, or {@link #ASSIGNED}
 * @param withinMs the window: how long after its assignment a unit is followed, in milliseconds
 * @param higherIsBetter whether more of it is better
 * @param column the column of results that holds it; empty where it follows from other columns
 * @param baseline its value under control, in its unit; empty where the scenario is to say it
 * @param sd standard deviation between units, in its unit; empty where the scenario is to say it
 * @param analysis how its values are compared
 */
public record Metric(
    String name,
    Measure measure,
    String to,
    String of,
    long withinMs,
    boolean higherIsBetter,
    Optional<String> column,
    OptionalDouble baseline,
    OptionalDouble sd,
    Analysis analysis) {

  /** The end of the way: the deal is won. */
  public static final String WON = "won";

  /** Every unit that was assigned. */
  public static final String ASSIGNED = "assigned";

  private static final double MS_PER_DAY = 86_400_000.0;

  /** The kind of figure. */
  public enum Measure {
    /** Share of the leads that reach {@code to} within the window; a fraction. */
    CONVERSION,
    /** Value won for each lead within the window, in units of the currency. */
    VALUE,
    /** Leads that reach {@code to}, for each rep, territory or week, per week. */
    COUNT,
    /** Leads that reach {@code to} over leads that reach {@code of}, both of a unit; a fraction. */
    RATIO,
    /** Days from the assignment until {@code to} is reached; open leads are censored. */
    CYCLE
  }

  /** How values are compared. */
  public enum Analysis {
    /** What is usual: z, Welch, rates, delta method, log-rank. */
    STANDARD,
    /** Shares without approximation. */
    EXACT,
    /** Values cut at a quantile of both arms together. */
    WINSORISED,
    /** The logarithm of 1 + value. */
    LOG,
    /** Medians. */
    MEDIAN,
    /** Every or many other assignments of units to arms. */
    PERMUTATION
  }

  /**
   * The window in days.
   *
   * @return days, above 0
   */
  public double withinDays() {
    return withinMs / MS_PER_DAY;
  }

  /**
   * Whether one lead gives yes or no.
   *
   * @return true for a share of leads
   */
  public boolean isShare() {
    return measure == Measure.CONVERSION;
  }

  /**
   * A value of it in words.
   *
   * @param value in its unit
   * @return such as {@code 27.9 %} or {@code 41.5 days}
   */
  public String value(double value) {
    return switch (measure) {
      case CONVERSION, RATIO -> number(value * 100, 1) + " %";
      case VALUE -> String.format(Locale.ROOT, "%,.0f for each lead", value);
      case COUNT -> number(value, 2) + " a week";
      case CYCLE -> number(value, 1) + " days";
    };
  }

  /**
   * A difference of it in words.
   *
   * @param size in its unit
   * @return such as {@code +4.2 points} or {@code -5 days}
   */
  public String difference(double size) {
    String sign = size < 0 ? "-" : "+";
    return switch (measure) {
      case CONVERSION, RATIO -> sign + number(Math.abs(size) * 100, 1) + " points";
      default -> sign + value(Math.abs(size));
    };
  }

  /**
   * An interval of differences in words.
   *
   * @param low its lower end, in its unit
   * @param high its upper end
   * @return such as {@code +2.1 to +7.8 points}
   */
  public String differences(double low, double high) {
    String[] words = difference(low).split(" ", 2);
    String[] others = difference(high).split(" ", 2);
    boolean same = words.length == 2 && others.length == 2 && words[1].equals(others[1]);
    return (same ? words[0] : difference(low)) + " to " + difference(high);
  }

  private static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
  }
}

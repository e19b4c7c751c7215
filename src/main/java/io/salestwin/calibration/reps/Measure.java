package io.salestwin.calibration.reps;

import io.salestwin.statistics.Bounds;
import java.util.List;

/**
 * One measure of the groups of a {@link Grouping}, in their order: what each has, what of it is to
 * be believed, and whether they differ by more than luck.
 *
 * @param kind what is measured
 * @param overall the measure of all groups together
 * @param own what each group has
 * @param expected what each was to have, were all groups alike
 * @param pooled what is to be believed of each (partial pooling)
 * @param alone chance that one of the groups lies so far off by luck, allowing for how many are
 *     looked at (Holm)
 * @param statistic what the differences amount to: chi-squared, of ranks for a cycle
 * @param freedom its degrees of freedom
 * @param p chance of a statistic so large by luck, by the chi-squared law; among made-up teams
 *     where counts are small
 * @param luck share of made-up teams without any difference whose statistic is as large; NaN when
 *     none were made up
 * @param luckRange the smallest and the largest own figure of such teams, on average; undefined
 *     when none were made up
 * @param spread standard deviation of the true figures
 * @param spreadBounds its 95 % interval
 */
public record Measure(
    Kind kind,
    double overall,
    List<Double> own,
    List<Double> expected,
    List<Double> pooled,
    List<Double> alone,
    double statistic,
    int freedom,
    double p,
    double luck,
    Bounds luckRange,
    double spread,
    Bounds spreadBounds) {

  /** Below this chance differences count as more than luck. */
  public static final double LEVEL = 0.05;

  /** Copies the lists. */
  public Measure {
    own = List.copyOf(own);
    expected = List.copyOf(expected);
    pooled = List.copyOf(pooled);
    alone = List.copyOf(alone);
  }

  /** What is measured. */
  public enum Kind {
    /** Share of the closed deals that is won. */
    WIN_RATE("win rate"),
    /** The same, given the calendar month of the close, in which all groups share alike. */
    WIN_RATE_GIVEN_MONTH("win rate, given the month of the close"),
    /** Share of the stays in a stage that end in going on. */
    GOES_ON("share that goes on"),
    /** Days from the creation of a deal to its win. */
    CYCLE("days to a win"),
    /** Closed deals in 30 days. */
    VOLUME("deals closed in 30 days");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /**
     * The measure in words.
     *
     * @return such as {@code win rate}
     */
    public String words() {
      return words;
    }
  }

  /**
   * Whether groups differ by more than luck.
   *
   * @return true when p is below {@link #LEVEL}
   */
  public boolean differs() {
    return p < LEVEL;
  }

  /**
   * Whether one group lies further off than luck takes any of so many.
   *
   * @param group its place
   * @return true when its chance, for how many are looked at, is below {@link #LEVEL}
   */
  public boolean isApart(int group) {
    return alone.get(group) < LEVEL;
  }
}

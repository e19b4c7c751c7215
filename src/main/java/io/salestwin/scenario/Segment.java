package io.salestwin.scenario;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.calendar.Season;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which kind of buyer.
 *
 * @param name its name
 * @param mix share of the leads, by source; over all segments the shares of a source sum to 1
 * @param products share of each product (by its index) among this segment's leads; sums to 1
 * @param valueFactor factor on the value of a deal, above 0
 * @param delayFactor factor on every delay of the buyers, above 0
 * @param churn share of the customers that leave in a year, 0 to 1
 * @param expansion growth in a year of what a healthy customer buys if every expansion is won, at
 *     least 0
 * @param seasons what follows the calendar, beside the seasons of all leads
 * @param effects log-odds of advancing by the stage's name; 0 where absent
 */
public record Segment(
    String name,
    ByMember<Double> mix,
    List<Double> products,
    double valueFactor,
    double delayFactor,
    double churn,
    double expansion,
    Seasons seasons,
    Map<String, Double> effects) {

  /**
   * What in a segment follows the calendar.
   *
   * @param arrivals factor on the speed at which its leads arrive (1 is neutral)
   * @param winning effect on the log-odds of advancing, at the date on which the lead would advance
   * @param winningStages indices of the stages on which {@code winning} acts, ascending
   */
  public record Seasons(Season arrivals, Season winning, Set<Integer> winningStages) {
    /** Copies the set and puts it in order. */
    public Seasons {
      winningStages = Collections.unmodifiableSet(new TreeSet<>(winningStages));
    }

    static Seasons neutral(FiscalYear fiscalYear) {
      return new Seasons(
          Season.neutral(Season.Combination.PRODUCT, fiscalYear),
          Season.neutral(Season.Combination.SUM, fiscalYear),
          Set.of());
    }
  }
}

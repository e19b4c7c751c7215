package io.salestwin.metrics;

import io.salestwin.calendar.Clock;
import io.salestwin.model.Counter;
import io.salestwin.scenario.Scenario;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;

/**
 * How many leads came and how many deals were won in one replication, by whole weeks from the
 * beginning of its warm-up on. An incomplete week at the end of the horizon is left out.
 */
public final class WeekCounts implements Counter, Serializable {

  private static final long serialVersionUID = 1;

  private static final long WEEK_MS = 7 * Clock.DAY;

  private final long beginMs;
  private final int[] leads;
  private final int[] deals;
  private final int[] dealsByAge;

  /**
   * Nothing counted yet.
   *
   * @param scenario what is played
   */
  public WeekCounts(Scenario scenario) {
    long horizonMs = ChronoUnit.DAYS.between(scenario.start(), scenario.end()) * Clock.DAY;
    beginMs = scenario.begin().pipeline().isPresent() ? 0 : -scenario.begin().warmUpMs();
    int weeks = (int) ((horizonMs - beginMs) / WEEK_MS);
    leads = new int[weeks];
    deals = new int[weeks];
    dealsByAge = new int[weeks];
  }

  @Override
  public void came(long timeMs) {
    int week = week(timeMs);
    if (week < leads.length) {
      leads[week]++;
    }
  }

  @Override
  public void won(long arrivedMs, long timeMs) {
    int week = week(timeMs);
    if (week < deals.length) {
      deals[week]++;
      if (arrivedMs >= beginMs) {
        dealsByAge[week - week(arrivedMs)]++;
      }
    }
  }

  private int week(long timeMs) {
    return (int) ((timeMs - beginMs) / WEEK_MS);
  }

  /**
   * The number of weeks.
   *
   * @return whole weeks of warm-up and horizon together
   */
  public int weeks() {
    return leads.length;
  }

  /**
   * Leads that came.
   *
   * @param week from 0, the first of the warm-up
   * @return how many came in it
   */
  public int leads(int week) {
    return leads[week];
  }

  /**
   * Deals that were won.
   *
   * @param week from 0, the first of the warm-up
   * @return how many were won in it
   */
  public int deals(int week) {
    return deals[week];
  }

  /**
   * Deals that were won, in any week, so many weeks after that in which their lead had come.
   *
   * @param age from 0, the same week
   * @return how many; deals of a starting pipeline do not count
   */
  public int dealsOfAge(int age) {
    return dealsByAge[age];
  }
}

package io.salestwin.calibration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a record over which its scenario is played again: all, or as many weeks at their end
 * as do not have more deals than can be played.
 *
 * @param from the first
 * @param until the day after the last
 * @param isWhole whether these are all that were recorded
 */
public record PlayedDays(LocalDate from, LocalDate until, boolean isWhole) {

  private static final int WEEK = 7;
  private static final int FEWEST_WEEKS = 4;

  /**
   * The longest such stretch that ends with the record.
   *
   * @param history the record
   * @param firstDay its first day, since 1970
   * @param days how many days it has
   * @param most how many deals may be open at the begin or created later
   * @return the days; empty when even four weeks have more
   */
  static Optional<PlayedDays> of(CrmHistory history, long firstDay, int days, long most) {
    int[] closes = new int[days];
    long deals = 0;
    for (int d = 0; d < history.deals(); d++) {
      long created = Math.floorDiv(history.createdMs(d), CrmHistory.DAY_MS) - firstDay;
      long closed =
          history.outcome(d) == 0
              ? days
              : Math.floorDiv(history.closedMs(d), CrmHistory.DAY_MS) - firstDay;
      // played from a day on if it closes on it or later, and is created before the end
      deals += closed >= 0 && created < days ? 1 : 0;
      if (closed >= 0 && closed < days && created < days) {
        closes[(int) closed]++;
      }
    }
    LocalDate from = LocalDate.ofEpochDay(firstDay);
    LocalDate until = from.plusDays(days);
    if (deals <= most) {
      return Optional.of(new PlayedDays(from, until, true));
    }
    for (int day = 0; day + FEWEST_WEEKS * WEEK <= days; day++) {
      if (deals <= most && (days - day) % WEEK == 0) {
        return Optional.of(new PlayedDays(from.plusDays(day), until, false));
      }
      deals -= closes[day];
    }
    return Optional.empty();
  }
}

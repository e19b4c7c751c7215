package io.salestwin.calibration.backtest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days on which people are off, known ahead: on them things go as they go on Sundays.
 *
 * @param days single days
 * @param yearly days of every year
 */
public record Holidays(Set<LocalDate> days, Set<MonthDay> yearly) {

  /** No day but the weekends. */
  public static final Holidays NONE = new Holidays(Set.of(), Set.of());

  /** Christmas and New Year's Day: 25 and 26 December, 1 January. */
  public static final Holidays USUAL =
      new Holidays(Set.of(), Set.of(MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(1, 1)));

  private static final int LONGEST = 366;

  /** Copies. */
  public Holidays {
    days = Set.copyOf(days);
    yearly = Set.copyOf(yearly);
  }

  /**
   * Reads days as people write them.
   *
   * @param words each a day ({@code 2027-04-05}), days from one to another ({@code
   *     2027-12-24..2027-12-31}), or a day of every year ({@code 12-26})
   * @return the days
   * @throws IllegalArgumentException when one is none of these; the message says which
   */
  public static Holidays of(List<String> words) {
    Set<LocalDate> days = new TreeSet<>();
    Set<MonthDay> yearly = new TreeSet<>();
    for (String word : words) {
      try {
        String[] ends = word.strip().split("\\.\\.", -1);
        if (ends.length == 1 && ends[0].length() == "12-26".length()) {
          yearly.add(MonthDay.parse("--" + ends[0]));
          continue;
        }
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        if (ends.length > 2 || last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
          throw new IllegalArgumentException(wrong(word));
        }
        first.datesUntil(last.plusDays(1)).forEach(days::add);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(wrong(word), e);
      }
    }
    return new Holidays(days, yearly);
  }

  private static String wrong(String word) {
    return word
        + ": give a day such as 2027-04-05, days such as 2027-12-24..2027-12-31, or a day of every"
        + " year such as 12-26";
  }

  boolean isOff(LocalDate day) {
    return days.contains(day) || yearly.contains(MonthDay.from(day));
  }
}

package io.salestwin.calendar;

import static io.salestwin.calendar.Clock.DAY;
import static io.salestwin.calendar.Clock.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 1);

  @Test
  void three_hours_of_work_from_friday_16_end_on_monday_11() {
    Clock work = WorkCalendar.of(8, WEEK, List.of()).clock(FRIDAY, -30 * DAY, 90 * DAY);
    assertThat(work.after(16 * HOUR, 3 * HOUR)).isEqualTo(3 * DAY + 11 * HOUR);
    assertThat(work.between(16 * HOUR, 3 * DAY + 11 * HOUR)).isEqualTo(3 * HOUR);
    assertThat(work.after(16 * HOUR, HOUR)).isEqualTo(17 * HOUR);
    assertThat(work.nextOpening(17 * HOUR)).isEqualTo(3 * DAY + 9 * HOUR);
    assertThat(work.between(0, 7 * DAY)).isEqualTo(40 * HOUR);
    assertThat(work.between(-7 * DAY, 0)).isEqualTo(40 * HOUR);
  }

  @Test
  void holidays_in_between_push_the_end_back() {
    LocalDate thursday = LocalDate.of(2026, 12, 24);
    TreeSet<LocalDate> holidays = new TreeSet<>(List.of(FRIDAY));
    holidays.addAll(WorkCalendar.dates(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28)));
    WorkCalendar office = WorkCalendar.of(8, WEEK, holidays);
    Clock work = office.clock(thursday, 0, 30 * DAY);
    // Thursday 15:00: 2 hours; the 29th, 30th and 31st: 24; the 1st is a holiday; Monday 4th: 1
    assertThat(work.after(15 * HOUR, 27 * HOUR)).isEqualTo(11 * DAY + 10 * HOUR);
    assertThat(office.isWorkingDay(FRIDAY)).isFalse();
    assertThat(office.isWorkingDay(FRIDAY.plusDays(1))).isFalse();
    assertThat(office.isWorkingDay(thursday)).isTrue();
  }

  @Test
  void hours_per_day_may_be_a_fraction() {
    WorkCalendar part = new WorkCalendar(7.5, LocalTime.of(8, 30), WEEK, new TreeSet<>());
    assertThat(part.hoursPerWeek()).isEqualTo(37.5);
    Clock work = part.clock(FRIDAY, 0, DAY);
    assertThat(work.nextOpening(0)).isEqualTo(8 * HOUR + HOUR / 2);
    assertThat(work.after(0, 7 * HOUR + HOUR / 2)).isEqualTo(16 * HOUR);
  }

  @Test
  void always_is_plain_time() {
    assertThat(WorkCalendar.ALWAYS.clock(FRIDAY, -DAY, 400 * DAY)).isSameAs(Clock.always());
    assertThat(WorkCalendar.ALWAYS.hoursPerWeek()).isEqualTo(168);
  }

  @Test
  void round_the_clock_but_for_a_holiday() {
    WorkCalendar calendar = WorkCalendar.of(24, EnumSet.allOf(DayOfWeek.class), List.of(FRIDAY));
    Clock clock = calendar.clock(FRIDAY, -DAY, 10 * DAY);
    assertThat(clock.between(-DAY, 2 * DAY)).isEqualTo(2 * DAY);
    assertThat(clock.nextOpening(5)).isEqualTo(DAY);
  }

  @Test
  void a_long_day_begins_early_enough_to_end_by_midnight() {
    assertThat(WorkCalendar.of(15, WEEK, List.of()).from()).isEqualTo(LocalTime.of(9, 0));
    assertThat(WorkCalendar.of(16, WEEK, List.of()).from()).isEqualTo(LocalTime.of(8, 0));
  }

  @Test
  void after_the_last_day_there_is_no_more_work() {
    Clock work = WorkCalendar.of(8, WEEK, List.of()).clock(FRIDAY, 0, 0);
    assertThat(work.after(0, 8 * HOUR)).isEqualTo(17 * HOUR);
    assertThat(work.after(0, 8 * HOUR + 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void what_is_no_calendar_is_refused_in_words() {
    for (double hours : new double[] {0, -1, 24.5, Double.NaN}) {
      assertThatThrownBy(() -> WorkCalendar.of(hours, WEEK, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a working day of " + hours + " hours is not possible");
    }
    assertThatThrownBy(
            () -> new WorkCalendar(8, LocalTime.of(18, 0), WEEK, Collections.emptySortedSet()))
        .hasMessage("a working day of 8.0 hours from 18:00 ends after midnight; begin earlier");
    assertThatThrownBy(() -> WorkCalendar.of(8, Set.of(), List.of()))
        .hasMessageContaining("give at least one");
    assertThatThrownBy(() -> WorkCalendar.dates(FRIDAY, FRIDAY.minusDays(1)))
        .hasMessageContaining("2027-01-01..2026-12-31 is 0 days");
    assertThatThrownBy(() -> WorkCalendar.dates(FRIDAY, FRIDAY.plusYears(100)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorkCalendar.ALWAYS.clock(FRIDAY, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.salestwin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiscalYearTest {
  private static final FiscalYear FEBRUARY = new FiscalYear(Month.FEBRUARY);

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void a_fiscal_year_is_named_by_the_calendar_year_in_which_it_ends() {
    assertThat(FEBRUARY.quarterOf(date("2027-01-31")).name()).isEqualTo("2027-Q4");
    assertThat(FEBRUARY.quarterOf(date("2027-02-01")))
        .isEqualTo(new Period("2028-Q1", date("2027-02-01"), date("2027-05-01"), false));
    assertThat(FiscalYear.CALENDAR.quarterOf(date("2027-12-31")))
        .isEqualTo(new Period("2027-Q4", date("2027-10-01"), date("2028-01-01"), false));
    assertThat(new FiscalYear(Month.DECEMBER).quarterOf(date("2026-12-01")).name())
        .isEqualTo("2027-Q1");
  }

  @Test
  void months_are_named_by_the_calendar() {
    assertThat(FEBRUARY.monthOf(date("2028-02-29")))
        .isEqualTo(new Period("2028-02", date("2028-02-01"), date("2028-03-01"), false));
  }

  @Test
  void periods_cover_the_horizon_and_say_when_they_are_clipped() {
    assertThat(
            FiscalYear.CALENDAR.periods(
                date("2027-02-15"), date("2027-10-01"), CalendarUnit.QUARTER))
        .containsExactly(
            new Period("2027-Q1", date("2027-02-15"), date("2027-04-01"), true),
            new Period("2027-Q2", date("2027-04-01"), date("2027-07-01"), false),
            new Period("2027-Q3", date("2027-07-01"), date("2027-10-01"), false));
    assertThat(FEBRUARY.periods(date("2027-01-31"), date("2027-03-02"), CalendarUnit.MONTH))
        .extracting(Period::name, Period::clipped)
        .containsExactly(tuple("2027-01", true), tuple("2027-02", false), tuple("2027-03", true));
    assertThatThrownBy(
            () -> FEBRUARY.periods(date("2027-01-01"), date("2027-02-01"), CalendarUnit.WEEK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> FEBRUARY.periods(date("2027-01-01"), date("2027-01-01"), CalendarUnit.MONTH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_period_is_found_by_its_name() {
    for (Month start : Month.values()) {
      FiscalYear year = new FiscalYear(start);
      for (LocalDate day = date("2026-01-15"); day.getYear() < 2029; day = day.plusMonths(1)) {
        assertThat(year.named(year.quarterOf(day).name())).contains(year.quarterOf(day));
        assertThat(year.named(year.monthOf(day).name())).contains(year.monthOf(day));
        assertThat(year.quarterOf(day).first().plusMonths(year.monthOfQuarter(day)))
            .isEqualTo(year.monthOf(day).first());
      }
    }
    for (String name : List.of("2027-Q5", "2027-13", "2027", "Q1-2027", "2027-q1", "")) {
      assertThat(FEBRUARY.named(name)).isEmpty();
    }
  }

  @Test
  void a_period_knows_its_days_and_its_milliseconds() {
    Period period = FiscalYear.CALENDAR.monthOf(date("2027-03-10"));
    assertThat(period.contains(date("2027-03-01"))).isTrue();
    assertThat(period.contains(date("2027-03-31"))).isTrue();
    assertThat(period.contains(date("2027-04-01"))).isFalse();
    assertThat(period.firstMs(date("2027-03-03"))).isEqualTo(-2 * Clock.DAY);
    assertThat(period.endMs(date("2027-03-03"))).isEqualTo(29 * Clock.DAY);
  }

  @Test
  void a_horizon_is_counted_or_runs_until_a_date_that_is_included() {
    LocalDate start = date("2027-01-01");
    assertThat(Horizon.parse(start, "4 quarters").end()).isEqualTo(date("2028-01-01"));
    assertThat(Horizon.parse(start, "26 weeks").end()).isEqualTo(date("2027-07-02"));
    assertThat(Horizon.parse(start, " 18 Months ").end()).isEqualTo(date("2028-07-01"));
    assertThat(Horizon.parse(start, "1 year").lengthMs()).isEqualTo(365 * Clock.DAY);
    assertThat(Horizon.parse(start, "until 2027-12-31").end()).isEqualTo(date("2028-01-01"));
    assertThat(Horizon.parse(start, "until 2027-01-01").lengthMs()).isEqualTo(Clock.DAY);
  }

  @Test
  void what_is_no_horizon_is_refused_in_words() {
    LocalDate start = date("2027-01-01");
    assertThatThrownBy(() -> Horizon.parse(start, "4 sprints"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"4 sprints\" is not a horizon; write 4 quarters");
    assertThatThrownBy(() -> Horizon.parse(start, "until 2027-02-30"))
        .hasMessageContaining("\"2027-02-30\" is not a date");
    for (String text : List.of("0 weeks", "60 years", "99999 quarters", "until 2026-12-31")) {
      assertThatThrownBy(() -> Horizon.parse(start, text)).hasMessageContaining("are allowed");
    }
  }
}

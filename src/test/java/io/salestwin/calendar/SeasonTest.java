package io.salestwin.calendar;

import static io.salestwin.calendar.Clock.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.calendar.Season.Combination;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonTest {
  private static final LocalDate START = LocalDate.of(2027, 11, 30);

  @Test
  void speeds_multiply() {
    Season season =
        Season.neutral(Combination.PRODUCT, FiscalYear.CALENDAR)
            .withQuarterMonths(List.of(0.8, 0.9, 1.5))
            .with(Month.DECEMBER, 0.5)
            .with(DayOfWeek.WEDNESDAY, 2);
    // Tuesday 30 November is the second month of the quarter, Wednesday 1 December the third
    assertThat(season.factorAt(START)).isEqualTo(0.9);
    assertThat(season.factorAt(START.plusDays(1))).isEqualTo(1.5);
    assertThat(season.factorAt(START.plusDays(2))).isEqualTo(0.75);
    Clock clock = season.clock(START, 0, 3 * DAY);
    assertThat(clock.between(0, 3 * DAY)).isEqualTo(Math.round((0.9 + 1.5 + 0.75) * DAY));
    assertThat(clock.speedAt(-5)).isEqualTo(0.9);
    assertThat(clock.speedAt(400 * DAY)).isEqualTo(0.75);
  }

  @Test
  void log_odds_add_up() {
    Season season =
        Season.neutral(Combination.SUM, FiscalYear.CALENDAR)
            .withQuarterMonths(List.of(-0.5, -0.25, 0.25))
            .with(Month.DECEMBER, 0.5);
    assertThat(season.perDay(START, -1, DAY)).containsExactly(-0.25, -0.25, 0.75);
    assertThatThrownBy(() -> season.clock(START, 0, DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_months_of_a_quarter_are_those_of_the_fiscal_year() {
    Season season =
        Season.neutral(Combination.PRODUCT, new FiscalYear(Month.FEBRUARY))
            .withQuarterMonths(List.of(1.0, 2.0, 3.0));
    assertThat(season.factorAt(LocalDate.of(2027, 1, 31))).isEqualTo(3);
    assertThat(season.factorAt(LocalDate.of(2027, 2, 1))).isEqualTo(1);
  }

  @Test
  void a_neutral_season_changes_nothing() {
    assertThat(Season.neutral(Combination.PRODUCT, FiscalYear.CALENDAR).clock(START, 0, 900 * DAY))
        .isSameAs(Clock.always());
    assertThat(Season.neutral(Combination.SUM, FiscalYear.CALENDAR).factorAt(START)).isZero();
  }

  @Test
  void only_a_season_without_any_other_figure_is_neutral() {
    for (Combination combination : Combination.values()) {
      Season season = Season.neutral(combination, new FiscalYear(Month.FEBRUARY));
      assertThat(season.isNeutral()).isTrue();
      assertThat(season.with(Month.MAY, 0.5).isNeutral()).isFalse();
      assertThat(season.with(DayOfWeek.SUNDAY, 0.5).isNeutral()).isFalse();
      assertThat(season.withQuarterMonths(List.of(0.5, 0.5, 0.5)).isNeutral()).isFalse();
    }
  }

  @Test
  void growth_compounds_daily_from_the_start() {
    Clock growth = Season.growth(0.10, -5 * DAY, 4_000 * DAY);
    assertThat(growth.speedAt(-3 * DAY)).isEqualTo(1);
    assertThat(growth.speedAt(DAY - 1)).isEqualTo(1);
    // 1.1^(1 / 30.4375) = 1.0031363 and over 12 mean months (365.25 days) 1.1^12 = 3.1384
    assertThat(growth.speedAt(DAY)).isCloseTo(1.0031363, within(1e-7));
    assertThat(growth.speedAt(365 * DAY)).isCloseTo(3.1384 / 1.000783, within(1e-3));
    assertThat(growth.speedAt(1461 * DAY)).isCloseTo(Math.pow(1.1, 48), within(1e-9));
    assertThat(Season.growth(0, -DAY, DAY)).isSameAs(Clock.always());
    assertThatThrownBy(() -> Season.growth(1, 0, 4_000 * DAY)).hasMessageContaining("compounds");
    assertThatThrownBy(() -> Season.growth(-1, 0, DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_no_season_is_refused() {
    Season season = Season.neutral(Combination.PRODUCT, FiscalYear.CALENDAR);
    assertThatThrownBy(() -> season.with(Month.MAY, -0.1))
        .hasMessage("months has -0.1; give figures from 0.0 to 100.0");
    assertThatThrownBy(() -> season.with(DayOfWeek.MONDAY, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> season.withQuarterMonths(List.of(1.0)))
        .hasMessage("quarterMonths has 1 figures; it needs 3");
  }
}

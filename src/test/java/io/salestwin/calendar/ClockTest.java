package io.salestwin.calendar;

import static io.salestwin.calendar.Clock.DAY;
import static io.salestwin.calendar.Clock.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClockTest {
  /** Opens at 100, closes at 200, half speed from 300, closed from 400. */
  private static final Clock SHOP =
      Clock.of(new long[] {0, 100, 200, 300, 400}, new double[] {0, 1, 0, 0.5, 0});

  @Test
  void plain_time_passes_as_it_is() {
    assertThat(Clock.always().between(-7, 12)).isEqualTo(19);
    assertThat(Clock.always().after(-7, 19)).isEqualTo(12);
    assertThat(Clock.always().nextOpening(-3)).isEqualTo(-3);
    assertThat(Clock.always().speedAt(5)).isEqualTo(1);
    assertThat(Clock.of(new long[] {3, 9}, new double[] {1, 1})).isSameAs(Clock.always());
  }

  @Test
  void clock_time_between_two_instants_is_the_integral_of_the_speed() {
    assertThat(SHOP.between(0, 1_000)).isEqualTo(150);
    assertThat(SHOP.between(150, 320)).isEqualTo(60);
    assertThat(SHOP.between(320, 150)).isEqualTo(-60);
    assertThat(SHOP.between(-50, 100)).isZero();
  }

  @Test
  void an_amount_that_fills_a_day_ends_when_the_day_ends() {
    assertThat(SHOP.after(-1_000, 100)).isEqualTo(200);
    assertThat(SHOP.after(150, 50)).isEqualTo(200);
    assertThat(SHOP.after(150, 60)).isEqualTo(319);
    // 150 = 100 + 0.5 x 100, the last half millisecond rounding up at 399
    assertThat(SHOP.after(0, 150)).isEqualTo(399);
  }

  @Test
  void what_never_passes_is_said_to_be_never() {
    assertThat(SHOP.after(0, 151)).isEqualTo(Long.MAX_VALUE);
    assertThat(SHOP.after(500, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(SHOP.nextOpening(400)).isEqualTo(Long.MAX_VALUE);
    assertThat(Clock.always().after(0, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    Clock crawl = Clock.of(new long[] {0}, new double[] {1e-12});
    assertThat(crawl.after(0, DAY)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void no_work_is_done_at_once_even_at_night() {
    assertThat(SHOP.after(50, 0)).isEqualTo(50);
    assertThat(SHOP.after(900, 0)).isEqualTo(900);
  }

  @Test
  void the_next_opening_is_now_or_the_start_of_the_next_piece_that_moves() {
    assertThat(SHOP.nextOpening(-5)).isEqualTo(100);
    assertThat(SHOP.nextOpening(199)).isEqualTo(199);
    assertThat(SHOP.nextOpening(200)).isEqualTo(300);
  }

  @Test
  void before_the_first_piece_its_speed_holds() {
    Clock clock = Clock.of(new long[] {0, 100}, new double[] {2, 0.25});
    assertThat(clock.between(-50, 0)).isEqualTo(100);
    assertThat(clock.after(-50, 60)).isEqualTo(-20);
    assertThat(clock.after(-50, 310)).isEqualTo(138);
    assertThat(clock.speedAt(-1)).isEqualTo(2);
  }

  @Test
  void eight_buyer_days_across_december_take_longer_in_a_slow_month() {
    // full speed to the end of day 4, then 0.8: 4 days + 4 / 0.8 = 5 days
    Clock buyers = Clock.of(new long[] {0, 4 * DAY}, new double[] {1, 0.8});
    assertThat(buyers.after(0, 8 * DAY)).isEqualTo(9 * DAY);
    assertThat(buyers.between(0, 9 * DAY)).isEqualTo(8 * DAY);
  }

  @Test
  void the_product_of_two_clocks_has_the_product_of_their_speeds() {
    Clock half = Clock.of(new long[] {150}, new double[] {0.5});
    Clock season = Clock.of(new long[] {50, 150}, new double[] {2, 0.5});
    Clock both = SHOP.times(season);
    assertThat(both.speedAt(120)).isEqualTo(2);
    assertThat(both.speedAt(170)).isEqualTo(0.5);
    assertThat(both.speedAt(350)).isEqualTo(0.25);
    assertThat(both.between(0, 1_000)).isEqualTo(100 + 25 + 25);
    assertThat(SHOP.times(Clock.always())).isSameAs(SHOP);
    assertThat(Clock.always().times(half)).isSameAs(half);
  }

  @Test
  void years_of_times_far_from_the_start_keep_their_millisecond() {
    Clock clock = Clock.of(new long[] {-(1L << 46), 1L << 46}, new double[] {1, 0.5});
    assertThat(clock.between(-(1L << 46), 1L << 46)).isEqualTo(1L << 47);
    assertThat(clock.after(-(1L << 46), (1L << 47) - 1)).isEqualTo((1L << 46) - 1);
    Clock fast = Clock.of(new long[] {0, HOUR}, new double[] {1, Clock.MAX_SPEED});
    assertThat(fast.between(0, HOUR + 3)).isEqualTo(HOUR + 3_000_000);
    assertThat(fast.between(0, 1L << 46)).isEqualTo(1L << 61);
  }

  @Test
  void what_is_no_clock_is_refused() {
    assertThatThrownBy(() -> Clock.of(new long[] {}, new double[] {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Clock.of(new long[] {1, 1}, new double[] {1, 2}))
        .hasMessageContaining("at[1] (1)");
    for (double speed : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 2e6}) {
      assertThatThrownBy(() -> Clock.of(new long[] {1}, new double[] {speed}))
          .hasMessageContaining("speed[0] (" + speed + ")");
    }
    assertThatThrownBy(() -> SHOP.after(0, -1)).hasMessage("amount (-1) is negative");
  }
}

package io.salestwin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ClockPropertiesTest {
  /** A clock with the table it was made from. */
  record Table(long[] at, double[] speed, Clock clock) {
    /** The hand by walking over all pieces, each rounded once. */
    long hand(long time) {
      if (time < at[0]) {
        return -Math.round((at[0] - time) * speed[0]);
      }
      long hand = 0;
      for (int i = 0; i < at.length && at[i] <= time; i++) {
        // neighbours of equal speed are one piece
        int end = i;
        while (end + 1 < at.length && speed[end + 1] == speed[i]) {
          end++;
        }
        long until = end + 1 < at.length ? Math.min(at[end + 1], time) : time;
        hand += Math.round((until - at[i]) * speed[i]);
        i = end;
      }
      return hand;
    }

    /** The integral of the speed without any rounding: speeds are multiples of 1/8. */
    double integral(long from, long to) {
      double sum = 0;
      for (long time = from; time < to; time++) {
        sum += speedAt(time);
      }
      return sum;
    }

    double speedAt(long time) {
      double now = speed[0];
      for (int i = 0; i < at.length && at[i] <= time; i++) {
        now = speed[i];
      }
      return now;
    }
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<Integer> eighths =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(0, 8)), Tuple.of(2, Arbitraries.integers().between(0, 30)));
    Arbitrary<Integer> gaps =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(1, 20)),
            Tuple.of(1, Arbitraries.integers().between(1, 300)));
    Arbitrary<int[]> piece = Combinators.combine(gaps, eighths).as((g, s) -> new int[] {g, s});
    return Combinators.combine(
            Arbitraries.integers().between(-300, 300),
            piece.list().ofMinSize(1).ofMaxSize(25).withoutEdgeCases())
        .as(ClockPropertiesTest::table);
  }

  private static Table table(int first, List<int[]> pieces) {
    long[] at = new long[pieces.size()];
    double[] speed = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = i == 0 ? first : at[i - 1] + pieces.get(i)[0];
      speed[i] = pieces.get(i)[1] / 8.0;
    }
    return new Table(at, speed, Clock.of(at, speed));
  }

  @Property(seed = "1", tries = 400)
  void between_agrees_with_a_walk_over_all_pieces(
      @ForAll("tables") Table table,
      @ForAll @IntRange(min = -500, max = 3_000) int from,
      @ForAll @IntRange(min = 0, max = 2_000) int length) {
    long passed = table.clock().between(from, from + length);
    assertThat(passed).isEqualTo(table.hand(from + length) - table.hand(from));
    // each piece is rounded once, by half a millisecond at most
    assertThat((double) passed)
        .isBetween(
            table.integral(from, from + length) - 0.5 * (table.at().length + 2),
            table.integral(from, from + length) + 0.5 * (table.at().length + 2));
  }

  @Property(seed = "1", tries = 400)
  void between_is_additive_and_never_falls(
      @ForAll("tables") Table table,
      @ForAll @IntRange(min = -2_000, max = 3_000) int a,
      @ForAll @IntRange(min = -2_000, max = 3_000) int b,
      @ForAll @IntRange(min = -2_000, max = 3_000) int c) {
    Clock clock = table.clock();
    assertThat(clock.between(a, b) + clock.between(b, c)).isEqualTo(clock.between(a, c));
    assertThat(clock.between(Math.min(a, b), Math.max(a, b))).isNotNegative();
    assertThat(clock.between(a, a + 1)).isBetween(0L, (long) Math.ceil(clock.speedAt(a)));
  }

  @Property(seed = "1", tries = 400)
  void after_is_the_first_instant_at_which_the_amount_has_passed(
      @ForAll("tables") Table table,
      @ForAll @IntRange(min = -700, max = 1_500) int from,
      @ForAll @IntRange(min = 0, max = 1_500) int amount) {
    long expected = from;
    while (table.hand(expected) - table.hand(from) < amount && expected < 20_000) {
      expected++;
    }
    long actual = table.clock().after(from, amount);
    if (expected == 20_000) {
      // the slowest speed above 0 is 1/8, so this much never passes
      assertThat(actual).isEqualTo(Long.MAX_VALUE);
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Property(seed = "1", tries = 400)
  void after_and_between_are_inverse_up_to_the_rounding_of_speeds_above_one(
      @ForAll("tables") Table table,
      @ForAll @IntRange(min = -700, max = 1_500) int from,
      @ForAll @IntRange(min = 0, max = 1_500) int amount) {
    Clock clock = table.clock();
    assertThat(clock.after(from, clock.between(from, from + amount)))
        .isLessThanOrEqualTo(from + amount);
    long end = clock.after(from, amount);
    if (end != Long.MAX_VALUE) {
      double highest = 1;
      for (double speed : table.speed()) {
        highest = Math.max(highest, speed);
      }
      assertThat(clock.between(from, end))
          .isBetween((long) amount, amount + (long) Math.ceil(highest) - 1);
    }
  }

  @Property(seed = "1", tries = 400)
  void a_hand_that_is_moved_about_tells_what_its_clock_tells(
      @ForAll("tables") Table table,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -700, max = 1_500) Integer> moves,
      @ForAll @IntRange(min = 0, max = 1_500) int amount) {
    Clock clock = table.clock();
    Hand hand = new Hand(clock);
    hand.moveTo(0);
    long atZero = hand.shows();
    for (int to : moves) {
      hand.moveTo(to);
      assertThat(hand.speed()).isEqualTo(clock.speedAt(to));
      assertThat(hand.shows() - atZero).isEqualTo(clock.between(0, to));
      assertThat(hand.after(amount)).isEqualTo(clock.after(to, amount));
      assertThat(hand.after(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> hand.after(-1));
  }

  @Property(seed = "1", tries = 400)
  void the_next_opening_is_the_first_instant_with_a_speed(
      @ForAll("tables") Table table, @ForAll @IntRange(min = -700, max = 3_000) int from) {
    long expected = from;
    while (table.speedAt(expected) == 0 && expected < 20_000) {
      expected++;
    }
    assertThat(table.clock().nextOpening(from))
        .isEqualTo(expected == 20_000 ? Long.MAX_VALUE : expected);
    assertThat(table.clock().speedAt(from)).isEqualTo(table.speedAt(from));
  }

  @Property(seed = "1", tries = 200)
  void a_product_has_the_product_of_speeds_everywhere(
      @ForAll("tables") Table a, @ForAll("tables") Table b) {
    Clock product = a.clock().times(b.clock());
    List<Double> expected = new ArrayList<>();
    List<Double> actual = new ArrayList<>();
    for (int time = -400; time < 4_000; time += 3) {
      expected.add(a.speedAt(time) * b.speedAt(time));
      actual.add(product.speedAt(time));
    }
    assertThat(actual).isEqualTo(expected);
  }
}

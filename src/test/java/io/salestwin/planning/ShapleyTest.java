package io.salestwin.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShapleyTest {

  /** The glove game: one left glove (player 0), two right ones; a pair is worth 1. */
  @Test
  void theOwnerOfTheScarceGloveGetsTwoThirds() {
    double[][] worth = new double[8][1];
    worth[0b011][0] = worth[0b101][0] = worth[0b111][0] = 1;
    double[][] values = Shapley.values(worth, 3);
    assertThat(values[0][0]).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(values[1][0]).isCloseTo(1.0 / 6, within(1e-12));
    assertThat(values[2][0]).isCloseTo(1.0 / 6, within(1e-12));
  }

  @Property(seed = "1", tries = 50)
  void theyAreTheMeanOverAllOrders(
      @ForAll @IntRange(min = 1, max = 5) int players,
      @ForAll @Size(32) List<@DoubleRange(min = -100, max = 100) Double> drawn) {
    double[][] worth = new double[1 << players][1];
    for (int set = 0; set < worth.length; set++) {
      worth[set][0] = drawn.get(set);
    }
    double[] mean = new double[players];
    List<List<Integer>> orders = new ArrayList<>();
    orders(List.of(), players, orders);
    for (List<Integer> order : orders) {
      int set = 0;
      for (int player : order) {
        mean[player] += (worth[set | 1 << player][0] - worth[set][0]) / orders.size();
        set |= 1 << player;
      }
    }
    double[][] values = Shapley.values(worth, players);
    double sum = 0;
    for (int i = 0; i < players; i++) {
      assertThat(values[i][0]).isCloseTo(mean[i], within(1e-9));
      sum += values[i][0];
    }
    assertThat(sum).isCloseTo(worth[worth.length - 1][0] - worth[0][0], within(1e-9));
  }

  private static void orders(List<Integer> begun, int players, List<List<Integer>> all) {
    if (begun.size() == players) {
      all.add(begun);
      return;
    }
    for (int i = 0; i < players; i++) {
      if (!begun.contains(i)) {
        List<Integer> longer = new ArrayList<>(begun);
        longer.add(i);
        orders(longer, players, all);
      }
    }
  }
}

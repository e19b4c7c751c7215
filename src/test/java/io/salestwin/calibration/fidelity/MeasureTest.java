package io.salestwin.calibration.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.fidelity.CaseLog.Case;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeasureTest {

  private static final long HOUR = 3_600_000;

  private static double[] doubles(List<Integer> of) {
    return of.stream().mapToDouble(i -> i).toArray();
  }

  /** The cheapest of all ways to pair them, tried one by one. */
  private static double cheapest(double[] a, double[] b, int at, boolean[] taken) {
    if (at == a.length) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < b.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        best = Math.min(best, Math.abs(a[at] - b[j]) + cheapest(a, b, at + 1, taken));
        taken[j] = false;
      }
    }
    return best;
  }

  @Property(seed = "1", tries = 200)
  void theDistanceIsTheCheapestWayToMoveOneToTheOther(
      @ForAll @Size(6) List<@IntRange(min = -20, max = 60) Integer> a,
      @ForAll @Size(6) List<@IntRange(min = -20, max = 60) Integer> b) {
    double brute = cheapest(doubles(a), doubles(b), 0, new boolean[6]) / 6;

    assertThat(Measure.wasserstein(doubles(a), doubles(b))).isCloseTo(brute, within(1e-9));
  }

  /** Each of 2 repeated 3 times against each of 3 repeated 2 times: six against six. */
  @Property(seed = "1", tries = 200)
  void samplesOfDifferentSizesCountAsShares(
      @ForAll @Size(2) List<@IntRange(min = 0, max = 40) Integer> a,
      @ForAll @Size(3) List<@IntRange(min = 0, max = 40) Integer> b) {
    double[] sixA = new double[6];
    double[] sixB = new double[6];
    for (int i = 0; i < 6; i++) {
      sixA[i] = a.get(i % 2);
      sixB[i] = b.get(i % 3);
    }
    double brute = cheapest(sixA, sixB, 0, new boolean[6]) / 6;

    assertThat(Measure.wasserstein(doubles(a), doubles(b))).isCloseTo(brute, within(1e-9));
  }

  private static Case at(int... hourThenEvent) {
    long[] ms = new long[hourThenEvent.length / 2];
    int[] event = new int[ms.length];
    for (int i = 0; i < ms.length; i++) {
      ms[i] = hourThenEvent[2 * i] * HOUR;
      event[i] = hourThenEvent[2 * i + 1];
    }
    return new Case(ms, event);
  }

  private static CaseLog log(Case... cases) {
    return new CaseLog(0, 14 * CrmHistory.DAY_MS, Arrays.asList(cases));
  }

  /** Two cases each, every figure by hand. */
  @Test
  void everyMeasureByHand() {
    CaseLog a = log(at(0, 0, 10, CrmHistory.WON), at(24, 0, 34, CrmHistory.WON));
    CaseLog b = log(at(0, 0, 12, CrmHistory.WON), at(26, 0, 34, CrmHistory.LOST));

    assertThat(Measure.CYCLE_TIME.between(a, b)).isEqualTo((2 + 2) / 2.0);
    assertThat(Measure.ARRIVALS.between(a, b)).isEqualTo((0 + 2) / 2.0);
    assertThat(Measure.ABSOLUTE_EVENTS.between(a, b)).isEqualTo((0 + 2 + 2 + 0) / 4.0);
    assertThat(Measure.RELATIVE_EVENTS.between(a, b)).isEqualTo((0 + 0 + 2 + 2) / 4.0);
    // first day 0, 10 against 0, 12; second 0, 10 against 2, 10; five days without any
    assertThat(Measure.CIRCADIAN_EVENTS.between(a, b)).isCloseTo((1 + 1) / 7.0, within(1e-12));
    // of eight sequences, the three that hold the end of the second case
    assertThat(Measure.THREE_GRAMS.between(a, b)).isCloseTo(3 / 8.0, within(1e-12));
    // nothing is open in the middle of two weeks
    assertThat(Measure.REMAINING_TIME.between(a, b)).isNaN();
    CaseLog open = log(at(160, 0, 180, CrmHistory.WON));
    CaseLog longer = log(at(100, 0, 200, CrmHistory.WON));
    assertThat(Measure.REMAINING_TIME.between(open, longer)).isEqualTo(20);
  }

  @Test
  void aDayOnWhichOneLogHasNothingCountsMost() {
    CaseLog a = log(at(0, 0, 10, CrmHistory.WON));
    CaseLog b = log(at(24, 0, 34, CrmHistory.WON));

    assertThat(Measure.CIRCADIAN_EVENTS.between(a, b)).isCloseTo(2 * 23 / 7.0, within(1e-12));
  }
}

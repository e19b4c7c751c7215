package io.salestwin.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudoValuesTest {

  @Test
  void withoutCensoringTheyAreThePlainValues() {
    double[] times = {3, 8, 8, 12, 30};
    Status[] status = {Status.WON, Status.LOST, Status.WON, Status.WON, Status.WON};
    PseudoValues values = PseudoValues.of(times, status);
    assertThat(values.ofShareWon(10)).containsExactly(new double[] {1, 0, 1, 0, 0}, within(1e-12));
    assertThat(values.ofTimeOpen(10))
        .containsExactly(new double[] {3, 8, 8, 10, 10}, within(1e-12));
  }

  /** Each is n times the figure of all less n - 1 times that of the others, found from scratch. */
  @Test
  void eachIsWhatIsMissingWithoutIt() {
    SplittableRandom chance = new SplittableRandom(3);
    int n = 40;
    double[] times = new double[n];
    Status[] status = new Status[n];
    for (int i = 0; i < n; i++) {
      times[i] = chance.nextInt(1, 25);
      status[i] = Status.values()[chance.nextInt(3)];
    }
    PseudoValues values = PseudoValues.of(times, status);
    double[] shares = values.ofShareWon(15);
    double[] open = values.ofTimeOpen(15);
    for (int i = 0; i < n; i++) {
      int without = i;
      int[] others = IntStream.range(0, n).filter(j -> j != without).toArray();
      double share = n * share(times, status, all(n)) - (n - 1) * share(times, status, others);
      double area = n * area(times, status, all(n)) - (n - 1) * area(times, status, others);
      assertThat(shares[i]).isCloseTo(share, within(1e-9));
      assertThat(open[i]).isCloseTo(area, within(1e-9));
    }
    assertThat(Arrays.stream(shares).average().orElseThrow())
        .isCloseTo(share(times, status, all(n)), within(0.01));
  }

  private static int[] all(int n) {
    return IntStream.range(0, n).toArray();
  }

  private static double share(double[] times, Status[] status, int[] of) {
    return CompetingRisks.of(
            Arrays.stream(of).mapToDouble(i -> times[i]).toArray(),
            Arrays.stream(of).mapToObj(i -> status[i]).toArray(Status[]::new))
        .wonBy(15);
  }

  private static double area(double[] times, Status[] status, int[] of) {
    boolean[] closed = new boolean[of.length];
    for (int k = 0; k < of.length; k++) {
      closed[k] = status[of[k]] != Status.OPEN;
    }
    return KaplanMeier.of(Arrays.stream(of).mapToDouble(i -> times[i]).toArray(), closed)
        .restrictedMean(15);
  }
}

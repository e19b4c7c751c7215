package io.salestwin.statistics.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubsetTest {

  /**
   * Differences of the second from the first are 1, 2, 3: mean 2, standard error 1/√3 = 0.577. With
   * t(0.95; 2) = 2.920 (a table of Student's t) the first stays where 2 &lt;= 1.686, so it goes;
   * with t(0.99; 2) = 6.965 it stays, as 2 &lt;= 4.02.
   */
  @Test
  void whoIsBeatenByMoreThanChanceGoes() {
    double[][] data = {{0, 5, 1}, {1, 7, 4}};
    assertThat(Subset.of(data, 3, 0.05)).containsExactly(1);
    assertThat(Subset.of(data, 3, 0.01)).containsExactly(0, 1);
  }

  @Test
  void equalsStayTogether() {
    double[][] data = {{1, 2, 3, 9}, {1, 2, 3, 0}, {0, 1, 2, 0}};
    assertThat(Subset.of(data, 3, 0.05)).containsExactly(0, 1);
  }

  /**
   * Five normal alternatives that share half of their variance; the best leads by a tenth of a
   * standard deviation. It may be lost in at most 5 % of trials: more than 6.3 % of 2,000 happen in
   * fewer than 1 of 200 tests.
   */
  @Test
  void theBestIsRarelyLost() {
    int lost = 0;
    for (int t = 0; t < 2000; t++) {
      Streams streams = new Streams(900 + t);
      double[][] data = new double[5][20];
      for (int r = 0; r < 20; r++) {
        double shared = normal(streams, r);
        for (int i = 0; i < 5; i++) {
          data[i][r] = shared + normal(streams, 100 * (i + 1) + r) + (i == 3 ? 0.1 : 0);
        }
      }
      lost += Subset.of(data, 20, 0.05).contains(3) ? 0 : 1;
    }
    assertThat(lost).isLessThan(126);
  }

  /** A sum of twelve uniform values, less 6. */
  private static double normal(Streams streams, int entity) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += streams.uniform(entity, Purpose.SYNTHETIC.code(), i);
    }
    return sum;
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subset.of(new double[][] {{1, 2}}, 2, 0.05));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subset.of(new double[][] {{1, 2}, {2, 1}}, 2, 1));
    assertThat(Subset.of(new double[][] {{1, 2}, {2, 1}}, 2, 0.5)).isEqualTo(List.of(0, 1));
  }
}

package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.statistics.location.MannWhitneyTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScoreKpisTest {

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrder() {
    // won in bins 1, 2, 2, 3; lost in 0, 1, 2: of 12 pairs 8.5 are right, ties counting half
    double[] won = {0, 1, 2, 1};
    double[] lost = {1, 1, 1, 0};
    assertThat(ScoreKpis.auc(won, lost)).isCloseTo((1.5 + 2.5 + 2.5 + 3) / 12, within(1e-15));
    assertThat(ScoreKpis.auc(new double[] {1, 0}, new double[] {0, 1})).isZero();
    assertThat(ScoreKpis.auc(won, new double[4])).isNaN();
  }

  @Test
  void theAreaIsTheStatisticOfMannAndWhitney() {
    double[] won = new double[20];
    double[] lost = new double[20];
    List<Double> winners = new ArrayList<>();
    List<Double> losers = new ArrayList<>();
    Random chance = new Random(7);
    for (int i = 0; i < 400; i++) {
      boolean wins = chance.nextInt(3) == 0;
      int bin = Math.min(19, chance.nextInt(16) + (wins ? chance.nextInt(5) : 0));
      (wins ? won : lost)[bin]++;
      (wins ? winners : losers).add((double) bin);
    }
    double u = MannWhitneyTest.of(array(winners), array(losers), 0.95).u();
    double pairs = (double) winners.size() * losers.size();
    double area = ScoreKpis.auc(won, lost);
    assertThat(Math.min(Math.abs(area - u / pairs), Math.abs(1 - area - u / pairs)))
        .isLessThan(1e-12);
    assertThat(area).isGreaterThan(0.5);
  }

  @Test
  void theLiftIsWhatTheBestFifthWinsOverWhatAllWin() {
    // ten leads, two of them the best fifth: both won, of 4 wins in all
    double[] won = {1, 1, 0, 2};
    double[] lost = {3, 3, 0, 0};
    assertThat(ScoreKpis.lift(won, lost)).isCloseTo(1 / 0.4, within(1e-12));
    // one bin for all tells nothing
    assertThat(ScoreKpis.lift(new double[] {4}, new double[] {6})).isCloseTo(1, within(1e-12));
    // the cut goes through a bin of four with three wins
    assertThat(ScoreKpis.lift(new double[] {1, 3}, new double[] {5, 1}))
        .isCloseTo(0.75 / 0.4, within(1e-12));
    assertThat(ScoreKpis.lift(new double[] {0}, new double[] {6})).isNaN();
  }

  private static double[] array(List<Double> values) {
    return values.stream().flatMapToDouble(DoubleStream::of).toArray();
  }
}

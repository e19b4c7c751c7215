package io.salestwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The error of the odds holds the true odds in about 95 of 100 runs. Of 400 runs a method that
 * covers 95 % is found between 91 and 98.5 % but once in a thousand seeds; the seed is fixed.
 */
class OddsCoverageTest {

  private static final int RUNS = 400;
  private static final int ROWS = 60;
  private static final int UNIFORM = Purpose.SYNTHETIC.code();

  private final Streams streams = new Streams(95);

  @Test
  void whenEveryReplicationIsOnItsOwn() {
    assertCovers(0.7, pair -> 0.7);
  }

  @Test
  void whenThePartnersOfAPairShareWhatIsNotKnown() {
    // half of the pairs reach the target with 90 %, half with 40 %
    assertCovers(0.65, pair -> uniform(pair, 2) < 0.5 ? 0.9 : 0.4);
  }

  private void assertCovers(double odds, IntToDoubleFunction chanceOfPair) {
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      streams.replication(run);
      double[] bookings = new double[ROWS];
      Arrays.setAll(bookings, r -> uniform(r, 1) < chanceOfPair.applyAsDouble(r / 2) ? 120 : 80);
      Forecast forecast =
          HandMade.of(ROWS, "targets: {2027-Q1: 100}\n")
              .with("target_bookings.2027-Q1", bookings)
              .forecast();
      boolean inside =
          forecast
              .periods()
              .get(0)
              .odds()
              .orElseThrow()
              .value()
              .orElseThrow()
              .interval()
              .contains(odds);
      covered += inside ? 1 : 0;
    }
    assertThat(covered / (double) RUNS).isBetween(0.91, 0.985);
  }

  private double uniform(int entity, int index) {
    return streams.uniform(entity, UNIFORM, index);
  }
}

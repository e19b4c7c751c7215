package io.salestwin.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neighbouring addresses are independent and uniform. Seeds are fixed. 6 axes x 4 seeds x 5 tests =
 * 120 tests, each at 1e-5: a perfect generator would fail one of them with probability 0.12 %.
 */
class StreamsTheoryTest {

  private static final double LEVEL = 1e-5;
  private static final double Z = 4.4172; // R: qnorm(1 - 1e-5 / 2)
  private static final int LINE = 256;
  private static final int LINES = 256;
  private static final int DRAWS = LINE * LINES;

  /** Along what two consecutive draws differ by one. */
  enum Axis {
    ENTITY,
    PURPOSE,
    INDEX,
    REPLICATION,
    SEED,
    SECOND;

    double[] draws(long seed) {
      double[] draws = new double[DRAWS];
      Streams streams = new Streams(seed);
      for (int line = 0; line < LINES; line++) {
        for (int i = 0; i < LINE; i++) {
          int at = line * LINE + i;
          draws[at] =
              switch (this) {
                case ENTITY -> streams.uniform(i, 9, line);
                case PURPOSE -> streams.uniform(line, i, 1);
                case INDEX -> streams.uniform(line, 9, i);
                case REPLICATION -> {
                  streams.replication(i);
                  yield streams.uniform(line, 9, 1);
                }
                case SEED -> new Streams(seed + i).uniform(line, 9, 1);
                case SECOND -> {
                  double first = streams.uniform(line, 9, i / 2);
                  yield i % 2 == 0 ? first : streams.second();
                }
              };
        }
      }
      return draws;
    }
  }

  @ParameterizedTest
  @EnumSource(Axis.class)
  void drawsAreUniform(Axis axis) {
    for (long seed : new long[] {0, 1, 42, -7}) {
      int[] counts = new int[128];
      for (double u : axis.draws(seed)) {
        counts[(int) (u * 128)]++;
      }
      assertThat(chiSquare(counts)).as("seed %s", seed).isLessThan(quantile(127));
    }
  }

  @ParameterizedTest
  @EnumSource(Axis.class)
  void pairsOfNeighboursFillTheSquare(Axis axis) {
    for (long seed : new long[] {0, 1, 42, -7}) {
      int[] counts = new int[256];
      double[] draws = axis.draws(seed);
      for (int i = 0; i < DRAWS; i += 2) {
        counts[((int) (draws[i] * 16)) * 16 + (int) (draws[i + 1] * 16)]++;
      }
      assertThat(chiSquare(counts)).as("seed %s", seed).isLessThan(quantile(255));
    }
  }

  /** Along the axis (lags 1 and 2) and across it (one line on). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, LINE})
  void neighboursAreNotCorrelated(int lag) {
    for (Axis axis : Axis.values()) {
      for (long seed : new long[] {0, 1, 42, -7}) {
        double[] draws = axis.draws(seed);
        double sum = 0;
        for (int i = lag; i < DRAWS; i++) {
          sum += (draws[i] - 0.5) * (draws[i - lag] - 0.5);
        }
        double z = sum * 12 / Math.sqrt(DRAWS - lag); // a product has standard deviation 1 / 12
        assertThat(Math.abs(z)).as("%s, seed %s", axis, seed).isLessThan(Z);
      }
    }
  }

  private static double chiSquare(int[] counts) {
    double n = 0;
    for (int count : counts) {
      n += count;
    }
    double expected = n / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  private static double quantile(int degrees) {
    return new ChiSquaredDistribution(degrees).inverseCumulativeProbability(1 - LEVEL);
  }
}

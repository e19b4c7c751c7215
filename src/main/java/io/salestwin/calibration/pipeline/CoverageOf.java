package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.pipeline.Pipeline.Coverage;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Sample;
import java.util.List;

/**
 * How many deals like those of today it takes until what is missing is won: deals are drawn with
 * their worth and chance, one after the other, each won on its own, until the sum is there. The
 * quantile of that number at q is the number with which the odds are q.
 */
final class CoverageOf {

  private static final int DRAWS = 1000;

  /** Nobody has a pipeline of two hundred times what is missing. */
  private static final int MOST = 200;

  private final double[] worth;
  private final double[] chance;
  private final double mean;
  private final long seed;

  CoverageOf(double[] worth, double[] chance, long seed) {
    this.worth = worth;
    this.chance = chance;
    this.seed = seed;
    mean = Sample.of(worth).mean();
  }

  /**
   * The need.
   *
   * @param missing what is missing to the target
   * @param fromNew what deals that are still to come bring, by future
   */
  Coverage of(double missing, double[] fromNew) {
    double[] none = new double[DRAWS];
    double[] some = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      some[i] = fromNew[i % fromNew.length];
    }
    return new Coverage(
        missing,
        missing > 0 ? mean * worth.length / missing : Double.NaN,
        levels(missing, none),
        levels(missing, some));
  }

  private List<Estimate> levels(double missing, double[] other) {
    if (!(missing > 0)) {
      String reason =
          Double.isNaN(missing) ? "there is no target" : "the target is reached already";
      return Coverage.LEVELS.stream().map(q -> Estimate.notComputable(reason)).toList();
    }
    double[] needed = new double[DRAWS];
    RandomStream stream = new RandomStream(seed, 0, Purpose.BOOTSTRAP);
    double limit = MOST * missing;
    for (int i = 0; i < DRAWS; i++) {
      double left = missing - other[i];
      double drawn = 0;
      while (left > 0 && drawn < limit) {
        int k = stream.nextInt(worth.length);
        left -= stream.nextDouble() < chance[k] ? worth[k] : 0;
        drawn += mean;
      }
      needed[i] = drawn / missing;
    }
    Sample sample = Sample.of(needed);
    return Coverage.LEVELS.stream().map(q -> level(sample, q)).toList();
  }

  private static Estimate level(Sample needed, double odds) {
    return needed.quantile(odds) >= MOST
        ? Estimate.notComputable("not even " + MOST + " times what is missing would do")
        : Intervals.quantile(needed, odds, Interval.ERROR);
  }
}

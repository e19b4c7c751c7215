package io.salestwin.run;

import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import java.util.Arrays;

/**
 * Two runs of the same seed: replication r of both met the same leads, buyers and luck wherever the
 * scenarios do not differ (common random numbers), so their difference is known much better than
 * either of them.
 *
 * @param base the run that is compared with
 * @param other the run that is compared
 */
public record PairedRuns(RunResult base, RunResult other) {

  /**
   * Checks that the runs can be paired.
   *
   * @throws IllegalArgumentException when the seeds differ, or only one has antithetic pairs
   */
  public PairedRuns {
    if (base.plan().seed() != other.plan().seed()) {
      throw new IllegalArgumentException(
          "runs of different seeds share no luck: "
              + base.plan().seed()
              + ", "
              + other.plan().seed());
    }
    if (base.plan().antithetic() != other.plan().antithetic()) {
      throw new IllegalArgumentException("both runs must have antithetic pairs, or neither");
    }
  }

  /**
   * How many replications both runs have.
   *
   * @return the smaller number; what the other has beyond is left out
   */
  public int replications() {
    return Math.min(base.replications(), other.replications());
  }

  /**
   * A figure of both runs, replication by replication.
   *
   * @param column the name of a column that both have
   * @return base first, other second
   * @throws IllegalArgumentException when one of them has no such column
   */
  public MatchedPairs matched(String column) {
    return MatchedPairs.of(values(base, column), values(other, column));
  }

  private double[] values(RunResult result, String column) {
    return Arrays.copyOf(result.column(column), replications());
  }

  /**
   * The mean difference, other minus base.
   *
   * @param column the name of a column that both have
   * @param level of its interval, above 0 and below 1
   * @return in units of the column; 0 exactly when the scenarios do not differ in it
   */
  public Estimate difference(String column, double level) {
    return Intervals.mean(matched(column).differences(), level);
  }

  /**
   * What the common luck won: how many times as many replications two runs with luck of their own
   * would need for the same error of the difference.
   *
   * @param column the name of a column that both have
   * @param level of its interval, above 0 and below 1
   * @return {@link MatchedPairs#varianceRatio}
   */
  public Estimate varianceRatio(String column, double level) {
    return matched(column).varianceRatio(level);
  }
}

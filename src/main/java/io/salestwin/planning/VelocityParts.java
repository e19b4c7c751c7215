package io.salestwin.planning;

import io.salestwin.metrics.Velocity;
import io.salestwin.run.RunResult;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the difference of pipeline velocity over the whole horizon is made of, in units of the
 * currency a day: means over the replications in which both velocities are above 0. The parts add
 * up to the whole ({@link Velocity.Difference}).
 *
 * @param whole other less base
 * @param deals by more or fewer open deals
 * @param winRate by the win rate
 * @param size by the value of a deal
 * @param cycle by the cycle
 */
public record VelocityParts(
    Estimate whole, Estimate deals, Estimate winRate, Estimate size, Estimate cycle) {

  /** Deals, win rate, size and cycle. */
  private static final List<String> COLUMNS =
      List.of("pipeline_deals", "win_rate", "deal_size", "cycle");

  /**
   * Reads them off two runs of the same luck.
   *
   * @param base the one
   * @param other as many rows of the other
   * @param level of the intervals, told as 95 %
   * @return the parts; empty where a run lacks a column or nowhere both are above 0
   */
  static Optional<VelocityParts> of(RunResult base, RunResult other, double level) {
    for (String column : COLUMNS) {
      if (base.layout().index(column) < 0 || other.layout().index(column) < 0) {
        return Optional.empty();
      }
    }
    List<Velocity.Difference> parts = new ArrayList<>();
    List<double[]> first = COLUMNS.stream().map(base::column).toList();
    List<double[]> second = COLUMNS.stream().map(other::column).toList();
    for (int r = 0; r < base.replications(); r++) {
      parts.add(velocity(first, r).to(velocity(second, r)));
    }
    if (parts.stream().allMatch(part -> Double.isNaN(part.whole()))) {
      return Optional.empty();
    }
    return Optional.of(
        new VelocityParts(
            mean(parts, Velocity.Difference::whole, level),
            mean(parts, Velocity.Difference::deals, level),
            mean(parts, Velocity.Difference::winRate, level),
            mean(parts, Velocity.Difference::size, level),
            mean(parts, Velocity.Difference::cycle, level)));
  }

  private static Velocity velocity(List<double[]> columns, int r) {
    return new Velocity(columns.get(0)[r], columns.get(1)[r], columns.get(2)[r], columns.get(3)[r]);
  }

  private static Estimate mean(
      List<Velocity.Difference> parts, ToDoubleFunction<Velocity.Difference> part, double level) {
    double[] values = parts.stream().mapToDouble(part).toArray();
    // the whole decides what counts, so that the parts add up
    double[] whole = parts.stream().mapToDouble(Velocity.Difference::whole).toArray();
    Arrays.setAll(values, r -> Double.isNaN(whole[r]) ? Double.NaN : values[r]);
    return Effort.error(level, l -> Intervals.mean(Pairs.ofComputable(values), l));
  }
}

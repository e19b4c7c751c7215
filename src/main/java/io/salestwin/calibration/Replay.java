package io.salestwin.calibration;

import java.util.List;

/**
 * What was observed beside what the learned scenario plays over the same days: at each value the
 * observed figure and, over the plays, the 5 %, 50 % and 95 % quantiles.
 *
 * @param name what it is, as {@code arrivals by week}
 * @param unit unit of the values
 * @param isShare whether the figures are shares
 * @param values rising
 * @param observed the figure in the export
 * @param low 5 % of the plays lie below it
 * @param median half of them
 * @param high 95 % of them
 */
public record Replay(
    String name,
    String unit,
    boolean isShare,
    List<Double> values,
    List<Double> observed,
    List<Double> low,
    List<Double> median,
    List<Double> high) {

  /** Copies the lists. */
  public Replay {
    values = List.copyOf(values);
    observed = List.copyOf(observed);
    low = List.copyOf(low);
    median = List.copyOf(median);
    high = List.copyOf(high);
  }

  /**
   * At how many of the values the export lies within the plays.
   *
   * @return the share of the values at which what was observed lies from {@link #low} to {@link
   *     #high}; neighbours are not independent
   */
  public double inside() {
    int in = 0;
    for (int i = 0; i < values.size(); i++) {
      in += observed.get(i) >= low.get(i) && observed.get(i) <= high.get(i) ? 1 : 0;
    }
    return in / (double) Math.max(1, values.size());
  }

  /**
   * How far apart export and plays are.
   *
   * @return the largest distance between what was observed and the median of the plays
   */
  public double distance() {
    double most = 0;
    for (int i = 0; i < values.size(); i++) {
      most = Math.max(most, Math.abs(observed.get(i) - median.get(i)));
    }
    return most;
  }
}

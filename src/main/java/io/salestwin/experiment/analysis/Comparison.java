package io.salestwin.experiment.analysis;

import io.salestwin.experiment.Metric;
import java.util.List;

/**
 * One metric compared between the arms. The effect is treatment minus control in the metric's unit;
 * of a cycle it is the logarithm of the hazard ratio, above 0 for sooner.
 *
 * @param metric the metric
 * @param n units of control and treatment that count
 * @param clusters randomised reps, territories or weeks of control and treatment; 0 for leads
 * @param control its value under control
 * @param treatment its value under treatment
 * @param effect the estimate; NaN if not computable
 * @param se its standard error
 * @param freedom degrees of freedom of its t; infinite for a normal law
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param level of the interval, such as 0.95
 * @param p the p-value of the planned test, to the planned sides
 * @param z a standardised effect with the same p, for looks
 * @param method what was computed, in words
 * @param young units that do not count yet
 * @param beside further tests of the same metric
 * @param reason why it is not computable; empty if it is
 */
public record Comparison(
    Metric metric,
    List<Integer> n,
    List<Integer> clusters,
    double control,
    double treatment,
    double effect,
    double se,
    double freedom,
    double low,
    double high,
    double level,
    double p,
    double z,
    String method,
    int young,
    List<Beside> beside,
    String reason) {

  /** Copies the lists. */
  public Comparison {
    n = List.copyOf(n);
    clusters = List.copyOf(clusters);
    beside = List.copyOf(beside);
  }

  /**
   * A further test of the same metric.
   *
   * @param name what it is
   * @param effect its estimate; NaN where it has none
   * @param p its p-value; NaN if not computable
   * @param remark what it says, or why it is not computable
   */
  public record Beside(String name, double effect, double p, String remark) {}

  /**
   * Whether it was computed.
   *
   * @return false if there is a reason why not
   */
  public boolean isComputable() {
    return reason.isEmpty();
  }

  /**
   * Whether the effect is good or bad: its sign where more is better.
   *
   * @return the effect such that positive is good
   */
  public double gain() {
    boolean positive =
        metric.measure() == Metric.Measure.CYCLE
            ? !metric.higherIsBetter()
            : metric.higherIsBetter();
    return positive ? effect : -effect;
  }

  static Comparison notComputable(Metric metric, int young, List<Integer> n, String reason) {
    double nan = Double.NaN;
    List<Integer> none = List.of(0, 0);
    return new Comparison(
        metric, n, none, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, "", young, List.of(),
        reason);
  }
}

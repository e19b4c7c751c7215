package io.salestwin.experiment.analysis;

import io.salestwin.experiment.Metric;
import java.util.List;
import java.util.Locale;

/**
 * One metric compared between the arms. The effect is treatment minus control in the metric's unit;
 * of a cycle it is the logarithm of the hazard ratio, above 0 for sooner; of values compared by
 * their logarithms it is that of the ratio of 1 + value.
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

  /** What an effect is measured in. */
  public enum Scale {
    /** A difference in the metric's unit. */
    DIFFERENCE,
    /** The logarithm of a hazard ratio. */
    HAZARD,
    /** The logarithm of a ratio of geometric means of 1 + value. */
    RATIO
  }

  /**
   * What the effect is measured in.
   *
   * @return its scale
   */
  public Scale scale() {
    return scale(metric);
  }

  static Scale scale(Metric metric) {
    return metric.measure() == Metric.Measure.CYCLE
        ? Scale.HAZARD
        : metric.analysis() == Metric.Analysis.LOG ? Scale.RATIO : Scale.DIFFERENCE;
  }

  /**
   * An effect in words.
   *
   * @param size of the effect, as in {@link #effect()}
   * @return such as {@code +4.2 points} or {@code hazard ratio 1.23}
   */
  public String inWords(double size) {
    if (Double.isNaN(size)) {
      return "not computable";
    }
    return switch (scale()) {
      case DIFFERENCE -> metric.difference(size);
      case HAZARD -> "hazard ratio " + ratio(size);
      case RATIO -> "ratio " + ratio(size);
    };
  }

  /**
   * An interval of effects in words.
   *
   * @param from lower end
   * @param to upper end
   * @return such as {@code +2.1 to +7.8 points} or {@code 1.03 to 1.41}
   */
  public String inWords(double from, double to) {
    if (Double.isNaN(from + to) || Double.isInfinite(from) || Double.isInfinite(to)) {
      return "not computable";
    }
    return scale() == Scale.DIFFERENCE
        ? metric.differences(from, to)
        : ratio(from) + " to " + ratio(to);
  }

  private static String ratio(double log) {
    return String.format(Locale.ROOT, "%.2f", Math.exp(log));
  }

  /**
   * A difference in the metric's unit on the scale of the effect.
   *
   * @param metric the metric
   * @param difference treatment minus control
   * @param baseline the metric under control; of a cycle days
   * @return the effect; NaN where the baseline is not known
   */
  static double onScale(Metric metric, double difference, double baseline) {
    return switch (scale(metric)) {
      case DIFFERENCE -> difference;
      // a time shorter by the share r has the hazard ratio 1 / (1 - r)
      case HAZARD -> -Math.log1p(difference / baseline);
      case RATIO -> Math.log1p(difference / baseline);
    };
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

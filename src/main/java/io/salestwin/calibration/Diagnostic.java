package io.salestwin.calibration;

import java.util.List;

/**
 * How one parameter of the scenario was found.
 *
 * @param parameter the lever, as in the scenario, or a name for what is no lever
 * @param value what was written, in words with its unit
 * @param interval its 90 % interval in words; empty when there is none
 * @param n how many observations stand behind it
 * @param fit the family that was chosen, or the method
 * @param goodness how well it fits, with its test; empty when there is nothing to compare
 * @param runnersUp the next best families with how much worse they are by AIC
 */
public record Diagnostic(
    String parameter,
    String value,
    String interval,
    double n,
    String fit,
    String goodness,
    List<String> runnersUp) {

  /** Copies the list. */
  public Diagnostic {
    runnersUp = List.copyOf(runnersUp);
  }

  /**
   * What was observed beside what the scenario's law gives.
   *
   * @param name what it is, as {@code stages.Discovery.delay.advance}
   * @param unit unit of the values
   * @param values rising
   * @param observed share of the observations up to each value, the unseen put in by their expected
   *     number
   * @param fitted share of the law up to each value
   */
  public record Curve(
      String name, String unit, List<Double> values, List<Double> observed, List<Double> fitted) {

    /** Copies the lists. */
    public Curve {
      values = List.copyOf(values);
      observed = List.copyOf(observed);
      fitted = List.copyOf(fitted);
    }
  }
}

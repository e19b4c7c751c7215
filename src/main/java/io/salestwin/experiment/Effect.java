package io.salestwin.experiment;

/**
 * How far two values of a metric lie apart, as a person writes it.
 *
 * @param scale what the size is measured in
 * @param size the difference, treatment minus control; positive for a margin
 */
public record Effect(Scale scale, double size) {

  /** What a size is measured in. */
  public enum Scale {
    /** A difference in the metric's unit: a fraction, an amount, days. */
    ABSOLUTE,
    /** A share of the value under control: 0.1 is a tenth more. */
    RELATIVE
  }

  /**
   * The difference in the metric's unit.
   *
   * @param baseline value under control
   * @return treatment minus control
   */
  public double of(double baseline) {
    return scale == Scale.ABSOLUTE ? size : size * baseline;
  }
}

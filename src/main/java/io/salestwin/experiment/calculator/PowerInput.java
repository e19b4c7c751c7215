package io.salestwin.experiment.calculator;

/** What all plans are asked for. */
final class PowerInput {

  /** Decimals that exceed a whole number by rounding shall not cost one more unit. */
  private static final double ROUNDING = 1e-12;

  private PowerInput() {}

  /** One-sided or two-sided; two-sided where it is not given. */
  static int sides(Input input) {
    if (!input.has("sides")) {
      return 2;
    }
    long sides = input.count("sides", 1);
    if (sides > 2) {
      throw new BadCase("sides is " + sides + "; give 1 or 2");
    }
    return (int) sides;
  }

  /** A whole number of units; NaN and infinite sizes stay what they are. */
  static Object whole(double size) {
    double ceiling = Math.ceil(size * (1 - ROUNDING));
    return Double.isFinite(ceiling) && ceiling < 1e18 ? (Object) (long) ceiling : (Object) size;
  }
}

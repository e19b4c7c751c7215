package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import java.util.List;

/** What chance says when a scenario is made up: choices, numbers, and texts of quantities. */
final class Dice {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final RandomStream chance;

  /**
   * Dice of their own.
   *
   * @param seed of the scenario
   * @param part of the scenario; what other parts throw does not change what this one does
   */
  Dice(long seed, int part) {
    chance = new RandomStream(seed, part, Purpose.SYNTHETIC);
  }

  String pick(String... from) {
    return from[below(from.length)];
  }

  int below(int bound) {
    return chance.nextInt(bound);
  }

  boolean maybe(double p) {
    return chance.nextDouble() < p;
  }

  /** The text, or nothing. */
  String perhaps(double p, String text) {
    return maybe(p) ? text : "";
  }

  double between(double least, double most) {
    return least + chance.nextDouble() * (most - least);
  }

  String number(double least, double most) {
    return text(between(least, most));
  }

  String days(double least, double most) {
    return number(least, most) + " days";
  }

  String month() {
    return MONTHS.get(below(12));
  }

  String day() {
    return pick("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  }

  /** A duration of at least 0 whose mean is at most this, of any family. */
  String hours(double most) {
    return law(between(0.05, most), " hours");
  }

  /** A distribution over positive numbers about this mean, of any family; a usual one mostly. */
  private String law(double mean, String unit) {
    String m = text(mean) + unit;
    String half = text(mean / 2) + unit;
    String twice = text(2 * mean) + unit;
    if (maybe(0.7)) {
      return pick(
          m,
          "{exponential: {mean: " + m + "}}",
          "{lognormal: {mean: " + m + ", cv: 1.2}}",
          "{uniform: {min: 0" + unit + ", max: " + m + "}}");
    }
    return pick(
        "{constant: {value: " + m + "}}",
        "{gamma: {mean: " + m + ", cv: 0.5}}",
        "{erlang: {k: 3, mean: " + m + "}}",
        "{weibull: {shape: 0.8, scale: " + m + "}}",
        "{loglogistic: {median: " + m + ", shape: 3}}",
        "{normal: {mean: " + m + ", sd: " + twice + "}}",
        "{beta: {alpha: 2, beta: 3, min: 0" + unit + ", max: " + twice + "}}",
        "{triangular: {min: 0" + unit + ", mode: " + half + ", max: " + twice + "}}",
        "{pert: {min: " + half + ", mode: " + m + ", max: " + twice + "}}",
        "{empirical: {quantiles: {0%: 0" + unit + ", 50%: " + m + ", 100%: " + twice + "}}}",
        "{empirical: {values: [" + half + ", " + m + "]}}",
        "{discrete: {" + half + ": 40%, " + twice + ": 60%}}",
        "{mixture: [{weight: 30%, of: "
            + m
            + "}, {weight: 70%, of: {exponential: {mean: "
            + half
            + "}}}]}",
        "{shifted: {by: " + half + ", of: {exponential: {mean: " + half + "}}}}",
        "{truncated: {min: "
            + half
            + ", max: "
            + twice
            + ", of: {exponential: {mean: "
            + m
            + "}}}}",
        "{slowest: {of: {discrete: {2: 40%, 3: 60%}}, each: {exponential: {mean: " + m + "}}}}");
  }

  private static String text(double number) {
    return Double.toString(Math.round(number * 1000) / 1000.0);
  }
}

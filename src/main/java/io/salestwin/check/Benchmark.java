package io.salestwin.check;

import java.util.Optional;

/**
 * A published range. The sources are surveys and vendors' pages, many of them weak: a figure
 * outside may be right, and one's own data goes before all of them.
 *
 * @param about what it is a range of
 * @param low the lower end
 * @param high the upper end
 * @param unit what follows the figures; {@code %} for fractions
 * @param source who says so
 */
record Benchmark(String about, double low, double high, String unit, String source) {

  static final Benchmark WIN_RATE =
      new Benchmark("win rate of opportunities", 0.10, 0.40, "%", "knowlee.ai");
  static final Benchmark CYCLE_SMALL =
      new Benchmark(
          "cycle of deals under 25,000", 14, 60, "days", "thecroreport.com; Bridge Group 2017");
  static final Benchmark CYCLE_MIDDLE =
      new Benchmark("cycle of deals from 25,000 on", 30, 90, "days", "thecroreport.com");
  static final Benchmark CYCLE_LARGE =
      new Benchmark("cycle of deals from 100,000 on", 90, 270, "days", "thecroreport.com");
  static final Benchmark RAMP =
      new Benchmark("ramp", 2, 12, "months", "Bridge Group 2024, by pulserevops.com");
  static final Benchmark ATTRITION =
      new Benchmark("attrition in a year", 0.13, 0.35, "%", "CSO Insights; mapmycustomers");
  static final Benchmark OUTBOUND =
      new Benchmark("qualified leads that a rep finds a month", 4, 15, "", "marketbetter.ai");
  static final Benchmark QUOTA_TO_PAY =
      new Benchmark("quota over pay at quota", 4, 5, "times", "spiff.com");
  static final Benchmark COVERAGE =
      new Benchmark("pipeline over quota", 2, 4, "times", "2-3 mid-market, 3-4 enterprise");
  static final Benchmark PAYBACK =
      new Benchmark("payback of sellers' pay and leads", 6, 24, "months", "getaleph.com, 2025");
  static final Benchmark RETENTION =
      new Benchmark("customers kept in a year", 0.76, 0.91, "%", "gross, getaleph.com, 2025");
  static final Benchmark SELLING =
      new Benchmark(
          "share of the week for sales", 0.34, 0.80, "%", "34-50 % larato.co.uk; 80 % at the most");

  /** A note when a figure lies outside of the range, or is not known. */
  Optional<Warning> note(String path, double value) {
    // the width of a last shown digit is no matter
    if (!Double.isFinite(value) || value >= 0.995 * low && value <= 1.005 * high) {
      return Optional.empty();
    }
    return Optional.of(
        new Warning(
            "benchmark",
            path,
            about
                + ": "
                + shown(value)
                + ", published are "
                + shown(low)
                + " to "
                + shown(high)
                + " ("
                + source
                + ")",
            "keep it if it comes from your own data"));
  }

  private String shown(double value) {
    return unit.equals("%") ? Say.percent(value) : (Say.number(value) + " " + unit).strip();
  }
}

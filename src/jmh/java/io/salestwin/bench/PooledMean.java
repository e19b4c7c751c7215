package io.salestwin.bench;

import java.util.ArrayList;
import java.util.List;

/** A mean over all things of all years, where a year is one independent observation. */
final class PooledMean {

  private record Year(double sum, double count) {}

  private final List<Year> years = new ArrayList<>();

  /** Adds a year of so many things with this mean; a year without any adds nothing. */
  void add(double mean, double count) {
    years.add(new Year(count == 0 ? 0 : mean * count, count));
  }

  /** The mean of all things. */
  double mean() {
    return years.stream().mapToDouble(Year::sum).sum() / count();
  }

  /**
   * Its standard error: that of a ratio estimate, W. G. Cochran, Sampling Techniques (1977), 6.3.
   */
  double error() {
    double mean = mean();
    double squares = years.stream().mapToDouble(y -> Math.pow(y.sum - mean * y.count, 2)).sum();
    return Math.sqrt(squares) / count();
  }

  private double count() {
    return years.stream().mapToDouble(Year::count).sum();
  }
}

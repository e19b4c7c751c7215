package io.salestwin.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A distribution read off its quantiles, with straight lines between them. Equal neighbouring
 * values make an atom. For single observed values with weights use {@link Discrete}.
 *
 * @param probabilities strictly rising from 0 to 1, at least two
 * @param values the quantile at each probability, finite, never falling
 */
public record Empirical(List<Double> probabilities, List<Double> values) implements Distribution {

  /**
   * Checks and copies the parameters.
   *
   * @param probabilities as for the record
   * @param values as for the record
   * @throws IllegalArgumentException if the lists differ in length or break the rules above
   */
  public Empirical {
    probabilities = List.copyOf(probabilities);
    values = List.copyOf(values);
    int n = values.size();
    if (n < 2 || probabilities.size() != n) {
      throw new IllegalArgumentException(
          "an empirical distribution needs at least two values and as many probabilities, but has "
              + n
              + " values and "
              + probabilities.size()
              + " probabilities");
    }
    if (probabilities.get(0) != 0 || probabilities.get(n - 1) != 1) {
      throw new IllegalArgumentException(
          "probabilities must start at 0 (the smallest value) and end at 1 (the largest), but are "
              + probabilities);
    }
    for (int i = 0; i < n; i++) {
      Require.finite("values", values.get(i));
      if (i > 0 && !(probabilities.get(i) > probabilities.get(i - 1))) {
        throw new IllegalArgumentException("probabilities must rise, but are " + probabilities);
      }
      if (i > 0 && !(values.get(i) >= values.get(i - 1))) {
        throw new IllegalArgumentException("values must not fall, but are " + values);
      }
    }
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 1; i < values.size(); i++) {
      sum += mass(i) * (values.get(i - 1) + values.get(i)) / 2;
    }
    return sum;
  }

  @Override
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 1; i < values.size(); i++) {
      double a = values.get(i - 1) - mean;
      double b = values.get(i) - mean;
      sum += mass(i) * (a * a + a * b + b * b) / 3;
    }
    return sum;
  }

  private double mass(int i) {
    return probabilities.get(i) - probabilities.get(i - 1);
  }

  @Override
  public double cdf(double x) {
    int above = firstAbove(x);
    if (above == 0 || above == values.size()) {
      return above == 0 ? 0 : 1;
    }
    double from = values.get(above - 1);
    double share = (x - from) / (values.get(above) - from);
    return probabilities.get(above - 1) + share * mass(above);
  }

  @Override
  public double survival(double x) {
    int above = firstAbove(x);
    if (above == 0 || above == values.size()) {
      return above == 0 ? 1 : 0;
    }
    double to = values.get(above);
    double share = (to - x) / (to - values.get(above - 1));
    return 1 - probabilities.get(above) + share * mass(above);
  }

  private int firstAbove(double x) {
    int i = 0;
    while (i < values.size() && values.get(i) <= x) {
      i++;
    }
    return i;
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return compile().sample(p);
  }

  /** The part from low to high, as a distribution of its own; low must be below high. */
  Distribution within(double low, double high) {
    double below = cdf(Math.nextDown(low));
    double mass = cdf(high) - below;
    List<Double> p = new ArrayList<>(List.of(0.0));
    List<Double> v = new ArrayList<>(List.of(Math.max(low, low())));
    for (int i = 0; i < values.size(); i++) {
      double scaled = (probabilities.get(i) - below) / mass;
      if (scaled > p.get(p.size() - 1) && scaled < 1) {
        p.add(scaled);
        v.add(Math.min(high, Math.max(low, values.get(i))));
      }
    }
    p.add(1.0);
    v.add(Math.min(high, high()));
    return new Empirical(p, v);
  }

  @Override
  public double low() {
    return values.get(0);
  }

  @Override
  public double high() {
    return values.get(values.size() - 1);
  }

  @Override
  public Sampler compile() {
    return Sampler.empirical(
        probabilities.stream().mapToDouble(Double::doubleValue).toArray(),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

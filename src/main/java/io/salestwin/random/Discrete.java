package io.salestwin.random;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Single values, each with its probability; also the way to draw again from observed values. Kept
 * sorted by value, equal values joined, weights scaled to sum to 1, values of weight 0 left out.
 *
 * @param values finite, at least one; rising once constructed
 * @param probabilities one per value: weights of at least 0, not all 0; they sum to 1 once
 *     constructed
 */
public record Discrete(List<Double> values, List<Double> probabilities) implements Distribution {

  /**
   * Checks, sorts and normalises the parameters.
   *
   * @param values as for the record
   * @param probabilities as for the record
   * @throws IllegalArgumentException if the lists differ in length or hold what is not allowed
   */
  public Discrete {
    if (values.isEmpty() || values.size() != probabilities.size()) {
      throw new IllegalArgumentException(
          "a discrete distribution needs at least one value and as many probabilities, but has "
              + values.size()
              + " values and "
              + probabilities.size()
              + " probabilities");
    }
    TreeMap<Double, Double> weightOf = new TreeMap<>();
    double total = 0;
    for (int i = 0; i < values.size(); i++) {
      double value = Require.finite("values", values.get(i)) + 0.0; // -0 is 0
      double weight = Require.notNegative("probabilities", probabilities.get(i));
      if (weight > 0) {
        weightOf.merge(value, weight, Double::sum);
        total += weight;
      }
    }
    Require.positive("the sum of probabilities", total);
    List<Double> shares = new ArrayList<>();
    for (double weight : weightOf.values()) {
      shares.add(weight / total);
    }
    values = List.copyOf(weightOf.keySet());
    probabilities = List.copyOf(shares);
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum += probabilities.get(i) * values.get(i);
    }
    return sum;
  }

  @Override
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      double distance = values.get(i) - mean;
      sum += probabilities.get(i) * distance * distance;
    }
    return sum;
  }

  @Override
  public double cdf(double x) {
    if (x >= high()) {
      return 1;
    }
    double sum = 0;
    for (int i = 0; i < values.size() && values.get(i) <= x; i++) {
      sum += probabilities.get(i);
    }
    return Math.min(1, sum);
  }

  @Override
  public double survival(double x) {
    if (x < low()) {
      return 1;
    }
    double sum = 0;
    for (int i = values.size() - 1; i >= 0 && values.get(i) > x; i--) {
      sum += probabilities.get(i);
    }
    return Math.min(1, sum);
  }

  @Override
  public double quantile(double p) {
    Require.probability(p);
    return compile().sample(p);
  }

  /** The values from low to high only; at least one must lie there. */
  Discrete within(double low, double high) {
    List<Double> v = new ArrayList<>();
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) >= low && values.get(i) <= high) {
        v.add(values.get(i));
        p.add(probabilities.get(i));
      }
    }
    return new Discrete(v, p);
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
    int n = values.size();
    double[] upTo = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += probabilities.get(i);
      upTo[i] = i == n - 1 ? 1 : Math.min(1, sum);
    }
    return Sampler.discrete(upTo, values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

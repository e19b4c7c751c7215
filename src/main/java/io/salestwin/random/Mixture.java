package io.salestwin.random;

import java.util.ArrayList;
import java.util.List;

/**
 * First a component is chosen by its weight, then a value is drawn from it. Good for delays with
 * two humps. A draw uses one uniform: it falls into a component's share and its place there is the
 * uniform of the component; so a draw is monotone within a component but not across them.
 *
 * @param weights at least 0, not all 0; they sum to 1 once constructed
 * @param components one per weight, at least one
 */
public record Mixture(List<Double> weights, List<Distribution> components) implements Distribution {

  /**
   * Checks, copies and normalises the parameters; components of weight 0 are left out.
   *
   * @param weights as for the record
   * @param components as for the record
   * @throws IllegalArgumentException if the lists differ in length or a weight is not allowed
   */
  public Mixture {
    if (components.isEmpty() || components.size() != weights.size()) {
      throw new IllegalArgumentException(
          "a mixture needs at least one component and as many weights, but has "
              + components.size()
              + " components and "
              + weights.size()
              + " weights");
    }
    double total = 0;
    for (double weight : weights) {
      total += Require.notNegative("weights", weight);
    }
    Require.positive("the sum of weights", total);
    List<Double> shares = new ArrayList<>();
    List<Distribution> used = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (weights.get(i) > 0) {
        shares.add(weights.get(i) / total);
        used.add(components.get(i));
      }
    }
    weights = List.copyOf(shares);
    components = List.copyOf(used);
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < components.size(); i++) {
      sum += weights.get(i) * components.get(i).mean();
    }
    return sum;
  }

  @Override
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < components.size(); i++) {
      double distance = components.get(i).mean() - mean;
      sum += weights.get(i) * (components.get(i).variance() + distance * distance);
    }
    return sum;
  }

  @Override
  public double cdf(double x) {
    double sum = 0;
    for (int i = 0; i < components.size(); i++) {
      sum += weights.get(i) * components.get(i).cdf(x);
    }
    return Math.min(1, sum);
  }

  @Override
  public double survival(double x) {
    double sum = 0;
    for (int i = 0; i < components.size(); i++) {
      sum += weights.get(i) * components.get(i).survival(x);
    }
    return Math.min(1, sum);
  }

  /** {@inheritDoc} Found by halving between the components' quantiles. */
  @Override
  public double quantile(double p) {
    Require.probability(p);
    if (p == 0 || p == 1) {
      return p == 0 ? low() : high();
    }
    double below = Double.POSITIVE_INFINITY;
    double reached = Double.NEGATIVE_INFINITY;
    for (Distribution component : components) {
      double quantile = component.quantile(p);
      below = Math.min(below, quantile);
      reached = Math.max(reached, quantile);
    }
    if (reaches(below, p)) {
      return below;
    }
    while (true) {
      double middle = below / 2 + reached / 2;
      if (!(middle > below && middle < reached)) {
        return reached;
      }
      if (reaches(middle, p)) {
        reached = middle;
      } else {
        below = middle;
      }
    }
  }

  private boolean reaches(double x, double p) {
    return p <= 0.5 ? cdf(x) >= p : survival(x) <= 1 - p;
  }

  /** The part from low to high, as a mixture of the components' parts. */
  Mixture within(double low, double high) {
    List<Double> masses = new ArrayList<>();
    List<Distribution> parts = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      double mass = Truncated.massWithin(components.get(i), low, high);
      if (mass >= Truncated.LEAST_MASS) {
        masses.add(weights.get(i) * mass);
        parts.add(new Truncated(components.get(i), low, high));
      }
    }
    return new Mixture(masses, parts);
  }

  @Override
  public double low() {
    return components.stream().mapToDouble(Distribution::low).min().orElseThrow();
  }

  @Override
  public double high() {
    return components.stream().mapToDouble(Distribution::high).max().orElseThrow();
  }

  @Override
  public Sampler compile() {
    double[] shares = weights.stream().mapToDouble(Double::doubleValue).toArray();
    return Sampler.mixture(
        shares, components.stream().map(Distribution::compile).toArray(Sampler[]::new));
  }
}

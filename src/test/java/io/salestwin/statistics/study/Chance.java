package io.salestwin.statistics.study;

import io.salestwin.random.RandomStream;
import io.salestwin.statistics.Bounds;
import io.salestwin.statistics.special.NormalLaw;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The draws of one repeat.
 *
 * @param stream where they come from
 */
public record Chance(RandomStream stream) {

  public double uniform() {
    return stream.nextDouble();
  }

  public boolean hits(double p) {
    return uniform() < p;
  }

  public double normal() {
    return NormalLaw.quantile(uniform());
  }

  public double exponential(double mean) {
    return -mean * Math.log(uniform());
  }

  /** A deal's size: log-normal, median 1. */
  public double deal(double sigma) {
    return Math.exp(sigma * normal());
  }

  public int hitsOf(int trials, double p) {
    int hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += hits(p) ? 1 : 0;
    }
    return hits;
  }

  public int poisson(double mean) {
    int events = -1;
    for (double at = 0; at < mean; at += exponential(1)) {
      events++;
    }
    return Math.max(0, events);
  }

  public double[] draw(int n, DoubleSupplier each) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> each.getAsDouble());
    return values;
  }

  public double[] normals(int n, double mean, double sd) {
    return draw(n, () -> mean + sd * normal());
  }

  public double[] deals(int n, double sigma) {
    return draw(n, () -> deal(sigma));
  }

  public static boolean holds(Bounds bounds, double truth) {
    return bounds.low() <= truth && truth <= bounds.high();
  }
}

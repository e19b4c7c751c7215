package io.salestwin.calibration.backtest;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.statistics.special.NormalLaw;

/** Draws for forecasts. Mutable, for one thread. */
final class Luck {

  private final RandomStream stream;

  Luck(long seed, long entity) {
    stream = new RandomStream(seed, entity, Purpose.BOOTSTRAP);
  }

  double uniform() {
    return stream.nextDouble();
  }

  double exponential() {
    return stream.nextExponential();
  }

  int below(int bound) {
    return stream.nextInt(bound);
  }

  double normal() {
    return NormalLaw.quantile(stream.nextDouble());
  }

  /** Gamma of scale 1: G. Marsaglia, W. W. Tsang, ACM TOMS 26 (2000). */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      double cube = v * v * v;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
        return d * cube;
      }
    }
  }

  /** Poisson: by its gaps; a large one as the sum of two, cut at a gamma (Ahrens, Dieter 1974). */
  int poisson(double mean) {
    int count = 0;
    double left = mean;
    while (left > 40) {
      int part = (int) (left * 7 / 8);
      double time = gamma(part);
      if (time > left) {
        return count + binomial(part - 1, left / time);
      }
      count += part;
      left -= time;
    }
    double time = exponential();
    while (time < left) {
      count++;
      time += exponential();
    }
    return count;
  }

  int binomial(int n, double p) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += uniform() < p ? 1 : 0;
    }
    return hits;
  }
}

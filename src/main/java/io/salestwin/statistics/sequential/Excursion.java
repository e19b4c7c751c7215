package io.salestwin.statistics.sequential;

import io.salestwin.statistics.special.GaussLegendre;
import io.salestwin.statistics.special.Root;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A Brownian motion B(t) = Z √t that is looked at now and then and stopped when it lies outside of
 * its limits: the recursion of Armitage, McPherson and Rowe (Journal of the Royal Statistical
 * Society A 132, 1969). It is played without drift; with a drift θ the density of the paths that
 * end in b at t is the same times exp(θ b - θ² t / 2).
 *
 * <p>The density of the paths that go on is kept at the nodes of Gauss-Legendre panels that are no
 * wider than two standard deviations of the steps before and after.
 */
final class Excursion {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final GaussLegendre RULE = GaussLegendre.of(16);

  /** Standard deviations beyond which no path needs to be followed. */
  private static final double FARTHEST_UP = 16;

  private static final double FARTHEST_DOWN = 10;

  /** Wider than any limit that the recursion needs: Φ(-40) is below 1e-300. */
  static final double WIDEST = 40;

  private static final int MOST_NODES = 6000;
  private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

  /** The paths that went on at a look: where they are, and how much of them. */
  private record Paths(double t, double[] b, double[] mass) {}

  private final double[] t;
  private final boolean twoSided;
  private final double[] z;
  private final double[] lower; // NaN where it follows from z
  private final List<Paths> before = new ArrayList<>();

  Excursion(double[] t, boolean twoSided) {
    this.t = t;
    this.twoSided = twoSided;
    this.z = new double[t.length];
    this.lower = new double[t.length];
    before.add(new Paths(0, new double[] {0}, new double[] {1}));
  }

  /** The chance, without drift, to go on until the next look and to lie above z there. */
  double nextAbove(double limit) {
    return above(before.size() - 1, limit, 0);
  }

  /** The chance, with a drift, to go on until the next look and to lie below z there. */
  double nextBelow(double limit, double drift) {
    return below(before.size() - 1, limit, drift);
  }

  /** The z with a given chance to lie below it at the next look. */
  double limitBelow(double chance, double drift) {
    if (!(chance > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    return nextBelow(WIDEST, drift) <= chance
        ? WIDEST
        : Root.between(
            limit -> Math.log(Math.max(nextBelow(limit, drift), Double.MIN_VALUE) / chance),
            -WIDEST,
            WIDEST);
  }

  /** Sets the limit of the next look: z, or -z to z. */
  void limit(double limit) {
    limit(limit, Double.NaN);
  }

  /** Sets the limits of the next look, which need not be symmetric. */
  void limit(double limit, double below) {
    int look = before.size() - 1;
    z[look] = limit;
    lower[look] = below;
    if (look + 1 < t.length) {
      before.add(goOn(before.get(look), look, limit));
    } else {
      before.add(before.get(look));
    }
  }

  /** The chance to leave above at a look for the first time. */
  double leavesAbove(int look, double drift) {
    return above(look, z[look], drift);
  }

  /** The chance to leave below at a look for the first time; 0 where there is no limit below. */
  double leavesBelow(int look, double drift) {
    if (!Double.isNaN(lower[look])) {
      return below(look, lower[look], drift);
    }
    if (!twoSided) {
      return 0;
    }
    // mirrored: below -z with drift is above z without the drift's sign
    return above(look, z[look], -drift);
  }

  private double below(int look, double limit, double drift) {
    Paths paths = before.get(look);
    double step = t[look] - paths.t;
    double threshold = limit * Math.sqrt(t[look]) - drift * step;
    double sum = 0;
    for (int i = 0; i < paths.b.length; i++) {
      double tilt = Math.exp(drift * (paths.b[i] - drift * paths.t / 2));
      double distance = (threshold - paths.b[i]) / Math.sqrt(step);
      sum += paths.mass[i] * tilt * NORMAL.cumulativeProbability(distance);
    }
    return sum;
  }

  private double above(int look, double limit, double drift) {
    Paths paths = before.get(look);
    double step = t[look] - paths.t;
    double sd = Math.sqrt(step);
    double threshold = limit * Math.sqrt(t[look]) - drift * step;
    double sum = 0;
    for (int i = 0; i < paths.b.length; i++) {
      double tilt = Math.exp(drift * (paths.b[i] - drift * paths.t / 2));
      sum += paths.mass[i] * tilt * NORMAL.survivalProbability((threshold - paths.b[i]) / sd);
    }
    return sum;
  }

  private Paths goOn(Paths from, int look, double limit) {
    double root = Math.sqrt(t[look]);
    double high = Math.min(limit, FARTHEST_UP) * root;
    double farthest = twoSided ? -Math.min(limit, FARTHEST_UP) : -FARTHEST_DOWN;
    double low = (Double.isNaN(lower[look]) ? farthest : Math.max(lower[look], farthest)) * root;
    if (!(high > low)) {
      return new Paths(t[look], new double[0], new double[0]);
    }
    double sd = Math.sqrt(t[look] - from.t);
    double panel = 2 * Math.min(sd, Math.sqrt(t[look + 1] - t[look]));
    int panels = (int) Math.ceil((high - low) / panel);
    if (panels * RULE.size() > MOST_NODES) {
      throw new IllegalArgumentException(
          "the looks at "
              + t[look]
              + " and "
              + t[look + 1]
              + " are too close to each other; leave one of them out");
    }
    double[] b = RULE.nodes(low, high, panels);
    double[] mass = RULE.weights(low, high, panels);
    for (int j = 0; j < b.length; j++) {
      double density = 0;
      for (int i = 0; i < from.b.length; i++) {
        double d = (b[j] - from.b[i]) / sd;
        density += from.mass[i] * Math.exp(-d * d / 2);
      }
      mass[j] *= density / (sd * ROOT_OF_TWO_PI);
    }
    return new Paths(t[look], b, mass);
  }
}

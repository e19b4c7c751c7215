package io.salestwin.statistics.fitting;

import io.salestwin.random.Distribution;
import io.salestwin.random.Empirical;
import io.salestwin.random.Exponential;
import io.salestwin.random.Gamma;
import io.salestwin.random.LogLogistic;
import io.salestwin.random.Lognormal;
import io.salestwin.random.Mixture;
import io.salestwin.random.Weibull;
import java.util.ArrayList;
import java.util.List;

/** The families of laws that are tried on durations and amounts. */
public enum Family {
  /** Without memory. Parameter: mean. */
  EXPONENTIAL("exponential", "mean"),
  /** Parameters: mean, shape. */
  GAMMA("gamma", "mean", "shape"),
  /** Parameters: scale, shape. */
  WEIBULL("weibull", "scale", "shape"),
  /** Parameters: median, sigma. */
  LOGNORMAL("lognormal", "median", "sigma"),
  /** Parameters: median, shape. */
  LOGLOGISTIC("loglogistic", "median", "shape"),
  /** Two lognormals; a narrow one is an atom, as a time-out makes. */
  TWO_LOGNORMALS("two lognormals", "weight", "median1", "sigma1", "median2", "sigma2"),
  /** Straight lines between quantiles of the data. */
  EMPIRICAL("empirical");

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<String> parameters;

  Family(String words, String... parameters) {
    this.words = words;
    this.parameters = List.of(parameters);
  }

  /**
   * The name for people.
   *
   * @return such as {@code two lognormals}
   */
  public String words() {
    return words;
  }

  /**
   * Names of the parameters.
   *
   * @return the names in their order; none for an empirical law
   */
  public List<String> parameters() {
    return parameters;
  }

  /** The law of a point of the search: logarithms of the parameters, the weight as log-odds. */
  Distribution law(double[] at) {
    double[] p = natural(at);
    return switch (this) {
      case EXPONENTIAL -> new Exponential(p[0]);
      case GAMMA -> new Gamma(p[1], p[0] / p[1]);
      case WEIBULL -> new Weibull(p[1], p[0]);
      case LOGNORMAL -> new Lognormal(StrictMath.log(p[0]), p[1]);
      case LOGLOGISTIC -> new LogLogistic(p[0], p[1]);
      case TWO_LOGNORMALS ->
          new Mixture(
              List.of(p[0], 1 - p[0]),
              List.of(
                  new Lognormal(StrictMath.log(p[1]), p[2]),
                  new Lognormal(StrictMath.log(p[3]), p[4])));
      case EMPIRICAL -> throw new IllegalStateException("an empirical law has no parameters");
    };
  }

  /** The parameters of a point of the search, kept within what laws accept. */
  double[] natural(double[] at) {
    double[] p = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      String name = parameters.get(i);
      if (name.equals("weight")) {
        p[i] = 1 / (1 + StrictMath.exp(-clamp(at[i], -6, 6)));
      } else if (name.startsWith("shape")) {
        p[i] = clamp(StrictMath.exp(at[i]), 0.06, 900);
      } else if (name.startsWith("sigma")) {
        p[i] = clamp(StrictMath.exp(at[i]), 0.02, 8);
      } else {
        p[i] = clamp(StrictMath.exp(at[i]), 1e-9, 1e15);
      }
    }
    return p;
  }

  private static double clamp(double x, double least, double most) {
    return Math.max(least, Math.min(most, x));
  }

  /** Where the search begins; several points where one may lead to a lesser hill. */
  List<double[]> starts(Binned data) {
    Moments m = Moments.of(data);
    double mean = StrictMath.log(m.mean);
    double median = m.logMean;
    double sigma = StrictMath.log(Math.max(0.05, m.logSd));
    double shape = StrictMath.log(Math.max(0.3, Math.min(50, 1.2 / Math.max(0.02, m.logSd))));
    return switch (this) {
      case EXPONENTIAL -> List.of(new double[] {mean});
      case GAMMA ->
          List.of(new double[] {mean, StrictMath.log(Math.max(0.1, m.mean * m.mean / m.variance))});
      case WEIBULL, LOGLOGISTIC -> List.of(new double[] {median, shape});
      case LOGNORMAL -> List.of(new double[] {median, sigma});
      case TWO_LOGNORMALS -> pairs(data, m);
      case EMPIRICAL -> List.of();
    };
  }

  /** A low and a high half; and the densest place beside all the rest, for a time-out. */
  private static List<double[]> pairs(Binned data, Moments m) {
    List<double[]> starts = new ArrayList<>();
    double spread = Math.max(0.1, m.logSd);
    double half = StrictMath.log(spread * 0.6);
    starts.add(new double[] {0, m.logMean - spread, half, m.logMean + 0.7 * spread, half});
    starts.add(
        new double[] {0, m.quantile(data, 0.15), half, m.quantile(data, 0.7), StrictMath.log(0.3)});
    starts.add(
        new double[] {
          -1, m.densest, StrictMath.log(0.05), m.logMean, StrictMath.log(Math.max(0.3, spread))
        });
    return starts;
  }

  /** Moments of the values and their logarithms, each value at the middle of its bin. */
  private record Moments(
      double mean, double variance, double logMean, double logSd, double densest) {

    static Moments of(Binned data) {
      double n = 0;
      double sum = 0;
      double squares = 0;
      double logs = 0;
      double logSquares = 0;
      double densest = 0;
      double most = -1;
      double[] edges = data.edges();
      for (int b = 0; b < data.inside().length; b++) {
        double w = data.inside()[b];
        double x = (edges[b] + edges[b + 1]) / 2;
        double log = StrictMath.log(x);
        n += w;
        sum += w * x;
        squares += w * x * x;
        logs += w * log;
        logSquares += w * log * log;
        double density = edges[b] <= 0 ? 0 : w / StrictMath.log(edges[b + 1] / edges[b]);
        if (density > most) {
          most = density;
          densest = log;
        }
      }
      double mean = sum / n;
      double logMean = logs / n;
      return new Moments(
          mean,
          Math.max(1e-12, squares / n - mean * mean),
          logMean,
          StrictMath.sqrt(Math.max(1e-6, logSquares / n - logMean * logMean)),
          densest);
    }

    /** The logarithm of a quantile of the values. */
    double quantile(Binned data, double p) {
      double left = p * data.n();
      for (int b = 0; b < data.inside().length; b++) {
        left -= data.inside()[b];
        if (left <= 0) {
          return StrictMath.log((data.edges()[b] + data.edges()[b + 1]) / 2);
        }
      }
      return logMean;
    }
  }

  /**
   * Straight lines between quantiles of the counts inside the bins.
   *
   * @param data the values
   * @param knots how many pieces, at least 2
   * @return the law; its ends are edges of bins
   */
  static Distribution empirical(Binned data, int knots) {
    double all = data.n();
    List<Double> probabilities = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    double sum = 0;
    double next = 0;
    for (int b = 0; b < data.inside().length; b++) {
      if (data.inside()[b] <= 0) {
        continue;
      }
      if (values.isEmpty()) {
        probabilities.add(0.0);
        values.add(data.edges()[b]);
        next = all / knots;
      }
      sum += data.inside()[b];
      if (sum >= next - 1e-9 * all) {
        probabilities.add(Math.min(1, sum / all));
        values.add(data.edges()[b + 1]);
        while (next <= sum) {
          next += all / knots;
        }
      }
    }
    int last = probabilities.size() - 1;
    probabilities.set(last, 1.0);
    return new Empirical(probabilities, values);
  }
}

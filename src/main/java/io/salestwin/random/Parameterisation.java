package io.salestwin.random;

import java.util.function.DoubleUnaryOperator;

/** From the parameters that people know to the parameters that a family is defined by. */
final class Parameterisation {

  private static final double Z90 = Elementary.normalQuantile(0.9);
  private static final double LN2 = StrictMath.log(2);
  private static final double LN10 = StrictMath.log(10);
  private static final double LN9 = StrictMath.log(9); // the logit of 0.9

  private Parameterisation() {}

  static Distribution of(DistributionFamily family, Parameters given) {
    return switch (family) {
      case CONSTANT -> new Constant(given.finite("value"));
      case UNIFORM -> new Uniform(given.finite("min"), given.finite("max"));
      case TRIANGULAR ->
          new Triangular(given.finite("min"), given.finite("mode"), given.finite("max"));
      case PERT -> new Pert(given.finite("min"), given.finite("mode"), given.finite("max"));
      case EXPONENTIAL -> exponential(given);
      case GAMMA -> gamma(given);
      case ERLANG -> erlang(given);
      case WEIBULL -> weibull(given);
      case LOGNORMAL -> lognormal(given);
      case LOGLOGISTIC -> logLogistic(given);
      case NORMAL -> normal(given);
      case BETA -> beta(given);
      case EMPIRICAL, DISCRETE, MIXTURE, SHIFTED, TRUNCATED, SLOWEST ->
          throw new IllegalArgumentException(given.family() + " is made of other parts");
    };
  }

  private static Distribution exponential(Parameters given) {
    if (given.has("rate")) {
      return new Exponential(1 / given.positive("rate"));
    }
    if (given.has("median")) {
      return new Exponential(given.positive("median") / LN2);
    }
    return new Exponential(
        given.has("p90") ? given.positive("p90") / LN10 : given.positive("mean"));
  }

  private static Distribution gamma(Parameters given) {
    if (given.has("shape", "scale")) {
      return new Gamma(given.positive("shape"), given.positive("scale"));
    }
    if (given.has("shape", "mean")) {
      double shape = given.positive("shape");
      return new Gamma(shape, given.positive("mean") / shape);
    }
    if (given.has("p90")) {
      String lower = given.has("median") ? "median" : "p10";
      double p = given.has("median") ? 0.5 : 0.1;
      given.rising(lower, "p90");
      double ratio = given.positive("p90") / given.positive(lower);
      double shape =
          solve(
              s -> new Gamma(s, 1).quantile(0.9) / new Gamma(s, 1).quantile(p),
              ratio,
              0.05,
              1e6,
              given.label(lower) + " and p90");
      return new Gamma(shape, given.positive("p90") / new Gamma(shape, 1).quantile(0.9));
    }
    double mean = given.positive("mean");
    double cv = given.cv();
    Require.between(given.label(given.has("cv") ? "cv" : "sd as a share of mean"), cv, 0.001, 10);
    double shape = Math.min(1e6, Math.max(0.01, 1 / (cv * cv)));
    return new Gamma(shape, mean / shape);
  }

  private static Distribution erlang(Parameters given) {
    double k = given.count("k");
    return new Gamma(
        k, given.has("rate") ? 1 / given.positive("rate") : given.positive("mean") / k);
  }

  private static Distribution weibull(Parameters given) {
    if (given.has("shape")) {
      double shape = given.positive("shape");
      if (given.has("mean")) {
        Require.between(given.label("shape"), shape, 0.05, 1000);
        return new Weibull(shape, given.positive("mean") / Weibull.moment(shape, 1));
      }
      return given.has("median")
          ? new Weibull(shape, given.positive("median") / StrictMath.pow(LN2, 1 / shape))
          : new Weibull(shape, given.positive("scale"));
    }
    if (given.has("p90")) {
      String lower = given.has("median") ? "median" : "p10";
      given.rising(lower, "p90");
      double logRatio = StrictMath.log(given.positive("p90") / given.positive(lower));
      double atLower = given.has("median") ? LN2 : -StrictMath.log1p(-0.1);
      double shape = StrictMath.log(LN10 / atLower) / logRatio;
      return new Weibull(shape, given.positive("p90") / StrictMath.pow(LN10, 1 / shape));
    }
    double mean = given.positive("mean");
    double cv = given.cv();
    double shape =
        solve(
            s -> StrictMath.sqrt(new Weibull(s, 1).variance()) / new Weibull(s, 1).mean(),
            cv,
            0.05,
            1000,
            given.label(given.has("cv") ? "cv" : "sd"));
    return new Weibull(shape, mean / Weibull.moment(shape, 1));
  }

  private static Distribution lognormal(Parameters given) {
    double sigma = lognormalSigma(given);
    if (given.has("mu")) {
      return new Lognormal(given.finite("mu"), sigma);
    }
    if (given.has("median")) {
      return new Lognormal(StrictMath.log(given.positive("median")), sigma);
    }
    if (given.has("mean")) {
      return new Lognormal(StrictMath.log(given.positive("mean")) - sigma * sigma / 2, sigma);
    }
    double logQuantile =
        given.has("p90")
            ? StrictMath.log(given.positive("p90")) - Z90 * sigma
            : StrictMath.log(given.positive("p10")) + Z90 * sigma;
    return new Lognormal(logQuantile, sigma);
  }

  private static double lognormalSigma(Parameters given) {
    if (given.has("sigma")) {
      return given.positive("sigma");
    }
    if (given.has("cv") || given.has("mean", "sd")) {
      double cv = given.cv();
      return StrictMath.sqrt(StrictMath.log1p(cv * cv));
    }
    if (given.has("median", "sd")) {
      // sd^2 = median^2 (w - 1) w with w = exp(sigma^2); as log1p(w - 1) without cancellation
      double ratio = given.positive("sd") / given.positive("median");
      double square = ratio * ratio;
      return StrictMath.sqrt(StrictMath.log1p(2 * square / (1 + StrictMath.sqrt(1 + 4 * square))));
    }
    if (given.has("mean", "median")) {
      given.rising("median", "mean");
      return StrictMath.sqrt(2 * logRatio(given, "mean", "median"));
    }
    if (given.has("mean", "p90")) {
      return sigmaFromMeanAndP90(given);
    }
    if (given.has("mean", "p10")) {
      given.rising("p10", "mean");
      double x = logRatio(given, "mean", "p10"); // sigma^2 / 2 + z sigma
      return 2 * x / (Z90 + StrictMath.sqrt(Z90 * Z90 + 2 * x));
    }
    if (given.has("p10", "p90")) {
      given.rising("p10", "p90");
      return logRatio(given, "p90", "p10") / (2 * Z90);
    }
    if (given.has("median", "p10")) {
      given.rising("p10", "median");
      return logRatio(given, "median", "p10") / Z90;
    }
    given.rising("median", "p90");
    return logRatio(given, "p90", "median") / Z90;
  }

  /** ln(p90 / mean) = z sigma - sigma^2 / 2 has two solutions; the smaller sigma is meant. */
  private static double sigmaFromMeanAndP90(Parameters given) {
    given.rising("mean", "p90");
    double x = logRatio(given, "p90", "mean");
    double discriminant = Z90 * Z90 - 2 * x;
    if (discriminant < 0) {
      throw new IllegalArgumentException(
          given.label("p90")
              + " can be at most 2.27 times the mean, but is "
              + Require.shown(given.positive("p90"))
              + " with mean "
              + Require.shown(given.positive("mean"))
              + "; give median and p90 instead");
    }
    return 2 * x / (Z90 + StrictMath.sqrt(discriminant));
  }

  private static double logRatio(Parameters given, String upper, String lower) {
    return StrictMath.log(given.positive(upper) / given.positive(lower));
  }

  private static Distribution logLogistic(Parameters given) {
    if (given.has("p90")) {
      String lower = given.has("median") ? "median" : "p10";
      given.rising(lower, "p90");
      double shape = (given.has("median") ? LN9 : 2 * LN9) / logRatio(given, "p90", lower);
      return new LogLogistic(given.positive("p90") / StrictMath.pow(9, 1 / shape), shape);
    }
    double shape = given.positive("shape");
    if (given.has("mean")) {
      if (!(shape > 1)) {
        throw new IllegalArgumentException(
            given.label("shape")
                + " must be above 1 for a mean to exist, but is "
                + Require.shown(shape));
      }
      return new LogLogistic(given.positive("mean") / new LogLogistic(1, shape).mean(), shape);
    }
    return new LogLogistic(given.positive(given.has("scale") ? "scale" : "median"), shape);
  }

  private static Distribution normal(Parameters given) {
    return cut(plainNormal(given), given);
  }

  private static Normal plainNormal(Parameters given) {
    if (given.has("p10")) {
      double p10 = given.finite("p10");
      double p90 = given.finite("p90");
      Require.ordered(given.label("p10"), p10, "p90", p90);
      return new Normal(p10 + (p90 - p10) / 2, (p90 - p10) / (2 * Z90));
    }
    double mean = given.finite("mean");
    if (given.has("p90")) {
      Require.ordered(given.label("mean"), mean, "p90", given.finite("p90"));
      return new Normal(mean, (given.finite("p90") - mean) / Z90);
    }
    return new Normal(mean, sd(given));
  }

  private static double sd(Parameters given) {
    return given.has("sd") ? given.positive("sd") : given.positive("cv") * given.positive("mean");
  }

  private static Distribution cut(Distribution whole, Parameters given) {
    if (!given.has("min") && !given.has("max")) {
      return whole;
    }
    double min = given.has("min") ? given.finite("min") : Double.NEGATIVE_INFINITY;
    double max = given.has("max") ? given.finite("max") : Double.POSITIVE_INFINITY;
    return new Truncated(whole, min, max);
  }

  private static Distribution beta(Parameters given) {
    double min = given.has("min") ? given.finite("min") : 0;
    double max = given.has("max") ? given.finite("max") : 1;
    Require.ordered(given.label("min"), min, "max", max);
    Distribution onUnit = unitBeta(given, min, max);
    Distribution stretched = max - min == 1 ? onUnit : new Scaled(max - min, onUnit);
    return min == 0 ? stretched : new Shifted(min, stretched);
  }

  private static Beta unitBeta(Parameters given, double min, double max) {
    if (given.has("alpha")) {
      return new Beta(given.positive("alpha"), given.positive("beta"));
    }
    if (given.has("trials")) {
      double trials = given.positive("trials");
      double successes =
          Require.between(given.label("successes"), given.finite("successes"), 0, trials);
      return new Beta(successes + 1, trials - successes + 1);
    }
    double mean = given.finite("mean");
    if (!(mean > min && mean < max)) {
      throw new IllegalArgumentException(
          given.label("mean")
              + " must lie between "
              + Require.shown(min)
              + " and "
              + Require.shown(max)
              + ", ends excluded, but is "
              + Require.shown(mean));
    }
    double m = (mean - min) / (max - min);
    double sd = sd(given);
    double s = sd / (max - min);
    double size = m * (1 - m) / (s * s) - 1; // alpha + beta
    if (!(size > 0)) {
      throw new IllegalArgumentException(
          given.label(given.has("sd") ? "sd" : "cv")
              + " is too large: with this mean the spread"
              + " must stay below "
              + Math.sqrt(m * (1 - m)) * (max - min)
              + ", but is "
              + sd);
    }
    return new Beta(m * size, (1 - m) * size);
  }

  /** The shape at which a falling function has a value, by halving on a logarithmic scale. */
  private static double solve(
      DoubleUnaryOperator falling, double target, double least, double most, String what) {
    if (!(target <= falling.applyAsDouble(least) && target >= falling.applyAsDouble(most))) {
      throw new IllegalArgumentException(
          what
              + " ask for a spread that this family cannot have; try lognormal, or constant for no"
              + " spread at all");
    }
    double low = StrictMath.log(least);
    double high = StrictMath.log(most);
    while (true) {
      double middle = low + (high - low) / 2;
      if (!(middle > low && middle < high) || high - low < 1e-15) {
        return Math.min(most, Math.max(least, StrictMath.exp(middle)));
      }
      if (falling.applyAsDouble(StrictMath.exp(middle)) > target) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}

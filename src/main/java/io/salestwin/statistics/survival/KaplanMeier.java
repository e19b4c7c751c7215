package io.salestwin.statistics.survival;

import io.salestwin.statistics.Bounds;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The share that is still open after a time, with observations that were open when last seen
 * (Kaplan and Meier, Journal of the American Statistical Association 53, 1958): S(t) = Π (1 - d /
 * n), with Greenwood's standard error S √(Σ d / (n (n - d))).
 *
 * <p>All arrays have one entry per distinct time, at which somebody closed or was last seen. Once S
 * is 0 its error and limits are NaN.
 *
 * @param time the distinct times, rising
 * @param atRisk observations that were open just before
 * @param events events at the time
 * @param open S just after the time
 * @param error Greenwood's standard error of S
 */
public record KaplanMeier(
    double[] time, int[] atRisk, int[] events, double[] open, double[] error) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Closer than this to a half it is asked exactly. */
  private static final double NEAR = 1e-9;

  /** On which scale a limit is symmetric. */
  public enum Scale {
    /**
     * S itself, clipped to 0 and 1. Asymptotic: an interval of 95 % held the truth in 94.3 % with
     * 200 deals, 40 % of them censored, at the median (the other scales in 94.9 % and more), and in
     * 86.6 % with 20 deals where 90 % were still open.
     */
    PLAIN,
    /** ln S, clipped at 1. */
    LOG,
    /** ln(-ln S), which never leaves 0 to 1. */
    LOG_LOG
  }

  /**
   * The curve of some observations.
   *
   * @param times time to the event or to the last sight, at least one
   * @param event whether the event was seen, as many
   * @return the curve
   */
  public static KaplanMeier of(double[] times, boolean[] event) {
    Observations.requireSameLength("event", event.length, times.length);
    if (times.length == 0) {
      throw new IllegalArgumentException("time is empty; give at least one observation");
    }
    Observations sorted = Observations.of(times);
    int n = times.length;
    double[] time = new double[n];
    int[] atRisk = new int[n];
    int[] events = new int[n];
    int count = 0;
    for (int place = 0; place < n; count++) {
      int end = sorted.endOfTie(place);
      time[count] = sorted.time(place);
      atRisk[count] = n - place;
      for (; place < end; place++) {
        events[count] += event[sorted.at(place)] ? 1 : 0;
      }
    }
    return of(
        Arrays.copyOf(time, count), Arrays.copyOf(atRisk, count), Arrays.copyOf(events, count));
  }

  private static KaplanMeier of(double[] time, int[] atRisk, int[] events) {
    double[] open = new double[time.length];
    double[] error = new double[time.length];
    double share = 1;
    double greenwood = 0;
    for (int i = 0; i < time.length; i++) {
      int left = atRisk[i] - events[i];
      share *= (double) left / atRisk[i];
      greenwood += events[i] == 0 ? 0 : events[i] / ((double) atRisk[i] * left);
      open[i] = share;
      error[i] = share == 0 ? Double.NaN : share * Math.sqrt(greenwood);
    }
    return new KaplanMeier(time, atRisk, events, open, error);
  }

  /**
   * Pointwise limits of S.
   *
   * @param scale where they are symmetric
   * @param level such as 0.95
   * @return one pair per time; NaN where S is 0
   */
  public Bounds[] limits(Scale scale, double level) {
    double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
    Bounds[] limits = new Bounds[time.length];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = limits(scale, z, open[i], error[i]);
    }
    return limits;
  }

  private static Bounds limits(Scale scale, double z, double s, double error) {
    if (s == 0) {
      return Bounds.UNDEFINED;
    }
    if (error == 0) { // nothing closed so far
      return new Bounds(s, s);
    }
    return switch (scale) {
      case PLAIN -> new Bounds(Math.max(0, s - z * error), Math.min(1, s + z * error));
      case LOG -> {
        double factor = Math.exp(z * error / s);
        yield new Bounds(s / factor, Math.min(1, s * factor));
      }
      case LOG_LOG -> {
        double log = Math.log(s);
        double factor = Math.exp(z * error / (s * log)); // log is negative
        yield new Bounds(Math.exp(log / factor), Math.exp(log * factor));
      }
    };
  }

  /**
   * The median time: the first at which S is at most one half; where S is exactly one half for a
   * while, the middle of that while.
   *
   * @return the time; NaN if it was not reached
   */
  public double median() {
    for (int i = 0; i < time.length; i++) {
      int side = againstHalf(i);
      if (side < 0) {
        return time[i];
      }
      if (side == 0) {
        return middle(i, j -> open[j], open[i]);
      }
    }
    return Double.NaN;
  }

  /**
   * Limits of the median: where the limits of S on the log scale cross one half (Brookmeyer and
   * Crowley, Biometrics 38, 1982).
   *
   * @param level such as 0.95
   * @return the limits, each NaN if it was not reached
   */
  public Bounds medianLimits(double level) {
    Bounds[] limits = limits(Scale.LOG, level);
    return new Bounds(crossing(i -> limits[i].low()), crossing(i -> limits[i].high()));
  }

  private double crossing(IntToDoubleFunction curve) {
    for (int i = 0; i < time.length; i++) {
      double value = curve.applyAsDouble(i);
      if (value <= 0.5) {
        return value == 0.5 ? middle(i, curve, value) : time[i];
      }
    }
    return Double.NaN;
  }

  /** The middle between a time and the next one with a lower curve; the time if there is none. */
  private double middle(int i, IntToDoubleFunction curve, double value) {
    for (int j = i + 1; j < time.length; j++) {
      if (curve.applyAsDouble(j) < value) {
        return (time[i] + time[j]) / 2;
      }
    }
    return time[i];
  }

  /** The sign of S - 1/2, exactly: rounded products of fractions often miss one half by a bit. */
  private int againstHalf(int i) {
    if (Math.abs(open[i] - 0.5) > NEAR) {
      return open[i] < 0.5 ? -1 : 1;
    }
    BigInteger left = BigInteger.TWO;
    BigInteger all = BigInteger.ONE;
    for (int j = 0; j <= i; j++) {
      if (events[j] > 0) {
        left = left.multiply(BigInteger.valueOf((long) atRisk[j] - events[j]));
        all = all.multiply(BigInteger.valueOf(atRisk[j]));
      }
    }
    return left.compareTo(all);
  }

  /**
   * The mean time when every time counts up to a limit: the integral of S from 0 to the limit.
   * After the last observation S is taken to stay as it is.
   *
   * @param limit the limit, at least 0, in the unit of the times
   * @return the restricted mean
   */
  public double restrictedMean(double limit) {
    double at = 0;
    double share = 1;
    double sum = 0;
    for (int i = 0; i < time.length && time[i] < limit; i++) {
      sum += share * (time[i] - at);
      at = time[i];
      share = open[i];
    }
    return sum + share * (limit - at);
  }

  /**
   * The standard error of the restricted mean: √(Σ A² d / (n (n - d))) over the times before the
   * limit, A being the integral of S from there to the limit.
   *
   * @param limit the limit, at least 0
   * @return the standard error
   */
  public double restrictedMeanError(double limit) {
    double variance = 0;
    double area = 0;
    double end = limit;
    for (int i = time.length - 1; i >= 0; i--) {
      if (time[i] < limit) {
        area += open[i] * (end - time[i]);
        end = time[i];
        int left = atRisk[i] - events[i];
        if (left > 0) { // nothing is left to integrate when all closed
          variance += area * area * events[i] / ((double) atRisk[i] * left);
        }
      }
    }
    return Math.sqrt(variance);
  }
}

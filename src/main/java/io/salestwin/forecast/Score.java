package io.salestwin.forecast;

import io.salestwin.statistics.Sample;
import java.util.List;

/**
 * How good one forecast was: a sample of what might happen, held against what happened.
 *
 * <p>CRPS is E|X - y| - E|X - X'| / 2 (Gneiting and Raftery, <em>Strictly proper scoring rules,
 * prediction, and estimation</em>, JASA 102, 2007), in the unit of the figure; for a forecast of
 * one number it is the absolute error. Pinball loss at level q is max(q (y - x), (q - 1) (y - x))
 * at the forecast's quantile x. All are better when smaller.
 *
 * @param actual what happened
 * @param mean mean of the forecast
 * @param quantiles at {@link #LEVELS}
 * @param crps continuous ranked probability score
 * @param pinball at {@link #LEVELS}
 * @param pit share of the forecast below what happened, half of the ties: evenly spread from 0 to 1
 *     when forecasts are honest
 */
public record Score(
    double actual,
    double mean,
    List<Double> quantiles,
    double crps,
    List<Double> pinball,
    double pit) {

  /** Levels of the quantiles. */
  public static final List<Double> LEVELS = List.of(.05, .1, .25, .5, .75, .9, .95);

  /** Copies the lists. */
  public Score {
    quantiles = List.copyOf(quantiles);
    pinball = List.copyOf(pinball);
  }

  /**
   * Scores a forecast.
   *
   * @param forecast at least one value
   * @param actual what happened
   * @return the score
   */
  public static Score of(Sample forecast, double actual) {
    int n = forecast.n();
    double error = 0;
    double spread = 0;
    double below = 0;
    for (int i = 0; i < n; i++) {
      double x = forecast.at(i);
      error += Math.abs(x - actual);
      spread += (2.0 * i + 1 - n) * x;
      below += x < actual ? 1 : x > actual ? 0 : 0.5;
    }
    List<Double> quantiles = LEVELS.stream().map(forecast::quantile).toList();
    List<Double> pinball =
        LEVELS.stream().map(q -> loss(q, actual - forecast.quantile(q))).toList();
    return new Score(
        actual,
        forecast.mean(),
        quantiles,
        error / n - spread / ((double) n * n),
        pinball,
        below / n);
  }

  private static double loss(double level, double miss) {
    return Math.max(level * miss, (level - 1) * miss);
  }

  /**
   * The median.
   *
   * @return quantile .5
   */
  public double median() {
    return quantiles.get(3);
  }

  /**
   * Absolute percentage error of the median.
   *
   * @return as a fraction; NaN when nothing happened
   */
  public double ape() {
    return actual == 0 ? Double.NaN : Math.abs(median() - actual) / Math.abs(actual);
  }

  /**
   * Whether the truth lies between P10 and P90.
   *
   * @return true when it does
   */
  public boolean in80() {
    return actual >= quantiles.get(1) && actual <= quantiles.get(5);
  }

  /**
   * Whether the truth lies between P5 and P95.
   *
   * @return true when it does
   */
  public boolean in90() {
    return actual >= quantiles.get(0) && actual <= quantiles.get(6);
  }

  /**
   * The error that nobody can avoid on average: E|X - m| / m of a Poisson count X of mean m, or of
   * a compound Poisson sum whose parts have a coefficient of variation (then by the normal law).
   *
   * @param mean expected count, above 0
   * @param cv coefficient of variation of a part; 0 for the count itself
   * @return as a fraction of the mean
   */
  public static double floor(double mean, double cv) {
    if (cv > 0) {
      return Math.sqrt(2 / Math.PI * (1 + cv * cv) / mean);
    }
    int k = (int) mean;
    double log = -mean + (k + 1) * Math.log(mean);
    for (int i = 2; i <= k; i++) {
      log -= Math.log(i);
    }
    return 2 * Math.exp(log) / mean;
  }
}

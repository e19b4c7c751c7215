package io.salestwin.calibration.backtest;

import io.salestwin.forecast.Ensemble;
import io.salestwin.forecast.Series;
import io.salestwin.statistics.Sample;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The rules, the methods that see the series alone, and what they say together. */
final class Members {

  private static final String MODEL = "the model";
  private static final String TREND = "a straight line through the weeks";
  private static final String DRIFT = "regression with drift";
  private static final String SMOOTHING = "exponential smoothing";
  private static final String DAMPED = "exponential smoothing with a damped trend";
  private static final String THETA = "theta";

  /** What the ensemble of five is made of: pipeline, trend, regression, time series, simulation. */
  private static final List<String> FIVE =
      List.of(NaiveRules.YOUNG, TREND, DRIFT, SMOOTHING, MODEL);

  private static final List<Double> WEIGHTS = List.of(.40, .25, .20, .15);
  private static final int WEEK = 7;

  private final Past past;
  private final BacktestPlan.Window window;
  private final Map<String, double[]> rules;

  Members(Past past, BacktestPlan.Window window, Period horizon) {
    this.past = past;
    this.window = window;
    rules = new NaiveRules(past, window).all(horizon);
  }

  /** The names of the rules that the record allows. */
  List<String> rules() {
    return List.copyOf(rules.keySet());
  }

  boolean isRule(String name) {
    return rules.containsKey(name);
  }

  /**
   * Wins and their worth by every method. A rule is one number; around it the noise of a Poisson
   * count, or of a compound Poisson sum, by the normal law.
   */
  Map<String, Sample[]> all() {
    Map<String, Sample[]> all = new LinkedHashMap<>();
    double squares = Arrays.stream(past.amounts).map(a -> a * a).average().orElse(0);
    rules.forEach(
        (name, said) ->
            all.put(
                name,
                new Sample[] {
                  Series.normal(said[0], Math.sqrt(said[0])),
                  Series.normal(said[1], Math.sqrt(said[0] * squares))
                }));
    double[] wins = blocks(past.wins);
    double[] worth = blocks(past.worth);
    if (wins.length >= 4) {
      series(all, TREND, Series.Method.LINE, wins, worth);
      series(all, DRIFT, Series.Method.DRIFT, wins, worth);
      series(all, SMOOTHING, Series.Method.SMOOTHING, wins, worth);
      series(all, DAMPED, Series.Method.DAMPED_TREND, wins, worth);
      series(all, THETA, Series.Method.THETA, wins, worth);
    }
    return all;
  }

  private void series(
      Map<String, Sample[]> to, String name, Series.Method method, double[] wins, double[] worth) {
    to.put(name, new Sample[] {scaled(method, wins), scaled(method, worth)});
  }

  /** Whole weeks ahead, scaled to the window's days. */
  private Sample scaled(Series.Method method, double[] y) {
    int next = Math.max(1, window.days() / WEEK);
    Sample weeks = Series.forecast(method, y, next);
    double[] values = new double[weeks.n()];
    for (int i = 0; i < values.length; i++) {
      values[i] = weeks.at(i) * window.days() / (next * WEEK);
    }
    return Sample.of(values);
  }

  private double[] blocks(double[] days) {
    double[] weeks = new double[days.length / WEEK];
    int first = days.length - weeks.length * WEEK;
    for (int i = first; i < days.length; i++) {
      weeks[(i - first) / WEEK] += days[i];
    }
    return weeks;
  }

  /** What the members say together, where all of them have something to say. */
  Map<String, Sample> ensembles(
      Function<String, Sample> forecast, ToDoubleFunction<String> record) {
    Map<String, Sample> all = new LinkedHashMap<>();
    List<Sample> members = FIVE.stream().map(forecast).toList();
    if (members.stream().anyMatch(m -> m == null)) {
      return all;
    }
    List<Double> five = new ArrayList<>();
    WEIGHTS.forEach(w -> five.add(w * 0.8));
    five.add(0.2);
    List<Double> crps = FIVE.stream().map(record::applyAsDouble).toList();
    all.put("four together, .40 .25 .20 .15", Ensemble.weighted(members.subList(0, 4), WEIGHTS));
    all.put("these four and the model, .20", Ensemble.weighted(members, five));
    all.put(
        "five together, equal weights",
        Ensemble.weighted(members, List.of(1.0, 1.0, 1.0, 1.0, 1.0)));
    all.put("five together, their median", Ensemble.median(members));
    all.put(
        "five together, weights learned from ended windows",
        Ensemble.weighted(members, Ensemble.learned(crps)));
    Sample scenario = forecast.apply(CalibratedMember.NAME);
    if (scenario != null) {
      List<Sample> six = with(members, scenario);
      all.put(
          "these four and the calibrated scenario, .20",
          Ensemble.weighted(with(members.subList(0, 4), scenario), five));
      all.put("six together, equal weights", Ensemble.weighted(six, Collections.nCopies(6, 1.0)));
      all.put("six together, their median", Ensemble.median(six));
      all.put(
          "six together, weights learned from ended windows",
          Ensemble.weighted(
              six, Ensemble.learned(with(crps, record.applyAsDouble(CalibratedMember.NAME)))));
    }
    return all;
  }

  private static <T> List<T> with(List<T> some, T another) {
    List<T> all = new ArrayList<>(some);
    all.add(another);
    return all;
  }
}

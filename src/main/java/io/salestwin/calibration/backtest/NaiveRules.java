package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.statistics.Sample;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one would say without a model: rules of one line, as expected counts and worths. */
final class NaiveRules {

  static final String LAST = "same as the last window";
  static final String TWO = "mean of the last two windows";
  static final String RATE = "as in the last 30 days";
  static final String SEASON = "same months of the last quarter";
  static final String PIPELINE = "weighted pipeline";
  static final String YOUNG = "weighted pipeline without old deals";

  private final Past past;
  private final long from;
  private final BacktestPlan.Window window;

  NaiveRules(Past past, BacktestPlan.Window window) {
    this.past = past;
    this.window = window;
    from = window.from().toEpochDay();
  }

  /** By rule: wins, and their worth; a rule without the record that it needs is not there. */
  Map<String, double[]> all(Period horizon) {
    Map<String, double[]> all = new LinkedHashMap<>();
    long one = window.from().minus(horizon).toEpochDay();
    long two = window.from().minus(horizon).minus(horizon).toEpochDay();
    put(all, LAST, one, from, 1);
    put(all, TWO, two, from, 0.5);
    put(all, RATE, from - 30, from, window.days() / 30.0);
    LocalDate season = window.from().minusMonths(3);
    if (horizon.toTotalMonths() > 0 && horizon.toTotalMonths() < 3) {
      put(all, SEASON, season.toEpochDay(), season.plus(horizon).toEpochDay(), 1);
    }
    pipeline(all);
    return all;
  }

  private void put(Map<String, double[]> to, String name, long begin, long end, double scale) {
    double wins = past.sum(past.wins, begin, end) * scale;
    if (!Double.isNaN(wins)) {
      to.put(name, new double[] {wins, past.sum(past.worth, begin, end) * scale});
    }
  }

  private void pipeline(Map<String, double[]> to) {
    CrmHistory then = past.then;
    double[] ages = new double[then.deals()];
    int closed = 0;
    double won = 0;
    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) != 0) {
        ages[closed++] = then.closedMs(d) - then.createdMs(d);
        won += then.outcome(d) == CrmHistory.WON ? 1 : 0;
      }
    }
    if (closed == 0) {
      return;
    }
    double oldest = Sample.of(Arrays.copyOf(ages, closed)).quantile(0.9);
    double[] all = new double[2];
    double[] young = new double[2];
    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) == 0) {
        double worth = Past.amount(then, d);
        int p = then.product(d);
        worth = worth > 0 ? worth : mean(p < 0 ? past.amounts : past.byProduct.get(p));
        boolean isYoung = then.knownUntilMs() - then.createdMs(d) <= oldest;
        all[0] += won / closed;
        all[1] += won / closed * worth;
        young[0] += isYoung ? won / closed : 0;
        young[1] += isYoung ? won / closed * worth : 0;
      }
    }
    to.put(PIPELINE, all);
    to.put(YOUNG, young);
  }

  private static double mean(double[] of) {
    return of.length == 0 ? 0 : Arrays.stream(of).average().orElse(0);
  }
}

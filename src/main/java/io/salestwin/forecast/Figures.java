package io.salestwin.forecast;

import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Slice;
import io.salestwin.run.RunResult;
import io.salestwin.run.Targets;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Looks;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Summaries of the columns of a run. */
final class Figures {

  private final RunResult result;
  private final Targets targets;

  Figures(RunResult result) {
    this.result = result;
    targets = new Targets(result.plan().scenario(), result.layout());
  }

  RunResult result() {
    return result;
  }

  Targets targets() {
    return targets;
  }

  Pairs pairs(String column) {
    return Pairs.ofComputable(result.column(column));
  }

  /** An interval as an error; when the run was looked at before its end that is allowed for. */
  Estimate error(DoubleFunction<Estimate> interval) {
    return result.plan().precision().isPresent()
        ? Looks.error(interval)
        : interval.apply(Interval.ERROR);
  }

  Estimate mean(Pairs pairs) {
    return error(level -> Intervals.mean(pairs, level));
  }

  Estimate mean(String column) {
    return mean(pairs(column));
  }

  Estimate quantile(Pairs pairs, double p) {
    return error(level -> Intervals.quantile(pairs, p, level));
  }

  /** The chance to reach the target of a period; of the horizon for an empty name. */
  Estimate odds(String period) {
    return error(level -> targets.odds(period, result, level));
  }

  /** Quantiles at {@link Forecast#LEVELS}. */
  static List<Double> range(Sample sample) {
    return Forecast.LEVELS.stream().map(sample::quantile).toList();
  }

  List<KpiFigure> kpis() {
    List<KpiFigure> all = new ArrayList<>();
    List<KpiLayout.Column> columns = result.layout().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kpi().slice() != Slice.WEEK) {
        all.add(figure(columns.get(i), Pairs.ofComputable(result.column(i))));
      }
    }
    return all;
  }

  private KpiFigure figure(KpiLayout.Column column, Pairs pairs) {
    boolean none = pairs.n() == 0;
    Estimate mean =
        none
            ? Estimate.notComputable("no replication has anything to compute it from")
            : mean(pairs);
    Sample sample = none ? null : pairs.sample();
    return new KpiFigure(
        column.kpi(),
        column.period(),
        column.member(),
        mean,
        none ? Double.NaN : sample.quantile(0.10),
        none ? Double.NaN : sample.quantile(0.50),
        none ? Double.NaN : sample.quantile(0.90),
        pairs.missing());
  }
}

package io.salestwin.forecast;

import io.salestwin.forecast.Forecast.KpiFigure;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Slice;
import io.salestwin.run.RunResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Looks;
import io.salestwin.statistics.Pairs;
import io.salestwin.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
    OptionalDouble target = targets.of(period);
    if (target.isEmpty()) {
      return Estimate.notComputable("there is no target for " + period);
    }
    Pairs bookings = pairs(bookingsColumn(period));
    return error(level -> Intervals.atLeast(bookings, target.getAsDouble(), level));
  }

  static String bookingsColumn(String period) {
    return period.isEmpty() || period.equals(KpiLayout.HORIZON)
        ? "target_bookings"
        : "target_bookings." + period;
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

  /** The targets in units of the figure: amounts in the currency, or deals. */
  static final class Targets {

    private final Map<String, Long> byPeriod;
    private final List<String> periods;
    private final double unit;

    Targets(Scenario scenario, KpiLayout layout) {
      byPeriod = scenario.targets().byPeriod();
      periods =
          layout.columns().stream()
              .filter(c -> c.kpi().id().equals("target_bookings") && c.member().isEmpty())
              .map(KpiLayout.Column::period)
              .filter(p -> !p.equals(KpiLayout.HORIZON))
              .toList();
      unit = scenario.targets().basis().perUnit();
    }

    List<String> names() {
      return periods.stream().filter(byPeriod::containsKey).toList();
    }

    /** All periods, with a target or without. */
    List<String> periods() {
      return periods;
    }

    /** The target of a period; of all periods together for an empty name, when each has one. */
    OptionalDouble of(String period) {
      if (!period.isEmpty() && !period.equals(KpiLayout.HORIZON)) {
        return periods.contains(period) && byPeriod.containsKey(period)
            ? OptionalDouble.of(byPeriod.get(period) / unit)
            : OptionalDouble.empty();
      }
      return byPeriod.keySet().containsAll(periods)
          ? OptionalDouble.of(periods.stream().mapToLong(byPeriod::get).sum() / unit)
          : OptionalDouble.empty();
    }
  }
}

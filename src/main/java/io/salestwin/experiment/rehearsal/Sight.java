package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.Metric;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.experiment.analysis.Unit;
import io.salestwin.metrics.UnitTable;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.survival.CompetingRisks.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The leads of one play as an analyst sees them at a look: what is after the look is hidden.
 *
 * @param course the experiment with its days
 * @param units the leads
 * @param lookMs the instant of the look
 * @param before what was known of them before
 */
record Sight(Course course, UnitTable units, long lookMs, Before before) {

  /** What a metric says of the leads, and how many have a window that has not passed. */
  record Seen(List<Unit> units, int young) {}

  Seen of(Metric metric) {
    int to = course.timed(metric.to());
    int of = course.timed(metric.of());
    List<Unit> seen = new ArrayList<>();
    int young = 0;
    for (int row = 0; row < units.count(); row++) {
      if (units.enrolledAt(row) >= lookMs) {
        continue;
      }
      boolean mature = units.enrolledAt(row) + metric.withinMs() <= lookMs;
      young += mature ? 0 : 1;
      if (metric.measure() == Measure.CYCLE) {
        seen.add(time(metric, to, row));
      } else if (mature) {
        seen.add(value(metric, to, of, row));
      }
    }
    return new Seen(metric.measure() == Measure.COUNT ? counted(metric, seen) : seen, young);
  }

  /** What the leads whose window has passed come to: a share, a mean, days, events a week. */
  double level(Metric metric) {
    int to = course.timed(metric.to());
    int of = course.timed(metric.of());
    if (metric.measure() == Measure.COUNT) {
      return of(metric).units().stream()
          .mapToDouble(each -> each.value() / each.below())
          .average()
          .orElse(Double.NaN);
    }
    double above = 0;
    double below = 0;
    for (int row = 0; row < units.count(); row++) {
      if (units.enrolledAt(row) + metric.withinMs() <= lookMs) {
        Unit lead = value(metric, to, of, row);
        boolean days = metric.measure() == Measure.CYCLE;
        above += days ? daysUntil(metric, to, row) : lead.value();
        below += lead.below();
      }
    }
    return above / below;
  }

  private double daysUntil(Metric metric, int to, int row) {
    boolean there = Cases.reaches(units, to, row, metric.withinMs());
    long end = there ? units.goalAt(to, row) - units.enrolledAt(row) : metric.withinMs();
    return end / (double) Course.DAY;
  }

  private Unit value(Metric metric, int to, int of, int row) {
    long within = metric.withinMs();
    double below = 1;
    double value = Cases.reaches(units, to, row, within) ? 1 : 0;
    if (metric.measure() == Measure.VALUE) {
      value = Cases.value(units, row, within);
    } else if (metric.measure() == Measure.RATIO && of >= 0) {
      below = Cases.reaches(units, of, row, within) ? 1 : 0;
      value *= below;
    }
    return unit(row, value, below, Double.NaN, Status.OPEN);
  }

  private Unit time(Metric metric, int to, int row) {
    long seen = Math.min(metric.withinMs(), lookMs - units.enrolledAt(row));
    long reached = units.goalAt(to, row);
    boolean won = Cases.reaches(units, to, row, seen);
    boolean lost =
        !won
            && units.outcome(row) == UnitTable.Outcome.LOST
            && units.closedAt(row) - units.enrolledAt(row) <= seen;
    long end =
        won
            ? reached - units.enrolledAt(row)
            : lost ? units.closedAt(row) - units.enrolledAt(row) : seen;
    Status status = won ? Status.WON : lost ? Status.LOST : Status.OPEN;
    return unit(row, won ? 1 : 0, 1, end / (double) Course.DAY, status);
  }

  private Unit unit(int row, double value, double below, double time, Status status) {
    return new Unit(units.arm(row), cluster(row), value, below, before.of(row), time, status);
  }

  private String cluster(int row) {
    return course.plan().unit() == Lever.Unit.LEAD
        ? ""
        : Integer.toString(Clusters.key(course, units, row));
  }

  /** Of counts one unit for each rep, territory or week, with the weeks that it was counted. */
  private List<Unit> counted(Metric metric, List<Unit> leads) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    Map<String, Integer> arms = new LinkedHashMap<>();
    for (Unit lead : leads) {
      sums.computeIfAbsent(lead.cluster(), c -> new double[1])[0] += lead.value();
      arms.put(lead.cluster(), lead.arm());
    }
    double weeks = course.weeksCounted(metric, lookMs);
    List<Unit> counted = new ArrayList<>();
    sums.forEach(
        (cluster, sum) ->
            counted.add(
                new Unit(
                    arms.get(cluster),
                    cluster,
                    sum[0],
                    weeks,
                    Double.NaN,
                    Double.NaN,
                    Status.OPEN)));
    return counted;
  }
}

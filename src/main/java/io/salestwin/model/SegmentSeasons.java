package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Season;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import java.util.List;

/**
 * What in single segments follows the calendar. A source brings a segment's leads at the rate rate
 * x mix x season: so its clock runs at the pace sum(mix x season), and a lead that comes on a day
 * is of a segment with the chance mix x season / pace of that day. Nothing is drawn besides.
 */
final class SegmentSeasons {

  private final int firstDay;

  /** By source and day, cumulated over the segments; null when no segment's arrivals differ. */
  private final double[][][] shares;

  /** By source and day. */
  private final double[][] pace;

  private final long fromMs;
  private final long toMs;

  /** By segment; null where its odds are those of all. */
  private final Winning[] winning;

  private final double[][] quarterMonths;
  private final boolean[][] acts;

  private SegmentSeasons(Scenario scenario, long fromMs, long toMs) {
    this.fromMs = fromMs;
    this.toMs = toMs;
    firstDay = (int) Math.floorDiv(fromMs, Clock.DAY);
    List<Segment> segments = scenario.segments();
    boolean come = segments.stream().anyMatch(g -> !g.seasons().arrivals().isNeutral());
    int sources = scenario.sources().size();
    shares = come ? new double[sources][][] : null;
    pace = new double[sources][];
    for (int source = 0; come && source < sources; source++) {
      mix(scenario, source);
    }
    winning = new Winning[segments.size()];
    quarterMonths = new double[segments.size()][];
    acts = new boolean[segments.size()][scenario.stages().size()];
    for (int g = 0; g < winning.length; g++) {
      Segment.Seasons own = segments.get(g).seasons();
      if (!own.winning().isNeutral()) {
        winning[g] = new Winning(own.winning(), scenario.start(), fromMs, toMs, false);
        quarterMonths[g] =
            own.winning().quarterMonths().stream().mapToDouble(Double::doubleValue).toArray();
        for (int stage : own.winningStages()) {
          acts[g][stage] = true;
        }
      }
    }
  }

  /** The seasons of a scenario's segments; null when none has any. */
  static SegmentSeasons of(Scenario scenario, long fromMs, long toMs) {
    boolean none =
        scenario.segments().stream()
            .map(Segment::seasons)
            .allMatch(s -> s.arrivals().isNeutral() && s.winning().isNeutral());
    return none ? null : new SegmentSeasons(scenario, fromMs, toMs);
  }

  private void mix(Scenario scenario, int source) {
    List<Segment> segments = scenario.segments();
    double[] mix = segments.stream().mapToDouble(g -> g.mix().at(0, 0, source)).toArray();
    double[][] season =
        segments.stream()
            .map(g -> g.seasons().arrivals().perDay(scenario.start(), fromMs, toMs))
            .toArray(double[][]::new);
    int days = season[0].length;
    shares[source] = new double[days][];
    pace[source] = new double[days];
    for (int day = 0; day < days; day++) {
      double[] parts = new double[mix.length];
      for (int g = 0; g < mix.length; g++) {
        parts[g] = mix[g] * season[g][day];
        pace[source][day] += parts[g];
      }
      shares[source][day] = ModelCompiler.cumulated(pace[source][day] > 0 ? parts : mix);
    }
  }

  /** The clock on which the leads of a source arrive, given the one of all leads. */
  Clock arrivals(int source, Clock ofAll) {
    return shares == null ? ofAll : ofAll.times(Season.clock(pace[source], fromMs, toMs));
  }

  /** The cumulated shares of the segments among a source's leads of a day. */
  double[] shares(int source, long now, double[] usual) {
    if (shares == null) {
      return usual;
    }
    int day = (int) (Math.floorDiv(now, Clock.DAY) - firstDay);
    return shares[source][Math.max(0, Math.min(shares[source].length - 1, day))];
  }

  /** The effect on the log-odds of a lead of a segment that would advance at an instant. */
  double odds(int segment, int stage, long advanceAt) {
    return acts[segment][stage] ? winning[segment].effect(advanceAt, quarterMonths[segment]) : 0;
  }
}

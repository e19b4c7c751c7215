package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.ExperimentPlan.Guardrail;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Analysis.Advice;
import io.salestwin.experiment.analysis.Analysis.Guarded;
import io.salestwin.experiment.analysis.Analysis.Outcome;
import io.salestwin.experiment.analysis.Comparison;
import io.salestwin.experiment.analysis.Ground;
import io.salestwin.experiment.analysis.Judging;
import io.salestwin.metrics.UnitTable;
import java.util.ArrayList;
import java.util.List;

/**
 * One play looked at as planned, by the tests, limits and rules of the analysis: when the metric
 * that decides passes its limit, and when the whole rule decides, guardrails included.
 *
 * @param course the experiment with its days
 * @param looks the instants
 * @param judging the planned analysis
 * @param units the leads
 * @param before what was known of them before
 */
record Watch(Course course, List<Long> looks, Judging judging, UnitTable units, Before before) {

  /** Looks until both have come to an end; gives the planned test of the end. */
  Comparison fill(double[] row, Judge judge) {
    List<Judging.Look> seen = new ArrayList<>();
    boolean stopped = false;
    boolean decided = false;
    for (int k = 0; k < looks.size() && !(stopped && decided); k++) {
      long at = looks.get(k);
      boolean last = k == looks.size() - 1;
      Judging.Look look = look(at, last);
      seen.add(look);
      boolean crossed = judging.isCrossed(seen);
      if (!stopped && (crossed || last)) {
        stopped = true;
        stop(row, k, look.primary(), crossed);
      }
      if (!decided) {
        decided = decide(row, judge, seen, at);
        boolean ended = decided && row[Judge.GROUND] == Ground.FUTILE.ordinal();
        if (ended && !stopped) {
          stopped = true;
          stop(row, k, look.primary(), false);
        }
      }
    }
    if (!decided && !decide(row, judge, seen, course.lastMs())) {
      throw new IllegalStateException("the rule must decide at the end");
    }
    return seen.size() == looks.size()
        ? seen.get(looks.size() - 1).primary()
        : compared(course.plan().primary(), course.endMs());
  }

  /** Decides by the rule, unless it goes on. */
  private boolean decide(double[] row, Judge judge, List<Judging.Look> seen, long at) {
    List<Guarded> guarded = new ArrayList<>();
    for (Guardrail guardrail : course.plan().guardrails()) {
      guarded.add(judging.guarded(guardrail, compared(guardrail.metric(), at)));
    }
    Ground ground = judging.ground(seen, guarded);
    boolean over = at == course.lastMs();
    if (ground.advice() == Advice.RUN_ON && !over) {
      return false;
    }
    row[Judge.DECIDED_MS] = at;
    row[Judge.GROUND] = ground.ordinal();
    guardrails(row, judge, guarded);
    further(row, judge, at);
    return true;
  }

  private Judging.Look look(long at, boolean last) {
    Sight.Seen seen = new Sight(course, units, at, before).of(course.plan().primary());
    long passed = at - course.startMs() - course.plan().primary().withinMs();
    double weeks = Math.min(course.enrolMs(), passed) / (double) Course.WEEK;
    return judging.look(seen.units(), seen.young(), weeks, last);
  }

  private void stop(double[] row, int look, Comparison primary, boolean crossed) {
    boolean good =
        course.plan().twoSided() || primary.gain() > 0; // one side: the other shows nothing
    row[Judge.STOP_LOOK] = look + 1.0;
    row[Judge.STOP_MS] = looks.get(look);
    row[Judge.STOP_EFFECT] = primary.effect();
    row[Judge.SIGNIFICANT] = !primary.isComputable() ? Double.NaN : crossed && good ? 1 : 0;
  }

  private Comparison compared(Metric metric, long at) {
    Sight.Seen seen = new Sight(course, units, at, before).of(metric);
    return judging.compare(metric, seen.units(), seen.young());
  }

  private void guardrails(double[] row, Judge judge, List<Guarded> guarded) {
    ExperimentPlan plan = course.plan();
    Sight end = new Sight(course, units, course.lastMs(), before);
    for (int g = 0; g < guarded.size(); g++) {
      int at = judge.metric(g);
      Outcome outcome = guarded.get(g).outcome();
      boolean known = outcome != Outcome.NOT_COMPUTABLE;
      row[at + Judge.LEVEL] = end.level(plan.guardrails().get(g).metric());
      row[at + Judge.SHOWN] = !known ? Double.NaN : outcome == Outcome.MET ? 1 : 0;
      row[at + Judge.BROKEN] = !known ? Double.NaN : outcome == Outcome.BROKEN ? 1 : 0;
    }
  }

  private void further(double[] row, Judge judge, long now) {
    ExperimentPlan plan = course.plan();
    double[] p =
        plan.secondary().stream().mapToDouble(metric -> compared(metric, now).p()).toArray();
    double[] adjusted = judging.adjusted(p);
    Sight end = new Sight(course, units, course.lastMs(), before);
    for (int s = 0; s < adjusted.length; s++) {
      int at = judge.metric(plan.guardrails().size() + s);
      row[at + Judge.LEVEL] = end.level(plan.secondary().get(s));
      row[at + Judge.SHOWN] =
          Double.isNaN(adjusted[s]) ? Double.NaN : adjusted[s] <= plan.alpha() ? 1 : 0;
      row[at + Judge.BROKEN] = Double.NaN;
    }
  }
}

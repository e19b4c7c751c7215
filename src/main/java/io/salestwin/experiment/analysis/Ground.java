package io.salestwin.experiment.analysis;

import io.salestwin.experiment.analysis.Analysis.Advice;
import io.salestwin.experiment.analysis.Analysis.Outcome;
import java.util.List;

/** On what a plan's rule decides at a look. */
public enum Ground {
  /** No unit's window has passed yet. */
  NOT_YET(Advice.RUN_ON),
  /** The metric that decides is not computable. */
  NOT_COMPUTABLE(Advice.NOT_COMPUTABLE),
  /** A guardrail became worse by more than its margin. */
  BROKEN(Advice.DO_NOT_SHIP),
  /** The metric that decides became worse. */
  HARM(Advice.DO_NOT_SHIP),
  /** A gain is shown, and that every guardrail holds. */
  GAIN(Advice.SHIP),
  /** A gain is shown, but not yet that every guardrail holds. */
  GAIN_WAITS(Advice.RUN_ON),
  /** A gain is shown, and when all windows have passed still not that every guardrail holds. */
  GAIN_UNGUARDED(Advice.DO_NOT_SHIP),
  /** Nothing is shown at the end. */
  NOTHING(Advice.DO_NOT_SHIP),
  /** Nothing is shown, and hardly can be by the end. */
  FUTILE(Advice.DO_NOT_SHIP),
  /** Nothing is shown yet. */
  NOTHING_YET(Advice.RUN_ON);

  private final Advice advice;

  Ground(Advice advice) {
    this.advice = advice;
  }

  /**
   * What to do.
   *
   * @return the advice that follows
   */
  public Advice advice() {
    return advice;
  }

  /**
   * The ground at the last of some looks.
   *
   * @param guardrails the outcome of each
   * @param young whether one of those that are not met has units whose window has not passed; to
   *     wait for them is no further look at the metric that decides
   */
  static Ground of(Comparison primary, Watching watching, List<Outcome> guardrails, boolean young) {
    if (!primary.isComputable()) {
      return primary.young() > 0 ? NOT_YET : NOT_COMPUTABLE;
    }
    if (guardrails.contains(Outcome.BROKEN)) {
      return BROKEN;
    }
    if (!watching.isCrossed()) {
      return watching.isLast() ? NOTHING : watching.isFutile() ? FUTILE : NOTHING_YET;
    }
    if (primary.gain() < 0) {
      return HARM;
    }
    if (guardrails.stream().allMatch(each -> each == Outcome.MET)) {
      return GAIN;
    }
    return watching.isLast() && !young ? GAIN_UNGUARDED : GAIN_WAITS;
  }
}

package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.scenario.HygieneRules;
import io.salestwin.scenario.HygieneRules.NextStep;
import io.salestwin.scenario.HygieneRules.Review;
import io.salestwin.scenario.HygieneRules.Slips;
import io.salestwin.scenario.HygieneRules.Stale;
import io.salestwin.scenario.Scenario;
import java.util.Optional;

/**
 * The rules of hygiene of one arm as the loop needs them. Arrays are indexed by stage x kind.
 *
 * @param kinds number of kinds
 * @param staleMs longest stay in a stage; null when there is no rule about stale deals
 * @param acts whether stale deals are dealt with, not only counted
 * @param staleLost chance that a stale deal is lost
 * @param staleTo stage in which it is requalified; -1 for one before its own
 * @param closeMs time from now to the planned close; null when no closes are planned
 * @param ripeMs twice the median won cycle of the kind that takes the longest; 0 when no closes are
 *     planned
 * @param slipLimit from how many slips on the effect acts
 * @param slipEffect the effect, in log-odds
 * @param reviews whether the close is planned anew at the limit
 * @param reviewEffort sampler of the work that this takes, or {@link StagePlan#NONE}
 * @param reviewRole the role that does it, or -1 for the owner
 * @param noStep chance that a visit has no next step
 * @param noStepEffect its effect, in log-odds
 * @param noStepDelay its factor on the buyers' delay
 */
record HygienePlan(
    int kinds,
    long[] staleMs,
    boolean acts,
    double staleLost,
    int staleTo,
    long[] closeMs,
    long ripeMs,
    int slipLimit,
    double slipEffect,
    boolean reviews,
    int reviewEffort,
    int reviewRole,
    double noStep,
    double noStepEffect,
    double noStepDelay) {

  /** No plan and no rule is shorter, so that nothing happens without end in one instant. */
  static final long SHORTEST_MS = Clock.DAY;

  static HygienePlan of(
      Scenario arm, boolean forecasts, ModelParts parts, StageCompiler distributions) {
    Optional<HygieneRules> rules = arm.hygiene();
    Optional<Stale> stale = rules.flatMap(HygieneRules::stale);
    Optional<Slips> slips = rules.flatMap(HygieneRules::slips);
    Optional<Review> review = slips.flatMap(Slips::review);
    Optional<NextStep> step = rules.flatMap(HygieneRules::nextStep);
    boolean plans = slips.isPresent() || forecasts;
    WonCycles cycles =
        plans || stale.isPresent() ? new WonCycles(arm, parts.kinds, parts.delayFactor) : null;
    return new HygienePlan(
        parts.kinds.count(),
        stale.map(rule -> staleMs(arm, rule, cycles, parts.kinds)).orElse(null),
        stale.map(rule -> rule.then() != Stale.Then.KEEP).orElse(false),
        stale.map(Stale::lost).orElse(0.0),
        stale.map(Stale::to).orElse(-1),
        plans ? closeMs(arm, slips.map(Slips::planAt).orElse(0.5), cycles, parts.kinds) : null,
        plans ? ripeMs(arm, cycles, parts.kinds) : 0,
        slips.map(Slips::limit).orElse(Integer.MAX_VALUE),
        slips.map(Slips::effect).orElse(0.0),
        review.isPresent(),
        review.map(r -> distributions.number(r.effort())).orElse(StagePlan.NONE),
        review.map(Review::role).orElse(-1),
        step.map(s -> 1 - s.compliance()).orElse(0.0),
        step.map(NextStep::effect).orElse(0.0),
        step.map(NextStep::delay).orElse(1.0));
  }

  private static long[] staleMs(Scenario arm, Stale rule, WonCycles cycles, Kinds kinds) {
    long[] all = new long[arm.stages().size() * kinds.count()];
    for (int at = 0; at < all.length; at++) {
      int kind = at % kinds.count();
      double usual =
          rule.of() == Stale.Usual.CYCLE
              ? cycles.remainingMs(arm.opportunityFrom(), kind, 0.5)
              : cycles.ownMs(at / kinds.count(), kind);
      all[at] = atLeast(rule.factor() * usual);
    }
    return all;
  }

  private static long[] closeMs(Scenario arm, double planAt, WonCycles cycles, Kinds kinds) {
    long[] all = new long[arm.stages().size() * kinds.count()];
    for (int at = 0; at < all.length; at++) {
      all[at] = atLeast(cycles.remainingMs(at / kinds.count(), at % kinds.count(), planAt));
    }
    return all;
  }

  private static long ripeMs(Scenario arm, WonCycles cycles, Kinds kinds) {
    double longest = 0;
    for (int kind = 0; kind < kinds.count(); kind++) {
      longest = Math.max(longest, cycles.remainingMs(arm.opportunityFrom(), kind, 0.5));
    }
    return atLeast(2 * longest);
  }

  private static long atLeast(double ms) {
    return Math.max(SHORTEST_MS, Math.round(Math.min(ms, Long.MAX_VALUE / 4.0)));
  }

  long staleMs(int stage, int kind) {
    return staleMs[stage * kinds + kind];
  }

  long closeMs(int stage, int kind) {
    return closeMs[stage * kinds + kind];
  }
}

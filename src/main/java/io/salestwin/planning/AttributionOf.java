package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Attribution.Share;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Plays the combinations of the changes of an alternative and shares its difference out. */
final class AttributionOf {

  /** How many plays all combinations together may cost, where the comparison costs less. */
  private static final int PLAYS = 1024;

  private static final int LEAST = 32;
  private static final String BOOKINGS = Targets.column(KpiLayout.HORIZON);

  private final Goal goal;
  private final double level;
  private final RunResult base;
  private final RunResult other;
  private final int players;
  private final int replications;

  private AttributionOf(Goal goal, double level, RunResult base, RunResult other, int players) {
    this.goal = goal;
    this.level = level;
    this.base = base;
    this.other = other;
    this.players = players;
    int between = (1 << players) - 2;
    int n = base.replications();
    replications = between == 0 ? n : fewer(n, Math.max(PLAYS, 2 * n) / between);
  }

  private static int fewer(int n, int affordable) {
    return Math.min(n, Math.max(LEAST, affordable - affordable % 2));
  }

  /**
   * Shares out.
   *
   * @param name of the alternative
   * @param combinations of its changes
   * @return the attribution, or why there is none
   */
  static Parsed<Attribution> of(
      String name,
      Combinations combinations,
      Goal goal,
      double level,
      RunResult base,
      RunResult other,
      Runner runner,
      Progress progress) {
    int players = combinations.names().size();
    AttributionOf attribution = new AttributionOf(goal, level, base, other, players);
    List<RunResult> between = new ArrayList<>();
    for (int set = 1; set < (1 << players) - 1; set++) {
      Parsed<Scenario> scenario = combinations.scenario(set);
      if (scenario.isBad()) {
        return Parsed.bad(scenario.reason(), "");
      }
      between.add(attribution.empty(scenario.value()));
    }
    int[] upTo = new int[between.size()];
    Arrays.fill(upTo, attribution.replications);
    List<RunResult> played = runner.extend(between, upTo, progress);
    return runner.isCutShort()
        ? Parsed.bad("the run was stopped before all combinations of the changes were played", "")
        : Parsed.of(attribution.attribution(name, combinations.names(), played));
  }

  private RunResult empty(Scenario scenario) {
    RunPlan plan = new RunPlan(scenario, base.plan().seed(), replications);
    return RunResult.empty(
        base.plan().antithetic() ? plan.mirrored() : plan,
        KpiLayout.of(scenario)
            .only(c -> c.name().equals(goal.column()) || c.name().equals(BOOKINGS)));
  }

  private Attribution attribution(String name, List<String> names, List<RunResult> between) {
    SharedGain ofGoal = gain(goal::values, between);
    SharedGain ofBookings = gain(run -> run.column(BOOKINGS), between);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < players; i++) {
      shares.add(
          new Share(
              names.get(i),
              ofGoal.value(i),
              ofBookings.value(i),
              ofGoal.alone(i),
              ofBookings.alone(i)));
    }
    return new Attribution(
        name,
        replications,
        shares,
        ofGoal.whole(),
        ofBookings.whole(),
        ofGoal.overlap(),
        ofBookings.overlap());
  }

  private SharedGain gain(Function<RunResult, double[]> of, List<RunResult> between) {
    return new SharedGain(
        of.apply(base),
        of.apply(other),
        between.stream().map(of).toList(),
        replications,
        players,
        level);
  }
}

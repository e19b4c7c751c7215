package io.salestwin.planning.staffing;

import io.salestwin.document.Parsed;
import io.salestwin.finance.SeatCost;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.selection.ChanceTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is asked of a staffing plan: which plans there are, what one must reach, and how sure the
 * answer must be.
 *
 * @param recipe the scenario that is varied
 * @param scenario the same, read
 * @param goal what a plan must reach with which odds
 * @param varied what is varied; its numbers are counted from none
 * @param plans every combination, with its cost
 * @param sampling how sure the answer must be, and what may be played for it
 */
public record StaffingQuestion(
    Recipe recipe,
    Scenario scenario,
    ChanceGoal goal,
    List<Vary> varied,
    List<StaffPlan> plans,
    Sampling sampling) {

  /** Copies the lists. */
  public StaffingQuestion {
    varied = List.copyOf(varied);
    plans = List.copyOf(plans);
  }

  /**
   * How sure an answer must be, and what may be played for it.
   *
   * @param zone half the width of the zone around the odds in which either answer will do, above 0
   * @param risk the chance of a wrong selection, above 0 and below 1
   * @param mostPerPlan most replications of one plan in the search, at least 2
   * @param replications how often the plan that is found and what it is compared with are played
   *     afterwards, at least 4
   * @param seed the seed of all chance
   * @param antithetic whether the second replication of a pair meets the mirrored luck of the first
   */
  public record Sampling(
      double zone, double risk, int mostPerPlan, int replications, long seed, boolean antithetic) {

    /** Half the width of the zone when nothing else is said: 2 percentage points. */
    public static final double USUAL_ZONE = 0.02;

    /** The chance of a wrong selection when nothing else is said. */
    public static final double USUAL_RISK = 0.05;

    /** Most replications of one plan when nothing else is said. */
    public static final int USUAL_MOST = 50_000;

    /** Replications of the plan that is found when nothing else is said. */
    public static final int USUAL_REPLICATIONS = 1000;

    /** Checks the numbers. */
    public Sampling {
      if (!(zone > 0 && risk > 0 && risk < 1 && mostPerPlan >= 2 && replications >= 4)) {
        throw new IllegalArgumentException(
            "zone above 0, risk above 0 and below 1, at least 2 and 4 replications: "
                + List.of(zone, risk, mostPerPlan, replications));
      }
    }

    /**
     * What is usual.
     *
     * @param seed the seed of all chance
     * @return the usual sampling
     */
    public static Sampling usual(long seed) {
      return new Sampling(USUAL_ZONE, USUAL_RISK, USUAL_MOST, USUAL_REPLICATIONS, seed, false);
    }

    private Sampling fitting(double odds) {
      return new Sampling(
          ChanceTest.fitting(odds, zone),
          risk,
          mostPerPlan - mostPerPlan % 2,
          replications - replications % 2,
          seed,
          antithetic);
    }
  }

  /**
   * A question as people ask it.
   *
   * @param recipe the scenario, which can be read
   * @param goal as of {@link ChanceGoal#of}
   * @param varied as of {@link Vary#parse}
   * @param sampling how sure the answer must be; a zone that does not fit around the odds is
   *     narrowed
   * @return the question, or what is wrong with it
   */
  public static Parsed<StaffingQuestion> of(
      Recipe recipe, String goal, List<String> varied, Sampling sampling) {
    List<Vary> varies = new ArrayList<>();
    for (String text : varied) {
      Parsed<Vary> vary = Vary.parse(text);
      if (vary.isBad()) {
        return Parsed.bad("--vary: " + vary.reason(), vary.advice());
      }
      varies.add(vary.value());
    }
    Scenario scenario = recipe.scenario();
    Parsed<ChanceGoal> parsed = ChanceGoal.of(goal, scenario, KpiLayout.of(scenario));
    if (parsed.isBad()) {
      return Parsed.bad("--goal: " + parsed.reason(), parsed.advice());
    }
    return StaffGrid.of(recipe, varies)
        .map(
            grid ->
                new StaffingQuestion(
                    recipe,
                    scenario,
                    parsed.value(),
                    grid.varied(),
                    grid.plans(),
                    sampling.fitting(parsed.value().odds())));
  }

  /**
   * The smallest difference of costs that is worth a search: one rep-quarter of the cheapest role
   * that is varied, less a cent, as the costs of plans are rounded to cents.
   *
   * @return in cents
   */
  public long toleranceCents() {
    return Math.max(1, Math.round(perQuarter(cheapest())) - 1);
  }

  /**
   * The role that is varied and costs least.
   *
   * @return the role; of equal ones the first
   */
  public Role cheapest() {
    return varied.stream()
        .map(vary -> StaffGrid.role(scenario, vary.role()).orElseThrow())
        .min(Comparator.comparingDouble(this::perQuarter))
        .orElseThrow();
  }

  private double perQuarter(Role role) {
    return SeatCost.perQuarter(scenario, role).orElse(0);
  }

  /**
   * Plays the plans and answers.
   *
   * @param runner plays the replications; where it is stopped, what is known so far is the answer
   * @param progress hears how far it has come
   * @return the answer
   */
  public StaffingPlan answer(Runner runner, Progress progress) {
    return new StaffingSearch(this, runner, progress).answer();
  }
}

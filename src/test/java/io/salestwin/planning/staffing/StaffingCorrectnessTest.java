package io.salestwin.planning.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.staffing.StaffingQuestion.Sampling;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether the staffing that is found is right, on a scenario that is played, with and without a
 * warm-up: 42 plans whose true odds are known from 20,000 replications each, 100 searches with
 * seeds of their own, and what equal numbers of replications for every plan would need to be right
 * as often.
 */
@Tag("validation")
class StaffingCorrectnessTest {

  private static final int TRUTH = 20_000;
  private static final int SEARCHES = 100;
  private static final int RIGHT = 95;

  /** Studies of equal numbers: so many that their share of right ones is known to a point. */
  private static final int STUDIES = 2000;

  private static final int STEP = 20;

  private final Runner runner = Runner.local(Runtime.getRuntime().availableProcessors());

  private static StaffingQuestion question(List<String> sets) {
    ScenarioFile file =
        ScenarioFile.read(Path.of("src/test/resources/planning/outbound.yaml"), List.of());
    Recipe recipe = new Recipe("outbound.yaml", file.files(), StaffGrid.overrides(sets));
    return StaffingQuestion.of(
            recipe,
            "p_hit(2027-Q1) >= 0.9",
            List.of("roles.AE.headcount=6..11", "roles.SDR.headcount=4..10"),
            sampling(1))
        .value();
  }

  private static Sampling sampling(long seed) {
    return new Sampling(0.02, 0.05, Sampling.USUAL_MOST, 4, seed, false);
  }

  @Test
  void isRightInNinetyFiveOfHundredSearchesForAQuarterOfEqualNumbers() {
    compare(List.of());
  }

  @Test
  void isRightWithAWarmUpForAQuarterOfEqualNumbers() {
    compare(List.of("begin={warmUp: 14 days}"));
  }

  /**
   * 95 of 100 is what is asked for; the procedure promises 95 % whatever the odds of the plans are,
   * and is wrong less often. Fixed seeds: the outcome is the same at every run.
   */
  private void compare(List<String> sets) {
    StaffingQuestion question = question(sets);
    int right = 0;
    long replications = 0;
    Truth truth = new Truth(question, runner);
    for (int seed = 1; seed <= SEARCHES; seed++) {
      StaffingQuestion asked =
          new StaffingQuestion(
              question.recipe(),
              question.scenario(),
              question.goal(),
              question.varied(),
              question.plans(),
              sampling(1000L * seed));
      StaffingPlan answer = asked.answer(runner, Progress.SILENT);
      right += truth.isRight(answer.chosen()) ? 1 : 0;
      replications += answer.searched();
    }
    int equal = STEP;
    while (truth.rightWithEqualNumbers(equal) * 100L < RIGHT * (long) STUDIES) {
      equal += STEP;
    }
    double share = replications / (double) SEARCHES / ((double) equal * question.plans().size());
    assertThat(right).isGreaterThanOrEqualTo(RIGHT);
    assertThat(share)
        .as("%s replications on average against %s of each", replications / SEARCHES, equal)
        .isLessThanOrEqualTo(0.25);
  }

  /** The true odds, and the replications behind them as pairs. */
  private static final class Truth {

    private final StaffingQuestion question;
    private final int[][] hits;
    private final double[] odds;
    private final List<Integer> byCost;

    Truth(StaffingQuestion question, Runner runner) {
      this.question = question;
      int plans = question.plans().size();
      hits = new int[plans][TRUTH / 2];
      odds = new double[plans];
      byCost =
          IntStream.range(0, plans)
              .boxed()
              .sorted(Comparator.comparingLong(i -> question.plans().get(i).costCents()))
              .toList();
      for (int plan = 0; plan < plans; plan++) {
        double[] figures = figures(question.plans().get(plan), runner);
        for (int r = 0; r < TRUTH; r++) {
          hits[plan][r / 2] += question.goal().isHit(figures[r]) ? 1 : 0;
          odds[plan] += question.goal().isHit(figures[r]) ? 1.0 / TRUTH : 0;
        }
      }
    }

    private double[] figures(StaffPlan plan, Runner runner) {
      Scenario scenario = question.recipe().with(StaffGrid.overrides(plan.sets())).scenario();
      String column = question.goal().column();
      KpiLayout layout = KpiLayout.of(scenario).only(c -> c.name().equals(column));
      RunResult none = RunResult.empty(new RunPlan(scenario, 77, 1), layout);
      return runner.extend(List.of(none), new int[] {TRUTH}, Progress.SILENT).get(0).column(column);
    }

    /** True odds of 88 % or more, and within a rep-quarter of the cheapest with 92 % or more. */
    boolean isRight(int chosen) {
      long best = Long.MAX_VALUE;
      for (int plan = 0; plan < odds.length; plan++) {
        if (odds[plan] >= 0.92) {
          best = Math.min(best, question.plans().get(plan).costCents());
        }
      }
      return chosen >= 0
          && odds[chosen] >= 0.88
          && question.plans().get(chosen).costCents() <= best + question.toleranceCents() + 1;
    }

    /**
     * In how many studies the cheapest plan whose share reaches 90 % is right, when every plan has
     * as many replications: pairs drawn from those of the truth, the same for all plans.
     */
    int rightWithEqualNumbers(int replications) {
      SplittableRandom random = new SplittableRandom(replications);
      int right = 0;
      for (int study = 0; study < STUDIES; study++) {
        int[] drawn = random.ints(replications / 2, 0, TRUTH / 2).toArray();
        right += isRight(cheapest(drawn)) ? 1 : 0;
      }
      return right;
    }

    private int cheapest(int[] drawn) {
      for (int plan : byCost) {
        long sum = 0;
        for (int pair : drawn) {
          sum += hits[plan][pair];
        }
        if (sum >= 0.9 * 2 * drawn.length) {
          return plan;
        }
      }
      return -1;
    }
  }
}

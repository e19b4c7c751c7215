package io.salestwin.run.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.WeekCounts;
import io.salestwin.run.Precision;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Small;
import io.salestwin.scenario.ImpossibleScenarioException;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of a runner on threads holds of one on Spark, here on two cores of this machine. */
class SparkCrewTest {

  private static SparkCrew crew;

  @BeforeAll
  static void start() {
    assertThat(Installation.obstacle()).isEmpty();
    crew = SparkCrew.at(Optional.of("local[2]"), 1);
  }

  @AfterAll
  static void end() {
    SparkContext.getOrCreate(new SparkConf()).stop();
  }

  @Test
  void rowsAreTheSameToTheBit() {
    RunPlan plan = new RunPlan(Small.with("sources.inbound.arrivals.perMonth=x1.5"), 11, 140);
    RunResult here = Runner.local(1).run(plan.mirrored(), Progress.SILENT);
    RunResult there = Runner.on(crew).run(plan.mirrored(), Progress.SILENT);
    assertSame(there, here);
    assertThat(there.weeks()).hasSize(RunResult.MOST_COUNTED);
    for (int r = 0; r < there.weeks().size(); r++) {
      assertThat(counts(there.weeks().get(r))).isEqualTo(counts(here.weeks().get(r)));
    }
  }

  @Test
  void aPreciseRunEndsAtTheSameLook() {
    Precision close = new Precision(List.of(new Precision.Mean("leads", "leads", 0.105, true)));
    RunPlan plan = new RunPlan(Small.with(), 11, 3000).until(close);
    RunResult there = Runner.on(crew).run(plan, Progress.SILENT);
    assertThat(there.end()).isEqualTo(RunResult.End.PRECISE);
    assertThat(there.replications()).isEqualTo(256);
    assertSame(there, Runner.local(2).run(new RunPlan(plan.scenario(), 11, 256), Progress.SILENT));
  }

  @Test
  void aStoppedRunGivesAnEvenWholeBeginningOfTheFullRun() {
    RunPlan plan = new RunPlan(Small.with(), 11, 100_000);
    Runner runner = Runner.on(crew);
    RunResult part =
        runner.run(
            plan,
            (done, of, bookings) -> {
              if (done > 0) {
                runner.stop();
              }
            });
    assertThat(part.replications()).isPositive().isLessThan(100_000).isEven();
    assertThat(part.end()).isEqualTo(RunResult.End.STOPPED);
    assertSame(part, Runner.local(2).run(plan.upTo(part.replications()), Progress.SILENT));
  }

  @Test
  void ofSeveralFailuresTheFirstReplicationsIsToldAsOnOneThread() {
    Scenario impossible =
        Small.with(
            "stages.Talk.delay={advance: {lognormal: {median: 3 days, p90: 9 days}}}",
            "uncertainty={stages.Talk.delay.advance.lognormal.median: {uniform: {min: 1 day, max: 10 days}}}");
    RunPlan plan = new RunPlan(impossible, 11, 200);
    Throwable here = catchThrowable(() -> Runner.local(1).run(plan, Progress.SILENT));
    assertThatThrownBy(() -> Runner.on(crew).run(plan, Progress.SILENT))
        .isInstanceOf(ImpossibleScenarioException.class)
        .hasMessage(here.getMessage());
  }

  @Test
  void scenariosSideBySideAreTheSameAndEndAtTheSamePlay() {
    Runner here = Runner.local(1).atMost(43);
    Runner there = Runner.on(crew).atMost(43);
    List<RunResult> two =
        List.of(nothing(Small.with()), nothing(Small.with("roles.AE.headcount=5")));
    List<RunResult> expected = two;
    for (int n = 10; n <= 30; n += 10) {
      int[] upTo = {n, n};
      expected = here.extend(expected, upTo, Progress.SILENT);
      two = there.extend(two, upTo, Progress.SILENT);
      for (int s = 0; s < 2; s++) {
        assertSame(two.get(s), expected.get(s));
      }
    }
    assertThat(there.plays()).isEqualTo(43);
    assertThat(there.isCutShort()).isTrue();
  }

  @Test
  void blocksAreAllPlaysInOrderSmallAtBothEnds() {
    for (int cores : new int[] {1, 2, 64}) {
      for (int plays : new int[] {1, 15, 16, 17, 1000, 1_000_000}) {
        int next = 0;
        for (Block block : Block.of(plays, cores)) {
          assertThat(block.from()).isEqualTo(next);
          assertThat(block.to()).isGreaterThan(next).isLessThanOrEqualTo(next + 4096);
          next = block.to();
        }
        assertThat(next).isEqualTo(plays);
      }
    }
    List<Block> many = Block.of(1_000_000, 2);
    assertThat(many).hasSizeLessThan(1000);
    assertThat(many.get(0)).isEqualTo(new Block(0, 16));
    assertThat(many.get(many.size() - 1).from()).isGreaterThanOrEqualTo(1_000_000 - 16);
  }

  private static RunResult nothing(Scenario scenario) {
    KpiLayout few = KpiLayout.of(scenario).only(column -> column.member().isEmpty());
    return RunResult.empty(new RunPlan(scenario, 5, 1), few);
  }

  private static int[] counts(WeekCounts weeks) {
    int[] counts = new int[3 * weeks.weeks()];
    for (int w = 0; w < weeks.weeks(); w++) {
      counts[3 * w] = weeks.leads(w);
      counts[3 * w + 1] = weeks.deals(w);
      counts[3 * w + 2] = weeks.dealsOfAge(w);
    }
    return counts;
  }

  private static void assertSame(RunResult there, RunResult here) {
    assertThat(there.replications()).isEqualTo(here.replications());
    for (int r = 0; r < there.replications(); r++) {
      // equal to the bit, NaN included
      assertThat(there.rows().get(r)).isEqualTo(here.rows().get(r));
    }
  }
}

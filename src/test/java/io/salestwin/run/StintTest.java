package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.Rich;
import io.salestwin.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios that are played side by side are what they are by themselves. */
class StintTest {

  private static final Scenario BASE = Rich.with();
  private static final Scenario MORE = Rich.with("roles.AE.headcount=+1");

  private static List<RunResult> nothing() {
    return List.of(nothing(BASE), nothing(MORE));
  }

  private static RunResult nothing(Scenario scenario) {
    return RunResult.empty(new RunPlan(scenario, 5, 1), KpiLayout.of(scenario));
  }

  @Test
  void piecesSideBySideAreTheRunsInOnePiece() {
    Runner runner = Runner.local(3);
    List<RunResult> first = runner.extend(nothing(), new int[] {6, 2}, Progress.SILENT);
    assertThat(first).extracting(RunResult::replications).containsExactly(6, 2);
    List<RunResult> both = runner.extend(first, new int[] {12, 12}, Progress.SILENT);
    assertThat(runner.plays()).isEqualTo(24);
    assertThat(runner.isCutShort()).isFalse();
    for (int s = 0; s < 2; s++) {
      RunResult whole =
          Runner.local(1).run(new RunPlan(both.get(s).plan().scenario(), 5, 12), Progress.SILENT);
      for (int r = 0; r < 12; r++) {
        assertThat(Arrays.equals(both.get(s).rows().get(r), whole.rows().get(r))).isTrue();
      }
      assertThat(both.get(s).plan().replications()).isEqualTo(12);
    }
  }

  @Test
  void whereItWasStoppedAnotherStopsToo() {
    Runner stopped = Runner.local(2).atMost(13);
    List<RunResult> some = stopped.extend(nothing(), new int[] {10, 10}, Progress.SILENT);
    assertThat(stopped.isCutShort()).isTrue();
    assertThat(stopped.plays()).isEqualTo(13);
    // 8 of the first, then 5 of the second, of which 4 are whole pairs
    assertThat(some).extracting(RunResult::replications).containsExactly(8, 4);
    List<RunResult> same = stopped.extend(some, new int[] {10, 10}, Progress.SILENT);
    assertThat(same).extracting(RunResult::replications).containsExactly(8, 4);
    assertThat(stopped.plays()).isEqualTo(13);
  }

  @Test
  void aRunnerThatIsStoppedPlaysNothing() {
    Runner runner = Runner.local(1);
    runner.stop();
    List<RunResult> none = runner.extend(nothing(), new int[] {4, 4}, Progress.SILENT);
    assertThat(none).allSatisfy(run -> assertThat(run.rows()).isEmpty());
    assertThat(runner.isCutShort()).isTrue();
  }

  @Test
  void fewerColumnsAreTheSameColumns() {
    KpiLayout few = KpiLayout.of(BASE).only(column -> column.kpi().id().equals("won"));
    RunResult narrow =
        Runner.local(1)
            .extend(
                List.of(RunResult.empty(new RunPlan(BASE, 5, 1), few)),
                new int[] {4},
                Progress.SILENT)
            .get(0);
    RunResult wide = Runner.local(1).run(new RunPlan(BASE, 5, 4), Progress.SILENT);
    assertThat(narrow.layout().columns()).allMatch(column -> column.kpi().id().equals("won"));
    assertThat(narrow.column("won")).isEqualTo(wide.column("won"));
    assertThat(narrow.layout().index("leads")).isEqualTo(-1);
  }
}

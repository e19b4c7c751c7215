package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.ImpossibleScenarioException;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Many replications are the same rows on any number of threads, and a stopped run a part of them.
 */
class RunnerTest {

  @Test
  void rowsAreTheSameToTheBitOnOneTwoAndSevenThreads() {
    List<double[]> one = run(1, 60).rows();
    assertThat(one).hasSize(60);
    for (int threads : new int[] {2, 7}) {
      assertSame(run(threads, 60).rows(), one);
    }
  }

  @Test
  void columnsAtHandChangeNothingAndMustBeThoseOfTheScenario() {
    RunPlan plan = new RunPlan(scenario(), 11, 20);
    KpiLayout layout = KpiLayout.of(plan.scenario());
    RunResult rows = Runner.local(2).run(plan, layout, Progress.SILENT);
    assertSame(rows.rows(), run(2, 20).rows());
    RunPlan other = new RunPlan(scenario(), 11, 20);
    assertThatThrownBy(() -> Runner.local(2).run(other, layout, Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another scenario");
  }

  @Test
  void aShorterRunIsTheBeginningOfALongerOne() {
    assertSame(run(2, 20).rows(), run(2, 60).rows().subList(0, 20));
  }

  @Test
  void aStoppedRunGivesAnEvenWholeBeginningOfTheFullRun() {
    int asked = 100_000;
    Runner runner = Runner.local(2);
    RunResult part =
        runner.run(
            new RunPlan(scenario(), 11, asked),
            (done, of, bookings) -> {
              if (done > 0) {
                runner.stop();
              }
            });
    assertThat(part.replications()).isPositive().isLessThan(asked);
    assertThat(part.replications() % 2).isZero();
    assertThat(part.end()).isEqualTo(RunResult.End.STOPPED);
    assertSame(part.rows(), run(1, part.replications()).rows());
  }

  // ---- precision

  /** Mean leads to 7.5 %; their rate is drawn from 5 to 400 a month. */
  private static final Precision CLOSE =
      new Precision(List.of(new Precision.Mean("leads", "leads", 0.075, true)));

  @Test
  void aPreciseRunIsTheSameBeginningOfTheFullRunOnAnyNumberOfThreads() {
    RunPlan plan = new RunPlan(scenario(), 11, 3000).until(CLOSE);
    RunResult one = Runner.local(1).run(plan, Progress.SILENT);
    assertThat(one.replications()).isEqualTo(512);
    assertThat(one.end()).isEqualTo(RunResult.End.PRECISE);
    assertThat(one.look().orElseThrow().widest().halfWidth()).isBetween(0.05, 0.075);
    assertSame(one.rows(), run(2, 512).rows());
    for (int threads : new int[] {2, 7}) {
      assertSame(Runner.local(threads).run(plan, Progress.SILENT).rows(), one.rows());
    }
  }

  @Test
  void aRunThatIsNotPreciseEnoughGivesTheMostAllowed() {
    RunPlan plan = new RunPlan(scenario(), 11, 300).until(CLOSE);
    List<Integer> looks = new ArrayList<>();
    RunResult result =
        Runner.local(2)
            .run(
                plan,
                new Progress() {
                  @Override
                  public void reached(int done, int expected, Tally bookings) {
                    assertThat(expected).isLessThanOrEqualTo(300);
                  }

                  @Override
                  public void looked(Precision.Look look) {
                    looks.add(look.replications());
                  }
                });
    assertThat(result.replications()).isEqualTo(300);
    assertThat(result.end()).isEqualTo(RunResult.End.ALL);
    assertThat(looks).containsExactly(128, 256, 300);
  }

  @Test
  void whatFailsBeyondTheEndOfAPreciseRunIsNotPartOfIt() {
    RunPlan plan = impossible("9.05 days", 700);
    assertThatThrownBy(() -> Runner.local(2).run(plan, Progress.SILENT))
        .isInstanceOf(ImpossibleScenarioException.class);
    Precision half =
        new Precision(List.of(new Precision.Mean("bookings", "target_bookings", 0.5, true)));
    for (int threads : new int[] {1, 2, 7}) {
      RunResult result = Runner.local(threads).run(plan.until(half), Progress.SILENT);
      assertThat(result.end()).isEqualTo(RunResult.End.PRECISE);
      assertThat(result.replications()).isEqualTo(128);
    }
    Precision never =
        new Precision(List.of(new Precision.Mean("bookings", "target_bookings", 1e-9, true)));
    assertThatThrownBy(() -> Runner.local(2).run(plan.until(never), Progress.SILENT))
        .isInstanceOf(ImpossibleScenarioException.class);
  }

  @Test
  void aColumnThatIsNotThereIsTold() {
    Precision wrong = new Precision(List.of(new Precision.Mean("x", "nothing", 0.1, true)));
    assertThatThrownBy(
            () ->
                Runner.local(1).run(new RunPlan(scenario(), 11, 200).until(wrong), Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column (nothing)");
  }

  @Test
  void aRunnerThatWasStoppedBeforeItsRunGivesNoRow() {
    Runner runner = Runner.local(1);
    runner.stop();
    assertThat(runner.run(new RunPlan(scenario(), 11, 10), Progress.SILENT).rows()).isEmpty();
  }

  @Test
  void replicationsOfAPairShareTheDrawOfWhatIsNotKnown() {
    double[] leads = run(2, 400).column("leads");
    // arrivals are drawn from 5 to 400 a month: leads of a pair differ by chance only, Poisson at
    // the same rate with some dispersion, pairs differ by the draw as well
    double within = 0;
    double between = 0;
    for (int r = 0; r + 3 < leads.length; r += 4) {
      within += Math.abs(leads[r] - leads[r + 1]) + Math.abs(leads[r + 2] - leads[r + 3]);
      between += Math.abs(leads[r] - leads[r + 2]) + Math.abs(leads[r + 1] - leads[r + 3]);
    }
    assertThat(within).isLessThan(between / 5);
  }

  @Test
  void progressGoesForwardToTheEnd() {
    List<Integer> heard = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    Runner.local(2)
        .run(
            new RunPlan(scenario(), 11, 50),
            (done, of, bookings) -> {
              heard.add(done);
              asked.set(of);
              assertThat(bookings.n()).isEqualTo(done / 2);
            });
    assertThat(heard).isSorted().endsWith(50);
    assertThat(asked).hasValue(50);
  }

  @Test
  void anInputThatCannotBeStopsTheRunWithItsReason() {
    assertThatThrownBy(() -> Runner.local(2).run(impossible(90), Progress.SILENT))
        .isInstanceOf(ImpossibleScenarioException.class)
        .hasMessageContaining("stages.Talk.delay.advance.lognormal.median");
  }

  @Test
  void ofSeveralFailuresTheFirstReplicationsIsReportedOnAnyNumberOfThreads() {
    for (int maxDays : new int[] {10, 12, 90}) {
      String first = failure(1, maxDays);
      for (int threads : new int[] {2, 3, 7}) {
        assertThat(failure(threads, maxDays)).isEqualTo(first);
      }
    }
  }

  private static String failure(int threads, int maxDays) {
    try {
      Runner.local(threads).run(impossible(maxDays), Progress.SILENT);
    } catch (ImpossibleScenarioException e) {
      return e.getMessage();
    }
    throw new AssertionError("no replication failed");
  }

  private static RunPlan impossible(int maxDays) {
    return impossible(maxDays + " days", 200);
  }

  /** The median is drawn from 1 day to max; above its 90 % quantile of 9 days it cannot be. */
  private static RunPlan impossible(String max, int replications) {
    String bad =
        Small.TEXT.replace(
                "delay: 5 days", "delay: {advance: {lognormal: {median: 3 days, p90: 9 days}}}")
            + "  stages.Talk.delay.advance.lognormal.median: {uniform: {min: 1 day, max: "
            + max
            + "}}\n";
    return new RunPlan(read(bad), 11, replications);
  }

  @Test
  void aPlanAndARunnerNeedAtLeastOneReplicationAndOneThread() {
    assertThatThrownBy(() -> new RunPlan(scenario(), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("replications (0)");
    assertThatThrownBy(() -> Runner.local(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads (0)");
  }

  private static RunResult run(int threads, int replications) {
    return Runner.local(threads).run(new RunPlan(scenario(), 11, replications), Progress.SILENT);
  }

  private static void assertSame(List<double[]> rows, List<double[]> expected) {
    assertThat(rows).hasSameSizeAs(expected);
    for (int r = 0; r < rows.size(); r++) {
      double[] row = rows.get(r);
      for (int i = 0; i < row.length; i++) {
        assertThat(Double.doubleToLongBits(row[i]))
            .isEqualTo(Double.doubleToLongBits(expected.get(r)[i]));
      }
    }
  }

  private static Scenario scenario() {
    return read(Small.TEXT);
  }

  private static Scenario read(String text) {
    ScenarioFile file =
        ScenarioFile.read("small.yaml", Attachments.ofTexts(Map.of("small.yaml", text)), List.of());
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
  }
}

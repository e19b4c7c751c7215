package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of one seed meet the same luck, so their difference is known better than either. */
class PairedRunsTest {

  private static final Path PAGE = Path.of("src/docs/precision.md");

  @Test
  void theSameScenarioDiffersFromItselfByExactlyZero() {
    RunResult one = run("maven-crm", 6, 1);
    RunResult same = run("maven-crm", 6, 1);
    PairedRuns runs = new PairedRuns(one, same);
    for (KpiLayout.Column column : one.layout().columns()) {
      assertThat(runs.matched(column.name()).differences().sample().tally().squaredDeviations())
          .isZero();
    }
    assertThat(runs.difference("target_bookings", Interval.ERROR))
        .isEqualTo(Estimate.of(0, new Interval(0, 0, Interval.ERROR)));
    assertThat(runs.varianceRatio("target_bookings", Interval.ERROR).value()).isEmpty();
  }

  @Test
  void oneMoreRepIsKnownBetterWithTheSameLuckThanWithLuckOfItsOwn() {
    PairedRuns runs =
        new PairedRuns(run("b2b-saas", 16, 1), run("b2b-saas", 16, 1, "roles.AE.headcount=13"));
    assertThat(runs.varianceRatio("target_bookings", Interval.ERROR).orNaN()).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"roles.AE.headcount=13", "stages.Discovery.advance=x1.05"})
  @Tag("validation")
  void whatCommonLuckWinsIsWhatThePageSays(String set) throws IOException {
    PairedRuns runs = new PairedRuns(run("b2b-saas", 400, 1), run("b2b-saas", 400, 1, set));
    Estimate.Value ratio =
        runs.varianceRatio("target_bookings", Interval.ERROR).value().orElseThrow();
    Estimate.Value difference =
        runs.difference("target_bookings", Interval.ERROR).value().orElseThrow();
    String row =
        String.format(
            Locale.ROOT,
            "| `%s` | %,.0f k (%,.0f to %,.0f) | %.2f (%.2f to %.2f) |",
            set,
            difference.estimate() / 1e3,
            difference.interval().low() / 1e3,
            difference.interval().high() / 1e3,
            ratio.estimate(),
            ratio.interval().low(),
            ratio.interval().high());
    assertThat(ratio.interval().low()).as(row).isGreaterThan(1);
    assertThat(Files.readString(PAGE)).contains(row);
  }

  @Test
  void onlyRunsOfOneSeedAndOneKindOfPairsCanBePaired() {
    RunResult base = run("maven-crm", 2, 1);
    RunResult other = run("maven-crm", 2, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedRuns(base, other))
        .withMessageContaining("different seeds");
    RunResult mirrored =
        Runner.local(1).run(new RunPlan(base.plan().scenario(), 1, 2).mirrored(), Progress.SILENT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PairedRuns(base, mirrored))
        .withMessageContaining("antithetic");
  }

  @Test
  void whatOneRunHasBeyondTheOtherIsLeftOut() {
    PairedRuns runs = new PairedRuns(run("maven-crm", 4, 1), run("maven-crm", 2, 1));
    assertThat(runs.replications()).isEqualTo(2);
    assertThat(runs.matched("won").differences().n()).isEqualTo(2);
    assertThat(runs.matched("won").differences().mean()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> runs.matched("nothing"));
  }

  private static RunResult run(String scenario, int replications, long seed, String... sets) {
    List<LeverOverride> overrides =
        List.of(sets).stream().map(set -> LeverOverride.parse(set).value()).toList();
    Scenario read =
        ScenarioFile.read(Path.of("scenarios/" + scenario + ".yaml"), overrides)
            .scenario()
            .orElseThrow();
    return Runner.local(2).run(new RunPlan(read, seed, replications), Progress.SILENT);
  }
}

package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The figures of a replication are those that anyone finds who counts its steps again. */
class KpiRecountTest {

  private static final Path RICH = Path.of("src/test/resources/metrics/rich.yaml");
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 5, 6));

  /** Taken from bins that are right to 0.8 %. */
  private static final Set<String> BINNED =
      Set.of(
          "cycle_median",
          "cycle_p90",
          "lost_cycle_median",
          "lost_cycle_p90",
          "response_median",
          "whale_share");

  /** What no step shows: the parts of the odds, and deals that are left out. */
  private static final Set<String> NOT_RECOUNTED =
      Set.of(
          "effect_competitor",
          "effect_kind",
          "effect_quality",
          "effect_response",
          "effect_season",
          "effect_skill",
          "stage_stated",
          "stale_deals",
          "stale_share",
          "stale_value");

  @Test
  void everyFigureAfterAWarmUpIsTheOneRecountedFromTheSteps() {
    for (int replication = 0; replication < 3; replication++) {
      recount(List.of(), replication);
    }
  }

  @Test
  void everyFigureFromAStartingPipelineIsTheOneRecountedFromTheSteps() {
    recount(List.of(LeverOverride.parse("begin={pipeline: rich-open.csv}").value()), 4);
  }

  private static void recount(List<LeverOverride> sets, int number) {
    ScenarioFile file = ScenarioFile.read(RICH, sets);
    assertThat(file.problems()).isEmpty();
    Scenario scenario = file.scenario().orElseThrow();
    SalesModel model = SalesModel.of(scenario);
    Replication replication = new Replication(model, 20270101);
    Recorder seen = new Recorder(scenario.opportunityFrom(), model.members(Dimension.REASON));
    replication.observe(seen);
    replication.play(number);
    KpiLayout layout = new KpiLayout(model);
    double[] row = layout.row(replication.ledger());
    Map<String, Double> recounted = new Recount(seen, model, HOLIDAYS).figures();
    compare(layout, row, recounted);
    assertThat(recounted.get("won")).isGreaterThan(20);
    assertThat(recounted.get("stage_regress_share")).isGreaterThan(0);
    assertThat(recounted.get("stage_time_out_share")).isGreaterThan(0);
    assertThat(recounted.get("stage_cold_share")).isGreaterThan(0);
    assertThat(recounted.get("returned")).isGreaterThan(0);
  }

  /** Of the last of the biggest deals its size class is known, an eighth wide at the most. */
  private static double tolerance(String kpi) {
    return kpi.equals("biggest_deals") ? 0.125 : BINNED.contains(kpi) ? 0.008 : 1e-9;
  }

  private static void compare(KpiLayout layout, double[] row, Map<String, Double> recounted) {
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < row.length; i++) {
      KpiLayout.Column column = layout.columns().get(i);
      Double expected = recounted.get(column.name());
      if (expected == null) {
        if (column.member().isEmpty()) {
          missing.add(column.kpi().id());
        }
        continue;
      }
      double tolerance = tolerance(column.kpi().id());
      if (expected.isNaN()) {
        assertThat(row[i]).as(column.name()).isNaN();
      } else if (column.kpi().unit() == KpiInfo.Unit.COUNT && expected == Math.rint(expected)) {
        assertThat(row[i]).as(column.name()).isEqualTo(expected);
      } else {
        assertThat(row[i])
            .as(column.name())
            .isCloseTo(expected, within(tolerance * Math.abs(expected) + 1e-12));
      }
    }
    assertThat(missing).isEqualTo(new TreeSet<>(NOT_RECOUNTED));
  }
}

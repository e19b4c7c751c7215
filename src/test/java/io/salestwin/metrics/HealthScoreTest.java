package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** The health score by hand. */
class HealthScoreTest {

  private static final String TIERS =
      "health={flow: {weight: 25%, kpis: {leads: {floor: 400, target: 900}, cycle: {floor: 90,"
          + " target: 10}}}, wins: {weight: 75%, kpis: {win_rate: {floor: 10%, target: 90%}}}}";

  @Test
  void aKpiScoresFromItsFloorToItsTarget() {
    assertThat(HealthScore.of(0.2, 0.2, 0.3)).isZero();
    assertThat(HealthScore.of(0.25, 0.2, 0.3)).isCloseTo(50, within(1e-9));
    assertThat(HealthScore.of(0.9, 0.2, 0.3)).isEqualTo(100);
    // less is better: 90 days is the floor, 45 the target
    assertThat(HealthScore.of(60, 90, 45)).isCloseTo(200 / 3.0, within(1e-9));
    assertThat(HealthScore.of(120, 90, 45)).isZero();
    assertThat(HealthScore.of(Double.NaN, 90, 45)).isNaN();
    assertThat(HealthScore.mean(40, 80)).isEqualTo(60);
    assertThat(HealthScore.mean(40, Double.NaN)).isNaN();
    assertThat(HealthScore.weighted(new double[] {40, 80}, new double[] {0.25, 0.75}))
        .isEqualTo(70);
    assertThatThrownBy(() -> HealthScore.of(1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theScoreOfAPeriodIsThatOfItsKpisAndThatOfTheHorizonTheMeanOfThePeriods() {
    KpiLayout layout = KpiLayout.of(Rich.with(TIERS));
    double[] row = play(layout);
    double whole = 0;
    for (String period : new String[] {"2027-Q1", "2027-Q2"}) {
      double leads = clip((row[layout.index("leads." + period)] - 400) / 500);
      double cycle = clip((90 - row[layout.index("cycle." + period)]) / 80);
      double wins = clip((row[layout.index("win_rate." + period)] - 0.1) / 0.8);
      double score = 0.25 * (leads + cycle) / 2 + 0.75 * wins;
      whole += score / 2;
      assertThat(row[layout.index("health_kpi.flow: cycle." + period)])
          .isCloseTo(cycle, within(1e-9));
      assertThat(row[layout.index("health.flow." + period)])
          .isCloseTo((leads + cycle) / 2, within(1e-9));
      assertThat(row[layout.index("health." + period)]).isCloseTo(score, within(1e-9));
    }
    assertThat(row[layout.index("health")]).isCloseTo(whole, within(1e-9));
    assertThat(whole).isBetween(5.0, 95.0);
  }

  private static double[] play(KpiLayout layout) {
    Replication replication = new Replication(layout.model(), 5);
    replication.play(0);
    return layout.row(replication.ledger());
  }

  private static double clip(double share) {
    return 100 * Math.max(0, Math.min(1, share));
  }

  @Test
  void aMissingKpiMakesItsTierAndTheWholeNotComputable() {
    // there is no given pipeline, so the share of stale deals is not computable
    KpiLayout layout =
        KpiLayout.of(
            Rich.with(
                "health={a: {weight: 50%, kpis: {leads: {floor: 0, target: 900}}}, b: {weight: 50%,"
                    + " kpis: {stale_share: {floor: 50%, target: 0%}}}}"));
    double[] row = play(layout);
    assertThat(row[layout.index("health.a")]).isPositive();
    assertThat(row[layout.index("health.b")]).isNaN();
    assertThat(row[layout.index("health")]).isNaN();
  }

  @Test
  void theStandardScoreHasFourTiers() {
    Scenario scenario = Rich.with("health=standard");
    assertThat(scenario.health().stream().map(t -> t.weight()))
        .containsExactly(0.25, 0.30, 0.25, 0.20);
    KpiLayout layout = new KpiLayout(SalesModel.of(scenario));
    assertThat(layout.problems()).isEmpty();
    assertThat(play(layout)[layout.index("health")]).isBetween(0.0, 100.0);
  }

  @Test
  void whatIsNoKpiIsTold() {
    KpiLayout layout =
        KpiLayout.of(
            Rich.with(
                "health={a: {kpis: {leds: {floor: 0, target: 9}}}}",
                "alerts=[coverag < 3, utilisation.XX > 1, health > 3, bookings_by_week < 3]"));
    assertThat(layout.problems())
        .hasSize(5)
        .anySatisfy(p -> assertThat(p).startsWith("health.a: \"leds\" is no KPI"))
        .anySatisfy(p -> assertThat(p).contains("\"utilisation.XX\" is no KPI"))
        .anySatisfy(p -> assertThat(p).contains("is a figure of whole periods, not of a week"));
  }
}

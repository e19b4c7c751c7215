package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Dimension;
import io.salestwin.model.Fact;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What selling costs and pays, added up by hand from the figures that it is made of. */
class SpendKpisTest {

  private static final double CENTS = 100;

  private record Play(Scenario scenario, SalesModel model, Replication replication) {

    static Play of(String... sets) {
      Scenario scenario = Rich.with(sets);
      SalesModel model = SalesModel.of(scenario);
      Replication replication = new Replication(model, 7);
      replication.play(0);
      return new Play(scenario, model, replication);
    }

    Map<String, Double> figures() {
      KpiLayout layout = new KpiLayout(model);
      double[] row = layout.row(replication.ledger());
      Map<String, Double> figures = new TreeMap<>();
      for (int i = 0; i < row.length; i++) {
        figures.put(layout.columns().get(i).name(), row[i]);
      }
      return figures;
    }

    double fact(Fact fact, int member) {
      double sum = 0;
      for (int row = 0; row < replication.ledger().periods(); row++) {
        sum += replication.ledger().get(fact, row, member);
      }
      return sum;
    }
  }

  @Test
  void linesOfCostAreDayByDayAndPartOfWhatAWinCosts() {
    Map<String, Double> without = Play.of().figures();
    Map<String, Double> with =
        Play.of(
                "costs={crm: 73.05k/year, dialler: {cost: 36525, from: 2027-02-01, until:"
                    + " 2027-02-10}}",
                "budget={2027-Q1: 100k, 2027-Q2: 150k}")
            .figures();
    double first = 200 * 90 + 100 * 10; // 90 days of the first quarter; ten days of the dialler
    double second = 200 * 91;
    assertThat(with.get("other_costs.2027-Q1")).isCloseTo(first, within(1e-6));
    assertThat(with.get("other_costs.2027-Q2")).isCloseTo(second, within(1e-6));
    assertThat(with.get("other_costs")).isCloseTo(first + second, within(1e-6));
    double before = without.get("cost_per_win") * without.get("won");
    assertThat(with.get("cost_per_win") * with.get("won"))
        .isCloseTo(before + first + second, within(1e-6));
    assertThat(with.get("budget_left")).isCloseTo(250_000 - with.get("spend"), within(1e-6));
    assertThat(with.get("budget_left.2027-Q1") + with.get("budget_left.2027-Q2"))
        .isCloseTo(with.get("budget_left"), within(1e-6));
    // nothing else has moved
    without.forEach(
        (name, value) -> {
          if (with.get(name) == null || !with.get(name).equals(value)) {
            assertThat(name).matches("(spend|cost_per_win|payback|ltv_to_cac|cac_share|health).*");
          }
        });
    assertThat(without).doesNotContainKeys("other_costs", "budget_left");
  }

  @Test
  void aPeriodWithoutABudgetHasNothingLeftOfIt() {
    Map<String, Double> figures = Play.of("budget={2027-Q1: 100k}").figures();
    assertThat(figures.get("budget_left.2027-Q1")).isNotNaN();
    assertThat(figures.get("budget_left.2027-Q2")).isNaN();
    assertThat(figures.get("budget_left")).isNaN();
  }

  @Test
  void expansionIsPaidToWhoWonTheCustomer() {
    Play play =
        Play.of(
            "customers={expansion: {size: 40%, win: 100%}}",
            "segments.small.expansion=300%/year",
            "payPlans={ae: {rate: 10%, components: {new: {weight: 70%}, more: {weight: 30%, of:"
                + " expansion, quota: 20k}}}}",
            "roles.AE.payPlan=ae");
    Map<String, Double> figures = play.figures();
    double pay = 0;
    double more = 0;
    for (int rep = 0; rep < play.model().members(Dimension.REP).size(); rep++) {
      if (play.scenario().roles().get(play.model().roleOf(rep)).name().equals("AE")) {
        double own = play.fact(Fact.BOOKINGS_BY_REP, rep) / CENTS;
        double theirs = play.fact(Fact.EXPANSION_BY_REP, rep) / CENTS;
        // a plain rate: weight x rate x quota x attainment
        pay += 0.7 * 0.1 * own + 0.3 * 0.1 * theirs;
        more += theirs;
      }
    }
    assertThat(more).isPositive();
    assertThat(figures.get("pay.AE")).isCloseTo(pay, within(1e-6));
    assertThat(figures.get("expansion_per_rep.AE")).isCloseTo(more / 6, within(1e-6));
  }
}

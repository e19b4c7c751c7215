package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures about customers, against what is known by hand. */
class CustomerKpisTest {

  private static final double EXACT = 1e-9;

  /** Two segments without luck: all of "go" leave at the end of their contract, none of "stay". */
  private static String text(String customers) {
    return """
        name: Hand
        start: 2027-01-01
        horizon: 4 quarters
        begin: {empty: true}
        calendar: always
        products: {core: {value: 12000, margin: 75%, contract: 12 months}}
        segments:
          stay: {mix: 50%, churn: 0%}
          go: {mix: 50%, churn: 100%/year}
        sources: {in: {arrivals: {on: {2027-02-01: 10}}, cost: 300}}
        roles: {AE: {headcount: 1, salary: 40000}}
        stages: [{name: Talk, advance: 100%}]
        """
        + customers;
  }

  private static KpiLayout layout(String text) {
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", text)), List.of());
    Scenario scenario =
        file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
    return new KpiLayout(SalesModel.of(scenario));
  }

  private static double[] row(KpiLayout layout) {
    Replication replication = new Replication(layout.model(), 1);
    replication.play(0);
    return layout.row(replication.ledger());
  }

  private final KpiLayout layout =
      layout(
          text(
              """
              customers:
                opening: {stay: {count: 10, arr: 100000}, go: {count: 4, arr: 60000}}
                renewal: {price: 20%, contraction: 0%}
              """));

  private final double[] row = row(layout);

  private double of(String column) {
    assertThat(layout.index(column)).as(column).isNotNegative();
    return row[layout.index(column)];
  }

  @Test
  void retentionOfAQuarterAndOfTheYearIsThatOfTheCustomersOfTheStart() {
    // "go": contracts end after 46, 137, 228 and 320 days, one in each quarter
    assertThat(of("logo_churn.go")).isEqualTo(1);
    assertThat(of("logo_churn")).isCloseTo(4 / 14.0, within(EXACT));
    assertThat(of("logo_churn.2027-Q1")).isCloseTo(1 / 14.0, within(EXACT));
    // the year: 10 of 10,000 stay with 20 % more, 4 of 15,000 leave
    assertThat(of("nrr")).isCloseTo(120_000 / 160_000.0, within(EXACT));
    assertThat(of("grr")).isCloseTo(100_000 / 160_000.0, within(EXACT));
    assertThat(of("nrr.stay")).isCloseTo(1.2, within(EXACT));
    assertThat(of("grr.stay")).isCloseTo(1, within(EXACT));
    assertThat(of("nrr.go")).isEqualTo(0);
    // the first quarter has 90 days: "stay" renews after 18.3 and 54.8 days
    assertThat(of("nrr.2027-Q1")).isCloseTo((160_000 + 4_000 - 15_000) / 160_000.0, within(EXACT));
    assertThat(of("grr.2027-Q1")).isCloseTo(145_000 / 160_000.0, within(EXACT));
    // new customers of the first quarter are the base of the second: they are in its figure
    assertThat(of("customers_at_start.2027-Q2")).isEqualTo(13 + 10);
  }

  @Test
  void whatOneStartsWithAndWhatChangesAddUp() {
    assertThat(of("customers_at_start")).isEqualTo(14);
    assertThat(of("customers_new")).isEqualTo(10);
    assertThat(of("customers_lost")).isEqualTo(4);
    assertThat(of("customers_at_end")).isEqualTo(20);
    assertThat(of("arr_at_end"))
        .isCloseTo(
            of("arr_at_start")
                + of("arr_new")
                + of("arr_expansion")
                - of("arr_contraction")
                - of("arr_churned"),
            within(1e-6));
    assertThat(of("arr_new")).isEqualTo(120_000);
    assertThat(of("expansion_share")).isCloseTo(20_000 / 140_000.0, within(EXACT));
    assertThat(of("renewals_due")).isEqualTo(14);
    assertThat(of("renewal_rate")).isCloseTo(10 / 14.0, within(EXACT));
  }

  @Test
  void acquisitionCostsAndTheContribution() {
    // 10 leads at 300 and a year's salary for 10 wins of 12,000
    assertThat(of("cost_per_win")).isCloseTo(4_300, within(EXACT));
    assertThat(of("cac_share")).isCloseTo(43_000 / 120_000.0, within(EXACT));
    assertThat(of("payback_months")).isCloseTo(43_000 / (90_000 / 12.0), within(EXACT));
    assertThat(of("contribution")).isCloseTo(of("revenue") * 0.75 - 43_000, within(1.0));
    assertThat(of("product_profit.core")).isCloseTo(of("segment_profit"), within(EXACT));
    assertThat(of("product_margin")).isCloseTo(0.75, within(1e-6));
    // of those of day one half a year at the old and half at the new price, or half a year's value
    // and all of the new ones from 1 February on, give or take the days by which 365.25 / 12 misses
    double revenue = 100_000 / 2.0 + 120_000 / 2.0 + 60_000 / 2.0 + 120_000 * 334 / 365.25;
    assertThat(of("revenue")).isCloseTo(revenue, within(0.002 * revenue));
  }

  @Test
  void lifetimeValueNeedsChurnWhereDealsAreWon() {
    assertThat(of("ltv.go")).isCloseTo(12_000 * 0.75, within(EXACT));
    assertThat(of("ltv.stay")).isNaN();
    assertThat(of("ltv")).isNaN();
    assertThat(of("ltv_to_cac")).isNaN();
    KpiLayout churning = layout(text("").replace("churn: 0%", "churn: 25%/year"));
    double[] figures = row(churning);
    // the mean over the deals won of 4 years in one segment and 1 year in the other
    double stay = figures[churning.index("won.stay")];
    double expected = 9_000 * (4 * stay + (10 - stay)) / 10;
    assertThat(figures[churning.index("ltv")]).isCloseTo(expected, within(1e-6));
    assertThat(figures[churning.index("ltv_to_cac")]).isCloseTo(expected / 4_300, within(EXACT));
  }

  @Test
  void withoutTheCustomersOfDayOneRetentionIsNotComputable() {
    KpiLayout without = layout(text("customers: {}"));
    double[] figures = row(without);
    for (String kpi : List.of("nrr", "grr", "logo_churn", "nrr.stay", "grr.2027-Q3")) {
      assertThat(figures[without.index(kpi)]).as(kpi).isNaN();
    }
    assertThat(figures[without.index("customers_at_end")]).isEqualTo(10);
    assertThat(layout.columns().get(layout.index("nrr")).kpi().text())
        .contains("Not computable without customers.opening");
  }

  @Test
  void withoutCustomersNobodySeesTheirColumns() {
    KpiLayout none = layout(text("").replace(", churn: 0%", "").replace(", churn: 100%/year", ""));
    for (String kpi : List.of("nrr", "arr_at_end", "revenue", "contribution", "ltv", "cac_share")) {
      assertThat(none.index(kpi)).as(kpi).isNegative();
    }
    assertThat(layout.index("go_live_days")).isNegative();
    assertThat(layout.index("effect_backlog")).isNegative();
  }
}

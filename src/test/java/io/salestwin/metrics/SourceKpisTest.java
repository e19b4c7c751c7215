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

/** What each source costs and brings, by hand. */
class SourceKpisTest {

  private static final String TEXT =
      """
      name: Sources
      start: 2027-01-01
      horizon: 1 quarter
      begin: {empty: true}
      calendar: always
      opportunityFrom: Deal
      products: {core: {value: 1000, margin: 80%}}
      sources:
        ads: {arrivals: {on: {2027-01-05: 40}}, cost: 50}
        partners: {arrivals: {on: {2027-01-05: 10}}, cost: 20, share: 25%}
        free: {arrivals: {on: {2027-01-05: 5}}}
      stages:
        - {name: Talk, advance: 100%}
        - {name: Deal, advance: 100%, delay: 10 days}
      """;

  private static double figure(String text, String name) {
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", text)), List.of());
    Scenario scenario = file.scenario().orElseThrow();
    KpiLayout layout = new KpiLayout(SalesModel.of(scenario));
    Replication play = new Replication(layout.model(), 1);
    play.play(0);
    int column = layout.columns().stream().map(c -> c.name()).toList().indexOf(name);
    assertThat(column).as(name).isNotNegative();
    return layout.row(play.ledger())[column];
  }

  @Test
  void costsAreDividedByWhatTheSourceBrought() {
    assertThat(figure(TEXT, "lead_cost.ads")).isEqualTo(2000);
    assertThat(figure(TEXT, "lead_cost_per_opportunity.ads")).isEqualTo(50);
    assertThat(figure(TEXT, "lead_cost_per_win.partners")).isEqualTo(20);
    assertThat(figure(TEXT, "lead_cost_per_win")).isEqualTo(2200 / 55.0, within(1e-9));
  }

  @Test
  void theReturnIsMarginAfterThePartnersShareOverCost() {
    // 40 x 800 of 2,000; 10 x (800 - 250) of 200
    assertThat(figure(TEXT, "source_roi.ads")).isEqualTo(15);
    assertThat(figure(TEXT, "source_roi.partners")).isEqualTo(26.5);
    assertThat(figure(TEXT, "source_roi.free")).isNaN();
    assertThat(figure(TEXT, "partner_share.partners")).isEqualTo(2500);
    assertThat(figure(TEXT, "gross_margin")).isEqualTo(55 * 800 - 2500);
  }

  @Test
  void whoStatesNoCostSeesNoSuchFigure() {
    String free = TEXT.replace("cost: 50", "cost: 0").replace("cost: 20", "cost: 0");
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", free)), List.of());
    List<String> ids =
        Kpi.of(file.scenario().orElseThrow()).stream().map(kpi -> kpi.info().id()).toList();
    assertThat(ids).doesNotContain("source_roi", "lead_cost_per_win", "discount_given", "shocks");
    assertThat(ids).contains("partner_share");
  }
}

package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of the market: whose leads are whose; known by hand or by a share. */
class TerritoryTest {

  private static final String EAST_ONLY = "{east: {share: 100%}, west: {share: 0%}}";

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void leadsComeFromTheTerritoriesByTheirShares() {
    Play play =
        burst(20_000)
            .with("territories", "{east: {share: 55%}, west: {share: 30%}, south: {share: 15%}}")
            .stage("name: Talk, advance: 0%")
            .play();
    double[] shares = {0.55, 0.3, 0.15};
    for (int territory = 0; territory < 3; territory++) {
      double p = shares[territory];
      assertThat(play.fact(Fact.LEADS_BY_TERRITORY, territory) / 20_000.0)
          .isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / 20_000)));
    }
  }

  @Test
  void strictlyOnlyRepsOfTheLeadsTerritoryTakeIt() {
    Play play = two("territoryRule: strict").play();
    assertThat(play.of(Step.OWNED)).allMatch(s -> s.rep() == 0);
    assertThat(play.hours(2, Step.TOUCH_BEGAN)).containsExactly(21.0);
  }

  @Test
  void othersHelpOnlyWhenNobodyOfTheTerritoryHasRoom() {
    Play play = two("territoryRule: first").play();
    // the first is Ana's, the second comes while she works, the third when both do
    assertThat(play.reps(0, Step.OWNED)).containsExactly(0);
    assertThat(play.reps(1, Step.OWNED)).containsExactly(1);
    assertThat(play.reps(2, Step.OWNED)).containsExactly(0);
    assertThat(play.hours(2, Step.OWNED)).containsExactly(11.0);
    assertThat(play.reps(3, Step.OWNED)).containsExactly(0); // at hour 50 both are free
    Play limited = two("territoryRule: first, openLeads: 2").play();
    assertThat(limited.reps(0, Step.OWNED)).containsExactly(0);
    assertThat(limited.reps(1, Step.OWNED)).containsExactly(0);
    assertThat(limited.reps(2, Step.OWNED)).containsExactly(1);
  }

  @Test
  void anOpenRuleLetsTheRoutingChooseAmongAll() {
    Play play = two("territoryRule: open").play();
    assertThat(play.reps(0, Step.OWNED)).containsExactly(0);
    assertThat(play.reps(1, Step.OWNED)).containsExactly(1);
    assertThat(play.reps(3, Step.OWNED)).containsExactly(1); // the next in turn
  }

  @Test
  void whereRepsHaveNoTerritoryAllServeAll() {
    Play play = story("headcount: 2").with("territories", EAST_ONLY).lead(1).lead(2).play();
    assertThat(play.reps(1, Step.OWNED)).containsExactly(1);
  }

  @Test
  void everyTerritoryHasAQueueOfItsOwn() {
    Heard heard =
        Heard.of(
            burst(200)
                .with("territories", "{east: {share: 50%}, west: {share: 50%, value: x2}}")
                .role("AE", "headcount: 5, territories: {east: 2, west: 3}")
                .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 10 hours}]")
                .model(),
            1,
            0);
    long owned = 0;
    for (List<Story.Seen> steps : heard.seen.values()) {
      for (Story.Seen s : steps) {
        if (s.step() == Step.OWNED) {
          boolean west = heard.valueCents.get(s.entity()) == 2_400_000;
          assertThat(s.rep() >= 2).isEqualTo(west);
          owned++;
        }
      }
    }
    assertThat(owned).isEqualTo(200);
  }

  @Test
  void aTerritoryChangesTheValueAndTheOdds() {
    Heard heard =
        Heard.of(
            burst(500)
                .with("territories", "{east: {share: 100%, value: x1.5, effects: {Talk: +0.4}}}")
                .stage("name: Talk, advance: 50%")
                .model(),
            1,
            0);
    assertThat(heard.valueCents.values()).hasSize(500).allMatch(cents -> cents == 1_800_000);
    assertThat(heard.decided.values())
        .allSatisfy(
            draws ->
                assertThat(draws.get(0).odds().advance())
                    .isCloseTo(1 / (1 + Math.exp(-0.4)), within(1e-12)));
    assertThat(heard.fact(Fact.EFFECT_TERRITORY)).isEqualTo(500 * 400_000);
  }

  @Test
  void aNewTerritoryHasNoLeadsBeforeItOpensAndThenGrowsEvenly() {
    Story story =
        new Story()
            .with("horizon", "6 months")
            .with("sources", "{in: {arrivals: {perMonth: 5000}}}")
            .with("start", "2027-01-01")
            .with("periods", "month")
            .stage("name: Talk, advance: 0%");
    String west = "{east: {share: 60%}, west: {share: 40%";
    Play old = story.with("territories", west + "}}").play();
    Play young =
        story.with("territories", west + ", opens: 2027-02-01, startUp: 3 months}}").play();
    Play atOnce = story.with("territories", west + ", opens: 2027-03-01}}").play();
    double perMs = 0.4 * 5000 / SalesModel.MONTH_MS;
    long end = young.model().endMs();
    double opens = 31 * 86_400_000.0;
    double mean = perMs * (end - opens - 1.5 * SalesModel.MONTH_MS);
    assertThat((double) young.fact(Fact.LEADS_BY_TERRITORY, 1))
        .isCloseTo(mean, within(SIGMAS * Math.sqrt(mean)));
    assertThat(young.ledger().get(Fact.LEADS_BY_TERRITORY, 0, 1)).isZero();
    // a month after the opening a third of the way is gone: 28 days of a ramp of three months
    double february = perMs * Math.pow(28 * 86_400_000.0, 2) / (6 * SalesModel.MONTH_MS);
    assertThat((double) young.ledger().get(Fact.LEADS_BY_TERRITORY, 1, 1))
        .isCloseTo(february, within(SIGMAS * Math.sqrt(february)));
    for (int period = 0; period < 6; period++) {
      assertThat(young.ledger().get(Fact.LEADS_BY_TERRITORY, period, 0))
          .isEqualTo(old.ledger().get(Fact.LEADS_BY_TERRITORY, period, 0));
      assertThat(atOnce.ledger().get(Fact.LEADS_BY_TERRITORY, period, 1))
          .isEqualTo(period < 2 ? 0 : old.ledger().get(Fact.LEADS_BY_TERRITORY, period, 1));
    }
  }

  @Test
  void whatARepFindsLiesInHisTerritory() {
    Heard heard =
        Heard.of(
            new Story()
                .with("horizon", "4 weeks")
                .with("territories", "{east: {share: 50%}, west: {share: 50%, value: x2}}")
                .with("sources", "{cold: {arrivals: {perRepDay: 5, role: AE}}}")
                .role("AE", "reps: {Ana: {territory: east}, Ben: {territory: west}}")
                .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 1 hours}]")
                .model(),
            1,
            0);
    long owned = 0;
    for (List<Story.Seen> steps : heard.seen.values()) {
      for (Story.Seen s : steps) {
        if (s.step() == Step.OWNED) {
          assertThat(heard.valueCents.get(s.entity()))
              .isEqualTo(s.rep() == 0 ? 1_200_000 : 2_400_000);
          owned++;
        }
      }
    }
    assertThat(owned).isGreaterThan(100);
  }

  @Test
  void anOpenDealLiesInTheTerritoryOfItsOwner() {
    String text =
        """
        name: Story
        start: 2027-01-04
        horizon: 26 weeks
        products: {core: {value: 12000}}
        sources: {in: {arrivals: {perMonth: 0}}}
        territories: {east: {share: 100%}, west: {share: 0%}}
        roles: {AE: {reps: {Ana: {territory: east}, Ben: {territory: west}}}}
        begin: {pipeline: deals.csv}
        stages: [{name: Talk, owner: AE, advance: 100%, delay: 30 days}]
        """;
    Map<String, String> files =
        Map.of("s.yaml", text, "deals.csv", "id,stage,age,owner\n1,Talk,1 days,Ben\n");
    Scenario scenario =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(files), List.of()).scenario().orElseThrow();
    Play play = Play.of(SalesModel.of(scenario), 1, 0);
    assertThat(play.fact(Fact.WON_BY_TERRITORY, 1)).isEqualTo(1);
    assertThat(play.fact(Fact.WON_BY_REP, 1)).isEqualTo(1);
  }

  /** Ana works the east, where all leads come from, and Ben the west. */
  private static Story two(String rule) {
    return story("reps: {Ana: {territory: east}, Ben: {territory: west}}, " + rule)
        .with("territories", EAST_ONLY)
        .lead(1)
        .lead(2)
        .lead(3)
        .lead(50);
  }

  private static Story story(String role) {
    return new Story()
        .role("AE", role)
        .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 10 hours}]");
  }

  private static Story burst(int leads) {
    return new Story().with("sources", "{in: {arrivals: {on: {2027-01-05: " + leads + "}}}}");
  }
}

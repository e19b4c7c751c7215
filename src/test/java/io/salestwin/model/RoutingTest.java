package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Candidate;
import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets a lead, by each policy, in a small team; known by hand. */
class RoutingTest {

  /**
   * Ana: the lead's territory, knows its segment by 90 %, meant for its tier. Ben: neither, 30 %.
   * Chris: its territory and tier, 60 %.
   */
  private static final String TEAM =
      "reps: {Ana: {territory: east, expertise: {smb: 90%}, tier: key}, Ben: {territory: west,"
          + " expertise: {smb: 30%}, tier: rest}, Chris: {territory: east, expertise: {smb: 60%},"
          + " tier: key}}, territoryRule: open, ";

  private static final String WEIGHTS =
      "routing: {weighted: {territory: 0.25, expertise: 0.30, workload: 0.20, tier: 0.15,"
          + " performance: 0.10}}";

  @Test
  void theHighestWeightedScoreWins() {
    Heard heard = heard(team(WEIGHTS + ", openLeads: 10", 9));
    // Ana begins with .25 + .27 + .20 + .15 + .10 and loses .02 with each lead that she owns
    assertThat(heard.owners()).containsExactly(0, 0, 0, 0, 0, 2, 0, 2, 0);
    assertScores(heard.routed.get(0), 0.97, 0.39, 0.88);
    assertScores(heard.routed.get(5), 0.87, 0.39, 0.88);
    assertScores(heard.routed.get(8), 0.85, 0.39, 0.84);
    List<Double> factors = heard.routed.get(5).candidates().get(0).factors();
    assertThat(factors).hasSize(5);
    double[] hand = {1, 0.9, 0.5, 1, 1};
    for (int i = 0; i < 5; i++) {
      assertThat(factors.get(i)).isCloseTo(hand[i], within(1e-12));
    }
  }

  @Test
  void weightsCountInTheirProportion() {
    String tenfold = WEIGHTS.replace("0.25", "2.5").replace("0.30", "3").replace("0.20", "2");
    tenfold = tenfold.replace("0.15", "1.5").replace("0.10", "1");
    Heard heard = heard(team(tenfold + ", openLeads: 10", 9));
    assertThat(heard.owners()).containsExactly(0, 0, 0, 0, 0, 2, 0, 2, 0);
    assertScores(heard.routed.get(0), 0.97, 0.39, 0.88);
  }

  @Test
  void workloadAloneIsTheShareThatIsFreeAndTiesGoToTheFirst() {
    Heard heard = heard(team("routing: {weighted: {workload: 3}}, openLeads: 4", 7));
    assertThat(heard.owners()).containsExactly(0, 1, 2, 0, 1, 2, 0);
    assertScores(heard.routed.get(4), 0.5, 0.75, 0.75);
    Heard unlimited = heard(team("routing: {weighted: {workload: 3}}, take: onArrival", 4));
    assertScores(unlimited.routed.get(3), 0.5, 0.5, 0.5);
  }

  @Test
  void performanceIsTheShareWonOverThatOfTheBest() {
    Story story =
        base("routing: {weighted: {performance: 1}}, take: onArrival")
            .stage("name: Talk, owner: AE, advance: 0%, delay: 1 hours");
    Heard heard = heard(story.lead(1).lead(3).lead(5).lead(7));
    // a lost deal: 10 deals at half a win of two beside it, and the others at the role's own rate
    assertThat(heard.owners()).containsExactly(0, 1, 2, 0);
    assertScores(heard.routed.get(1), (10 * 0.25 / 11) / 0.25, 1, 1);
    assertScores(heard.routed.get(2), 10 / 11.0, 10 / 11.0, 1);
  }

  @Test
  void theBestPerformerIsJudgedWithTenDealsOfTheRoleBesideHisOwn() {
    Heard losing =
        heard(
            base("routing: bestPerformer, take: onArrival")
                .stage("name: Talk, owner: AE, advance: 0%, delay: 1 hours")
                .lead(1)
                .lead(3)
                .lead(5)
                .lead(7));
    assertThat(losing.owners()).containsExactly(0, 1, 2, 0);
    assertScores(losing.routed.get(0), 0.5, 0.5, 0.5);
    assertScores(losing.routed.get(1), 2.5 / 11, 0.25, 0.25);
    Heard winning =
        heard(
            base("routing: bestPerformer, take: onArrival")
                .stage("name: Talk, owner: AE, advance: 100%, delay: 1 hours")
                .lead(1)
                .lead(3)
                .lead(5));
    // whoever has won keeps being the best
    assertThat(winning.owners()).containsExactly(0, 0, 0);
    assertScores(winning.routed.get(2), (2 + 25 / 3.0) / 12, 2.5 / 3, 2.5 / 3);
  }

  @Test
  void whoKnowsTheSegmentBestThenTheLeastLoaded() {
    assertThat(heard(team("routing: expertise, openLeads: 2", 5)).owners())
        .containsExactly(0, 0, 2, 2, 1);
    Story equals =
        base("routing: expertise, openLeads: 9")
            .role("AE", "headcount: 3, experts: {smb: 2}, routing: expertise, openLeads: 9");
    assertThat(heard(leads(stage(equals), 4)).owners()).containsExactly(0, 1, 0, 1);
  }

  @Test
  void whoIsMeantForTheTierAndElseAnyone() {
    assertThat(heard(team("routing: byTier, openLeads: 2", 6)).owners())
        .containsExactly(0, 2, 0, 2, 1, 1);
  }

  @Test
  void theLeastLoadedAndTheNextInTurn() {
    assertThat(heard(team("routing: leastLoaded, openLeads: 9", 4)).owners())
        .containsExactly(0, 1, 2, 0);
    assertThat(heard(team("routing: roundRobin, openLeads: 9", 4)).owners())
        .containsExactly(0, 1, 2, 0);
    Heard turns = heard(team("routing: roundRobin, openLeads: 9", 1));
    assertThat(turns.routed.get(0).candidates())
        .extracting(Candidate::score)
        .containsOnly(Double.NaN);
  }

  @Test
  void byLotEveryoneIsEquallyLikely() {
    Heard heard =
        heard(
            stage(
                new Story()
                    .with("sources", "{in: {arrivals: {on: {2027-01-05: 8000}}}}")
                    .role("AE", "headcount: 4, routing: random, take: onArrival")));
    long[] counts = new long[4];
    heard.owners().forEach(rep -> counts[rep]++);
    double chiSquare = 0;
    for (long count : counts) {
      chiSquare += Math.pow(count - 2000, 2) / 2000;
    }
    // three degrees of freedom, false alarm 1e-4
    assertThat(chiSquare).isLessThan(21.11);
    // neighbours are independent: the same rep twice in a row in a quarter of the cases
    List<Integer> owners = heard.owners();
    long same = 0;
    for (int i = 1; i < owners.size(); i++) {
      same += owners.get(i).equals(owners.get(i - 1)) ? 1 : 0;
    }
    assertThat(same / 7999.0).isCloseTo(0.25, within(4 * Math.sqrt(0.1875 / 7999)));
  }

  @Test
  void theLotOfALeadDoesNotDependOnOtherLeads() {
    Story few = base("routing: random, take: onArrival");
    List<Integer> owners = heard(leads(stage(few), 12)).owners();
    Story more = base("routing: random, take: onArrival");
    assertThat(heard(leads(stage(more), 20)).owners().subList(0, 12)).isEqualTo(owners);
    assertThat(owners).contains(0, 1, 2);
  }

  @Test
  void aLeadThatComesBackIsItsEarlierOwnersAlsoWhenHeIsFull() {
    Story story =
        new Story()
            .role("AE", "headcount: 2, openLeads: 1, routing: sticky")
            .role("SE", "headcount: 1")
            .stage("name: Talk, owner: AE, advance: 100%, work: [{effort: 4 hours}]")
            .stage(
                "name: Test, owner: SE, advance: 0%, regress: {probability: 100%, to: Talk}, delay: 6"
                    + " hours");
    // lead 2 takes the place with rep 0 when lead 0 is at the test; at hour 11 lead 0 is back
    Play play = story.lead(1).lead(2).lead(5.5).play();
    assertThat(play.reps(2, Step.OWNED).get(0)).isEqualTo(0);
    List<Integer> first = new ArrayList<>(play.reps(0, Step.OWNED));
    first.removeIf(rep -> rep == 2);
    assertThat(first).hasSizeGreaterThan(3).containsOnly(0);
  }

  @Test
  void expertiseIsAnEffectThatIsNeutralAtHalf() {
    Heard heard =
        heard(
            base("expertise: 0.4, take: onArrival")
                .stage("name: Talk, owner: AE, advance: 50%")
                .lead(1)
                .lead(2)
                .lead(3));
    double[] hand = {0.4 * 0.4, 0.4 * -0.2, 0.4 * 0.1};
    for (int lead = 0; lead < 3; lead++) {
      List<Heard.Decided> draws = heard.decided.get(heard.replication.model.dealEntity(lead));
      Odds odds = draws.get(draws.size() - 1).odds();
      assertThat(odds.of(Effect.EXPERTISE)).isCloseTo(hand[lead], within(1e-12));
      assertThat(odds.advance()).isCloseTo(1 / (1 + Math.exp(-hand[lead])), within(1e-12));
    }
  }

  private static void assertScores(Heard.Routed routed, double... scores) {
    assertThat(routed.candidates()).hasSize(scores.length);
    for (int i = 0; i < scores.length; i++) {
      assertThat(routed.candidates().get(i).rep()).isEqualTo(i);
      assertThat(routed.candidates().get(i).score())
          .as("rep " + i)
          .isCloseTo(scores[i], within(1e-12));
    }
  }

  private static Heard heard(Story story) {
    return Heard.of(story.model(), 1, 0);
  }

  private static Story team(String how, int leads) {
    return leads(stage(base(how)), leads);
  }

  private static Story base(String how) {
    return new Story()
        .with("segments", "{smb: {mix: 100%, product: core}}")
        .with("opportunityFrom", "Talk")
        .with("territories", "{east: {share: 100%}, west: {share: 0%}}")
        .with("accounts", "{tiers: {key: {from: 40}, rest: {}}}")
        .role("AE", TEAM + how);
  }

  private static Story stage(Story story) {
    return story.stage("name: Talk, owner: AE, advance: 0%, delay: 300 days");
  }

  private static Story leads(Story story, int leads) {
    for (int lead = 0; lead < leads; lead++) {
      story.lead(1 + lead);
    }
    return story;
  }
}

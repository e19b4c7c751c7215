package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.scenario.Arm;
import io.salestwin.scenario.ImpossibleScenarioException;
import io.salestwin.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not known about the inputs is drawn once per pair of replications. */
class UncertaintyTest {

  @Test
  void twoReplicationsOfAPairShareTheDrawAndTheNextPairHasItsOwn() {
    Replication replication = new Replication(story().model(), 5);
    double[] rates = new double[6];
    double[] odds = new double[6];
    long[] won = new long[6];
    for (int r = 0; r < 6; r++) {
      replication.play(r);
      rates[r] = replication.parameters.perMonth[0];
      odds[r] = replication.parameters.advanceLogit[0];
      won[r] = Witness.sum(replication.ledger(), Fact.WON, 1);
    }
    for (int r = 0; r < 6; r += 2) {
      assertThat(rates[r + 1]).isEqualTo(rates[r]);
      assertThat(odds[r + 1]).isEqualTo(odds[r]);
      assertThat(won[r + 1]).isNotEqualTo(won[r]);
    }
    assertThat(rates[2]).isNotEqualTo(rates[0]);
    assertThat(odds[4]).isNotEqualTo(odds[2]);
  }

  @Test
  void theDrawsFollowTheirStatedLaw() {
    Replication replication = new Replication(story().model(), 5);
    int pairs = 2000;
    double sum = 0;
    for (int pair = 0; pair < pairs; pair++) {
      replication.streams.replication(pair);
      replication.model.draw(replication.streams, replication.parameters);
      sum += replication.parameters.perMonth[0];
    }
    // normal with sd 35: two-sided at 4 standard errors, 6e-5
    assertThat(sum / pairs).isCloseTo(420, within(4 * 35 / Math.sqrt(pairs)));
  }

  @Test
  void everyPlayDrawsAnewFromTheStatedValuesAndNeverFromTheDrawBefore() {
    SalesModel model = story().model();
    Replication used = new Replication(model, 5);
    for (int r = 0; r < 8; r++) {
      used.play(r);
    }
    Replication fresh = new Replication(model, 5);
    fresh.play(7);
    assertThat(used.parameters.advanceLogit).isEqualTo(fresh.parameters.advanceLogit);
    assertThat(used.parameters.perMonth).isEqualTo(fresh.parameters.perMonth);
  }

  @Test
  void aDrawnChanceMovesTheLogOddsOfEveryArmAlikeSoThatAnArmKeepsItsEffect() {
    Story story = story();
    Scenario control = story.scenario();
    Scenario treatment = story.scenario("stages.Talk.advance=40%");
    SalesModel model =
        SalesModel.of(control, List.of(new Arm("A", control, 0.5), new Arm("B", treatment, 0.5)));
    Replication replication = new Replication(model, 5);
    double effect = Math.log(0.4 / 0.6) - Math.log(0.26 / 0.74);
    for (int r = 0; r < 4; r++) {
      replication.play(r);
      double[] logit = replication.parameters.advanceLogit;
      assertThat(logit[1] - logit[0]).isCloseTo(effect, within(1e-12));
    }
  }

  @Test
  void aDrawnDelayIsThatOfEveryArmThatLeavesItAsItIs() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {on: {2027-01-04: 100}}}}")
            .stage("name: Talk, advance: 100%, delay: {advance: {exponential: {mean: 3 days}}}")
            .with(
                "uncertainty",
                "{stages.Talk.delay.advance.exponential.mean: {uniform: {min: 1 day, max: 9"
                    + " days}}}");
    Scenario control = story.scenario();
    Scenario same = story.scenario("stages.Talk.quality=1");
    Scenario other = story.scenario("stages.Talk.delay.advance.exponential.mean=5 days");
    SalesModel model =
        SalesModel.of(
            control,
            List.of(new Arm("A", control, 0.4), new Arm("B", same, 0.3), new Arm("C", other, 0.3)));
    Replication replication = new Replication(model, 5);
    for (int r = 0; r < 6; r += 2) {
      replication.play(r);
      double[] means = new double[3];
      for (int arm = 0; arm < 3; arm++) {
        int number = model.plan(arm).delays()[StagePlan.ADVANCE][0];
        means[arm] = replication.parameters.distributions[number].mean() / 86_400_000;
      }
      assertThat(means[0]).isBetween(1.0, 9.0).isNotEqualTo(3.0);
      assertThat(means[1]).isEqualTo(means[0]);
      assertThat(means[2]).isEqualTo(5.0);
    }
  }

  @Test
  void aDelayThatWasLeftOutIsDrawnWithTheOneItIsTakenFrom() {
    SalesModel model =
        new Story()
            .stage("name: Talk, advance: 50%, delay: {advance: {exponential: {mean: 3 days}}}")
            .with(
                "uncertainty",
                "{stages.Talk.delay.advance.exponential.mean: {uniform: {min: 4 days, max: 9"
                    + " days}}}")
            .model();
    Replication replication = new Replication(model, 5);
    replication.play(0);
    int lost = model.plan(0).delays()[StagePlan.LOST][0];
    int advance = model.plan(0).delays()[StagePlan.ADVANCE][0];
    assertThat(replication.parameters.distributions[lost].mean() / 86_400_000)
        .isBetween(4.0, 9.0)
        .isEqualTo(replication.parameters.distributions[advance].mean() / 86_400_000);
  }

  @Test
  void anArmThatStatesAnotherQualityRegressOrRecyclingKeepsItsOwn() {
    Story story =
        new Story()
            .stage("name: First, advance: 50%")
            .stage(
                "name: Talk, advance: 50%, quality: 0.1, regress: {to: First, probability: 10%},"
                    + " lose: {no: 100%}, recycle: {of: [no], share: 20%, after: 5 days, to: First}")
            .with(
                "uncertainty",
                "{stages.Talk.quality: {uniform: {min: 0.2, max: 0.3}},"
                    + " stages.Talk.regress.probability: {uniform: {min: 0.2, max: 0.3}},"
                    + " stages.Talk.recycle.share: {uniform: {min: 0.3, max: 0.4}}}");
    Scenario control = story.scenario();
    Scenario other =
        story.scenario(
            "stages.Talk.quality=0.5",
            "stages.Talk.regress.probability=40%",
            "stages.Talk.recycle.share=60%");
    SalesModel model =
        SalesModel.of(control, List.of(new Arm("A", control, 0.5), new Arm("B", other, 0.5)));
    Replication replication = new Replication(model, 5);
    replication.play(0);
    Parameters drawn = replication.parameters;
    assertThat(drawn.quality[1]).isBetween(0.2, 0.3);
    assertThat(drawn.regress[1]).isBetween(0.2, 0.3);
    assertThat(drawn.recycleShare[1]).isBetween(0.3, 0.4);
    assertThat(drawn.quality[3]).isEqualTo(0.5);
    assertThat(drawn.regress[3]).isEqualTo(0.4);
    assertThat(drawn.recycleShare[3]).isEqualTo(0.6);
  }

  @Test
  void aDelayDrawnAtItsStatedValueDrawsTheVerySame() {
    SalesModel model =
        new Story()
            .stage("name: Talk, advance: 50%, delay: {advance: {exponential: {mean: 3 days}}}")
            .with("uncertainty", "{stages.Talk.delay.advance.exponential.mean: 3 days}")
            .model();
    Replication replication = new Replication(model, 5);
    replication.play(0);
    assertThat(replication.parameters.samplers).containsExactly(model.parameters().samplers);
  }

  @Test
  void aDrawThatCannotBeIsToldWithTheNameOfItsLever() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 10}}}")
            .stage(
                "name: Talk, advance: 26%,"
                    + " delay: {advance: {lognormal: {median: 3 days, p90: 9 days}}}")
            .with(
                "uncertainty",
                "{stages.Talk.delay.advance.lognormal.median: {uniform: {min: 1 day, max:"
                    + " 30 days}}}");
    Replication replication = new Replication(story.model(), 5);
    assertThatThrownBy(
            () -> {
              for (int r = 0; r < 100; r++) {
                replication.play(r);
              }
            })
        .isInstanceOf(ImpossibleScenarioException.class)
        .hasMessageContaining("stages.Talk.delay.advance.lognormal.median");
  }

  private static Story story() {
    return new Story()
        .with("horizon", "8 weeks")
        .with("sources", "{in: {arrivals: {perMonth: 420}}}")
        .stage("name: Talk, advance: 26%")
        .with(
            "uncertainty",
            "{stages.Talk.advance: {beta: {successes: 412, trials: 1580}},"
                + " sources.in.arrivals.perMonth: {normal: {mean: 420, sd: 35}}}");
  }
}

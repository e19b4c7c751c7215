package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import io.salestwin.model.Story.Seen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who is worked on, who comes back and how, what is pushed at a quarter's end, what partners keep.
 * The story starts on 2027-01-04; its first quarter ends with hour 2088 (87 days later).
 */
class DemandTest {

  private static final double QUARTER_END = 87 * 24;

  // ---- neutral is identical

  @Test
  void whatIsNeutralLeavesEveryStepAsItWas() {
    List<Seen> before = Play.of(rich().model(), 2, 1).seen();
    assertThat(before).hasSizeGreaterThan(1000);
    assertThat(Play.of(rich().model("sources.in.share=0%"), 2, 1).seen()).isEqualTo(before);
    assertThat(Play.of(rich().model("stages.Talk.recycle.quality=x1"), 2, 1).seen())
        .isEqualTo(before);
    Story push = rich().with("push", "{last: 20 days, stages: [Talk, Deal]}");
    assertThat(Play.of(push.model(), 2, 1).seen()).isEqualTo(before);
    Story all = rich().with("queue", "fifo");
    assertThat(Play.of(all.model("stages.Talk.accept={score: -10}"), 2, 1).seen())
        .isEqualTo(before);
  }

  // ---- accepted by score

  @Test
  void aLeadBelowTheThresholdIsLostAtOnceForThatReason() {
    Story story =
        new Story()
            .with(
                "sources",
                "{in: {arrivals: {perMonth: 300}, quality: {uniform: {min: 0, max: 1}}}}")
            .stage("name: Talk, advance: 100%, delay: 1 day, accept: {score: 0.3}");
    Play play = story.play();
    long refused = play.fact(Fact.STAGE_LOST, 0);
    int reason = play.model().members(Dimension.REASON).indexOf("below the threshold");
    assertThat(play.fact(Fact.LOST, reason)).isEqualTo(refused);
    long leads = play.fact(Fact.LEADS);
    // a uniform quality is below 0.3 for 30 % of the leads; false alarm 6e-5
    assertThat(refused / (double) leads).isCloseTo(0.3, within(4 * Math.sqrt(0.21 / leads)));
    for (Seen lost : play.of(Step.LOST)) {
      assertThat(play.seen()).contains(new Seen(Step.ARRIVED, lost.timeMs(), lost.entity(), 0, -1));
    }
  }

  @Test
  void theScoreThatDecidesHasItsNoise() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 300}, scoreNoise: 0.2}}")
            .stage("name: Talk, advance: 100%, accept: {score: 0.7}");
    // quality 0.5 for all: score above 0.7 is one standard deviation up, 15.87 %
    Play play = story.play();
    double leads = play.fact(Fact.LEADS);
    assertThat(play.fact(Fact.ADVANCED) / leads)
        .isCloseTo(0.15866, within(4 * Math.sqrt(0.1335 / leads)));
  }

  // ---- coming back

  @Test
  void aLeadComesBackWithLessQuality() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 0}, quality: 0.5}}")
            .lead(1)
            .stage(
                "name: Talk, advance: 0.000001%, quality: 1, delay: 1 day, recycle: {share: 100%,"
                    + " after: 20 days, to: Talk, quality: x0.8}");
    Play play = story.play();
    int visits = play.of(0, Step.BUYER).size();
    // log-odds 10 x (0.5 x 0.8^n - 0.5) at the n-th return
    double sum = 0;
    for (int n = 0; n < visits; n++) {
      sum += 10 * (0.5 * Math.pow(0.8, n) - 0.5);
    }
    assertThat(visits).isGreaterThan(4);
    assertThat(play.fact(Fact.EFFECT_QUALITY) / 1e6).isCloseTo(sum, within(1e-5));
  }

  @Test
  void onlyTheReasonsNamedAreWonBack() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 400}}}")
            .stage(
                "name: Talk, advance: 0%, delay: 1 day, lose: {timing: 30%, competitor: 70%},"
                    + " recycle: {of: [timing], share: 100%, after: 400 days}");
    Play play = story.play();
    List<String> reasons = play.model().members(Dimension.REASON);
    assertThat(play.fact(Fact.LOST, reasons.indexOf("timing"))).isZero();
    assertThat(play.fact(Fact.LOST, reasons.indexOf("competitor"))).isPositive();
    double lost = play.fact(Fact.STAGE_LOST);
    assertThat(play.fact(Fact.RECYCLED) / lost).isCloseTo(0.3, within(4 * Math.sqrt(0.21 / lost)));
  }

  // ---- end of the quarter

  @Test
  void inTheLastDaysTheOddsAreHigherAndTheWonDealsSmaller() {
    Story story =
        new Story()
            .lead(QUARTER_END - 24 * 20, "1000", "in")
            .lead(QUARTER_END - 24 * 10, "1000", "in")
            .lead(QUARTER_END + 24, "1000", "in")
            .stage("name: Talk, advance: 100%, delay: 5 days")
            .with("push", "{last: 14 days, discount: 10%, odds: +0.4}");
    Play play = story.play();
    // only the second would advance in the last 14 days
    assertThat(play.fact(Fact.EFFECT_PUSH)).isEqualTo(400_000);
    assertThat(play.fact(Fact.BOOKINGS)).isEqualTo(290_000);
    assertThat(play.fact(Fact.DISCOUNT)).isEqualTo(10_000);
  }

  @Test
  void theQuarterIsTheFiscalOne() {
    Story story =
        new Story()
            .with("fiscalYearStart", "february")
            .lead(24 * 10, "1000", "in") // won on 2027-01-19, in the last days of January
            .stage("name: Talk, advance: 100%, delay: 5 days")
            .with("push", "{last: 14 days, discount: 10%}");
    assertThat(story.play().fact(Fact.DISCOUNT)).isEqualTo(10_000);
  }

  @Test
  void dealsOfTheNextQuarterArePulledIntoTheLastDays() {
    List<Double> hours = new ArrayList<>();
    Story story =
        new Story()
            .stage("name: Talk, advance: 100%, delay: 30 days")
            .with("push", "{last: 10 days, pullForward: 100%}");
    story.lead(QUARTER_END - 24 * 60).lead(QUARTER_END - 24 * 20).lead(QUARTER_END - 24 * 4);
    Play play = story.play();
    for (int lead = 0; lead < 3; lead++) {
      hours.addAll(play.hours(lead, Step.WON));
    }
    assertThat(hours.get(0)).isEqualTo(QUARTER_END - 24 * 30); // in this quarter anyway
    assertThat(hours.get(1)).isBetween(QUARTER_END - 24 * 10, QUARTER_END);
    assertThat(hours.get(2)).isBetween(QUARTER_END - 24 * 4, QUARTER_END);
  }

  @Test
  void theShareSaidIsPulledAndTheOthersCloseWhenTheyWould() {
    Story story = new Story();
    for (int i = 0; i < 2000; i++) {
      story.lead(QUARTER_END - 24 * 20);
    }
    story
        .stage("name: Talk, advance: 100%, delay: 30 days")
        .with("push", "{last: 10 days, pullForward: 20%}");
    Play play = story.play();
    long pulled = play.of(Step.WON).stream().filter(s -> s.hour() < QUARTER_END).count();
    assertThat(pulled / 2000.0).isCloseTo(0.2, within(4 * Math.sqrt(0.16 / 2000)));
    assertThat(play.of(Step.WON).stream().filter(s -> s.hour() == QUARTER_END + 240).count())
        .isEqualTo(2000 - pulled);
    double mean =
        play.of(Step.WON).stream().filter(s -> s.hour() < QUARTER_END).mapToDouble(Seen::hour).sum()
            / pulled;
    // evenly over the ten days
    assertThat(QUARTER_END - mean).isCloseTo(120, within(4 * 240 / Math.sqrt(12.0 * pulled)));
  }

  // ---- partners

  @Test
  void whatAPartnerKeepsIsTakenOffTheMargin() {
    Story story =
        new Story()
            .with("products", "{core: {value: 1000, margin: 80%}}")
            .with(
                "sources",
                "{in: {arrivals: {perMonth: 0}}, partners: {arrivals: {perMonth: 0}, share: 25%}}")
            .lead(1, "1000", "in")
            .lead(1, "1000", "partners")
            .lead(1, "1000", "partners")
            .stage("name: Talk, advance: 100%, delay: 5 days");
    Play play = story.play();
    assertThat(play.fact(Fact.PARTNER_SHARE, 1)).isEqualTo(50_000);
    assertThat(play.fact(Fact.MARGIN)).isEqualTo(80_000 + 2 * 55_000);
    assertThat(play.fact(Fact.MARGIN_BY_SOURCE, 1)).isEqualTo(110_000);
    assertThat(play.fact(Fact.BOOKINGS)).isEqualTo(300_000);
  }

  // ---- committees

  @Test
  void aCommitteeDecidesWhenItsSlowestMemberHas() {
    Story story =
        new Story()
            .with("sources", "{in: {arrivals: {perMonth: 2000}}}")
            .with("horizon", "12 quarters")
            .stage(
                "name: Talk, advance: 100%, delay: {slowest: {of: 3, each: {exponential: {mean: 4"
                    + " days}}}}");
    Play play = story.play();
    double n = play.fact(Fact.ADVANCED);
    double days = play.fact(Fact.BUYER_MS) / 86_400_000.0 / n;
    double mean = 4 * (1 + 1 / 2.0 + 1 / 3.0);
    double sd = 4 * Math.sqrt(1 + 1 / 4.0 + 1 / 9.0);
    assertThat(days).isCloseTo(mean, within(4 * sd / Math.sqrt(n)));
  }

  private static Story rich() {
    return new Story()
        .with(
            "sources",
            "{in: {arrivals: {perMonth: 90}, quality: {beta: {mean: 0.5, sd: 0.2}}, scoreNoise:"
                + " 0.2}}")
        .role("AE", "headcount: 3")
        .stage(
            "name: Talk, owner: AE, advance: 60%, quality: 0.3, work: [{effort: {exponential: {mean:"
                + " 1 hour}}}], delay: {lognormal: {mean: 4 days, cv: 1}}, recycle: {share: 50%,"
                + " after: 20 days}")
        .stage("name: Deal, owner: AE, advance: 40%, delay: {lognormal: {mean: 15 days, cv: 1}}");
  }
}

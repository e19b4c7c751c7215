package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How reps split their time between the tiers of accounts; the tier shows in the value. */
class TimeSplitTest {

  private static final Map<Long, Integer> TIER_OF_VALUE =
      Map.of(12_000_000L, 0, 2_400_000L, 1, 1_200_000L, 2);

  @Test
  void aBusyRepSplitsHisTimeAsSaid() {
    Heard heard =
        Heard.of(
            split("60%", "30%", "10%", "{uniform: {min: 0, max: 24}}")
                .with("sources", "{in: {arrivals: {on: {2027-01-04: 9000}}}}")
                .model(),
            1,
            0);
    double[] hours = new double[3];
    heard.seen.forEach(
        (lead, steps) -> {
          double began = 0;
          for (Story.Seen s : steps) {
            began = s.step() == Step.TOUCH_BEGAN ? s.hour() : began;
            if (s.step() == Step.TOUCH_ENDED) {
              hours[TIER_OF_VALUE.get(heard.valueCents.get(lead))] += s.hour() - began;
            }
          }
        });
    double all = hours[0] + hours[1] + hours[2];
    assertThat(all).isGreaterThan(0.99 * 26 * 7 * 24 - 24); // it waits for nothing
    assertThat(hours[0] / all).isCloseTo(0.6, within(0.01));
    assertThat(hours[1] / all).isCloseTo(0.3, within(0.01));
    assertThat(hours[2] / all).isCloseTo(0.1, within(0.01));
  }

  @Test
  void theOrderOfTouchesOfEqualLengthIsThatOfTheSharesByHand() {
    Story story = split("60%", "30%", "10%", "{uniform: {min: 0, max: 24}}", "1 hours");
    story.with("sources", "{in: {arrivals: {on: {2027-01-04: 9000}}}}");
    Heard heard = Heard.of(story.model(), 1, 0);
    List<Integer> tiers =
        heard.seen.values().stream()
            .flatMap(List::stream)
            .filter(s -> s.step() == Step.TOUCH_BEGAN && s.hour() > 48)
            .sorted((a, b) -> Long.compare(a.timeMs(), b.timeMs()))
            .map(s -> TIER_OF_VALUE.get(heard.valueCents.get(s.entity())))
            .limit(100)
            .toList();
    assertThat(tiers.stream().filter(tier -> tier == 0).count()).isBetween(59L, 61L);
    assertThat(tiers.stream().filter(tier -> tier == 1).count()).isBetween(29L, 31L);
    assertThat(tiers.stream().filter(tier -> tier == 2).count()).isBetween(9L, 11L);
  }

  @Test
  void whileOnlySomeTiersWaitTheTimeIsTheirs() {
    // all leads are of the tier with a tenth of the time
    Play play =
        split("60%", "30%", "10%", "0")
            .with("sources", "{in: {arrivals: {on: {2027-01-04: 9000}}}}")
            .play();
    long day = 24 * 3_600_000L;
    assertThat(play.fact(Fact.BUSY_MS)).isBetween((26 * 7 - 1) * day, 26 * 7 * day);
  }

  @Test
  void withoutSharesTheQueueIsOne() {
    Story story =
        new Story()
            .with(
                "accounts",
                "{intent: {uniform: {min: 0, max: 24}}, tiers: {key: {from: 50}, rest: {}}}")
            .role("AE", "headcount: 1, openLeads: 99")
            .stage("name: Talk, owner: AE, advance: 0%, work: [{effort: 5 hours}]");
    for (int lead = 0; lead < 8; lead++) {
      story.lead(1 + lead);
    }
    Play play = story.play();
    for (int lead = 0; lead < 8; lead++) {
      assertThat(play.hours(lead, Step.TOUCH_BEGAN)).containsExactly(1 + 5.0 * lead);
    }
  }

  private static Story split(String key, String middle, String rest, String intent) {
    return split(key, middle, rest, intent, "{exponential: {mean: 2 hours}}");
  }

  private static Story split(String key, String middle, String rest, String intent, String effort) {
    return new Story()
        .with(
            "accounts",
            "{firmographic: 0, technographic: 0, relationship: 0, intent: %s, tiers: {key: {from: 16, value: x10, time: %s}, middle: {from: 8, value: x2, time: %s}, rest: {time: %s}}}"
                .formatted(intent, key, middle, rest))
        .role("AE", "headcount: 1, openLeads: 9999")
        .stage("name: Talk, owner: AE, advance: 0%, work: [{effort: " + effort + "}]");
  }
}

package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** People, territories and tiers that make no difference leave every fact as it is. */
class PeopleNeutralTest {

  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  private static final String EXPERTS = ", experts: {g0: 1}";

  static {
    KEYS.put("ramp", "{months: 4, from: 100%, skill: -2, cv: 0.8}");
    KEYS.put("handOver", "0");
    KEYS.put("leave", "{daysPerYear: 0, block: 2, cover: true}");
    KEYS.put("expertise", "0");
  }

  @Property(seed = "1", tries = 60, shrinking = ShrinkingMode.OFF)
  void whatIsNeutralLeavesEveryFactAndStepAsItIs(@ForAll long seed) {
    Story.Play before = Story.Play.of(AnyScenario.of(seed).model(), seed, 0);
    same(before, Story.Play.of(neutral(seed, 0).model(), seed, 0));
  }

  @Example
  void onceTheyAreNotNeutralTheyMatter() {
    int[] changed = new int[7];
    for (long seed = 0; seed < 40; seed++) {
      Story.Play before = Story.Play.of(neutral(seed, 0).model(), seed, 0);
      for (int feature = 1; feature <= 6; feature++) {
        Story.Play after = Story.Play.of(neutral(seed, feature).model(), seed, 0);
        changed[feature] += after.seen().equals(before.seen()) ? 0 : 1;
      }
    }
    for (int feature = 1; feature <= 6; feature++) {
      assertThat(changed[feature]).as("feature " + feature).isPositive();
    }
  }

  /**
   * A scenario with all that is neutral.
   *
   * @param but the feature that is not: 1 attrition, 2 leave, 3 training, 4 the effect of the
   *     territory, 5 of the tier, 6 how well segments are known; 0 for none
   */
  private static Story neutral(long seed, int but) {
    Story story = AnyScenario.of(seed);
    Map<String, String> keys = new LinkedHashMap<>(KEYS);
    String rate = but == 1 ? "900%/year" : "0%/year";
    keys.put(
        "attrition", "{rate: " + rate + ", tenure: [{until: 1 months, rate: x4}, {rate: x9}]}");
    if (but == 2) {
      keys.put("leave", "{daysPerYear: 60, block: 2}");
    }
    if (but == 6) {
      keys.put("expertise", "3");
      story.eachRole(r -> r.startsWith("reps") || r.contains("experts") ? r : r + EXPERTS);
    }
    story.everyRole(keys);
    if (!story.has("training")) {
      String effect = but == 3 ? "3" : "0";
      story.with(
          "training",
          "[{name: idle, on: 2027-02-10, role: R0, hours: 0, halfLife: 2 months, effects: {S0: "
              + effect
              + "}}, {name: late, on: 2027-03-02, role: R0, hours: 0, effects: {}}]");
    }
    if (!story.has("territories")) {
      story.with(
          "territories", "{all: {share: 100%, effects: {S0: " + (but == 4 ? "2" : "0") + "}}}");
    }
    if (!story.has("accounts")) {
      story.with(
          "accounts",
          "{intent: {uniform: {min: 0, max: 25}}, tiers: {key: {from: 50, effects: {S0: "
              + (but == 5 ? "2" : "0")
              + "}}, rest: {}}}");
    }
    return story;
  }

  private static void same(Story.Play before, Story.Play after) {
    assertThat(after.seen()).isEqualTo(before.seen());
    for (Fact fact : Fact.values()) {
      int periods = fact.dimension() == Dimension.WEEK ? 1 : before.ledger().periods();
      for (int period = 0; period < periods && fact != Fact.TAUGHT; period++) {
        for (int member = 0; member < before.ledger().members(fact); member++) {
          assertThat(after.ledger().get(fact, period, member))
              .as(fact + " of " + member)
              .isEqualTo(before.ledger().get(fact, period, member));
        }
      }
    }
  }
}

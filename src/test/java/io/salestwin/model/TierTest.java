package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts sorted by their score; the tier shows in the value. */
class TierTest {

  private static final int LEADS = 20_000;

  /** Two-sided, 6e-5 for a normal statistic. */
  private static final double SIGMAS = 4;

  @Test
  void theScoreIsTheSumOfItsFourPartsAndATierBeginsAtItsLeastScore() {
    assertThat(tiers(scored("20", "15", "10", "5", 50), 1)).containsExactly(1.0, 0.0, 0.0);
    assertThat(tiers(scored("20", "15", "10", "4.999", 50), 1)).containsExactly(0.0, 1.0, 0.0);
    assertThat(tiers(scored("5", "0", "0", "1", 50), 1)).containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  void anUnevenScoreFallsIntoTheTiersByItsLaw() {
    // 40 and an even number up to 25: key from 55, middle from 47.5
    double[] shares = tiers(scored("20", "15", "{uniform: {min: 0, max: 25}}", "5", 55), LEADS);
    double[] hand = {0.4, 0.3, 0.3};
    for (int tier = 0; tier < 3; tier++) {
      double p = hand[tier];
      assertThat(shares[tier]).isCloseTo(p, within(SIGMAS * Math.sqrt(p * (1 - p) / LEADS)));
    }
  }

  @Test
  void partsAreDrawnEachForItself() {
    // two even parts: the sum is above 37.5 with the chance of a corner, 1/8
    String even = "{uniform: {min: 0, max: 25}}";
    double[] shares = tiers(scored("0", even, even, "0", 37.5), LEADS);
    assertThat(shares[0]).isCloseTo(0.125, within(SIGMAS * Math.sqrt(0.125 * 0.875 / LEADS)));
  }

  @Test
  void aTierChangesTheOdds() {
    Heard heard = Heard.of(story(scored("20", "15", "10", "5", 50), 100).model(), 1, 0);
    for (List<Heard.Decided> draws : heard.decided.values()) {
      assertThat(draws.get(0).odds().of(Effect.TIER)).isEqualTo(0.3);
      assertThat(draws.get(0).odds().advance()).isCloseTo(1 / (1 + Math.exp(-0.3)), within(1e-12));
    }
    assertThat(heard.fact(Fact.EFFECT_TIER)).isEqualTo(100 * 300_000);
  }

  /** Shares of the leads by tier, which is known by the value. */
  private static double[] tiers(String accounts, int leads) {
    Heard heard = Heard.of(story(accounts, leads).model(), 1, 0);
    double[] shares = new double[3];
    for (long cents : heard.valueCents.values()) {
      shares[cents == 12_000_000 ? 0 : cents == 2_400_000 ? 1 : 2] += 1.0 / leads;
    }
    for (int tier = 0; tier < 3; tier++) {
      shares[tier] = Math.round(shares[tier] * leads) / (double) leads;
    }
    return shares;
  }

  private static String scored(String a, String b, String c, String d, double from) {
    return "{firmographic: %s, technographic: %s, intent: %s, relationship: %s, tiers: {key: {from: %s, value: x10, effects: {Talk: +0.3}}, middle: {from: %s, value: x2}, rest: {}}}"
        .formatted(a, b, c, d, from, from - 7.5);
  }

  private static Story story(String accounts, int leads) {
    return new Story()
        .with("sources", "{in: {arrivals: {on: {2027-01-05: " + leads + "}}}}")
        .with("accounts", accounts)
        .stage("name: Talk, advance: 50%");
  }
}

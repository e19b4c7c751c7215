package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.List;
import java.util.Map;

/**
 * How a lead's account is scored, from 0 to 100, and sorted into tiers.
 *
 * @param parts the four parts of the score, 0 to 25 each: firmographic, technographic, intent,
 *     relationship
 * @param tiers the tiers, the highest first; the last begins at 0
 */
public record Accounts(List<Distribution> parts, List<Tier> tiers) {

  /** Copies the lists. */
  public Accounts {
    parts = List.copyOf(parts);
    tiers = List.copyOf(tiers);
  }

  /**
   * A tier of accounts.
   *
   * @param name its name
   * @param from least score
   * @param valueFactor factor on the value of a deal, above 0
   * @param effects log-odds of advancing by the stage's name; 0 where absent
   * @param time share of a rep's time while leads of every tier wait; 0 for all tiers means that
   *     time is not split
   */
  public record Tier(
      String name, double from, double valueFactor, Map<String, Double> effects, double time) {}

  /**
   * Whether reps split their time between the tiers.
   *
   * @return true when a share of time is given
   */
  public boolean splitsTime() {
    return tiers.stream().anyMatch(tier -> tier.time() > 0);
  }
}

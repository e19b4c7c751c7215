package io.salestwin.explain;

import java.util.List;

/**
 * Leads and reps of a replication whose stories are worth telling.
 *
 * @param replication number of the replication
 * @param arrived how many leads arrived in it, those of the warm-up included
 * @param deals how many deals of the starting pipeline are in it, stale ones left out
 * @param leads leads, each with what makes it remarkable
 * @param reps reps, each with what makes him remarkable
 */
public record Suggestions(
    int replication, int arrived, int deals, List<Suggestion> leads, List<Suggestion> reps) {

  /** Copies the lists. */
  public Suggestions {
    leads = List.copyOf(leads);
    reps = List.copyOf(reps);
  }

  /**
   * Somebody with a story.
   *
   * @param name as {@link Explanation#lead} and {@link Explanation#rep} take it
   * @param why what is remarkable
   */
  public record Suggestion(String name, String why) {}
}

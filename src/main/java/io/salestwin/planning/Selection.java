package io.salestwin.planning;

import java.util.List;
import java.util.OptionalInt;

/**
 * The best of three or more alternatives, with a guarantee. A first stage of a fixed number of
 * replications sorts out who cannot be the best; then those that are left are played on until one
 * is chosen. Both steps are for figures whose pair means are about normal, and each has half of the
 * chance of error.
 *
 * @param confidence with at least this probability the chosen one is the best, or less than the
 *     zone worse than it
 * @param zone the indifference zone in units of the goal: smaller differences are not looked for
 * @param subset indices of the alternatives of which one is the best, with probability {@link
 *     #SUBSET} at least: those that no other beats by more than chance can after the first stage
 *     (Nelson, Swann, Goldsman and Song 2001, Operations Research 49, with the variance of paired
 *     differences)
 * @param chosen index of the chosen one, by the procedure of Kim and Nelson (2001); empty when more
 *     replications are needed
 * @param replications how many the last ones were played
 * @param most how many may be needed at most
 */
public record Selection(
    double confidence,
    double zone,
    List<Integer> subset,
    OptionalInt chosen,
    int replications,
    long most) {

  /** The probability with which the best is in the subset. */
  public static final double SUBSET = 0.975;

  /** Copies the list. */
  public Selection {
    subset = List.copyOf(subset);
  }
}

package io.salestwin.calibration.reps;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether reps, their teams and what they do in each stage differ by more than luck, how much of a
 * record is to be believed, and what follows. Deterministic: the same history, plan and seed give
 * the same figures.
 *
 * @param plan how they were compared
 * @param from day of the first close
 * @param until the last day that the history knows
 * @param closed closed deals, all of them
 * @param won how many of these were won
 * @param groupings people first, then their stages, then circumstances; without those that have not
 *     two groups to compare
 * @param advice what follows, as far as there is evidence for it
 * @param dealsToSee closed deals of one rep after which a true difference of five points in the win
 *     rate is seen four times in five (level 5 %, the rep against all others)
 */
public record RepAnalysis(
    RepPlan plan,
    LocalDate from,
    LocalDate until,
    int closed,
    int won,
    List<Grouping> groupings,
    List<Advice> advice,
    double dealsToSee) {

  /** Copies the lists. */
  public RepAnalysis {
    groupings = List.copyOf(groupings);
    advice = List.copyOf(advice);
  }

  /**
   * One thing that follows.
   *
   * @param kind what
   * @param grouping among which groups, by the grouping's name
   * @param group which of them; empty when it is of all
   * @param measure by what
   * @param questions how many such questions were asked, so that each is held to a smaller chance
   */
  public record Advice(
      Kind kind, String grouping, String group, Measure.Kind measure, int questions) {

    /** What follows. */
    public enum Kind {
      /** Groups do not differ by more than luck: nobody is to be ranked by this. */
      DO_NOT_RANK,
      /** They differ, but nobody in particular: the pooled figures are to be believed. */
      BELIEVE_THE_POOLED,
      /** One does better than luck allows: see how. */
      LEARN_FROM,
      /** One does worse than luck allows: see why. */
      COACH,
      /** A circumstance moves the measure by more than people do: compare within it. */
      COMPARE_WITHIN
    }
  }

  /**
   * Compares.
   *
   * @param history deals, some of them closed; to learn what was known at a moment, give {@link
   *     CrmHistory#asOf}
   * @param teams where owners belong, by name; may be empty
   * @param plan how
   * @return what was found
   * @throws io.salestwin.calibration.ImportProblem when there is nobody to compare; the message
   *     says why
   */
  public static RepAnalysis of(CrmHistory history, Map<String, Team> teams, RepPlan plan) {
    return new RepAnalysisOf(history, teams, plan).answer();
  }

  /**
   * The grouping of a name.
   *
   * @param name such as {@code rep}
   * @return it, if there is one
   */
  public Optional<Grouping> grouping(String name) {
    return groupings.stream().filter(g -> g.name().equals(name)).findFirst();
  }
}

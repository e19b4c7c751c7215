package io.salestwin.calibration.reps;

import java.util.List;
import java.util.Optional;

/**
 * Deals grouped by one thing, and what is measured of the groups.
 *
 * @param name by what: {@code rep}, {@code manager}, {@code rep at Offer}
 * @param what people, one of their stages, or a circumstance
 * @param names the groups that are compared, by name
 * @param closed closed deals of each; stays that have ended where a stage is looked at
 * @param won how many of these were won; how many went on
 * @param tooSmall names of groups with too few deals to be compared
 * @param measures what is measured, the first by the counts above
 */
public record Grouping(
    String name,
    What what,
    List<String> names,
    List<Integer> closed,
    List<Integer> won,
    List<String> tooSmall,
    List<Measure> measures) {

  /** Copies the lists. */
  public Grouping {
    names = List.copyOf(names);
    closed = List.copyOf(closed);
    won = List.copyOf(won);
    tooSmall = List.copyOf(tooSmall);
    measures = List.copyOf(measures);
  }

  /** What deals are grouped by. */
  public enum What {
    /** Reps or their teams. */
    PEOPLE,
    /** Who had a deal in one stage. */
    STAGE,
    /** What is no one's doing: the month, the product, where a deal comes from. */
    CIRCUMSTANCE
  }

  /**
   * One of the measures.
   *
   * @param kind which
   * @return it, unless it is not taken of these groups
   */
  public Optional<Measure> measure(Measure.Kind kind) {
    return measures.stream().filter(m -> m.kind() == kind).findFirst();
  }
}

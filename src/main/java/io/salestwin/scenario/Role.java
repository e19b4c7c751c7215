package io.salestwin.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A kind of seller.
 *
 * @param name its name
 * @param reps the sellers; those given by count are called by role and number ({@code AE 1})
 * @param take when a lead gets its rep
 * @param routing how a rep is chosen among those who could take the lead
 * @param hoursPerWeek selling time of a rep in a full working week, above 0; equal to the
 *     calendar's hours when not said
 * @param openLeads most leads that a rep owns at once; 0 means no limit
 * @param skillSd standard deviation of the reps' skill, in log-odds, at least 0
 * @param quotaCents quota of one rep for a quarter, in cents
 * @param salaryCents fixed pay of one rep for a year, in cents
 */
public record Role(
    String name,
    List<Rep> reps,
    Take take,
    Routing routing,
    double hoursPerWeek,
    int openLeads,
    double skillSd,
    Optional<Long> quotaCents,
    Optional<Long> salaryCents) {

  /** Copies the list. */
  public Role {
    reps = List.copyOf(reps);
  }

  /**
   * One seller.
   *
   * @param name unique within the scenario
   * @param skill log-odds added to the chance to advance of the leads that this rep owns; empty
   *     when it is to be drawn
   */
  public record Rep(String name, Optional<Double> skill) {}

  /** When a lead gets its rep. */
  public enum Take {
    /** Routing picks an owner at once; the lead waits in that rep's own list. */
    ON_ARRIVAL,
    /** Leads wait in the role's one queue and a free rep pulls the next. */
    WHEN_FREE
  }

  /** How a rep is chosen among those who could take the lead; ties go to the lower index. */
  public enum Routing {
    /** The next in turn. */
    ROUND_ROBIN,
    /** The one who owns the fewest open leads. */
    LEAST_LOADED
  }
}

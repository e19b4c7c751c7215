package io.salestwin.scenario;

import io.salestwin.document.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of a scenario that can be varied, by its path.
 *
 * @param path such as {@code roles.AE.headcount}
 * @param value what it is now, as written; the default if nothing is written
 * @param unit what it is measured in, such as {@code duration}
 * @param meaning in words
 * @param per the units that may differ in it within one run; empty if it holds for all
 * @param timeVarying whether it may change in the middle of a run
 */
public record Lever(
    String path, String value, String unit, String meaning, List<Unit> per, boolean timeVarying) {

  /** Copies the list. */
  public Lever {
    per = List.copyOf(per);
  }

  /** What may differ in a lever within one run. */
  public enum Unit {
    /** Each lead. */
    LEAD,
    /** Each territory. */
    TERRITORY,
    /** Each week. */
    WEEK,
    /** Each rep. */
    REP
  }

  /**
   * All numbers of a scenario that can be varied.
   *
   * @param tree the scenario as a tree, after {@code extends} and overrides
   * @return the levers in the order of the format
   */
  public static List<Lever> of(Node tree) {
    List<Lever> levers = new ArrayList<>();
    new LeverWalk(levers).walk(tree);
    return List.copyOf(levers);
  }
}

package io.salestwin.validation;

import java.util.List;

/**
 * A scenario whose outcome is known from theory.
 *
 * @param name how the command line calls it, unique
 * @param title what is played, in a few words
 * @param formula what theory says of it
 * @param source where that stands
 * @param remainder why the theory holds for a run of this length, or how far off it may be at most
 * @param scenario the scenario's file
 * @param figures names of the figures that are compared
 */
public record Case(
    String name,
    String title,
    String formula,
    String source,
    String remainder,
    String scenario,
    List<String> figures) {

  /** Copies the list. */
  public Case {
    figures = List.copyOf(figures);
  }
}

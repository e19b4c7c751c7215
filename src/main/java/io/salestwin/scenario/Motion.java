package io.salestwin.scenario;

import java.util.List;

/**
 * Ways to sell, and sizes of sales operations: what a template becomes when one sells so. Each is a
 * file that extends the template {@link #BASE} or, by {@link #over}, another.
 */
public final class Motion {

  private static final Library LIBRARY =
      new Library(
          "motions",
          "motion",
          List.of(
              "smb-inside",
              "enterprise-field",
              "product-led",
              "channel",
              "ops-under-1m",
              "ops-1m-to-10m",
              "ops-over-10m"));

  /** The template that motions extend. */
  public static final String BASE = "b2b-saas";

  private Motion() {}

  /**
   * The names of the motions.
   *
   * @return the names, in the order to show them
   */
  public static List<String> list() {
    return LIBRARY.names();
  }

  /**
   * The text of a motion.
   *
   * @param name one of {@link #list()}
   * @return a scenario as YAML that extends {@link #BASE}
   * @throws IllegalArgumentException if there is no such motion
   */
  public static String text(String name) {
    return LIBRARY.text(name);
  }

  /**
   * The text of a motion over another scenario than the template's.
   *
   * @param name one of {@link #list()}
   * @param base name of the scenario's file without {@code .yaml}, in the same folder
   * @return a scenario as YAML that extends it
   * @throws IllegalArgumentException if there is no such motion
   */
  public static String over(String name, String base) {
    return text(name).replace("extends: " + BASE + ".yaml", "extends: " + base + ".yaml");
  }
}

package io.salestwin.scenario;

import java.util.List;

/** Scenarios to start from. */
public final class Template {

  private static final Library LIBRARY =
      new Library(
          "templates",
          "template",
          List.of(
              "b2b-saas",
              "b2b-saas-meddpicc",
              "enterprise-saas",
              "manufacturing",
              "consulting",
              "seo-agency"));

  private Template() {}

  /**
   * The names of the templates.
   *
   * @return the names, in the order to show them
   */
  public static List<String> list() {
    return LIBRARY.names();
  }

  /**
   * The text of a template.
   *
   * @param name one of {@link #list()}
   * @return a scenario as YAML
   * @throws IllegalArgumentException if there is no such template
   */
  public static String text(String name) {
    return LIBRARY.text(name);
  }
}

package io.salestwin.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Scenarios to start from. */
public final class Template {

  private static final List<String> NAMES =
      List.of(
          "b2b-saas",
          "b2b-saas-meddpicc",
          "enterprise-saas",
          "manufacturing",
          "consulting",
          "seo-agency");

  private Template() {}

  /**
   * The names of the templates.
   *
   * @return the names, in the order to show them
   */
  public static List<String> list() {
    return NAMES;
  }

  /**
   * The text of a template.
   *
   * @param name one of {@link #list()}
   * @return a scenario as YAML
   * @throws IllegalArgumentException if there is no such template
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no template \"" + name + "\"; there are " + String.join(", ", NAMES));
    }
    try (InputStream in = Template.class.getResourceAsStream("/templates/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("the template (" + name + ") is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

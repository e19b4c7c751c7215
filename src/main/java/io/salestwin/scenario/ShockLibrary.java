package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The shocks that come with the program. */
public final class ShockLibrary {

  private static final List<String> NAMES =
      List.of(
          "budget freeze",
          "exodus of reps",
          "key rep leaves",
          "lead drought",
          "price cut of a competitor",
          "recession",
          "tool outage");

  private ShockLibrary() {}

  /**
   * The names of the shocks.
   *
   * @return the names, in the order to show them
   */
  public static List<String> list() {
    return NAMES;
  }

  /**
   * What a shock of the library is about.
   *
   * @param name one of {@link #list()}
   * @return its file: comments that say what it is and where its figures come from, then its keys
   * @throws IllegalArgumentException if there is no such shock
   */
  public static String text(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no shock \"" + name + "\"; there are " + String.join(", ", NAMES));
    }
    String file = "/shocks/" + name.replace(' ', '-') + ".yaml";
    try (InputStream in = ShockLibrary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("the shock (" + name + ") is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of a shock; empty if there is none of that name. */
  static Optional<Node> shock(String name) {
    return NAMES.contains(name)
        ? Optional.of(Document.parse(text(name), "shock " + name).root())
        : Optional.empty();
  }
}

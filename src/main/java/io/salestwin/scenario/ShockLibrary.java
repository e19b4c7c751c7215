package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import java.util.List;
import java.util.Optional;

/** The shocks that come with the program. */
public final class ShockLibrary {

  private static final Library LIBRARY =
      new Library(
          "shocks",
          "shock",
          List.of(
              "budget freeze",
              "exodus of reps",
              "key rep leaves",
              "lead drought",
              "price cut of a competitor",
              "recession",
              "tool outage"));

  private ShockLibrary() {}

  /**
   * The names of the shocks.
   *
   * @return the names, in the order to show them
   */
  public static List<String> list() {
    return LIBRARY.names();
  }

  /**
   * What a shock of the library is about.
   *
   * @param name one of {@link #list()}
   * @return its file: comments that say what it is and where its figures come from, then its keys
   * @throws IllegalArgumentException if there is no such shock
   */
  public static String text(String name) {
    return LIBRARY.text(name);
  }

  /** The keys of a shock; empty if there is none of that name. */
  static Optional<Node> shock(String name) {
    return LIBRARY.names().contains(name)
        ? Optional.of(Document.parse(text(name), "shock " + name).root())
        : Optional.empty();
  }
}

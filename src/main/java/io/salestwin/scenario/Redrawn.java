package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problem.Severity;
import io.salestwin.document.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an override of a whole part means for the levers within it that the scenario's uncertainty
 * draws: what is written anew is taken as known and is drawn no more. (An override of such a lever
 * itself moves what is drawn, see {@link Uncertainty.Nominal}.)
 */
final class Redrawn {

  private Redrawn() {}

  /**
   * The tree after an override, with an uncertainty that does not contradict it.
   *
   * @param anew keys of the uncertainty that are written anew themselves and so stay
   */
  static Node after(
      LeverOverride set, Node before, Node tree, Set<String> anew, Problems problems) {
    Node uncertainty = tree.get("uncertainty");
    if (uncertainty == null
        || set.path().startsWith("uncertainty")
        || at(before, set.path()).equals(at(tree, set.path()))) {
      return tree;
    }
    Node now = tree;
    String changed = place(tree, set.path());
    for (String lever : uncertainty.keys()) {
      String drawn = place(tree, lever);
      boolean within = drawn.startsWith(changed + ".") || drawn.startsWith(changed + "[");
      if (within && !anew.contains(lever)) {
        now = known(set, lever, now, problems);
      }
    }
    return now;
  }

  private static Node known(LeverOverride set, String lever, Node tree, Problems problems) {
    problems.add(
        new Problem(
            Severity.WARNING,
            set.value().file(),
            set.value().line(),
            lever,
            "the scenario's uncertainty about this lever is left out: the value that is set is"
                + " taken as known",
            "to keep it, set uncertainty.\"" + lever + "\" too, after this"));
    return tree.without(List.of("uncertainty", lever)).value();
  }

  /** The one spelling of a path: elements of lists go by their names. */
  private static String place(Node tree, String path) {
    return at(tree, path).map(Node::path).orElse(path);
  }

  private static Optional<Node> at(Node tree, String path) {
    Parsed<Node> found = Node.steps(path).flatMap(tree::find);
    return found.isBad() ? Optional.empty() : Optional.of(found.value());
  }
}

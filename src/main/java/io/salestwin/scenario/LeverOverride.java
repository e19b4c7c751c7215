package io.salestwin.scenario;

import io.salestwin.document.Change;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.random.DistributionFamily;
import io.salestwin.random.DistributionFamily.ParameterKind;
import io.salestwin.scenario.Shape.Chance;
import java.util.List;
import java.util.Optional;

/**
 * A lever and what becomes of it: the only way in which a scenario is varied. The value is absolute
 * ({@code 14}, {@code 30%}), relative to what holds so far ({@code x1.2}, {@code +2}, {@code +5pp},
 * {@code -10%}) or a whole subtree ({@code {lognormal: {median: 3 days, p90: 9 days}}}). {@code
 * =-0.2} sets a value that would otherwise be read as a change.
 *
 * @param path the lever, such as {@code roles.AE.headcount} or {@code stages.Discovery.advance}
 * @param value the new value
 */
public record LeverOverride(String path, Node value) {

  /**
   * Understands an override as it is written on the command line.
   *
   * @param text such as {@code roles.AE.headcount=14}
   * @return the override, or what is wrong with the text
   */
  public static Parsed<LeverOverride> parse(String text) {
    int at = text.indexOf('=');
    if (at <= 0 || at == text.length() - 1) {
      return Parsed.bad(
          "\"" + text + "\" is no override", "write LEVER=VALUE, such as roles.AE.headcount=14");
    }
    String path = text.substring(0, at).strip();
    String value = text.substring(at + 1).strip();
    String origin = "--set " + text;
    return Node.steps(path)
        .flatMap(
            steps ->
                value.startsWith("=")
                    ? Parsed.of(Node.scalar(value, origin))
                    : Node.parse(value, origin))
        .map(node -> new LeverOverride(path, node));
  }

  /**
   * The tree in which this override holds.
   *
   * @param tree the scenario so far
   * @return the changed tree, or why there is no such lever or no such change
   */
  Parsed<Node> applyTo(Node tree) {
    return LeverPath.of(tree, path).flatMap(lever -> set(tree, lever));
  }

  private Parsed<Node> set(Node tree, LeverPath lever) {
    if (lever.steps().get(0).equals("extends") || lever.steps().get(0).equals("overrides")) {
      return Parsed.bad(path + " is no lever", "change the file itself");
    }
    if (value.isNull()) {
      return Parsed.bad("nothing is given for " + path, "give a value");
    }
    Change change =
        value.isScalar() && (!value.isQuoted() || value.line() == 0)
            ? Quantity.change(value.text())
            : null;
    if (change == null) {
      return put(tree, lever, value);
    }
    if (!change.isRelative()) {
      Parsed<String> text = change.applyTo("");
      return text.flatMap(t -> put(tree, lever, Node.scalar(t, value.file())));
    }
    Optional<Node> now = lever.node();
    if (now.isEmpty() && lever.fallback().isEmpty()) {
      return Parsed.bad(
          path + " is not given, so it cannot be changed by " + value.text(),
          "give the new value itself");
    }
    Node current = now.orElseGet(() -> Node.parse(lever.fallback(), "default of " + path).value());
    return changed(current, lever, change).flatMap(node -> put(tree, lever, node));
  }

  private Parsed<Node> put(Node tree, LeverPath lever, Node node) {
    return tree.with(lever.steps(), node);
  }

  /** A value, or every quantity of a distribution, after a relative change. */
  private Parsed<Node> changed(Node current, LeverPath lever, Change change) {
    if (current.isScalar()) {
      return change.applyTo(current.text()).map(text -> Node.scalar(text, value.file()));
    }
    boolean times = change instanceof Change.Times;
    boolean law = lever.shapeAt(current) instanceof Chance && Families.isFamily(current);
    if (!law || !times) {
      return Parsed.bad(
          path + " is " + current.inWords() + ", not one value to change by " + value.text(),
          law ? "multiply it (x1.2), or set one of its parameters" : "name one of its parts");
    }
    String family = current.keys().get(0);
    Node parameters = current.get(family);
    if (!parameters.keys().stream().allMatch(name -> Families.hasParameter(family, name))) {
      return Parsed.bad(
          "a " + family + " cannot be multiplied", "set one of its parts, or give a new one");
    }
    return scaled(current, family, parameters.keys(), (Change.Times) change);
  }

  private static Parsed<Node> scaled(
      Node law, String family, List<String> names, Change.Times times) {
    Parsed<Node> result = Parsed.of(law);
    for (String name : names) {
      ParameterKind kind = DistributionFamily.kind(name);
      if (name.equals("mu") || kind == ParameterKind.PER_QUANTITY) {
        return Parsed.bad(
            "a " + family + " given by " + name + " cannot be multiplied", "give its mean");
      }
      if (kind == ParameterKind.QUANTITY) {
        result =
            result.flatMap(
                tree ->
                    times
                        .applyTo(tree.get(family).get(name).text())
                        .flatMap(
                            text ->
                                tree.with(List.of(family, name), Node.scalar(text, law.file()))));
      }
    }
    return result;
  }
}

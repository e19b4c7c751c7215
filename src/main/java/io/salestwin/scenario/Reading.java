package io.salestwin.scenario;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problems;
import io.salestwin.document.Suggestion;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reading of a scenario: what is known of it so far, and what is wrong with it. After an error
 * reading goes on with a value that is allowed, so that all errors are found at once.
 */
final class Reading {

  private static final String WHOLE_HORIZON = "horizon";

  private final Problems problems;
  private final Names names;
  private final String currency;

  /**
   * The names that a scenario declares, each list in the order of the file.
   *
   * @param stages of the stages
   * @param roles of the roles
   * @param products of the products
   * @param segments of the segments
   * @param sources of the sources
   * @param competitors of the competitors
   * @param territories of the territories
   * @param tiers of the tiers of accounts
   */
  record Names(
      List<String> stages,
      List<String> roles,
      List<String> products,
      List<String> segments,
      List<String> sources,
      List<String> competitors,
      List<String> territories,
      List<String> tiers) {

    static Names of(Node root) {
      List<String> stages = new ArrayList<>();
      Node list = root.get("stages");
      if (list != null && list.isList()) {
        for (Node stage : list.items()) {
          Node name = stage.get("name");
          stages.add(name != null && name.isScalar() ? name.text() : "");
        }
      }
      List<String> segments = keys(root, "segments");
      Node accounts = root.get("accounts");
      return new Names(
          List.copyOf(stages),
          keys(root, "roles"),
          keys(root, "products"),
          segments.isEmpty() ? List.of("all") : segments,
          keys(root, "sources"),
          keys(root, "competitors"),
          keys(root, "territories"),
          accounts == null ? List.of() : keys(accounts, "tiers"));
    }

    private static List<String> keys(Node root, String key) {
      Node node = root.get(key);
      return node == null ? List.of() : node.keys();
    }

    List<String> of(ByMember.Axis axis) {
      return switch (axis) {
        case NONE -> List.of();
        case SEGMENT -> segments;
        case PRODUCT -> products;
        case SOURCE -> sources;
      };
    }
  }

  Reading(Node root, Problems problems) {
    this.problems = problems;
    this.names = Names.of(root);
    Node code = root.get("currency");
    this.currency = code != null && code.isScalar() && !code.isNull() ? code.text() : "USD";
  }

  Problems problems() {
    return problems;
  }

  Names names() {
    return names;
  }

  String currency() {
    return currency;
  }

  /**
   * A name by which results are divided: columns of results are named by it, and by the periods and
   * the horizon as well, so that it must not be mistaken for one of these.
   *
   * @param at where the name, or what bears it, is written
   * @param name the name
   * @param what what bears it, such as {@code product}
   */
  void memberName(Node at, String name, String what) {
    // which names are those of periods does not depend on the fiscal year's first month
    if (name.equals(WHOLE_HORIZON) || FiscalYear.CALENDAR.named(name).isPresent()) {
      problems.error(
          at,
          "the " + what + " cannot be named \"" + name + "\": results call a period so",
          "rename it, such as \"" + what + " " + name + "\"");
    }
  }

  /** A section to be read key by key; unknown keys are errors. */
  Part part(Node node, Section section) {
    List<String> known = section.names();
    if (!node.isMap()) {
      problems.error(
          node,
          "expected a mapping (key: value), but found " + node.inWords(),
          "allowed are " + String.join(", ", known));
    } else if (section.rest().isEmpty()) {
      problems.onlyKeys(node, known);
    }
    return new Part(this, node, section);
  }

  /** One number in its canonical unit. */
  double number(Node node, Scalar shape) {
    if (!node.isScalar() || node.isNull()) {
      problems.error(
          node, "expected " + shape.kind().one() + ", but found " + node.inWords(), allowed(shape));
      return placeholder(shape);
    }
    double value =
        problems.take(node, shape.kind().number(node.text(), currency), placeholder(shape));
    return inRange(node, value, shape);
  }

  /** The value if it is in range, else an error and a value that is. */
  double inRange(Node node, double value, Scalar shape) {
    boolean low = shape.minIncluded() ? value < shape.min() : value <= shape.min();
    if (!low && value <= shape.max()) {
      return value;
    }
    String shown = node.isScalar() ? node.text() : "the mean of " + shape.kind().show(value);
    String how = low ? " is too small" : " is too large";
    problems.error(node, shown + how, allowed(shape));
    return placeholder(shape);
  }

  static String allowed(Scalar shape) {
    Kind kind = shape.kind();
    String least = kind.show(shape.min());
    String most = kind.show(shape.max());
    return "give "
        + kind.one()
        + (shape.minIncluded() ? " from " + least + " to " : " above " + least + ", at most ")
        + most;
  }

  static double placeholder(Scalar shape) {
    if (shape.kind() == Kind.PROBABILITY) {
      return 0.5;
    }
    return shape.minIncluded()
        ? Math.max(shape.min(), Math.min(0, shape.max()))
        : Math.min(1, shape.max());
  }

  /** A text. */
  String text(Node node, String what) {
    if (!node.isScalar() || node.isNull() || node.text().isBlank()) {
      problems.error(node, "expected " + what + ", but found " + node.inWords(), "give one text");
      return "";
    }
    if (node.text().length() > 200) {
      problems.error(node, what + " is longer than 200 characters", "shorten it");
    }
    return node.text();
  }

  /** One of given words; the first of them after an error. */
  String word(Node node, List<String> words) {
    if (node.isScalar() && words.contains(node.text())) {
      return node.text();
    }
    String hint = node.isScalar() ? Suggestion.didYouMean(node.text(), words) : "";
    problems.error(
        node,
        (node.isScalar() && !node.isNull()
            ? node.inWords() + " is not known here"
            : "expected one word, but found " + node.inWords()),
        (hint.isEmpty() ? "" : hint + " ") + "allowed are " + String.join(", ", words));
    return words.get(0);
  }

  /** The place of a name among those that the scenario declares; -1 after an error. */
  int reference(Node node, String noun, List<String> declared) {
    String name = node.isScalar() ? node.text() : "";
    int index = declared.indexOf(name);
    if (index < 0 || name.isEmpty()) {
      unknown(node, name, noun, declared);
      return -1;
    }
    return index;
  }

  /** Says that a name is not declared. */
  void unknown(Node node, String name, String noun, List<String> declared) {
    String hint = Suggestion.didYouMean(name, declared);
    List<String> shown = declared.size() > 12 ? declared.subList(0, 12) : declared;
    String all =
        declared.isEmpty()
            ? "the scenario has no " + noun + "s"
            : "there are "
                + String.join(", ", shown)
                + (shown.size() < declared.size() ? " …" : "");
    String what =
        name.isEmpty()
            ? node.inWords() + " is no " + noun
            : "there is no " + noun + " \"" + name + "\"";
    problems.error(node, what, hint.isEmpty() ? all : hint);
  }

  /** The members of a mapping with names that people choose. */
  Map<String, Node> members(Node node, Shape.Members shape) {
    Map<String, Node> members = new LinkedHashMap<>();
    if (!node.isMap()) {
      problems.error(
          node,
          "expected " + shape.noun() + "s by name (name: ...), but found " + node.inWords(),
          "write a line for each " + shape.noun());
      return members;
    }
    for (String name : node.keys()) {
      if (name.isBlank() || name.length() > 200) {
        problems.error(
            node.get(name), "this is no name for a " + shape.noun(), "give a short name");
      }
      members.put(name, node.get(name));
    }
    tooMany(node, members.size(), shape.most(), shape.noun());
    return members;
  }

  /** The elements of a list. */
  List<Node> items(Node node, Shape.Items shape) {
    if (!node.isList()) {
      problems.error(
          node,
          "expected a list of " + shape.noun() + "s, but found " + node.inWords(),
          "write [first, second], or a line with a dash for each");
      return List.of();
    }
    int count = node.items().size();
    if (count < shape.least()) {
      problems.error(
          node, count + " " + shape.noun() + "s are too few", "give at least " + shape.least());
    }
    tooMany(node, count, shape.most(), shape.noun());
    return node.items();
  }

  private void tooMany(Node node, int count, int most, String noun) {
    if (count > most) {
      problems.error(node, count + " " + noun + "s are too many", "give at most " + most);
    }
  }

  /** Shares that must sum to 1, then divided by their sum. */
  List<Double> shares(Node node, List<Double> shares, String what) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) <= 1e-6)) {
      problems.error(
          node,
          what + " sum to " + percent(sum) + ", not to 100%",
          "change them so that they sum to 100%");
      return shares.stream().map(share -> 1.0 / shares.size()).toList();
    }
    return shares.stream().map(share -> share / sum).toList();
  }

  static String percent(double share) {
    return Kind.PROBABILITY.show(StrictMath.rint(share * 1e6) / 1e6);
  }

  /** A result of the document package, with an error at the node. */
  <T> T take(Node node, Parsed<T> parsed, T instead) {
    return problems.take(node, parsed, instead);
  }
}

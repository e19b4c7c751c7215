package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.random.Constant;
import io.salestwin.random.Discrete;
import io.salestwin.random.Distribution;
import io.salestwin.random.DistributionFamily;
import io.salestwin.random.Empirical;
import io.salestwin.random.Mixture;
import io.salestwin.random.Scaled;
import io.salestwin.random.Shifted;
import io.salestwin.random.Slowest;
import io.salestwin.random.Truncated;
import io.salestwin.scenario.Shape.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads distributions: a bare quantity, or {@code {family: {parameters}}}. */
final class Chances {

  private static final int DEEPEST = 5;
  private static final int MOST_VALUES = 100_000;
  private static final int MOST_COMPONENTS = 100;

  private final Reading reading;

  Chances(Reading reading) {
    this.reading = reading;
  }

  static Distribution constant(double value) {
    return new Constant(value);
  }

  static Distribution placeholder(Scalar shape) {
    return new Constant(Reading.placeholder(shape));
  }

  /**
   * Reads a distribution.
   *
   * @param node as written
   * @param shape kind and range of its values
   * @param factor what every value is multiplied by, above 0
   * @return the distribution; one that is allowed after an error
   */
  Distribution read(Node node, Scalar shape, double factor) {
    Distribution read = read(node, shape, 0);
    return factor == 1 ? read : new Scaled(factor, read);
  }

  private Distribution read(Node node, Scalar shape, int depth) {
    if (node.isScalar()) {
      return new Constant(reading.number(node, shape));
    }
    if (!node.isMap() || node.keys().size() != 1) {
      String found = node.isMap() ? node.keys().size() + " keys" : node.inWords();
      error(
          node,
          "expected a distribution with one family, but found " + found,
          "write such as {lognormal: {median: ..., p90: ...}}");
      return placeholder(shape);
    }
    String family = node.keys().get(0);
    Node given = node.get(family);
    try {
      Distribution read = family(family, given, shape, depth);
      return inRange(given, family, read, shape);
    } catch (IllegalArgumentException e) {
      // The values in the message are in canonical units, which nobody wrote.
      String why =
          e.getMessage().replace(family + ": ", "").replaceFirst("; given: .*|, but .*", "");
      error(given, "this " + family + " is not possible: " + why, "change its parameters");
      return placeholder(shape);
    }
  }

  private Distribution family(String family, Node given, Scalar shape, int depth) {
    if (depth > DEEPEST) {
      error(given, "distributions within distributions go too deep", "write it more simply");
      return placeholder(shape);
    }
    return switch (family) {
      case "empirical" -> empirical(given, shape);
      case "discrete" -> discrete(given, shape);
      case "mixture" -> mixture(given, shape, depth);
      case "shifted" -> shifted(given, shape, depth);
      case "truncated" -> truncated(given, shape, depth);
      case "slowest" -> slowest(given, shape, depth);
      default -> simple(family, given, shape);
    };
  }

  private Distribution simple(String family, Node given, Scalar shape) {
    DistributionFamily known = Families.named(family);
    if (known == null) {
      String hint = Suggestion.didYouMean(family, Families.ALL);
      error(
          given,
          "there is no family of distributions \"" + family + "\"",
          (hint.isEmpty() ? "" : hint + " ") + "there are " + String.join(", ", Families.ALL));
      return placeholder(shape);
    }
    if (!given.isMap()) {
      error(given, "expected the parameters of " + family + ", but found " + given.inWords(), "");
      return placeholder(shape);
    }
    if (!reading.problems().onlyKeys(given, known.parameters())) {
      return placeholder(shape);
    }
    int before = reading.problems().list().size();
    Map<String, Double> parameters = parameters(given, shape);
    return reading.problems().list().size() > before ? placeholder(shape) : known.with(parameters);
  }

  /** The parameters in canonical units. */
  Map<String, Double> parameters(Node given, Scalar shape) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (String name : given.keys()) {
      parameters.put(name, parameter(given.get(name), name, shape));
    }
    return parameters;
  }

  private double parameter(Node node, String name, Scalar shape) {
    if (name.equals("mu") && shape.kind().hasUnit()) {
      error(node, "mu depends on the unit of the values", "give median instead");
      return 0;
    }
    return switch (DistributionFamily.kind(name)) {
      case QUANTITY -> value(node, shape);
      case PER_QUANTITY -> reading.problems().read(node, text -> rate(text, shape.kind()), 1.0);
      case NUMBER ->
          name.equals("cv")
              ? reading.problems().read(node, Quantity::fraction, 1.0)
              : reading.problems().read(node, Quantity::number, 1.0);
    };
  }

  /** A number per unit: {@code 2 / day} for durations, a plain number for plain numbers. */
  private static Parsed<Double> rate(String text, Kind kind) {
    if (!kind.hasUnit()) {
      return Quantity.number(text);
    }
    String[] parts = text.split("/|\\bper\\b", 2);
    if (kind != Kind.DURATION || parts.length != 2) {
      return Parsed.bad("\"" + text + "\" is not a rate per time", "give mean instead");
    }
    return Quantity.number(parts[0])
        .flatMap(n -> Quantity.durationMillis("1 " + parts[1].strip()).map(ms -> n / ms));
  }

  /** A quantity in the unit of the values, not held against their range. */
  private double value(Node node, Scalar shape) {
    String currency = reading.currency();
    return reading.problems().read(node, text -> shape.kind().number(text, currency), 1.0);
  }

  private Distribution inRange(Node node, String family, Distribution read, Scalar shape) {
    boolean unit = shape.max() <= 1;
    if (family.equals("normal") && (read.low() < shape.min() || read.high() > shape.max())) {
      return new Truncated(read, shape.min(), shape.max());
    }
    double mean = read.mean();
    if (read.low() < shape.min() || (unit && read.high() > shape.max())) {
      error(
          node,
          "its values can be "
              + (read.low() < shape.min() ? "below " : "above ")
              + shape.kind().show(read.low() < shape.min() ? shape.min() : shape.max()),
          "choose other parameters, or cut it: {truncated: {min: ..., max: ..., of: ...}}");
      return placeholder(shape);
    }
    if (mean > shape.max()) {
      error(node, "its mean is too large", Reading.allowed(shape));
      return placeholder(shape);
    }
    return read;
  }

  private Distribution empirical(Node given, Scalar shape) {
    if (!reading.problems().onlyKeys(given, List.of("values", "quantiles"))
        || given.keys().size() != 1) {
      error(given, "empirical needs values or quantiles", "such as {values: [3 days, 5 days]}");
      return placeholder(shape);
    }
    if (given.has("values")) {
      return values(given.get("values"), shape);
    }
    Node table = given.get("quantiles");
    if (!table.isMap() || table.keys().size() < 2 || table.keys().size() > MOST_VALUES) {
      error(
          table,
          "expected at least two quantiles",
          "such as {0%: 1 day, 50%: 4 days, 100%: 30 days}");
      return placeholder(shape);
    }
    TreeMap<Double, Double> quantiles = new TreeMap<>();
    for (String level : table.keys()) {
      Node at = table.get(level);
      double p = reading.take(at, Quantity.probability(level), 0.5);
      quantiles.put(p, reading.number(at, shape));
    }
    return new Empirical(List.copyOf(quantiles.keySet()), List.copyOf(quantiles.values()));
  }

  /** Each value as likely as any other. */
  private Distribution values(Node list, Scalar shape) {
    List<Double> values = numbers(list, shape);
    return values.isEmpty()
        ? placeholder(shape)
        : new Discrete(values, values.stream().map(value -> 1.0).toList());
  }

  private List<Double> numbers(Node list, Scalar shape) {
    int count = list.items().size();
    if (!list.isList() || count == 0 || count > MOST_VALUES) {
      error(list, "expected a list of 1 to 100,000 values", "write [first, second, ...]");
      return List.of();
    }
    return list.items().stream().map(item -> reading.number(item, shape)).sorted().toList();
  }

  private Distribution discrete(Node given, Scalar shape) {
    if (!given.isMap() || given.keys().isEmpty() || given.keys().size() > MOST_VALUES) {
      error(given, "expected values with their shares", "such as {1: 20%, 2: 80%}");
      return placeholder(shape);
    }
    TreeMap<Double, Double> shareOf = new TreeMap<>();
    for (String text : given.keys()) {
      Node at = given.get(text);
      double value =
          reading.take(
              at, shape.kind().number(text, reading.currency()), Reading.placeholder(shape));
      double share = reading.problems().read(at, Quantity::probability, 0.5);
      shareOf.merge(reading.inRange(at, value, shape), share, Double::sum);
    }
    List<Double> shares = List.copyOf(shareOf.values());
    return new Discrete(
        List.copyOf(shareOf.keySet()), reading.shares(given, shares, "the shares of the values"));
  }

  private Distribution mixture(Node given, Scalar shape, int depth) {
    int count = given.items().size();
    if (!given.isList() || count == 0 || count > MOST_COMPONENTS) {
      error(
          given,
          "expected a list of parts",
          "such as [{weight: 60%, of: 3 days}, {weight: 40%, of: 30 days}]");
      return placeholder(shape);
    }
    List<Double> weights = new ArrayList<>();
    List<Distribution> parts = new ArrayList<>();
    for (Node item : given.items()) {
      if (!complete(item, List.of("weight", "of"))) {
        return placeholder(shape);
      }
      weights.add(reading.problems().read(item.get("weight"), Quantity::probability, 0.5));
      parts.add(read(item.get("of"), shape, depth + 1));
    }
    return new Mixture(reading.shares(given, weights, "the weights"), parts);
  }

  private Distribution shifted(Node given, Scalar shape, int depth) {
    if (!complete(given, List.of("by", "of"))) {
      return placeholder(shape);
    }
    return new Shifted(value(given.get("by"), shape), read(given.get("of"), shape, depth + 1));
  }

  private Distribution truncated(Node given, Scalar shape, int depth) {
    boolean known = reading.problems().onlyKeys(given, List.of("min", "max", "of"));
    if (!known || !given.has("of") || given.keys().size() < 2) {
      error(given, "truncated needs of, and min or max", "such as {max: 60 days, of: ...}");
      return placeholder(shape);
    }
    double low = given.has("min") ? value(given.get("min"), shape) : Double.NEGATIVE_INFINITY;
    double high = given.has("max") ? value(given.get("max"), shape) : Double.POSITIVE_INFINITY;
    // What is cut may reach beyond the allowed range; only the rest is held against it.
    Scalar wide = new Scalar(shape.kind(), -Double.MAX_VALUE, true, Double.MAX_VALUE, List.of());
    return new Truncated(read(given.get("of"), wide, depth + 1), low, high);
  }

  /** The slowest of some; of a number that is drawn itself, a mixture of them. */
  private Distribution slowest(Node given, Scalar shape, int depth) {
    if (!complete(given, List.of("of", "each"))) {
      return placeholder(shape);
    }
    Distribution each = read(given.get("each"), shape, depth + 1);
    Distribution number = read(given.get("of"), Families.HOW_MANY, depth + 1);
    List<Double> shares = List.of(1.0);
    List<Double> numbers = List.of(number.mean());
    if (number instanceof Discrete d) {
      numbers = d.values();
      shares = d.probabilities();
    } else if (!(number instanceof Constant)) {
      error(
          given.get("of"),
          "how many is not a whole number",
          "such as 3 or {discrete: {2: 40%, 3: 60%}}");
      return placeholder(shape);
    }
    List<Distribution> parts = new ArrayList<>();
    for (double n : numbers) {
      parts.add(new Slowest((int) StrictMath.rint(n), each));
    }
    return parts.size() == 1 ? parts.get(0) : new Mixture(shares, parts);
  }

  private boolean complete(Node node, List<String> keys) {
    boolean known = reading.problems().onlyKeys(node, keys);
    for (String key : keys) {
      if (known && !node.has(key)) {
        error(node, "\"" + key + "\" is missing", "add it");
        return false;
      }
    }
    return known;
  }

  private void error(Node node, String message, String advice) {
    reading.problems().error(node, message, advice);
  }
}

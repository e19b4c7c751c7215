package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.random.DistributionFamily;
import io.salestwin.random.DistributionFamily.ParameterKind;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The families of distributions as they are written. */
final class Families {

  /** The names of all families. */
  static final List<String> ALL =
      Arrays.stream(DistributionFamily.values()).map(DistributionFamily::written).toList();

  private static final int MOST_VALUES = 100_000;
  private static final Scalar SHARE = new Scalar(Kind.PROBABILITY, 0, true, 1, List.of());

  /** How many there are of whom the slowest counts. */
  static final Scalar HOW_MANY = new Scalar(Kind.WHOLE, 1, true, 100, List.of());

  private Families() {}

  /** The family of a name; null if there is none. */
  static DistributionFamily named(String name) {
    int index = ALL.indexOf(name);
    return index < 0 ? null : DistributionFamily.values()[index];
  }

  /**
   * What stands below a family's name.
   *
   * @param family its name
   * @param of the values that it is about
   * @return the shape of its parameters, for a path or a schema; ranges are left to the family
   */
  static Shape shape(String family, Scalar of) {
    Scalar quantity = new Scalar(of.kind(), -1e15, true, 1e15, List.of());
    Chance chance = new Chance(of);
    return switch (family) {
      case "empirical" ->
          new Section(
              family,
              List.of(
                  Key.of("values", new Items("value", 1, MOST_VALUES, of), "all equally likely"),
                  Key.of("quantiles", new Members("level", MOST_VALUES, of), "value by level")),
              Optional.empty());
      case "discrete" -> new Members("value", MOST_VALUES, SHARE);
      case "mixture" ->
          new Items(
              "part",
              1,
              100,
              new Section(
                  "part",
                  List.of(
                      Key.of("weight", SHARE, "share of this part").needed(),
                      Key.of("of", chance, "the part").needed()),
                  Optional.empty()));
      case "shifted" ->
          new Section(
              family,
              List.of(
                  Key.of("by", quantity, "what is added").needed(),
                  Key.of("of", chance, "to what").needed()),
              Optional.empty());
      case "truncated" ->
          new Section(
              family,
              List.of(
                  Key.of("min", quantity, "the least"),
                  Key.of("max", quantity, "the most"),
                  Key.of("of", chance, "what is cut").needed()),
              Optional.empty());
      case "slowest" ->
          new Section(
              family,
              List.of(
                  Key.of("of", new Chance(HOW_MANY), "how many").needed(),
                  Key.of("each", chance, "each of them").needed()),
              Optional.empty());
      default -> simple(family, quantity);
    };
  }

  private static Section simple(String family, Scalar quantity) {
    DistributionFamily named = named(family);
    Scalar plain = new Scalar(Kind.NUMBER, -1e15, true, 1e15, List.of());
    Scalar share = new Scalar(Kind.CHANGE, -1e15, true, 1e15, List.of());
    Scalar text = new Scalar(Kind.TEXT, 0, true, 0, List.of());
    List<Key> keys =
        named.parameters().stream()
            .map(
                name -> {
                  boolean rate = DistributionFamily.kind(name) == ParameterKind.PER_QUANTITY;
                  boolean quantities = DistributionFamily.kind(name) == ParameterKind.QUANTITY;
                  Scalar number = name.equals("cv") ? share : plain;
                  Scalar perUnit = quantity.kind().hasUnit() ? text : plain;
                  return Key.of(name, quantities ? quantity : rate ? perUnit : number, name);
                })
            .toList();
    return new Section(family, keys, Optional.empty());
  }

  /** Whether a family knows a parameter. */
  static boolean hasParameter(String family, String parameter) {
    DistributionFamily named = named(family);
    return named != null && named.parameters().contains(parameter);
  }

  /** Whether a mapping looks like a distribution: it has a family among its keys. */
  static boolean isFamily(Node node) {
    return node.keys().stream().anyMatch(ALL::contains);
  }
}

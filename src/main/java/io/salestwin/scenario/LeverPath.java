package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Suggestion;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a path names in a scenario.
 *
 * @param steps the steps of the path
 * @param shape what its value looks like
 * @param node what is written there, if anything is
 * @param fallback what holds when nothing is written; empty if nothing does
 */
record LeverPath(List<String> steps, Shape shape, Optional<Node> node, String fallback) {

  /** What a path names, or why it names nothing. */
  static Parsed<LeverPath> of(Node root, String path) {
    return Node.steps(path).flatMap(steps -> of(root, steps));
  }

  static Parsed<LeverPath> of(Node root, List<String> steps) {
    Parsed<LeverPath> at = Parsed.of(new LeverPath(List.of(), Format.ROOT, Optional.of(root), ""));
    for (String step : steps) {
      at = at.flatMap(place -> place.next(step, root));
    }
    return at;
  }

  /** The one value that is varied here, if a number can be written. */
  Optional<Scalar> scalar() {
    Shape at = shape;
    while (at instanceof Table table) {
      at = table.value();
    }
    if (at instanceof Either either) {
      Optional<Shape> number =
          either.options().stream()
              .filter(o -> new LeverPath(steps, o, node, fallback).scalar().isPresent())
              .findFirst();
      return number.flatMap(o -> new LeverPath(steps, o, node, fallback).scalar());
    }
    if (at instanceof Chance chance) {
      return Optional.of(chance.of());
    }
    return at instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The shape as which a node would be read here. */
  Shape shapeAt(Node at) {
    Shape chosen = shape.chosenFor(at);
    while (chosen instanceof Table table && !Table.isTable(at)) {
      chosen = table.value().chosenFor(at);
    }
    return chosen;
  }

  private String text() {
    return String.join(".", steps);
  }

  private Parsed<LeverPath> next(String step, Node root) {
    if (shape instanceof Either either) {
      return either(either, step, root);
    } else if (shape instanceof Section section) {
      return section(section, step);
    } else if (shape instanceof Members members) {
      return member(members, step, root);
    } else if (shape instanceof Items items) {
      return item(items, step);
    } else if (shape instanceof Table table) {
      boolean written = node.isPresent() && Table.isTable(node.get());
      if (Shape.AXES.contains(step) && written && node.get().has(step)) {
        return child(step, new Members(step.substring(2), 100, table.value()), "");
      }
      return as(table.value()).next(step, root);
    } else if (shape instanceof Chance chance) {
      return family(chance, step);
    }
    return Parsed.bad(text() + " is one value and has no part \"" + step + "\"", "set " + text());
  }

  private LeverPath as(Shape other) {
    return new LeverPath(steps, other, node, fallback);
  }

  private Parsed<LeverPath> child(String step, Shape childShape, String childFallback) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    Optional<Node> child =
        node.flatMap(
            n -> {
              Parsed<Node> found = n.find(List.of(step));
              return found.isBad() ? Optional.empty() : Optional.of(found.value());
            });
    return Parsed.of(
        new LeverPath(
            List.copyOf(longer), childShape, child.filter(n -> !n.isNull()), childFallback));
  }

  private Parsed<LeverPath> either(Either either, String step, Node root) {
    if (node.isPresent() && !node.get().isScalar()) {
      return as(either.chosenFor(node.get())).next(step, root);
    }
    Parsed<LeverPath> last = Parsed.bad(text() + " has no part \"" + step + "\"", "");
    for (Shape option : either.options()) {
      last = as(option).next(step, root);
      if (!last.isBad()) {
        return last;
      }
    }
    return last;
  }

  private Parsed<LeverPath> section(Section section, String step) {
    Optional<Key> key = section.key(step);
    if (key.isPresent()) {
      return child(step, key.get().shape(), key.get().fallback());
    }
    if (section.rest().isPresent()) {
      return child(step, section.rest().get().value(), "");
    }
    return missing(step, section.names());
  }

  private Parsed<LeverPath> member(Members members, String step, Node root) {
    List<String> there = node.map(Node::keys).orElse(List.of());
    if (there.contains(step) || isNewName(members, step, root)) {
      return child(step, members.value(), "");
    }
    return missing(step, there);
  }

  /** Effects, periods and dates may be set where nothing was said of them. */
  private static boolean isNewName(Members members, String step, Node root) {
    return switch (members.noun()) {
      case "stage" -> Reading.Names.of(root).stages().contains(step);
      case "period", "date", "lever" -> true;
      default -> false;
    };
  }

  private Parsed<LeverPath> item(Items items, String step) {
    if (node.isEmpty()) {
      Parsed<LeverPath> written =
          fallback.isEmpty()
              ? Parsed.bad(text() + " is not given", "set " + text())
              : Node.parse(fallback, "default of " + text())
                  .map(n -> new LeverPath(steps, shape, Optional.of(n), ""));
      return written.flatMap(list -> list.itemAt(items, step));
    }
    return itemAt(items, step);
  }

  private Parsed<LeverPath> itemAt(Items items, String step) {
    Parsed<Node> found = node.orElseThrow().find(List.of(step));
    return found.isBad()
        ? Parsed.bad(found.reason(), found.advice())
        : child(step, items.item(), "");
  }

  private Parsed<LeverPath> family(Chance chance, String step) {
    if (node.isEmpty() || node.get().isScalar()) {
      return Parsed.bad(
          text() + " is no distribution with a part \"" + step + "\"", "set " + text() + " itself");
    }
    if (!node.get().has(step) || Families.named(step) == null) {
      return missing(step, node.get().keys());
    }
    return child(step, Families.shape(step, chance.of()), "");
  }

  private Parsed<LeverPath> missing(String step, List<String> names) {
    String where = steps.isEmpty() ? "the scenario" : text();
    String hint = Suggestion.didYouMean(step, names);
    String all =
        names.isEmpty() || names.size() > 40 ? "" : "there are " + String.join(", ", names);
    return Parsed.bad(where + " has no \"" + step + "\"", hint.isEmpty() ? all : hint);
  }
}

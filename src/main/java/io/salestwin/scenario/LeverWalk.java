package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.List;

/** Walks a tree along the format and collects its levers. */
final class LeverWalk {

  /** What describes the scenario instead of the organisation. */
  private static final List<String> NO_LEVERS = List.of("uncertainty", "overrides", "extends");

  private final List<Lever> levers;

  LeverWalk(List<Lever> levers) {
    this.levers = levers;
  }

  void walk(Node tree) {
    section("", tree, Format.ROOT);
  }

  private void section(String path, Node node, Section section) {
    for (Key key : section.keys()) {
      if (path.isEmpty() && NO_LEVERS.contains(key.name())) {
        continue;
      }
      Node value = node.get(key.name());
      String at = path.isEmpty() ? key.name() : path + "." + key.name();
      if (value != null && !value.isNull()) {
        value(at, value, key.shape(), key);
      } else if (!key.fallback().isEmpty() && key.shape() instanceof Scalar scalar) {
        add(at, key.fallback(), scalar, key);
      }
    }
    section
        .rest()
        .ifPresent(
            rest -> {
              for (String name : node.keys()) {
                if (section.key(name).isEmpty()) {
                  Node child = node.get(name);
                  value(child.path(), child, rest.value(), null);
                }
              }
            });
  }

  private void value(String path, Node node, Shape shape, Key key) {
    Shape chosen = shape.chosenFor(node);
    if (chosen instanceof Scalar scalar) {
      if (node.isScalar()) {
        add(path, node.text(), scalar, key);
      }
    } else if (chosen instanceof Section section) {
      section(path, node, section);
    } else if (chosen instanceof Members members) {
      node.keys()
          .forEach(name -> value(node.get(name).path(), node.get(name), members.value(), key));
    } else if (chosen instanceof Items items) {
      node.items().forEach(item -> value(item.path(), item, items.item(), key));
    } else if (chosen instanceof Table table) {
      if (Table.isTable(node)) {
        node.items()
            .forEach(
                rows -> rows.items().forEach(row -> value(row.path(), row, table.value(), key)));
      } else {
        value(path, node, table.value(), key);
      }
    } else if (chosen instanceof Chance chance) {
      chance(path, node, chance.of(), key);
    }
  }

  private void chance(String path, Node node, Scalar of, Key key) {
    if (node.isScalar()) {
      add(path, node.text(), of, key);
      return;
    }
    for (String name : node.keys()) {
      Shape parameters = Families.named(name) == null ? null : Families.shape(name, of);
      if (parameters instanceof Section section) {
        section(node.get(name), section, key);
      } else if (parameters != null) {
        value(node.get(name).path(), node.get(name), parameters, key);
      }
    }
  }

  /** The parts of a distribution, which mean what its key means. */
  private void section(Node node, Section parameters, Key key) {
    for (String name : node.keys()) {
      Node value = node.get(name);
      parameters.key(name).ifPresent(part -> value(value.path(), value, part.shape(), key));
    }
  }

  private void add(String path, String value, Scalar scalar, Key key) {
    if (scalar.kind().isNumeric()) {
      levers.add(
          new Lever(
              path,
              value,
              scalar.kind().words(),
              key == null ? "" : key.meaning(),
              key == null ? List.of() : key.per(),
              key != null && key.timeVarying()));
    }
  }
}

package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of the format a scenario uses: keys as {@code section.key}, the words of a key as
 * {@code section.key=word}, families of distributions as {@code family.name}.
 */
public final class FormatKeys {

  private FormatKeys() {}

  /** A key as it stands in a file. */
  record Written(Section section, Key key, Node node) {

    String name() {
      return section.title() + "." + key.name();
    }
  }

  /**
   * Everything that the format has.
   *
   * @return sorted
   */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>();
    Schema.sections()
        .forEach(
            (title, section) ->
                section
                    .keys()
                    .forEach(
                        key -> {
                          all.add(title + "." + key.name());
                          words(title + "." + key.name(), key.shape(), all);
                        }));
    Families.ALL.forEach(family -> all.add("family." + family));
    return all;
  }

  private static void words(String name, Shape shape, Set<String> all) {
    if (shape instanceof Scalar scalar) {
      scalar.words().forEach(word -> all.add(name + "=" + word));
    } else if (shape instanceof Either either) {
      either.options().forEach(option -> words(name, option, all));
    } else if (shape instanceof Items items) {
      words(name, items.item(), all);
    }
  }

  /**
   * What a file uses.
   *
   * @param text a scenario file
   * @return sorted
   */
  public static Set<String> of(String text) {
    Set<String> used = new TreeSet<>();
    for (Written written : written(Node.parse(text, "scenario").value())) {
      used.add(written.name());
      wordsUsed(written.name(), written.key().shape(), written.node(), used);
    }
    return used;
  }

  private static void wordsUsed(String name, Shape shape, Node node, Set<String> used) {
    Shape chosen = shape.chosenFor(node);
    if (chosen instanceof Scalar scalar && scalar.words().contains(node.text())) {
      used.add(name + "=" + node.text());
    } else if (chosen instanceof Items items) {
      node.items().forEach(item -> wordsUsed(name, items.item(), item, used));
    } else if (chosen instanceof Table table && Table.isTable(node)) {
      node.items()
          .forEach(rows -> rows.items().forEach(row -> wordsUsed(name, table.value(), row, used)));
    } else if (chosen instanceof Table table) {
      wordsUsed(name, table.value(), node, used);
    } else if (chosen instanceof Chance && node.isMap()) {
      node.keys().forEach(family -> used.add("family." + family));
    }
  }

  /** The keys of a file, each with its value. */
  static List<Written> written(Node tree) {
    List<Written> all = new ArrayList<>();
    collect(Format.ROOT, tree, all);
    return all;
  }

  private static void collect(Shape shape, Node node, List<Written> all) {
    Shape chosen = shape.chosenFor(node);
    if (chosen instanceof Section section) {
      for (Key key : section.keys()) {
        if (node.has(key.name())) {
          all.add(new Written(section, key, node.get(key.name())));
          collect(key.shape(), node.get(key.name()), all);
        }
      }
    } else if (chosen instanceof Members members) {
      node.items().forEach(item -> collect(members.value(), item, all));
    } else if (chosen instanceof Items items) {
      node.items().forEach(item -> collect(items.item(), item, all));
    } else if (chosen instanceof Table table && !Table.isTable(node)) {
      collect(table.value(), node, all);
    }
  }
}

package io.salestwin.scenario;

import io.salestwin.document.Node;
import java.util.List;
import java.util.Optional;

/**
 * What the value of a key looks like. The whole format is one tree of shapes ({@link Format}); the
 * reader, the levers, the JSON Schema and the reference are all read off it.
 */
sealed interface Shape {

  /**
   * Whether a node has this form at all; its parts may still be wrong.
   *
   * @param node what was written
   * @return true if it is worth reading the node as this shape
   */
  boolean fits(Node node);

  /**
   * One value.
   *
   * @param kind what it means
   * @param min least allowed, in the kind's canonical unit
   * @param minIncluded whether the least itself is allowed
   * @param max most allowed
   * @param words for {@link Kind#WORD} what may be written
   */
  record Scalar(Kind kind, double min, boolean minIncluded, double max, List<String> words)
      implements Shape {
    @Override
    public boolean fits(Node node) {
      return node.isScalar();
    }
  }

  /**
   * A mapping with fixed keys.
   *
   * @param title what the reference calls it
   * @param keys its keys
   * @param rest what any further key (such as a period's name) is; empty if there are none
   */
  record Section(String title, List<Key> keys, Optional<Members> rest) implements Shape {
    public Section {
      keys = List.copyOf(keys);
    }

    Optional<Key> key(String name) {
      return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    List<String> names() {
      return keys.stream().map(Key::name).toList();
    }

    @Override
    public boolean fits(Node node) {
      if (!node.isMap()) {
        return false;
      }
      return rest.isPresent() || node.keys().stream().anyMatch(name -> key(name).isPresent());
    }
  }

  /**
   * A mapping from names that people choose.
   *
   * @param noun what is named
   * @param most how many there may be
   * @param value the shape of each
   */
  record Members(String noun, int most, Shape value) implements Shape {
    @Override
    public boolean fits(Node node) {
      return node.isMap();
    }
  }

  /**
   * A list.
   *
   * @param noun what is listed
   * @param least fewest elements
   * @param most most elements
   * @param item the shape of each
   */
  record Items(String noun, int least, int most, Shape item) implements Shape {
    @Override
    public boolean fits(Node node) {
      return node.isList();
    }
  }

  /**
   * A distribution: a bare quantity (a constant) or {@code {family: {parameters}}}.
   *
   * @param of kind and range of its values
   */
  record Chance(Scalar of) implements Shape {
    @Override
    public boolean fits(Node node) {
      return node.isScalar() || (node.isMap() && Families.isFamily(node));
    }
  }

  /**
   * A value for all, or a table {@code {bySegment: {smb: ..., mid: ...}}}.
   *
   * @param value the shape of one
   */
  record Table(Shape value) implements Shape {
    @Override
    public boolean fits(Node node) {
      return value.fits(node) || isTable(node);
    }

    static boolean isTable(Node node) {
      return node.isMap() && node.keys().stream().anyMatch(AXES::contains);
    }
  }

  /**
   * One of several shapes; the first that fits is meant.
   *
   * @param options the shapes, told apart by their form
   */
  record Either(List<Shape> options) implements Shape {
    public Either {
      options = List.copyOf(options);
    }

    @Override
    public boolean fits(Node node) {
      return options.stream().anyMatch(option -> option.fits(node));
    }
  }

  /** Any value: what an override sets. */
  record Anything() implements Shape {
    @Override
    public boolean fits(Node node) {
      return true;
    }
  }

  /** The keys of a table, in the order of {@link ByMember.Axis}. */
  List<String> AXES = List.of("bySegment", "byProduct", "bySource");

  /**
   * The shape that a node is read as.
   *
   * @param node what was written
   * @return of an {@link Either} the first option that fits, or the last; else this
   */
  default Shape chosenFor(Node node) {
    if (this instanceof Either either) {
      for (Shape option : either.options()) {
        if (option.fits(node)) {
          return option.chosenFor(node);
        }
      }
      return either.options().get(either.options().size() - 1).chosenFor(node);
    }
    return this;
  }
}

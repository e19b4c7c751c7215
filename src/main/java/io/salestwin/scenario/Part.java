package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Quantity;
import io.salestwin.random.Distribution;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A section of the file that is being read. What a key means, its range and its default come from
 * {@link Format}; asking for a key that is not listed there is a programming error.
 */
final class Part {

  private final Reading reading;
  private final Node node;
  private final Section section;

  Part(Reading reading, Node node, Section section) {
    this.reading = reading;
    this.node = node;
    this.section = section;
  }

  Node node() {
    return node;
  }

  /** Whether the key is written. */
  boolean has(String key) {
    key(key);
    return node.has(key);
  }

  private Key key(String name) {
    return section
        .key(name)
        .orElseThrow(
            () -> new IllegalArgumentException("key (" + name + ") is not in " + section.title()));
  }

  /** What is written for a key, else its default; empty if there is neither. */
  Optional<Node> given(String name) {
    Key key = key(name);
    Node written = node.get(name);
    if (written != null && !written.isNull()) {
      return Optional.of(written);
    }
    if (written != null) {
      reading.problems().error(written, "nothing is given", "give a value or remove the key");
    } else if (key.required() && node.isMap()) {
      String example = key.example().isEmpty() ? "" : ", such as " + name + ": " + key.example();
      reading.problems().error(node, "\"" + name + "\" is missing", "add it" + example);
    }
    return key.fallback().isEmpty()
        ? Optional.empty()
        : Optional.of(Node.parse(key.fallback(), "default of " + name).value());
  }

  private <S extends Shape> S shape(String name, Class<S> type) {
    Shape shape = key(name).shape();
    if (type.isInstance(shape)) {
      return type.cast(shape);
    }
    if (shape instanceof Either either) {
      for (Shape option : either.options()) {
        if (type.isInstance(option)) {
          return type.cast(option);
        }
      }
    }
    throw new IllegalArgumentException("key (" + name + ") is no " + type.getSimpleName());
  }

  Optional<Double> optionalNumber(String name) {
    Scalar shape = shape(name, Scalar.class);
    return given(name).map(value -> reading.number(value, shape));
  }

  /** A number; an allowed one if it is missing. */
  double number(String name) {
    return optionalNumber(name).orElse(Reading.placeholder(shape(name, Scalar.class)));
  }

  Optional<Long> optionalLong(String name) {
    return optionalNumber(name).map(value -> (long) StrictMath.rint(value));
  }

  String text(String name) {
    return given(name).map(value -> reading.text(value, "a text")).orElse("");
  }

  /** One of the key's words; the first after an error. */
  Optional<String> word(String name) {
    Scalar shape = shape(name, Scalar.class);
    return given(name).map(value -> reading.word(value, shape.words()));
  }

  Optional<Part> part(String name) {
    Section sub = shape(name, Section.class);
    return given(name).map(value -> reading.part(value, sub));
  }

  /** The elements of a list; none if it is missing. */
  List<Node> items(String name) {
    Items shape = shape(name, Items.class);
    return given(name).map(value -> reading.items(value, shape)).orElse(List.of());
  }

  /** The elements of a list of sections. */
  List<Part> itemParts(String name) {
    Section sub = (Section) shape(name, Items.class).item();
    return items(name).stream().map(item -> reading.part(item, sub)).toList();
  }

  /** The numbers of a list. */
  List<Double> itemNumbers(String name) {
    Scalar shape = (Scalar) shape(name, Items.class).item();
    return items(name).stream().map(item -> reading.number(item, shape)).toList();
  }

  /** The members of a mapping by name; none if it is missing. */
  Map<String, Node> members(String name) {
    Members shape = shape(name, Members.class);
    return given(name).map(value -> reading.members(value, shape)).orElse(Map.of());
  }

  /** The members of a mapping of sections. */
  Map<String, Part> memberParts(String name) {
    Section sub = (Section) shape(name, Members.class).value();
    Map<String, Part> parts = new LinkedHashMap<>();
    members(name).forEach((member, value) -> parts.put(member, reading.part(value, sub)));
    return parts;
  }

  /** The numbers of a mapping by name. */
  Map<String, Double> memberNumbers(String name) {
    Scalar shape = (Scalar) shape(name, Members.class).value();
    Map<String, Double> numbers = new LinkedHashMap<>();
    members(name).forEach((member, value) -> numbers.put(member, reading.number(value, shape)));
    return numbers;
  }

  /** Log-odds by stage; the stages must exist. */
  Map<String, Double> effects() {
    return effects("effects");
  }

  /** Log-odds by stage under a key; the stages must exist. */
  Map<String, Double> effects(String key) {
    members(key)
        .forEach(
            (stage, value) -> {
              if (!reading.names().stages().contains(stage)) {
                reading.unknown(value, stage, "stage", reading.names().stages());
              }
            });
    return Collections.unmodifiableMap(memberNumbers(key));
  }

  /** The place of the stage that is named; empty if none is. */
  Optional<Integer> stage(String name) {
    return given(name).map(v -> reading.reference(v, "stage", reading.names().stages()));
  }

  /** The place of the role that is named; empty if none is. */
  Optional<Integer> role(String name) {
    return given(name).map(v -> reading.reference(v, "role", reading.names().roles()));
  }

  /** The day that is given. */
  Optional<LocalDate> date(String name) {
    return given(name)
        .map(node -> reading.problems().read(node, Quantity::date, LocalDate.of(2027, 1, 1)));
  }

  /** The days of a list, each a date or two with dots between them. */
  List<Staffing.Days> days(String name) {
    LocalDate instead = LocalDate.of(2027, 1, 1);
    return items(name).stream()
        .map(
            node ->
                reading
                    .problems()
                    .read(node, Quantity::dates, new Quantity.Dates(instead, instead)))
        .map(dates -> new Staffing.Days(dates.from(), dates.to()))
        .toList();
  }

  /** The place of the member that a text names; -1 if none is named. */
  int member(String name, List<String> members) {
    Optional<Node> node = given(name);
    if (node.isEmpty()) {
      return -1;
    }
    String text = reading.text(node.get(), "a name");
    int index = members.indexOf(text);
    if (index < 0) {
      reading.unknown(node.get(), text, name, members);
    }
    return index;
  }

  Optional<Distribution> chance(String name) {
    Chance shape = shape(name, Chance.class);
    return given(name).map(value -> new Chances(reading).read(value, shape.of(), 1));
  }

  Optional<ByMember<Double>> numberTable(String name) {
    Scalar shape = (Scalar) shape(name, Table.class).value();
    return given(name).map(value -> table(value, cell -> reading.number(cell, shape), 0.5));
  }

  Optional<ByMember<Distribution>> chanceTable(String name) {
    Chance shape = (Chance) shape(name, Table.class).value();
    return given(name)
        .map(
            value ->
                table(
                    value,
                    cell -> new Chances(reading).read(cell, shape.of(), 1),
                    Chances.placeholder(shape.of())));
  }

  private <T> ByMember<T> table(Node value, Function<Node, T> cell, T instead) {
    if (!Table.isTable(value)) {
      return ByMember.same(cell.apply(value));
    }
    reading.problems().onlyKeys(value, Shape.AXES);
    if (value.keys().size() > 1) {
      reading
          .problems()
          .error(
              value,
              "a table differs by one thing only",
              "keep one of " + String.join(", ", value.keys()));
    }
    int axisIndex =
        Shape.AXES.indexOf(
            value.keys().stream().filter(Shape.AXES::contains).findFirst().orElseThrow());
    ByMember.Axis axis = ByMember.Axis.values()[axisIndex + 1];
    String noun = Shape.AXES.get(axisIndex).substring(2).toLowerCase(Locale.ROOT);
    Node rows = value.get(Shape.AXES.get(axisIndex));
    List<String> members = reading.names().of(axis);
    if (!rows.isMap()) {
      reading
          .problems()
          .error(
              rows,
              "expected a value for each " + noun + ", but found " + rows.inWords(),
              "name " + String.join(", ", members));
    }
    for (String name : rows.keys()) {
      if (!members.contains(name)) {
        reading.unknown(rows.get(name), name, noun, members);
      }
    }
    List<T> cells = new ArrayList<>();
    for (String member : members) {
      Node at = rows.get(member);
      if (at != null) {
        cells.add(cell.apply(at));
      } else if (rows.isMap()) {
        reading
            .problems()
            .error(
                rows,
                "the " + noun + " \"" + member + "\" is missing",
                "give a value for every " + noun);
      }
    }
    boolean whole = cells.size() == members.size() && !cells.isEmpty();
    return whole ? new ByMember<>(axis, cells) : ByMember.same(instead);
  }

  /** Says what is wrong with this part as a whole. */
  void error(String message, String advice) {
    reading.problems().error(node, message, advice);
  }

  /** Says what is wrong with the value of a key, or with the part if the key is not written. */
  void error(String name, String message, String advice) {
    Node at = node.get(name);
    reading.problems().error(at == null ? node : at, message, advice);
  }

  /** How many of the keys are written. */
  long count(String... names) {
    return Arrays.stream(names).filter(this::has).count();
  }
}

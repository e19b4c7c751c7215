package io.salestwin.scenario;

import io.salestwin.document.Json;
import io.salestwin.document.Node;
import io.salestwin.random.DistributionFamily;
import io.salestwin.scenario.Shape.Anything;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The format of a scenario file, as a JSON Schema for editors and as a reference for people. */
public final class Schema {

  private Schema() {}

  /**
   * The format as a JSON Schema (draft 2020-12). A file that the reader accepts is valid; what the
   * schema cannot say (names that exist, shares that sum to 100 %) only the reader finds.
   *
   * @return the schema as indented JSON
   */
  public static String json() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Salestwin scenario");
    root.putAll(section(Format.ROOT, definitions));
    // A file that extends another need not repeat what the other says.
    Object required = root.remove("required");
    root.put("if", one("not", one("required", List.of("extends"))));
    root.put("then", one("required", required));
    root.put("$defs", definitions);
    return Json.write(root);
  }

  private static Map<String, Object> shape(Shape shape, Map<String, Object> definitions) {
    if (shape instanceof Scalar scalar) {
      return scalar(scalar);
    } else if (shape instanceof Section section) {
      if (!definitions.containsKey(section.title())) {
        definitions.put(section.title(), nothing());
        definitions.put(section.title(), section(section, definitions));
      }
      return reference(section.title());
    } else if (shape instanceof Members members) {
      return object("additionalProperties", shape(members.value(), definitions));
    } else if (shape instanceof Items items) {
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("type", "array");
      list.put("minItems", items.least());
      list.put("maxItems", items.most());
      list.put("items", shape(items.item(), definitions));
      return list;
    } else if (shape instanceof Chance chance) {
      return chance(chance, definitions);
    } else if (shape instanceof Table table) {
      return table(table, definitions);
    } else if (shape instanceof Either either) {
      return anyOf(either.options().stream().map(o -> shape(o, definitions)).toList());
    } else if (shape instanceof Anything) {
      return nothing();
    }
    throw new IllegalArgumentException("shape (" + shape + ") has no schema");
  }

  private static Map<String, Object> section(Section section, Map<String, Object> definitions) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key key : section.keys()) {
      Map<String, Object> property = new LinkedHashMap<>(shape(key.shape(), definitions));
      property.put("description", described(key));
      if (!key.fallback().isEmpty() && Node.parse(key.fallback(), "default").value().isScalar()) {
        property.put("default", key.fallback());
      }
      properties.put(key.name(), property);
    }
    Map<String, Object> object = object("properties", properties);
    object.put(
        "additionalProperties",
        section.rest().isPresent() ? shape(section.rest().get().value(), definitions) : false);
    List<String> required = section.keys().stream().filter(Key::required).map(Key::name).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  /** Mappings in a stable order, so that the schema is the same text everywhere. */
  private static Map<String, Object> nothing() {
    return new LinkedHashMap<>();
  }

  private static Map<String, Object> one(String key, Object value) {
    Map<String, Object> map = nothing();
    map.put(key, value);
    return map;
  }

  private static Map<String, Object> object(String key, Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put(key, value);
    return object;
  }

  private static Map<String, Object> reference(String title) {
    return one("$ref", "#/$defs/" + title);
  }

  private static Map<String, Object> anyOf(List<Map<String, Object>> options) {
    Map<String, Object> any = new LinkedHashMap<>();
    any.put("anyOf", options);
    return any;
  }

  private static Map<String, Object> scalar(Scalar scalar) {
    Map<String, Object> value = new LinkedHashMap<>();
    if (scalar.kind() == Kind.WORD) {
      List<Object> words = new ArrayList<>(scalar.words());
      if (scalar.words().contains("true")) {
        words.add(true);
      }
      if (scalar.words().contains("false")) {
        words.add(false);
      }
      value.put("enum", words);
      return value;
    }
    value.put("type", scalar.kind().isNumeric() ? List.of("number", "string") : "string");
    if (scalar.kind() == Kind.TEXT) {
      value.put("type", List.of("string", "number", "boolean"));
    } else if (scalar.kind().isNumeric() && !scalar.kind().allowsBareNumber()) {
      value.put("type", "string");
    }
    if (!scalar.kind().pattern().isEmpty()) {
      value.put("pattern", scalar.kind().pattern());
    }
    boolean range = scalar.kind().allowsBareNumber() && !scalar.kind().hasUnit();
    if (range) {
      value.put(scalar.minIncluded() ? "minimum" : "exclusiveMinimum", scalar.min());
      value.put("maximum", scalar.max());
    }
    return value;
  }

  private static Map<String, Object> chance(Chance chance, Map<String, Object> definitions) {
    String name = "distribution of " + chance.of().kind().words();
    if (!definitions.containsKey(name)) {
      definitions.put(name, nothing());
      Scalar wide = new Scalar(chance.of().kind(), -1e15, true, 1e15, List.of());
      boolean lever = chance.of().kind() == Kind.LEVER_VALUE;
      List<Map<String, Object>> options = new ArrayList<>();
      options.add(lever ? one("type", List.of("number", "string")) : scalar(wide));
      for (String family : Families.ALL) {
        Map<String, Object> parameters = lever ? nothing() : families(family, wide, definitions);
        Map<String, Object> option = object("properties", one(family, parameters));
        option.put("required", List.of(family));
        option.put("additionalProperties", false);
        options.add(option);
      }
      definitions.put(name, anyOf(options));
    }
    return reference(name);
  }

  private static Map<String, Object> families(
      String family, Scalar of, Map<String, Object> definitions) {
    Shape shape = Families.shape(family, of);
    return shape instanceof Section section
        ? section(section, definitions)
        : shape(shape, definitions);
  }

  private static Map<String, Object> table(Table table, Map<String, Object> definitions) {
    Map<String, Object> cell = shape(table.value(), definitions);
    List<Map<String, Object>> options = new ArrayList<>();
    options.add(cell);
    for (String axis : Shape.AXES) {
      Map<String, Object> option =
          object("properties", one(axis, object("additionalProperties", cell)));
      option.put("required", List.of(axis));
      option.put("additionalProperties", false);
      options.add(option);
    }
    return anyOf(options);
  }

  private static String described(Key key) {
    String example = key.example().isEmpty() ? "" : " Example: " + key.example();
    return key.meaning() + "." + example;
  }

  /**
   * The format as a reference: a table for each section with key, type, default, meaning and
   * example, and one for the families of distributions.
   *
   * @return Markdown
   */
  public static String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# The scenario format\n\n")
        .append("Every key of a scenario file, by its place; the first table is the file itself. ")
        .append("`salestwin schema --markdown` prints this page, `salestwin schema` the same as a ")
        .append("JSON Schema, from which editors complete.\n\n");
    for (Section section : sections().values()) {
      out.append("### ").append(section.title()).append("\n\n");
      out.append("| key | type | default | meaning | example |\n|---|---|---|---|---|\n");
      for (Key key : section.keys()) {
        String otherwise = key.required() ? "required" : key.fallback();
        row(
            out,
            "`" + key.name() + "`",
            type(key.shape()),
            code(otherwise, key.required()),
            key.meaning(),
            code(key.example().isEmpty() ? key.fallback() : key.example(), false));
      }
      section
          .rest()
          .ifPresent(
              rest ->
                  row(
                      out,
                      "*" + rest.noun() + "*",
                      type(rest.value()),
                      "",
                      "a value for each " + rest.noun(),
                      ""));
      out.append('\n');
    }
    families(out);
    return out.toString();
  }

  /**
   * Where the reference explains a lever: the section of {@link #markdown()} that has its key.
   *
   * @param path a lever, such as {@code roles.AE.headcount}
   * @return such as {@code scenario-format.md#rolesname}
   */
  public static String sectionOf(String path) {
    List<String> steps = Node.steps(path).isBad() ? List.of() : Node.steps(path).value();
    String best = "scenario";
    int most = 0;
    for (Section section : sections().values()) {
      List<String> title = Node.steps(section.title()).value();
      int same = 0;
      int step = 0;
      for (; same < title.size() && step < steps.size(); step++) {
        if (isMeant(title.get(same), steps.get(step))) {
          same++;
        } else if (!steps.get(step).startsWith("[")) {
          break;
        }
      }
      if (same == title.size() && same > most) {
        best = section.title();
        most = same;
      }
    }
    return "scenario-format.md#" + best.toLowerCase(Locale.ROOT).replace(".", "").replace(' ', '-');
  }

  /** Whether a part of a title, where capitals stand for any name, is meant by a step. */
  private static boolean isMeant(String part, String step) {
    return part.equals(step) || part.equals(part.toUpperCase(Locale.ROOT));
  }

  private static void families(StringBuilder out) {
    out.append("### Distributions\n\n");
    out.append("A distribution is a bare quantity (a constant) or `{family: {parameters}}`. A ");
    out.append("normal is cut to the allowed range.\n\n");
    out.append("| family | parameters |\n|---|---|\n");
    for (DistributionFamily family : DistributionFamily.values()) {
      String sets =
          family.parameterSets().stream()
              .map(set -> "`" + String.join(", ", set) + "`")
              .collect(Collectors.joining(" or "));
      String parts =
          switch (family) {
            case EMPIRICAL ->
                "`{values: [3 days, 5 days]}` or `{quantiles: {0%: 1 day, 50%: 4 days,"
                    + " 100%: 30 days}}`";
            case DISCRETE -> "`{1: 20%, 2: 80%}`";
            case MIXTURE ->
                "`[{weight: 60%, of: 3 days}, {weight: 40%, of: {exponential: {mean: 30"
                    + " days}}}]`";
            case SHIFTED -> "`{by: 2 days, of: {exponential: {mean: 5 days}}}`";
            case TRUNCATED -> "`{min: 1 day, max: 60 days, of: {exponential: {mean: 20 days}}}`";
            case SLOWEST ->
                "`{of: 3, each: {lognormal: {median: 4 days, p90: 12 days}}}`: the last of so many"
                    + " independent approvals; `of` may be a discrete";
            default ->
                sets
                    + (family.optional().isEmpty()
                        ? ""
                        : "; also `" + String.join(", ", family.optional()) + "`");
          };
      out.append("| `").append(family.written()).append("` | ").append(parts).append(" |\n");
    }
  }

  /** Every section of the format by its title. */
  static Map<String, Section> sections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    collect(Format.ROOT, sections);
    return sections;
  }

  private static void collect(Shape shape, Map<String, Section> sections) {
    if (shape instanceof Section section) {
      if (sections.putIfAbsent(section.title(), section) == null) {
        section.keys().forEach(key -> collect(key.shape(), sections));
      }
    } else if (shape instanceof Members members) {
      collect(members.value(), sections);
    } else if (shape instanceof Items items) {
      collect(items.item(), sections);
    } else if (shape instanceof Either either) {
      either.options().forEach(option -> collect(option, sections));
    }
  }

  /** What a value is, in words. */
  static String type(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return scalar.kind() == Kind.WORD
          ? scalar.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "))
          : scalar.kind().words() + range(scalar);
    } else if (shape instanceof Section section) {
      return "see " + section.title();
    } else if (shape instanceof Members members) {
      return members.noun() + ": " + type(members.value());
    } else if (shape instanceof Items items) {
      return "list of " + type(items.item());
    } else if (shape instanceof Chance chance) {
      return "distribution of " + type(chance.of());
    } else if (shape instanceof Table table) {
      return type(table.value()) + ", or a table by segment, product or source";
    } else if (shape instanceof Either either) {
      return either.options().stream().map(Schema::type).collect(Collectors.joining("; or "));
    }
    return "any value";
  }

  private static String range(Scalar scalar) {
    boolean usual = scalar.kind() == Kind.PROBABILITY || scalar.kind() == Kind.LEVER_VALUE;
    if (!scalar.kind().isNumeric() || usual) {
      return "";
    }
    String least = scalar.kind().show(scalar.min());
    String most = scalar.kind().show(scalar.max());
    return (scalar.minIncluded() ? ", " + least : ", above " + least) + " to " + most;
  }

  private static String code(String text, boolean plain) {
    return text.isEmpty() || plain ? text : "`" + text + "`";
  }

  private static void row(StringBuilder out, String... cells) {
    out.append("| ")
        .append(
            String.join(" | ", Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).toList()))
        .append(" |\n");
  }
}

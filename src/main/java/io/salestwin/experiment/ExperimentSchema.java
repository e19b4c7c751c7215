package io.salestwin.experiment;

import io.salestwin.document.Json;
import io.salestwin.experiment.PlanKey.AnyOf;
import io.salestwin.experiment.PlanKey.One;
import io.salestwin.experiment.PlanKey.Overrides;
import io.salestwin.experiment.PlanKey.Several;
import io.salestwin.experiment.PlanKey.Sub;
import io.salestwin.experiment.PlanKey.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The format of an experiment file, as a JSON Schema for editors and as a reference for people. */
public final class ExperimentSchema {

  private ExperimentSchema() {}

  /**
   * The format as a JSON Schema (draft 2020-12). A file that the reader accepts is valid; what the
   * schema cannot say (names that exist, effects that improve) only the reader finds.
   *
   * @return the schema as indented JSON
   */
  public static String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Salestwin experiment");
    Map<String, Object> definitions = new LinkedHashMap<>();
    PlanFormat.sections()
        .forEach(
            (title, keys) -> {
              if (title.equals(PlanFormat.ROOT)) {
                root.putAll(section(keys));
              } else {
                definitions.put(title, section(keys));
              }
            });
    root.put("$defs", definitions);
    return Json.write(root);
  }

  private static Map<String, Object> section(List<PlanKey> keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (PlanKey key : keys) {
      Map<String, Object> property = new LinkedHashMap<>(schema(key.type()));
      property.put("description", key.meaning());
      if (!key.fallback().isEmpty() && !key.fallback().startsWith("{")) {
        property.put("default", key.fallback());
      }
      properties.put(key.name(), property);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("additionalProperties", false);
    List<String> required = keys.stream().filter(PlanKey::required).map(PlanKey::name).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  private static Map<String, Object> schema(PlanKey.Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type instanceof One one) {
      schema.put("type", one.bareNumber() ? List.of("number", "string") : "string");
    } else if (type instanceof Word word) {
      schema.put("enum", word.words());
    } else if (type instanceof Sub sub) {
      schema.put("$ref", "#/$defs/" + sub.title());
    } else if (type instanceof Overrides) {
      schema.put("type", "object");
    } else if (type instanceof Several several) {
      schema.put("type", "array");
      schema.put("maxItems", 100);
      schema.put("items", schema(several.item()));
    } else if (type instanceof AnyOf any) {
      schema.put("anyOf", any.options().stream().map(ExperimentSchema::schema).toList());
    }
    return schema;
  }

  /**
   * The format as a reference: a table for each section.
   *
   * @return Markdown
   */
  public static String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# The experiment format\n\n")
        .append("Every key of an experiment file, by its place; the first table is the file")
        .append(" itself. `salestwin schema --experiment --markdown` prints this page, without")
        .append(" `--markdown` the same as a JSON Schema, from which editors complete.\n\n");
    PlanFormat.sections()
        .forEach(
            (title, keys) -> {
              out.append("### ").append(title).append("\n\n");
              out.append("| key | type | default | meaning | example |\n|---|---|---|---|---|\n");
              keys.forEach(key -> row(out, key));
              out.append('\n');
            });
    return out.toString();
  }

  private static void row(StringBuilder out, PlanKey key) {
    String fallback = key.required() ? "required" : code(key.fallback());
    out.append("| `").append(key.name()).append("` | ");
    out.append(words(key.type())).append(" | ").append(fallback).append(" | ");
    out.append(key.meaning()).append(" | ").append(code(key.example())).append(" |\n");
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String words(PlanKey.Type type) {
    if (type instanceof One one) {
      return one.words();
    } else if (type instanceof Word word) {
      return word.words().stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
    } else if (type instanceof Sub sub) {
      return "see " + sub.title();
    } else if (type instanceof Overrides overrides) {
      return overrides.words();
    } else if (type instanceof Several several) {
      return "list of: " + words(several.item());
    } else if (type instanceof AnyOf any) {
      return any.options().stream()
          .map(ExperimentSchema::words)
          .collect(Collectors.joining("; or "));
    }
    throw new IllegalArgumentException("type (" + type + ") has no words");
  }
}

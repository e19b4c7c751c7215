package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<String> faults(String json) throws Exception {
    JsonNode root = JSON.readTree(Schema.json());
    List<String> faults = new ArrayList<>();
    check(JSON.readTree(json), root, root, "", faults);
    return faults;
  }

  /** As much of JSON Schema as the schema uses. */
  private static void check(
      JsonNode value, JsonNode schema, JsonNode root, String at, List<String> faults) {
    if (schema.isBoolean()) {
      if (!schema.asBoolean()) {
        faults.add(at + " is not allowed");
      }
      return;
    }
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asText().substring("#/$defs/".length());
      check(value, root.get("$defs").get(name), root, at, faults);
    }
    if (schema.has("anyOf")) {
      boolean any = false;
      for (JsonNode option : schema.get("anyOf")) {
        List<String> inner = new ArrayList<>();
        check(value, option, root, at, inner);
        any |= inner.isEmpty();
      }
      if (!any) {
        faults.add(at + " fits no option: " + value);
      }
    }
    if (schema.has("type") && !hasType(value, schema.get("type"))) {
      faults.add(at + " has another type than " + schema.get("type") + ": " + value);
      return;
    }
    if (schema.has("enum")) {
      boolean any = false;
      for (JsonNode word : schema.get("enum")) {
        any |= word.equals(value);
      }
      if (!any) {
        faults.add(at + " is none of " + schema.get("enum"));
      }
    }
    if (value.isTextual()
        && schema.has("pattern")
        && !value.asText().matches("(?s).*(" + schema.get("pattern").asText() + ").*")) {
      faults.add(at + " does not match: " + value);
    }
    if (value.isNumber()
        && schema.has("maximum")
        && value.asDouble() > schema.get("maximum").asDouble()) {
      faults.add(at + " is too large");
    }
    for (JsonNode key : schema.path("required")) {
      if (!value.has(key.asText())) {
        faults.add(at + " has no " + key.asText());
      }
    }
    if (schema.has("then") && !value.has("extends")) {
      check(value, schema.get("then"), root, at, faults);
    }
    for (int i = 0; value.isArray() && schema.has("items") && i < value.size(); i++) {
      check(value.get(i), schema.get("items"), root, at + "[" + i + "]", faults);
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry -> {
                JsonNode property = schema.path("properties").get(entry.getKey());
                JsonNode part = property == null ? schema.get("additionalProperties") : property;
                if (part != null) {
                  check(entry.getValue(), part, root, at + "." + entry.getKey(), faults);
                }
              });
    }
  }

  private static boolean hasType(JsonNode value, JsonNode type) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (hasType(value, one)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalArgumentException("type " + type);
    };
  }

  @Test
  void theShippedScenariosAreValid() throws Exception {
    try (var files = Files.list(Path.of("scenarios"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        ScenarioFile read = ScenarioFile.read(file, List.of());
        assertThat(faults(read.tree().toJson())).as(file.toString()).isEmpty();
      }
    }
    assertThat(faults(Texts.read(Texts.full(), "full.yaml").tree().toJson())).isEmpty();
    assertThat(faults(Texts.read(Texts.SMALL).tree().toJson())).isEmpty();
  }

  @Test
  void aSlipThatTheReaderFindsIsNotValid() throws Exception {
    List<String[]> slips =
        List.of(
            new String[] {"perMonth", "permonth"},
            new String[] {"30%", "many"},
            new String[] {"5 days", "5"},
            new String[] {"exponential", "exponentail"},
            new String[] {"start: 2027-01-01", "start: 1.1.2027"},
            new String[] {"name: Small", "nome: Small"});
    for (String[] slip : slips) {
      ScenarioFile file = Texts.read(Texts.SMALL.replace(slip[0], slip[1]));
      assertThat(file.scenario()).as(slip[1]).isEmpty();
      assertThat(faults(file.tree().toJson())).as(slip[1]).isNotEmpty();
    }
  }

  @Test
  void theReferenceHasARowForEveryKey() {
    String markdown = Schema.markdown();
    Schema.sections()
        .forEach(
            (title, section) -> {
              assertThat(markdown).contains("### " + title + "\n");
              section.names().forEach(n -> assertThat(markdown).contains("| `" + n + "` |"));
            });
    assertThat(markdown).contains("| `lognormal` | `mean, cv`");
  }

  @Test
  void jsonIsReadAsYamlIs() {
    ScenarioFile yaml = Texts.read(Texts.full(), "full.yaml");
    Map<String, String> files = new HashMap<>(Texts.full());
    files.put("full.json", yaml.tree().toJson());
    assertThat(Texts.read(files, "full.json").scenario()).isEqualTo(yaml.scenario());
  }
}

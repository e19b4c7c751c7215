package io.salestwin.experiment.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.document.Json;
import io.salestwin.document.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of {@code golden/ab-golden.json} at its own tolerance, through the batch door: the
 * answer is written as JSON and read again, as a person gets it. The file says how its expected
 * values were made and against which tools they were checked. {@code -Dfamily=ZP} tests one family.
 */
class GoldenTest {

  private static final Path FILE = Path.of("src/test/resources/golden/ab-golden.json");
  private static final Node GOLDEN = Document.read(FILE).root();

  private static final Node ANSWERS =
      Document.parse(Json.write(Batch.of(GOLDEN).json()), "answers.json").root().get("cases");

  static List<String> families() {
    String only = System.getProperty("family", "");
    return Calculators.all().stream()
        .map(Family::code)
        .filter(code -> only.isEmpty() || only.contains(code))
        .toList();
  }

  @Test
  void everyFamilyIsThereOnce() {
    TreeSet<String> codes = new TreeSet<>();
    GOLDEN.get("families").items().forEach(family -> codes.add(family.get("code").text()));
    assertThat(Calculators.all().stream().map(Family::code))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @ParameterizedTest
  @MethodSource("families")
  void answersAsExpected(String code) {
    Node family =
        GOLDEN.get("families").items().stream()
            .filter(each -> each.get("code").text().equals(code))
            .findFirst()
            .orElseThrow();
    List<Node> cases =
        GOLDEN.get("cases").items().stream()
            .filter(each -> each.get("family").text().equals(code))
            .toList();
    List<String> wrong = new ArrayList<>();
    for (Node each : cases) {
      String id = each.get("id").text();
      Node tolerance =
          each.has("tolerance") ? each.get("tolerance") : family.get("default_tolerance");
      Node got =
          ANSWERS.items().stream()
              .filter(other -> other.get("id").text().equals(id))
              .findFirst()
              .orElseThrow();
      if (got.has("error")) {
        wrong.add(id + ": " + got.get("error").text());
      } else {
        compare(id, got.get("result"), each.get("expected"), tolerance, wrong);
      }
    }
    assertThat(cases).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      String where, Node got, Node expected, Node tolerance, List<String> wrong) {
    if (got == null) {
      wrong.add(where + ": missing, expected " + expected);
    } else if (expected.isMap()) {
      for (String key : expected.keys()) {
        compare(where + "." + key, got.get(key), expected.get(key), tolerance, wrong);
      }
    } else if (expected.isList()) {
      if (got.items().size() != expected.items().size()) {
        wrong.add(where + ": got " + got.toJson() + ", expected " + expected.toJson());
        return;
      }
      for (int i = 0; i < expected.items().size(); i++) {
        String item = where + "[" + i + "]";
        compare(item, got.items().get(i), expected.items().get(i), tolerance, wrong);
      }
    } else if (!same(got, expected, tolerance)) {
      wrong.add(where + ": got " + got.inWords() + ", expected " + expected.inWords());
    }
  }

  private static boolean same(Node got, Node expected, Node tolerance) {
    if (!got.isScalar() || got.isNull() != expected.isNull() || !isFiniteNumber(expected)) {
      return got.isScalar() && got.text().equals(expected.text());
    }
    if (!isFiniteNumber(got)) {
      return false;
    }
    double value = Double.parseDouble(got.text());
    double right = Double.parseDouble(expected.text());
    double allowed = number(tolerance, "abs") + number(tolerance, "rel") * Math.abs(right);
    return Math.abs(value - right) <= allowed;
  }

  private static double number(Node tolerance, String name) {
    return tolerance.has(name) ? Double.parseDouble(tolerance.get(name).text()) : 0;
  }

  private static boolean isFiniteNumber(Node node) {
    return !node.isQuoted() && node.text().matches("-?\\d.*");
  }
}

package io.salestwin.experiment.calculator;

import io.salestwin.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many cases in one file: {@code {"cases": [{"id", "family", "input"}]}} in, {@code {"cases":
 * [{"id", "result": {…}}]}} out. A case that cannot be calculated has an {@code error} in place of
 * its result and does not stop the others.
 *
 * @param cases the answers, in the order of the file
 * @param failed how many of them are errors
 */
public record Batch(List<Map<String, Object>> cases, int failed) {

  public Batch {
    cases = List.copyOf(cases);
  }

  /**
   * Calculates every case of a file.
   *
   * @param root the file's root
   * @return the answers
   * @throws BadCase if there is no list of cases
   */
  public static Batch of(Node root) {
    Node cases = root.get("cases");
    if (cases == null || !cases.isList()) {
      throw new BadCase(
          "there is no list of cases; give {\"cases\": [{\"id\": …, \"family\": …, \"input\": …}]}");
    }
    List<Map<String, Object>> answers = new ArrayList<>();
    int failed = 0;
    for (Node each : cases.items()) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("id", each.has("id") && each.get("id").isScalar() ? each.get("id").text() : null);
      try {
        answer.put("result", result(each));
      } catch (IllegalArgumentException e) { // told in the answer
        answer.put("error", String.valueOf(e.getMessage()));
        failed++;
      }
      answers.add(answer);
    }
    return new Batch(answers, failed);
  }

  /**
   * The answers as values that {@link io.salestwin.document.Json} writes.
   *
   * @return one mapping with the key {@code cases}
   */
  public Map<String, Object> json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("cases", cases);
    return out;
  }

  private static Map<String, Object> result(Node each) {
    for (String name : List.of("family", "input")) {
      if (!each.has(name)) {
        throw new BadCase("the case has no " + name + "; give id, family and input");
      }
    }
    Node family = each.get("family");
    if (!family.isScalar()) {
      throw new BadCase("family is " + family.inWords() + "; give a code such as ZP");
    }
    return Calculators.named(family.text()).answerCase(Input.of(each.get("input"))).fields();
  }
}

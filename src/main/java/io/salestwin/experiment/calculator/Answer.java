package io.salestwin.experiment.calculator;

import io.salestwin.statistics.Bounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A calculator's answer: named figures in a fixed order. Immutable; {@code with} gives a longer
 * one.
 *
 * <p>Numbers that JSON does not have become the texts {@code "NaN"} (undefined; the answer then has
 * a {@code reason}), {@code "Infinity"} and {@code "-Infinity"}; null stands for an event that
 * never came.
 *
 * <pre>{@code
 * return Answer.of("z", test.z())
 *     .with("p_two_sided", test.p())
 *     .with("wald", test.wald())
 *     .withReason(test.reason());
 * }</pre>
 */
public final class Answer {

  private static final String REASON = "reason";

  private final Map<String, Object> fields;

  private Answer(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * An answer without a figure.
   *
   * @return the answer
   */
  public static Answer empty() {
    return new Answer(new LinkedHashMap<>());
  }

  /**
   * An answer with one figure.
   *
   * @param name its name
   * @param value as for {@link #with}
   * @return the answer
   */
  public static Answer of(String name, Object value) {
    return empty().with(name, value);
  }

  /**
   * This answer and one more figure.
   *
   * @param name its name, not yet given
   * @param value a Double, Integer, Long, Boolean, text, {@link Bounds}, {@code double[]}, {@code
   *     int[]}, list of these, an answer of its own, or null
   * @return the longer answer
   */
  public Answer with(String name, Object value) {
    Map<String, Object> longer = new LinkedHashMap<>(fields);
    if (longer.containsKey(name)) {
      throw new IllegalStateException(name + " is answered twice");
    }
    longer.put(name, plain(value));
    return new Answer(longer);
  }

  /**
   * This answer and all figures of another.
   *
   * @param more the other
   * @return the longer answer
   */
  public Answer with(Answer more) {
    Answer longer = this;
    for (Map.Entry<String, Object> field : more.fields.entrySet()) {
      longer = longer.with(field.getKey(), field.getValue());
    }
    return longer;
  }

  /**
   * This answer with the reason why a figure is undefined.
   *
   * @param reason as it goes on after "undefined, because"; empty when all figures are defined
   * @return the answer, longer if there is a reason
   */
  public Answer withReason(String reason) {
    return reason.isEmpty() ? this : with(REASON, reason);
  }

  /**
   * The figures as values that {@link io.salestwin.document.Json} writes.
   *
   * @return a copy, in the order of answering
   */
  public Map<String, Object> fields() {
    return new LinkedHashMap<>(fields);
  }

  private static Object plain(Object value) {
    if (value == null || value instanceof Integer || value instanceof Long) {
      return value;
    }
    if (value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? number : (Object) Double.toString(number);
    }
    if (value instanceof Bounds bounds) {
      boolean none = Double.isNaN(bounds.low()) && Double.isNaN(bounds.high());
      return none ? plain(Double.NaN) : List.of(plain(bounds.low()), plain(bounds.high()));
    }
    if (value instanceof Answer inner) {
      return inner.fields();
    }
    if (value instanceof LinkedHashMap<?, ?>) {
      return value; // plain already
    }
    if (value instanceof double[] numbers) {
      return plain(Arrays.stream(numbers).boxed().toList());
    }
    if (value instanceof int[] numbers) {
      return plain(Arrays.stream(numbers).boxed().toList());
    }
    if (value instanceof List<?> list) {
      List<Object> plain = new ArrayList<>(list.size()); // List.of would refuse null
      list.forEach(item -> plain.add(plain(item)));
      return plain;
    }
    throw new IllegalArgumentException("an answer cannot hold a " + value.getClass().getName());
  }
}

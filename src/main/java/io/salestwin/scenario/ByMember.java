package io.salestwin.scenario;

import java.util.List;
import java.util.function.Function;

/**
 * A value that is the same for every lead, or differs by segment, product or source.
 *
 * @param axis what it differs by
 * @param values one value for {@link Axis#NONE}, else one for each member in the file's order
 * @param <T> type of the value
 */
public record ByMember<T>(Axis axis, List<T> values) {

  /** Copies the list. */
  public ByMember {
    values = List.copyOf(values);
    if (values.isEmpty() || (axis == Axis.NONE && values.size() != 1)) {
      throw new IllegalArgumentException("values (" + values + ") do not fit axis (" + axis + ")");
    }
  }

  /** What a value differs by. */
  public enum Axis {
    /** The same for all. */
    NONE,
    /** By segment. */
    SEGMENT,
    /** By product. */
    PRODUCT,
    /** By source. */
    SOURCE
  }

  /**
   * The same value for every lead.
   *
   * @param value the value
   * @param <T> its type
   * @return a value that differs by nothing
   */
  public static <T> ByMember<T> same(T value) {
    return new ByMember<>(Axis.NONE, List.of(value));
  }

  /**
   * The value of one kind of lead.
   *
   * @param segment index of its segment
   * @param product index of its product
   * @param source index of its source
   * @return the value
   */
  public T at(int segment, int product, int source) {
    return switch (axis) {
      case NONE -> values.get(0);
      case SEGMENT -> values.get(segment);
      case PRODUCT -> values.get(product);
      case SOURCE -> values.get(source);
    };
  }

  /**
   * The same shape with every value changed.
   *
   * @param change what is done to each value
   * @param <R> type of the result
   * @return a new value
   */
  public <R> ByMember<R> map(Function<T, R> change) {
    return new ByMember<>(axis, values.stream().map(change).toList());
  }
}

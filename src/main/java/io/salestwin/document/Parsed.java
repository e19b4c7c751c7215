package io.salestwin.document;

import java.util.Objects;
import java.util.function.Function;

/**
 * What came of understanding a text: a value, or the reason why there is none.
 *
 * @param <T> the type of the value
 */
public sealed interface Parsed<T> {

  /**
   * A text that was understood.
   *
   * @param value the value, never null
   * @param <T> the type of the value
   */
  record Value<T>(T value) implements Parsed<T> {
    /**
     * Refuses null.
     *
     * @param value the value
     */
    public Value {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A text that was not understood.
   *
   * @param reason what is wrong, such as {@code 1.2 is not a probability}
   * @param advice what is allowed or what to do; may be empty
   * @param <T> the type that the value would have had
   */
  record Bad<T>(String reason, String advice) implements Parsed<T> {
    /**
     * Refuses null.
     *
     * @param reason what is wrong
     * @param advice what to do
     */
    public Bad {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(advice, "advice");
    }

    @Override
    public T value() {
      throw new IllegalArgumentException(reason + "; " + advice);
    }
  }

  /**
   * The value.
   *
   * @return the value
   * @throws IllegalArgumentException if there is none; ask {@link #isBad()} first
   */
  T value();

  /**
   * Whether there is no value.
   *
   * @return true if the text was not understood
   */
  default boolean isBad() {
    return this instanceof Bad<T>;
  }

  /**
   * What is wrong.
   *
   * @return the reason, empty if there is a value
   */
  default String reason() {
    return "";
  }

  /**
   * What to do about it.
   *
   * @return the advice, empty if there is a value
   */
  default String advice() {
    return "";
  }

  /**
   * The value changed by a function; a reason stays as it is.
   *
   * @param function from value to value, never giving null
   * @param <U> the new type
   * @return the changed value, or the same reason
   */
  default <U> Parsed<U> map(Function<? super T, ? extends U> function) {
    return isBad() ? bad(reason(), advice()) : of(function.apply(value()));
  }

  /**
   * The value handed to a function that may refuse it; a reason stays as it is.
   *
   * @param function from value to value or reason
   * @param <U> the new type
   * @return what the function gave, or the same reason
   */
  default <U> Parsed<U> flatMap(Function<? super T, Parsed<U>> function) {
    return isBad() ? bad(reason(), advice()) : function.apply(value());
  }

  /**
   * A value.
   *
   * @param value the value, not null
   * @param <T> its type
   * @return the value
   */
  static <T> Parsed<T> of(T value) {
    return new Value<>(value);
  }

  /**
   * A reason why there is no value.
   *
   * @param reason what is wrong
   * @param advice what to do; may be empty
   * @param <T> the type that the value would have had
   * @return the reason
   */
  static <T> Parsed<T> bad(String reason, String advice) {
    return new Bad<>(reason, advice);
  }
}

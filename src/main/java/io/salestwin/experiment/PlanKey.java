package io.salestwin.experiment;

import java.util.List;

/**
 * One key of an experiment file.
 *
 * @param name as written
 * @param type what may be written
 * @param required whether it must be given
 * @param fallback what holds when it is not given, as it would be written; empty if nothing does
 * @param meaning in words
 * @param example as it would be written
 */
record PlanKey(
    String name, Type type, boolean required, String fallback, String meaning, String example) {

  /** What may be written for a key. */
  sealed interface Type {}

  /**
   * One value.
   *
   * @param words what it is
   * @param bareNumber whether a plain number may do
   */
  record One(String words, boolean bareNumber) implements Type {}

  /**
   * One of several words.
   *
   * @param words the words
   */
  record Word(List<String> words) implements Type {}

  /**
   * A mapping with keys of its own.
   *
   * @param title of the section
   */
  record Sub(String title) implements Type {}

  /**
   * A mapping from levers to values.
   *
   * @param words what it is
   */
  record Overrides(String words) implements Type {}

  /**
   * A list.
   *
   * @param item the type of each
   */
  record Several(Type item) implements Type {}

  /**
   * One of several types.
   *
   * @param options the types
   */
  record AnyOf(List<Type> options) implements Type {}

  static PlanKey of(String name, Type type, String meaning, String example) {
    return new PlanKey(name, type, false, "", meaning, example);
  }

  PlanKey needed() {
    return new PlanKey(name, type, true, fallback, meaning, example);
  }

  PlanKey orElse(String text) {
    return new PlanKey(name, type, required, text, meaning, example);
  }
}

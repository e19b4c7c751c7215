package io.salestwin.model;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Who plays in a scenario that is made up: products p0 and so on, segments g0, sources o0, roles
 * R0, stages S0.
 *
 * @param late whether it starts after 2027-01-01
 * @param territories whether there are the territories t0 and t1
 * @param tiers whether there are the tiers key and rest
 * @param customers whether customers are played
 * @param competitors whether there are the competitors c0 and c1
 */
record Cast(
    String start,
    boolean late,
    int products,
    int segments,
    int sources,
    int roles,
    int stages,
    boolean territories,
    boolean tiers,
    boolean customers,
    boolean competitors) {

  static Cast of(Dice dice) {
    String start = dice.pick("2027-01-01", "2027-02-28", "2027-11-15", "2028-02-29");
    return new Cast(
        start,
        !start.equals("2027-01-01"),
        1 + dice.below(2),
        1 + dice.below(3),
        1 + dice.below(3),
        1 + dice.below(3),
        1 + dice.below(4),
        dice.maybe(0.3),
        dice.maybe(0.3),
        dice.maybe(0.5),
        dice.maybe(0.3));
  }

  /** A day some weeks after the start. */
  String soon() {
    return late ? "2028-03-07" : "2027-02-20";
  }

  /** A value, or now and then a table of values by segment, product or source. */
  String table(Dice dice, IntFunction<String> value) {
    if (dice.maybe(0.8)) {
      return value.apply(0);
    }
    return switch (dice.below(3)) {
      case 0 -> "{bySegment: " + mapping("g", segments, value) + "}";
      case 1 -> "{byProduct: " + mapping("p", products, value) + "}";
      default -> "{bySource: " + mapping("o", sources, value) + "}";
    };
  }

  /** {@code {o0: ..., o1: ...}}. */
  static String mapping(String prefix, int count, IntFunction<String> value) {
    StringJoiner all = new StringJoiner(", ", "{", "}");
    IntStream.range(0, count).forEach(i -> all.add(prefix + i + ": " + value.apply(i)));
    return all.toString();
  }

  /** Each on its own with a chance: the parts of a mapping. */
  static String some(Dice dice, double p, List<String> parts) {
    StringJoiner all = new StringJoiner(", ", "{", "}");
    parts.stream().filter(part -> dice.maybe(p)).forEach(all::add);
    return all.toString();
  }
}

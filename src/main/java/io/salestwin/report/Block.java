package io.salestwin.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * One block of a page for an audience: a question of theirs and the figures that answer it.
 *
 * @param title its heading
 * @param asks the question, as a sentence
 * @param figures ids of the KPIs that are shown by period
 * @param parts KPIs that are shown by member
 * @param charts ids of the charts of the report that belong to it
 */
record Block(
    String title, String asks, List<String> figures, List<Parts> parts, List<String> charts) {

  /**
   * KPIs that are divided alike, side by side.
   *
   * @param by by what, as people say it
   * @param kpis their ids; all have one slice
   */
  record Parts(String by, List<String> kpis) {}

  Block(String title, String asks, String figures) {
    this(title, asks, words(figures), List.of(), List.of());
  }

  /** The same with KPIs by member. */
  Block by(String what, String kpis) {
    return new Block(
        title,
        asks,
        figures,
        Stream.concat(parts.stream(), Stream.of(new Parts(what, words(kpis)))).toList(),
        charts);
  }

  /** The same with charts. */
  Block drawn(String ids) {
    return new Block(title, asks, figures, parts, words(ids));
  }

  /** The same question under a heading of its own. */
  Block called(String heading) {
    return new Block(heading, asks, figures, parts, charts);
  }

  /** Every KPI of it. */
  Stream<String> kpis() {
    return Stream.concat(figures.stream(), parts.stream().flatMap(p -> p.kpis().stream()));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}

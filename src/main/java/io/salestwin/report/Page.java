package io.salestwin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The frame of a page about an experiment: head, title, the verdict, tables and figures. */
final class Page {

  /** How a verdict looks. */
  enum Mood {
    GOOD,
    BAD,
    PLAIN
  }

  private final Html html = new Html();
  private final List<Chart> charts = new ArrayList<>();

  /** Opens a page; sections are named by their headings. */
  Page(String kind, String title, List<String> remarks, List<String> sections) {
    HtmlFrame.begin(html, kind + ": " + title);
    html.open("header").element("h1", title);
    html.open("p", "class", "meta");
    remarks.forEach(remark -> html.element("span", remark));
    html.close();
    html.open("nav", "aria-label", "Sections");
    sections.forEach(section -> html.element("a", section, "href", "#" + id(section)));
    html.close().closeLine();
    html.open("main");
  }

  private static String id(String section) {
    return section.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  Html html() {
    return html;
  }

  /** The answer in a few words and in a sentence. */
  void verdict(Mood mood, String word, String sentence) {
    String look = mood.name().toLowerCase(Locale.ROOT);
    html.element("p", word, "class", "verdict " + look).markup("\n");
    html.element("p", sentence).markup("\n");
  }

  void openCards() {
    html.open("ul", "class", "cards");
  }

  void card(String title, String big, String note) {
    html.open("li", "class", "card").element("h3", title);
    html.element("div", big, "class", "big").element("p", note).closeLine();
  }

  void closeCards() {
    html.closeLine();
  }

  void open(String section, String note) {
    html.open("section", "id", id(section)).element("h2", section);
    if (!note.isEmpty()) {
      html.element("p", note, "class", "note");
    }
  }

  void close() {
    html.closeLine();
  }

  /** A table; the first cell of a row is its head. */
  void table(String caption, List<String> head, List<List<String>> rows) {
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, caption);
    HtmlTables.header(html, head.toArray(String[]::new));
    html.open("tbody");
    for (List<String> row : rows) {
      html.open("tr").element("th", row.get(0), "scope", "row");
      row.subList(1, row.size()).forEach(cell -> cell(cell));
      html.closeLine();
    }
    html.close().close().close().markup("\n");
  }

  private void cell(String text) {
    // sentences are read, figures are compared
    html.element("td", text, "class", text.length() > 28 ? "words" : "");
  }

  void paragraph(String text) {
    html.element("p", text).markup("\n");
  }

  void list(List<String> items) {
    html.open("ul");
    items.forEach(item -> html.element("li", item));
    html.closeLine();
  }

  void figure(Chart chart) {
    charts.add(chart);
    html.open("figure", "class", Charts.isWide(chart) ? "wide scroll" : "");
    html.element("figcaption", chart.title()).markup(chart.inline()).closeLine();
  }

  /** The charts that are shown so far. */
  List<Chart> charts() {
    return List.copyOf(charts);
  }

  /** The page. */
  String end() {
    html.closeLine();
    return HtmlFrame.end(html);
  }
}

package io.salestwin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The frame of a page about an experiment: head, title, the verdict, tables and figures. */
final class Page {

  /** How a verdict looks. */
  enum Mood {
    GOOD,
    BAD,
    PLAIN
  }

  /** A number or a sign, then its unit or its word. */
  private static final Pattern FIGURE = Pattern.compile("([✔✘]|(?:[<>] )?[-+]?[0-9][0-9.,]*)( .+)");

  /** Longer than this a cell is read like a sentence. */
  private static final int WORDS = 28;

  private final Html html = new Html();
  private final List<Chart> charts = new ArrayList<>();

  /** Opens a page of a kind, which its title may name; sections are named by their headings. */
  Page(String kind, String title, List<String> remarks, List<String> sections) {
    HtmlFrame.begin(html, title.startsWith(kind) ? title : kind + ": " + title);
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

  /** A figure with a title and a note; the unit of a figure stands smaller behind it. */
  void card(String title, String big, String note) {
    html.open("li", "class", "card").element("h3", title);
    big(big);
    html.element("p", note).closeLine();
  }

  /** The same of a share, which is drawn, too. */
  void share(String title, double share, String note) {
    html.open("li", "class", "card").element("h3", title);
    big(Figures.fixed(share * 100, 1) + " %");
    HtmlFrame.meter(html, share);
    html.element("p", note).closeLine();
  }

  private void big(String big) {
    Matcher figure = FIGURE.matcher(big);
    html.open("div", "class", "big");
    if (figure.matches()) {
      html.text(figure.group(1)).element("small", figure.group(2));
    } else {
      html.text(big);
    }
    html.close();
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

  /**
   * A table; the first cell of a row is its head. What stands behind a line break in a cell is
   * shown small below the rest.
   */
  void table(String caption, List<String> head, List<List<String>> rows) {
    html.open("div", "class", "scroll").open("table");
    if (!caption.isEmpty()) {
      HtmlTables.caption(html, caption);
    }
    html.open("thead").open("tr");
    for (int column = 0; column < head.size(); column++) {
      String classes = hasWords(rows, column) ? "words" : "";
      html.element("th", head.get(column), "scope", "col", "class", classes);
    }
    html.close().closeLine();
    html.open("tbody");
    for (List<String> row : rows) {
      html.open("tr").element("th", row.get(0), "scope", "row");
      row.subList(1, row.size()).forEach(this::cell);
      html.closeLine();
    }
    html.close().close().close().markup("\n");
  }

  /** Whether most cells of a column are sentences. */
  private static boolean hasWords(List<List<String>> rows, int column) {
    long words = rows.stream().filter(row -> row.get(column).length() > WORDS).count();
    return 2 * words > rows.size();
  }

  private void cell(String text) {
    // sentences are read, figures are compared
    String[] lines = text.split("\n", 2);
    html.open("td", "class", lines[0].length() > WORDS ? "words" : "").text(lines[0]);
    if (lines.length == 2) {
      html.element("small", lines[1]);
    }
    html.close();
  }

  void paragraph(String text) {
    html.element("p", text).markup("\n");
  }

  /** What a reader must not overlook. */
  void warnings(List<String> items) {
    html.open("ul", "class", "warnings");
    items.forEach(item -> html.element("li", item));
    html.closeLine();
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

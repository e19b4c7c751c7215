package io.salestwin.report;

/** Lines on a terminal: headings, and texts wrapped to its width. */
final class TextLines {

  private final TextStyle style;
  private final StringBuilder out;

  TextLines(TextStyle style, StringBuilder out) {
    this.style = style;
    this.out = out;
  }

  void blank() {
    out.append('\n');
  }

  /** A line that is laid out already. */
  void raw(String line) {
    out.append(plain(line)).append('\n');
  }

  void heading(String title, String remark) {
    out.append(style.bold(plain(title)));
    if (!remark.isEmpty()) {
      boolean fits = title.length() + remark.length() + 2 <= style.width();
      out.append(fits ? "  " : "\n  ").append(style.dim(style.shown(remark)));
    }
    out.append('\n');
  }

  /** A text from a scenario: in characters that the terminal shows, without control characters. */
  String plain(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return style.shown(clean.toString());
  }

  /** Breaks lines at blanks, but not between a number and its per cent. */
  void wrapped(String first, String text, String indent) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : plain(text).split(" (?!%)", -1)) {
      if (!empty && line.length() + 1 + word.length() > style.width()) {
        out.append(line).append('\n');
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.append(line).append('\n');
  }

  static String left(String text, int width) {
    String cut = text.length() > width && width > 1 ? text.substring(0, width - 1) + "~" : text;
    return cut + " ".repeat(Math.max(0, width - cut.length()));
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}

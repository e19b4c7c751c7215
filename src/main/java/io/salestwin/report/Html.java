package io.salestwin.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A page as text: every element is closed, every text and attribute is escaped, so that nothing a
 * scenario says can become markup. The result is HTML and well-formed XML at once.
 */
final class Html {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes come as name, value, name, value. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the element that was opened last and ends the line. */
  Html closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** Adds a text. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Adds an element that holds a text only. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Adds an element without content. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** Adds markup that this package made itself: a chart or the style sheet. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals("class") && attributes[i + 1].isEmpty()) {
        continue;
      }
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
  }

  /** The page. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  /** A text as it may stand in HTML, XML and in an attribute's quotes. */
  static String escape(String text) {
    String clean = clean(text);
    StringBuilder out = null;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      String escaped =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
          };
      if (escaped != null && out == null) {
        out = new StringBuilder(clean.length() + 16).append(clean, 0, i);
      }
      if (escaped != null) {
        out.append(escaped);
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? clean : out.toString();
  }

  /** A text in one line without characters that XML forbids or that disturb the text around. */
  static String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean blank = c == '\t' || c == '\n' || c == '\r';
      out.appendCodePoint(blank ? ' ' : isXml(c) ? c : 0xFFFD);
    }
    return out.toString();
  }

  /** Whether a text is of printable ASCII alone, as nearly all are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Characters that XML 1.0 allows and that do not turn the direction of the text around them. */
  private static boolean isXml(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c >= 0x20
        && !(c >= 0x7F && c < 0xA0)
        && !surrogate
        && c != 0xFFFE
        && c != 0xFFFF
        && !turns;
  }
}

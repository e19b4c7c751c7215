package io.salestwin.document;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into rows of cells. */
final class CsvScanner {

  private final String text;
  private final char separator;
  private int at;
  private int nextLine = 1;
  private int line = 1;
  private String flaw = "";
  private boolean blank;

  CsvScanner(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  /** The separator that the first line with anything in it has most of, outside quotes. */
  private static char separator(String text) {
    int[] counts = new int[3];
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r') && any) {
        break;
      } else if (!quoted && ",;\t".indexOf(c) >= 0) {
        counts[",;\t".indexOf(c)]++;
      }
      any |= !Character.isWhitespace(c);
    }
    if (counts[1] > counts[0] && counts[1] >= counts[2]) {
      return ';';
    }
    return counts[2] > counts[0] ? '\t' : ',';
  }

  /** The cells of the next row, or null at the end. */
  List<String> next() {
    if (at >= text.length()) {
      return null;
    }
    line = nextLine;
    flaw = "";
    int start = at;
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(cell());
      more = at < text.length() && text.charAt(at) == separator;
      at += more ? 1 : 0;
    }
    blank = text.substring(start, at).isBlank() && cells.size() == 1;
    endLine();
    return cells;
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quotedCell();
    }
    int start = at;
    while (at < text.length() && !endsCell(text.charAt(at))) {
      if (text.charAt(at) == '"') {
        flaw = "a quote stands within a cell that does not begin with one";
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quotedCell() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
      if (c == '"' && !doubled) {
        at++;
        if (at < text.length() && !endsCell(text.charAt(at))) {
          flaw = "something follows a closing quote";
          while (at < text.length() && !endsCell(text.charAt(at))) {
            cell.append(text.charAt(at++));
          }
        }
        return cell.toString();
      }
      boolean lineEnd =
          c == '\n' || c == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n');
      nextLine += lineEnd ? 1 : 0;
      cell.append(c);
      at += doubled ? 2 : 1;
    }
    flaw = "a quote is opened and not closed before the end of the file";
    return cell.toString();
  }

  private boolean endsCell(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void endLine() {
    if (at < text.length()) {
      boolean crLf = text.startsWith("\r\n", at);
      at += crLf ? 2 : 1;
      nextLine++;
    }
  }

  /** The line on which the row begins. */
  int line() {
    return line;
  }

  /** What is wrong with the row's quotes, or empty. */
  String flaw() {
    return flaw;
  }

  /** Whether the row was a line with nothing in it, not even quotes. */
  boolean wasBlank() {
    return blank;
  }
}

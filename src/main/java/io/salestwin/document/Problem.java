package io.salestwin.document;

import java.util.Objects;

/**
 * Something wrong, or surprising, in what a person wrote: where, what, and what to do. Control
 * characters are replaced, so that a message cannot disturb the terminal on which it is shown.
 *
 * @param severity whether work can go on
 * @param file the file, or the option such as {@code --set roles.AE.headcount=x}; may be empty
 * @param line the line, from 1; 0 if there is none
 * @param path the path within the file, such as {@code stages.Discovery.advance}; may be empty
 * @param message what is wrong, such as {@code 1.2 is not a probability}
 * @param advice what is allowed or what to do; may be empty
 */
public record Problem(
    Severity severity, String file, int line, String path, String message, String advice) {

  /** Whether work can go on. */
  public enum Severity {
    /** It cannot run. */
    ERROR,
    /** It can run, and will surprise. */
    WARNING
  }

  /**
   * Refuses null and cleans the texts.
   *
   * @param severity whether work can go on
   * @param file the file
   * @param line the line
   * @param path the path
   * @param message what is wrong
   * @param advice what to do
   */
  public Problem {
    Objects.requireNonNull(severity, "severity");
    file = printable(file);
    path = printable(path);
    message = printable(message);
    advice = printable(advice);
  }

  /**
   * An error at a node.
   *
   * @param at where
   * @param message what is wrong
   * @param advice what to do; may be empty
   * @return the problem
   */
  public static Problem error(Node at, String message, String advice) {
    return new Problem(Severity.ERROR, at.file(), at.line(), at.path(), message, advice);
  }

  /**
   * A warning at a node.
   *
   * @param at where
   * @param message what will surprise
   * @param advice what to do; may be empty
   * @return the problem
   */
  public static Problem warning(Node at, String message, String advice) {
    return new Problem(Severity.WARNING, at.file(), at.line(), at.path(), message, advice);
  }

  /**
   * Whether this is an error.
   *
   * @return false for a warning
   */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line: {@code file:line: path: message; advice}, without the parts that are empty. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(file);
    if (line > 0) {
      out.append(file.isEmpty() ? "line " : ":").append(line);
    }
    if (out.length() > 0) {
      out.append(": ");
    }
    if (!isError()) {
      out.append("warning: ");
    }
    if (!path.isEmpty()) {
      out.append(path).append(": ");
    }
    out.append(message);
    if (!advice.isEmpty()) {
      out.append("; ").append(advice);
    }
    return out.toString();
  }

  /** The text in quotes for a message, cut to a length that a line can hold. */
  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** The text for a message, cut to a length that a line can hold. */
  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean blank = c == '\n' || c == '\r' || c == '\t';
              boolean odd =
                  Character.isISOControl(c)
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.SURROGATE;
              out.appendCodePoint(blank ? ' ' : odd ? '\uFFFD' : c);
            });
    return out.toString();
  }
}

package io.salestwin.document;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML parser's complaint in plain words.
 *
 * @param line the line, from 1, 0 if not known
 * @param message what is wrong
 * @param advice what to do
 */
record YamlWords(int line, String message, String advice) {

  static YamlWords of(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
    int from = e.getContextMark() == null ? line : e.getContextMark().getLine() + 1;
    if (problem.contains("\\t(TAB)")) {
      return new YamlWords(line, "a tab is used for indentation", "use spaces");
    }
    if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
      return new YamlWords(from, "a quote is opened here and not closed", "close the quote");
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      String open = context.contains("flow sequence") ? "[" : "{";
      String close = open.equals("[") ? "]" : "}";
      return new YamlWords(
          line,
          "the " + open + " of line " + from + " is not closed, or a comma is missing",
          "put a comma between values and a " + close + " at the end");
    }
    if (context.contains("flow node")) {
      return new YamlWords(
          line, "a bracket or brace is opened and not closed", "close every [ with ] and { with }");
    }
    if (problem.contains("mapping values are not allowed")) {
      return new YamlWords(
          line,
          "a colon stands where none can be",
          "check the indentation, or put a text with a colon in quotes");
    }
    if (problem.contains("expected <block end>")
        || problem.contains("could not find expected ':'")) {
      return new YamlWords(
          line,
          "the indentation or a missing colon makes this line unclear",
          "indent with spaces, the same for all keys of a mapping, and write key: value");
    }
    if (problem.contains("cannot start any token")) {
      return new YamlWords(
          line, "a value begins with a character that YAML reserves", "put the value in quotes");
    }
    if (context.contains("scanning a directive") || context.contains("parsing a directive")) {
      return new YamlWords(
          line, "a line begins with %, which YAML reserves", "put the value in quotes");
    }
    String where = context.isEmpty() ? "" : context + ": ";
    return new YamlWords(
        line, "this is not valid YAML: " + where + problem, "check indentation and quotes");
  }
}

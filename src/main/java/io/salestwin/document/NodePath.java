package io.salestwin.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text form of a path: {@code stages.Discovery.advance}, {@code hires[0].on}, {@code a."x.y"}.
 */
final class NodePath {

  private static final Pattern INDEX = Pattern.compile("\\[\\d{1,9}]");

  private NodePath() {}

  static boolean isIndex(String step) {
    return INDEX.matcher(step).matches();
  }

  static int index(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }

  static String ofKey(String path, String key) {
    String shown =
        needsQuotes(key) ? '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : key;
    return path.isEmpty() ? shown : path + '.' + shown;
  }

  private static boolean needsQuotes(String key) {
    return key.isEmpty()
        || !key.equals(key.strip())
        || key.chars().anyMatch(c -> ".\"[]\\=".indexOf(c) >= 0);
  }

  static String ofIndex(String path, int index) {
    return path + '[' + index + ']';
  }

  /** The steps of a path; a quoted step may hold any character, with a backslash before a quote. */
  static Parsed<List<String>> parse(String text) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    boolean wantsStep = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.' && !wantsStep) {
        wantsStep = true;
        at++;
      } else if (c == '[') {
        int end = text.indexOf(']', at);
        String step = end < 0 ? "" : text.substring(at, end + 1);
        if (!isIndex(step)) {
          return bad(text, "a [ is followed by no place such as [0]");
        }
        steps.add(step);
        wantsStep = false;
        at = end + 1;
      } else if (c == '"' && wantsStep) {
        StringBuilder step = new StringBuilder();
        at = quoted(text, at + 1, step);
        if (at < 0) {
          return bad(text, "a quote is opened and not closed");
        }
        steps.add(step.toString());
        wantsStep = false;
      } else if (wantsStep && c != '.') {
        int end = at;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
          end++;
        }
        String step = text.substring(at, end).strip();
        if (step.isEmpty()) {
          return bad(text, "a step is empty");
        }
        steps.add(step);
        wantsStep = false;
        at = end;
      } else {
        return bad(text, c == '.' ? "a step is empty" : "a dot is missing");
      }
    }
    return wantsStep ? bad(text, "a step is empty") : Parsed.of(List.copyOf(steps));
  }

  /** Reads up to the closing quote; gives the place after it, or -1. */
  private static int quoted(String text, int from, StringBuilder step) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        c = text.charAt(at);
      }
      step.append(c);
    }
    return -1;
  }

  private static Parsed<List<String>> bad(String text, String why) {
    return Parsed.bad(
        Problem.quoted(text) + " is not a path: " + why,
        "write steps with dots, such as stages.Discovery.advance, and quote a step that holds a"
            + " dot");
  }
}

package io.salestwin.experiment;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One section of an experiment file while it is read: keys of the format only. */
final class PlanPart {

  private final Node node;
  private final String section;
  private final Problems problems;

  PlanPart(Node node, String section, Problems problems) {
    this.node = node;
    this.section = section;
    this.problems = problems;
    problems.onlyKeys(node, PlanFormat.names(section));
  }

  Node node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  boolean has(String name) {
    return node.isMap() && node.has(name);
  }

  /** Where a key is written, else the section. */
  Node at(String name) {
    Node written = node.isMap() ? node.get(name) : null;
    return written == null ? node : written;
  }

  /** What is written for a key, else its default; empty if there is neither. */
  Optional<Node> given(String name) {
    PlanKey key = PlanFormat.key(section, name);
    Node written = node.isMap() ? node.get(name) : null;
    if (written != null && !written.isNull()) {
      return Optional.of(written);
    }
    if (written != null) {
      problems.error(written, "nothing is given", "give a value or remove the key");
    } else if (key.required() && node.isMap()) {
      String example = key.example().isEmpty() ? "" : ", such as " + name + ": " + key.example();
      problems.error(node, "\"" + name + "\" is missing", "add it" + example);
    }
    return key.fallback().isEmpty()
        ? Optional.empty()
        : Optional.of(Node.parse(key.fallback(), "default of " + name).value());
  }

  <T> Optional<T> read(String name, Function<String, Parsed<T>> understand, T instead) {
    return given(name).map(value -> problems.read(value, understand, instead));
  }

  String text(String name) {
    Optional<Node> value = given(name);
    if (value.isEmpty()) {
      return "";
    }
    Node at = value.get();
    if (!at.isScalar() || at.text().isBlank()) {
      problems.error(at, "expected a text, but found " + at.inWords(), "give one text");
      return "";
    }
    if (at.text().length() > 1000) {
      problems.error(at, "the text is longer than 1,000 characters", "shorten it");
    }
    return at.text();
  }

  /** The place of a word among those of the key; 0 after an error, -1 if it is not given. */
  int word(String name, List<String> words) {
    Optional<Node> value = given(name);
    return value.isEmpty() ? -1 : oneOf(value.get(), words);
  }

  private int oneOf(Node at, List<String> words) {
    int index = at.isScalar() ? words.indexOf(at.text()) : -1;
    if (index >= 0) {
      return index;
    }
    String hint = at.isScalar() ? Suggestion.didYouMean(at.text(), words) : "";
    problems.error(
        at,
        at.inWords() + " is not known here",
        (hint.isEmpty() ? "" : hint + " ") + "allowed are " + String.join(", ", words));
    return 0;
  }

  /** A fraction strictly between two bounds. */
  double share(String name, double above, double below) {
    double value = read(name, Quantity::probability, (above + below) / 2).orElseThrow();
    if (!(value > above && value < below)) {
      problems.error(
          at(name),
          at(name).text() + " is out of range",
          "give a percentage above " + percent(above) + " and below " + percent(below));
      return (above + below) / 2;
    }
    return value;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  /** A time above 0 and at most 20 years, in milliseconds. */
  Optional<Long> duration(String name) {
    Optional<Double> read = read(name, Quantity::durationMillis, 86_400_000.0);
    if (read.isPresent() && !(read.get() > 0 && read.get() <= 20 * 365.25 * 86_400_000.0)) {
      problems.error(
          at(name), at(name).text() + " is out of range", "give a time above 0, up to 20 years");
      return Optional.of(86_400_000L);
    }
    return read.map(Math::round);
  }

  /** The elements of a list; none if it is not given. */
  List<Node> items(String name) {
    Optional<Node> value = given(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.get().isList() || value.get().items().size() > 100) {
      problems.error(
          value.get(),
          "expected a list of at most 100, but found " + value.get().inWords(),
          "write [first, second], or a line with a dash for each");
      return List.of();
    }
    return value.get().items();
  }

  void error(String name, String message, String advice) {
    problems.add(Problem.error(at(name), message, advice));
  }
}

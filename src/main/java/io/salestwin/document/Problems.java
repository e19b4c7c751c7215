package io.salestwin.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Everything found wrong while one thing is read, in the order of finding. The only mutable class
 * of the package: made for one reading, filled by it, then asked for its {@link #list()}.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Nothing wrong so far. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param problem the problem
   */
  public void add(Problem problem) {
    found.add(problem);
  }

  /**
   * Adds problems.
   *
   * @param problems the problems, in order
   */
  public void addAll(Collection<Problem> problems) {
    found.addAll(problems);
  }

  /**
   * Adds an error at a node.
   *
   * @param at where
   * @param message what is wrong
   * @param advice what to do; may be empty
   */
  public void error(Node at, String message, String advice) {
    add(Problem.error(at, message, advice));
  }

  /**
   * Adds a warning at a node.
   *
   * @param at where
   * @param message what will surprise
   * @param advice what to do; may be empty
   */
  public void warning(Node at, String message, String advice) {
    add(Problem.warning(at, message, advice));
  }

  /**
   * Understands the text of a node; what cannot be understood becomes an error there.
   *
   * @param at the node; one that is no scalar, or is null, is an error too
   * @param understand such as {@code Quantity::probability}
   * @param instead the value to go on with after an error, so that reading finds further errors
   * @param <T> the type of the value
   * @return the value, or {@code instead}
   */
  public <T> T read(Node at, Function<String, Parsed<T>> understand, T instead) {
    if (!at.isScalar() || at.isNull()) {
      Parsed<T> example = understand.apply("");
      error(
          at,
          "expected one value, but found " + at.inWords(),
          example.isBad() ? example.advice() : "give one value");
      return instead;
    }
    return take(at, understand.apply(at.text()), instead);
  }

  /**
   * The value of what was parsed; a reason becomes an error at the node.
   *
   * @param at where it was written
   * @param parsed the value or the reason
   * @param instead the value to go on with after an error
   * @param <T> the type of the value
   * @return the value, or {@code instead}
   */
  public <T> T take(Node at, Parsed<T> parsed, T instead) {
    if (parsed.isBad()) {
      error(at, parsed.reason(), parsed.advice());
      return instead;
    }
    return parsed.value();
  }

  /**
   * Adds an error for every key of a mapping that is not allowed, with the nearest allowed one; an
   * error, too, if the node is no mapping.
   *
   * @param mapping the node; null nodes count as empty mappings
   * @param allowed the keys that mean something here
   * @return true if the node is a mapping with allowed keys only
   */
  public boolean onlyKeys(Node mapping, Collection<String> allowed) {
    if (mapping.isNull()) {
      return true;
    }
    String list = "allowed are " + String.join(", ", allowed);
    if (!mapping.isMap()) {
      error(mapping, "expected a mapping (key: value), but found " + mapping.inWords(), list);
      return false;
    }
    boolean fine = true;
    for (String key : mapping.keys()) {
      if (!allowed.contains(key)) {
        String hint = Suggestion.didYouMean(key, allowed);
        error(mapping.get(key), "unknown key " + Problem.quoted(key), hint.isEmpty() ? list : hint);
        fine = false;
      }
    }
    return fine;
  }

  /**
   * Whether something cannot run.
   *
   * @return true if there is an error among the problems
   */
  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /**
   * The problems so far.
   *
   * @return an immutable copy, in the order of finding
   */
  public List<Problem> list() {
    return List.copyOf(found);
  }
}

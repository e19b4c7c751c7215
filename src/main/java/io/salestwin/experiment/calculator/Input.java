package io.salestwin.experiment.calculator;

import io.salestwin.document.Node;
import io.salestwin.document.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is given to a calculator, read by name and type. What is missing or of the wrong kind is a
 * {@link BadCase} that says what and what to do. An input is read by one calculator, once: it
 * remembers which names were asked for, so that the others can be refused.
 */
public final class Input {

  private final Node values;
  private final Set<String> asked = new LinkedHashSet<>();

  private Input(Node values) {
    this.values = values;
  }

  /**
   * The values of a mapping.
   *
   * @param values names and values; nothing at all counts as an empty mapping
   * @return the input
   * @throws BadCase if the node is no mapping
   */
  public static Input of(Node values) {
    if (!values.isMap() && !values.isNull()) {
      throw new BadCase("input is " + values.inWords() + "; give a mapping of names and values");
    }
    return new Input(values);
  }

  /**
   * Whether something is given under a name; null counts as not given.
   *
   * @param name the name
   * @return true if it is there and not null
   */
  public boolean has(String name) {
    asked.add(name);
    return values.has(name) && !values.get(name).isNull();
  }

  /**
   * A finite number.
   *
   * @param name its name
   * @return the number
   */
  public double number(String name) {
    return Values.number(given(name), name);
  }

  /**
   * A finite number that may be left out.
   *
   * @param name its name
   * @param otherwise the value when it is not given
   * @return the number
   */
  public double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  /**
   * A number strictly between 0 and 1.
   *
   * @param name its name
   * @return the number
   */
  public double inside(String name) {
    double value = number(name);
    if (!(value > 0 && value < 1)) {
      throw new BadCase(name + " is " + text(name) + "; give a number above 0 and below 1");
    }
    return value;
  }

  /**
   * A number strictly between 0 and 1 that may be left out.
   *
   * @param name its name
   * @param otherwise the value when it is not given
   * @return the number
   */
  public double inside(String name, double otherwise) {
    return has(name) ? inside(name) : otherwise;
  }

  /**
   * A number from 0 to 1, ends included.
   *
   * @param name its name
   * @return the number
   */
  public double probability(String name) {
    double value = number(name);
    if (!(value >= 0 && value <= 1)) {
      throw new BadCase(name + " is " + text(name) + "; give a number from 0 to 1");
    }
    return value;
  }

  /**
   * A number above 0.
   *
   * @param name its name
   * @return the number
   */
  public double positive(String name) {
    double value = number(name);
    if (!(value > 0)) {
      throw new BadCase(name + " is " + text(name) + "; give a number above 0");
    }
    return value;
  }

  /**
   * A number above 0 that may be left out.
   *
   * @param name its name
   * @param otherwise the value when it is not given
   * @return the number
   */
  public double positive(String name, double otherwise) {
    return has(name) ? positive(name) : otherwise;
  }

  /**
   * A number that is not negative.
   *
   * @param name its name
   * @return the number
   */
  public double notNegative(String name) {
    double value = number(name);
    if (!(value >= 0)) {
      throw new BadCase(name + " is " + text(name) + "; give a number of 0 or more");
    }
    return value;
  }

  /**
   * A whole number of 0 or more.
   *
   * @param name its name
   * @return the count
   */
  public long count(String name) {
    return Values.count(given(name), name, 0);
  }

  /**
   * A whole number that is not below a bound.
   *
   * @param name its name
   * @param least the bound
   * @return the count
   */
  public long count(String name, long least) {
    return Values.count(given(name), name, least);
  }

  /**
   * A whole number of at least 0 that fits an {@code int}.
   *
   * @param name its name
   * @param least the least that is allowed
   * @return the count
   */
  public int size(String name, int least) {
    long value = count(name, least);
    if (value > Integer.MAX_VALUE) {
      throw new BadCase(name + " is " + value + "; give a smaller number");
    }
    return (int) value;
  }

  /**
   * A list of finite numbers.
   *
   * @param name its name
   * @return the numbers, in order; may be none
   */
  public double[] numbers(String name) {
    return Values.numbers(Values.list(given(name), name), name, false);
  }

  /**
   * A list of finite numbers of a least length.
   *
   * @param name its name
   * @param least how many there must be
   * @return the numbers, in order
   */
  public double[] numbers(String name, int least) {
    double[] found = numbers(name);
    if (found.length < least) {
      throw new BadCase(name + " has " + found.length + " values; give at least " + least);
    }
    return found;
  }

  /**
   * A list of numbers in which {@code "NaN"} stands for a missing one.
   *
   * @param name its name
   * @return the numbers, in order
   */
  public double[] numbersOrNaN(String name) {
    return Values.numbers(Values.list(given(name), name), name, true);
  }

  /**
   * A list of decimal numbers, exactly as written.
   *
   * @param name its name
   * @return the numbers, in order
   */
  public List<BigDecimal> decimals(String name) {
    return Values.decimals(Values.list(given(name), name), name);
  }

  /**
   * A list of lists of decimal numbers, exactly as written.
   *
   * @param name its name
   * @return the rows, in order
   */
  public List<List<BigDecimal>> decimalRows(String name) {
    List<List<BigDecimal>> rows = new ArrayList<>();
    List<Node> items = Values.list(given(name), name);
    for (int i = 0; i < items.size(); i++) {
      String row = name + "[" + i + "]";
      rows.add(Values.decimals(Values.list(items.get(i), row), row));
    }
    return rows;
  }

  /**
   * Rows of cells, each of which is a decimal number or a list of them.
   *
   * @param name its name
   * @return the rows, in order; a single number is a list of one
   */
  public List<List<List<BigDecimal>>> decimalBlocks(String name) {
    List<List<List<BigDecimal>>> blocks = new ArrayList<>();
    List<Node> rows = Values.list(given(name), name);
    for (int i = 0; i < rows.size(); i++) {
      String row = name + "[" + i + "]";
      List<List<BigDecimal>> cells = new ArrayList<>();
      for (Node cell : Values.list(rows.get(i), row)) {
        cells.add(
            cell.isList()
                ? Values.decimals(cell.items(), row)
                : List.of(Values.decimal(cell, row)));
      }
      blocks.add(cells);
    }
    return blocks;
  }

  /**
   * A list of whole numbers of 0 or more.
   *
   * @param name its name
   * @return the counts, in order
   */
  public long[] counts(String name) {
    return Values.counts(Values.list(given(name), name), name);
  }

  /**
   * A list of lists of finite numbers; they may be of different lengths.
   *
   * @param name its name
   * @return the rows, in order
   */
  public double[][] rows(String name) {
    List<Node> items = Values.list(given(name), name);
    double[][] rows = new double[items.size()][];
    for (int i = 0; i < rows.length; i++) {
      String row = name + "[" + i + "]";
      rows[i] = Values.numbers(Values.list(items.get(i), row), row, false);
    }
    return rows;
  }

  /**
   * A table of whole numbers of 0 or more, all rows of the same length.
   *
   * @param name its name
   * @return the rows, in order; at least one, of at least one cell
   */
  public long[][] table(String name) {
    List<Node> items = Values.list(given(name), name);
    long[][] rows = new long[items.size()][];
    for (int i = 0; i < rows.length; i++) {
      String row = name + "[" + i + "]";
      rows[i] = Values.counts(Values.list(items.get(i), row), row);
      if (rows[i].length != rows[0].length || rows[i].length == 0) {
        throw new BadCase(
            row + " has " + rows[i].length + " cells; give every row the same number");
      }
    }
    if (rows.length == 0) {
      throw new BadCase(name + " has no row; give such as [[12, 88], [20, 80]]");
    }
    return rows;
  }

  /**
   * A list of texts, such as labels of groups; a number counts as its text.
   *
   * @param name its name
   * @return the texts, in order
   */
  public List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (Node item : Values.list(given(name), name)) {
      if (!item.isScalar()) {
        throw new BadCase(name + " holds " + item.inWords() + "; give a list of texts");
      }
      found.add(item.text());
    }
    return found;
  }

  /**
   * True or false.
   *
   * @param name its name
   * @param otherwise the value when it is not given
   * @return whether it is set
   */
  public boolean flag(String name, boolean otherwise) {
    return has(name) ? choice(name, "true", "false").equals("true") : otherwise;
  }

  /**
   * One of several words.
   *
   * @param name its name
   * @param allowed the words
   * @return the word that is given
   */
  public String choice(String name, String... allowed) {
    String text = text(name);
    List<String> words = List.of(allowed);
    if (!words.contains(text)) {
      String hint = Suggestion.didYouMean(text, words);
      throw new BadCase(
          name
              + " is \""
              + text
              + "\"; "
              + (hint.isEmpty() ? "allowed are " + String.join(", ", words) : hint));
    }
    return text;
  }

  /**
   * One of several words that may be left out.
   *
   * @param name its name
   * @param otherwise the word when it is not given
   * @param allowed the words
   * @return the word
   */
  public String choiceOr(String name, String otherwise, String... allowed) {
    return has(name) ? choice(name, allowed) : otherwise;
  }

  /**
   * A value that is not a list or a mapping, as it is written.
   *
   * @param name its name
   * @return its text
   */
  public String text(String name) {
    Node node = given(name);
    if (!node.isScalar()) {
      throw new BadCase(name + " is " + node.inWords() + "; give one value");
    }
    return node.text();
  }

  /**
   * The level of confidence, {@code conf_level}; 95 % where it is not given.
   *
   * @return the level, above 0 and below 1
   */
  public double level() {
    return inside("conf_level", 0.95);
  }

  /** The names that nobody asked for. */
  List<String> unread() {
    return values.keys().stream().filter(name -> !asked.contains(name)).toList();
  }

  /** Refuses names that nobody asked for. */
  void refuseUnread() {
    for (String name : unread()) {
      String hint = Suggestion.didYouMean(name, asked);
      throw new BadCase(
          "unknown name \""
              + name
              + "\"; "
              + (hint.isEmpty() ? "known here are " + String.join(", ", asked) : hint));
    }
  }

  private Node given(String name) {
    if (!has(name)) {
      throw new BadCase(name + " is missing; give it a value");
    }
    return values.get(name);
  }
}

package io.salestwin.experiment.calculator;

import io.salestwin.document.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Understands the values of an {@link Input}; messages call them by the given name. */
final class Values {

  /** Short enough that exact arithmetic stays quick. */
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][-+]?\\d{1,3})?");

  /** The fourth power of it, which variances of variances take, is still a number. */
  private static final double LARGEST = 1e60;

  private Values() {}

  static List<Node> list(Node node, String name) {
    if (!node.isList()) {
      throw new BadCase(name + " is " + node.inWords() + "; give a list such as [1, 2, 3]");
    }
    return node.items();
  }

  static double[] numbers(List<Node> items, String name, boolean orNaN) {
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      Node item = items.get(i);
      boolean missing = orNaN && item.isScalar() && (item.isNull() || item.text().equals("NaN"));
      numbers[i] = missing ? Double.NaN : number(item, name + "[" + i + "]");
    }
    return numbers;
  }

  static List<BigDecimal> decimals(List<Node> items, String name) {
    List<BigDecimal> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      found.add(decimal(items.get(i), name + "[" + i + "]"));
    }
    return found;
  }

  static long[] counts(List<Node> items, String name) {
    long[] found = new long[items.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = count(items.get(i), name + "[" + i + "]", 0);
    }
    return found;
  }

  static long count(Node node, String name, long least) {
    double value = number(node, name);
    if (value != Math.rint(value) || value < least || value > 1e15) {
      throw new BadCase(
          name + " is " + node.text() + "; give a whole number of " + least + " or more");
    }
    return (long) value;
  }

  static double number(Node node, String name) {
    double value = decimal(node, name).doubleValue();
    if (Math.abs(value) > LARGEST) {
      throw new BadCase(
          name + " is " + node.text() + "; give it in larger units, so that it is below 1e60");
    }
    return value;
  }

  static BigDecimal decimal(Node node, String name) {
    if (node.isScalar() && DECIMAL.matcher(node.text()).matches()) {
      return new BigDecimal(node.text());
    }
    throw new BadCase(name + " is " + node.inWords() + "; give a number such as 12 or 0.5");
  }
}

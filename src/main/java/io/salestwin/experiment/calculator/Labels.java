package io.salestwin.experiment.calculator;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels of groups: which there are, sorted (as numbers if all are numbers, else as texts), and the
 * place of each observation's label among them.
 */
record Labels(List<String> names, int[] index) {

  static Labels of(Input input, String name, int length) {
    List<String> labels = input.texts(name);
    if (labels.size() != length) {
      throw new BadCase(name + " has " + labels.size() + " values; give one per time");
    }
    List<String> names = labels.stream().distinct().sorted(order(labels)).toList();
    return new Labels(names, labels.stream().mapToInt(names::indexOf).toArray());
  }

  int size() {
    return names.size();
  }

  /** The observations with a label. */
  int[] members(int label) {
    return IntStream.range(0, index.length).filter(i -> index[i] == label).toArray();
  }

  private static Comparator<String> order(List<String> labels) {
    return labels.stream().allMatch(label -> label.matches("-?\\d{1,300}(\\.\\d{1,300})?"))
        ? Comparator.comparingDouble(Double::parseDouble)
        : Comparator.naturalOrder();
  }
}

package io.salestwin.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names numbered in the order in which they turn up. */
final class NameList {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int number(String name) {
    if (name == null) {
      return CrmHistory.UNKNOWN;
    }
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    names.add(name);
    numbers.put(name, names.size() - 1);
    return names.size() - 1;
  }

  List<String> names() {
    return names;
  }
}

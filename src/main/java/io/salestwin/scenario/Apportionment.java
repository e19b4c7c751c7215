package io.salestwin.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seats in proportion to weights, by the method of largest remainders (Hamilton). */
final class Apportionment {

  private Apportionment() {}

  /**
   * Deals seats out.
   *
   * @param weights by member, at least 0, not all 0
   * @param seats how many there are
   * @return seats by member in the same order; ties of the remainders go to the earlier member
   */
  static Map<Integer, Integer> of(Map<Integer, Double> weights, int seats) {
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    Map<Integer, Double> remainders = new LinkedHashMap<>();
    int left = seats;
    for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
      double exact = seats * weight.getValue() / sum;
      int whole = (int) Math.floor(exact + 1e-9);
      counts.put(weight.getKey(), whole);
      remainders.put(weight.getKey(), exact - whole);
      left -= whole;
    }
    List<Integer> byRemainder = new ArrayList<>(remainders.keySet());
    byRemainder.sort(Comparator.comparingDouble(member -> -remainders.get(member)));
    for (int i = 0; i < left; i++) {
      counts.merge(byRemainder.get(i), 1, Integer::sum);
    }
    return counts;
  }
}

package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.scenario.Lever;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was dealt an arm together: the units of a rep, a territory or a week, or each lead by
 * itself.
 *
 * @param members places of the units of each cluster
 * @param names of the clusters, as many
 * @param treated whether each is treated, as many
 */
record Clustering(List<int[]> members, List<String> names, boolean[] treated) {

  static Clustering of(ExperimentPlan plan, List<Unit> units) {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    boolean alone = plan.unit() == Lever.Unit.LEAD;
    for (int i = 0; i < units.size(); i++) {
      String name = alone ? Integer.toString(i) : units.get(i).cluster();
      byName.computeIfAbsent(name, c -> new ArrayList<>()).add(i);
    }
    List<int[]> members =
        byName.values().stream()
            .map(of -> of.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    boolean[] treated = new boolean[members.size()];
    for (int c = 0; c < treated.length; c++) {
      treated[c] = units.get(members.get(c)[0]).arm() == 1;
    }
    return new Clustering(members, List.copyOf(byName.keySet()), treated);
  }

  /** Clusters of control and treatment. */
  List<Integer> counts() {
    int of = 0;
    for (boolean each : treated) {
      of += each ? 1 : 0;
    }
    return List.of(treated.length - of, of);
  }

  /** Whether an arm has so few that nobody can tell how much one differs from another. */
  boolean isSingle() {
    return counts().get(0) < 2 || counts().get(1) < 2;
  }

  /** A figure of each unit by cluster. */
  double[][] of(double[] figure) {
    return members.stream()
        .map(places -> Arrays.stream(places).mapToDouble(i -> figure[i]).toArray())
        .toArray(double[][]::new);
  }

  /** The sum of a figure over each cluster. */
  double[] sums(double[] figure) {
    return members.stream()
        .mapToDouble(places -> Arrays.stream(places).mapToDouble(i -> figure[i]).sum())
        .toArray();
  }

  /** The mean of a figure over each cluster. */
  double[] means(double[] figure) {
    double[] means = sums(figure);
    Arrays.setAll(means, c -> means[c] / members.get(c).length);
    return means;
  }

  /** The figures of the clusters of an arm. */
  double[] ofArm(double[] figure, int arm) {
    double[] chosen = new double[figure.length];
    int n = 0;
    for (int c = 0; c < figure.length; c++) {
      if (treated[c] == (arm == 1)) {
        chosen[n++] = figure[c];
      }
    }
    return Arrays.copyOf(chosen, n);
  }

  /** Weeks in their order, two by two: the partner of each in its block, -1 without one. */
  int[] partners() {
    Integer[] order = new Integer[names.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> inOrder(names.get(a), names.get(b)));
    int[] partner = new int[order.length];
    Arrays.fill(partner, -1);
    for (int i = 0; i + 1 < order.length; i += 2) {
      if (treated[order[i]] != treated[order[i + 1]]) {
        partner[order[i]] = order[i + 1];
        partner[order[i + 1]] = order[i];
      }
    }
    return partner;
  }

  /** Names by what is before their last number, then by that number: week 9 is before week 10. */
  private static int inOrder(String a, String b) {
    String headA = head(a);
    String headB = head(b);
    int heads = headA.compareTo(headB);
    return heads != 0 ? heads : Integer.compare(number(a, headA), number(b, headB));
  }

  private static String head(String name) {
    return name.replaceFirst("\\d{1,9}$", "");
  }

  private static int number(String name, String head) {
    return head.length() == name.length() ? -1 : Integer.parseInt(name.substring(head.length()));
  }
}

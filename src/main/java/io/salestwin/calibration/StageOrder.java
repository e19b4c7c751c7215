package io.salestwin.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Numbers stages in the order in which deals pass them. */
final class StageOrder {

  private StageOrder() {}

  /**
   * The new number of each state: as said, then by the mean place in the paths.
   *
   * @param states the names of the states
   * @param said stages whose order is said; the first states are these
   * @param classOf 0 for each state that is a stage; states beyond it are stages too
   * @param stage the state that each event of a path enters, below 0 for an end
   * @param first where the events of each deal begin, and the number of all
   * @return the number by state; -1 for one that is no stage or never entered
   */
  static int[] ranks(
      List<String> states, List<String> said, int[] classOf, int[] stage, int[] first) {
    int count = states.size();
    double[] place = new double[count];
    long[] seen = new long[count];
    for (int d = 0; d + 1 < first.length; d++) {
      for (int e = first[d]; e < first[d + 1]; e++) {
        if (stage[e] >= 0) {
          place[stage[e]] += e - first[d];
          seen[stage[e]]++;
        }
      }
    }
    List<Integer> used = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      boolean isStage = s >= classOf.length || classOf[s] == 0;
      if (isStage && (seen[s] > 0 || said.contains(states.get(s)))) {
        used.add(s);
      }
    }
    used.sort(
        Comparator.comparingDouble(
            (Integer s) ->
                s < said.size()
                    ? s - (double) said.size()
                    : seen[s] == 0 ? 0 : place[s] / seen[s]));
    int[] rank = new int[count];
    Arrays.fill(rank, -1);
    for (int r = 0; r < used.size(); r++) {
      rank[used.get(r)] = r;
    }
    return rank;
  }
}

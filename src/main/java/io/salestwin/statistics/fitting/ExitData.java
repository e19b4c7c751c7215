package io.salestwin.statistics.fitting;

/**
 * Stays that end in one of several ways, as counts by age.
 *
 * @param edges ages, rising from 0
 * @param exits for each way, how many left in each bin of age
 * @param open how many were still there at each edge when the record ended
 * @param late how many are known only because they were still there at each edge, when the record
 *     began; 0 at the first edge
 */
public record ExitData(double[] edges, double[][] exits, double[] open, double[] late) {

  /**
   * How many left in one way.
   *
   * @param way number of the way
   * @return the count
   */
  public double left(int way) {
    double sum = 0;
    for (double each : exits[way]) {
      sum += each;
    }
    return sum;
  }

  /** How many stayed beyond the age by which a share of the exits had come. */
  double openBeyond(double share) {
    double all = 0;
    for (int k = 0; k < exits.length; k++) {
      all += left(k);
    }
    double seen = 0;
    int oldest = -1;
    while (oldest + 1 < edges.length - 1 && seen < share * all - 1e-9) {
      oldest++;
      for (double[] way : exits) {
        seen += way[oldest];
      }
    }
    double sum = 0;
    for (int b = oldest + 1; b < open.length; b++) {
      sum += open[b];
    }
    return sum;
  }
}

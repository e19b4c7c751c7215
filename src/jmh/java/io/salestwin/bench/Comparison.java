package io.salestwin.bench;

import java.util.Arrays;

/**
 * Two works side by side.
 *
 * @param name the name in the file of stored ratios
 * @param text what is compared, for people
 * @param ours the work of this program
 * @param peer the work that it is held against
 * @param goal the ratio to be reached; 0 if none is set
 * @param clock what is read
 */
record Comparison(String name, String text, Work ours, Work peer, double goal, Clock clock) {

  /** What is read off a score. */
  enum Clock {
    /** Processor time: right for one thread, whatever else the machine does. */
    CPU,
    /** Time on the wall: for several threads; the machine must be idle. */
    WALL
  }

  /**
   * What came of it.
   *
   * @param ourNs nanoseconds of ours per event, the median of the rounds
   * @param peerNs nanoseconds of the peer per event, the median of the rounds
   * @param ratio how many times the peer's time is ours, the median of the rounds
   * @param least the smallest ratio of a round
   * @param most the largest ratio of a round
   * @param bytesPerEvent what ours allocates
   */
  record Outcome(
      double ourNs, double peerNs, double ratio, double least, double most, double bytesPerEvent) {}

  Outcome measure(Stopwatch stopwatch, int rounds) {
    double[] our = new double[rounds];
    double[] peers = new double[rounds];
    double[] ratios = new double[rounds];
    double[] bytes = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      Score score = stopwatch.score(ours, round);
      our[round] = nanosPerEvent(score, ours);
      peers[round] = nanosPerEvent(stopwatch.score(peer, round), peer);
      ratios[round] = peers[round] / our[round];
      bytes[round] = score.bytes() / ours.events();
    }
    return new Outcome(
        median(our),
        median(peers),
        median(ratios),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow(),
        median(bytes));
  }

  private double nanosPerEvent(Score score, Work work) {
    return 1e6 * (clock == Clock.CPU ? score.cpuMs() : score.wallMs()) / work.events();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

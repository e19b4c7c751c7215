package io.salestwin.statistics.proportion;

/** Refuses counts that cannot be. */
final class Counts {

  private Counts() {}

  static void require(String hitsName, long hits, String trialsName, long trials) {
    if (hits < 0 || trials < hits) {
      throw new IllegalArgumentException(
          "%s is %d and %s is %d; give an %s from 0 to %s"
              .formatted(hitsName, hits, trialsName, trials, hitsName, trialsName));
    }
  }
}

package io.salestwin.model;

/**
 * Counts the leads that come and the deals that are won while a replication plays. Unlike an {@link
 * Observer}, who hears of every step, it costs next to nothing: few of a lead's steps are these.
 */
public interface Counter {

  /**
   * Called when a lead arrives.
   *
   * @param timeMs when, in milliseconds from the start (negative in the warm-up)
   */
  void came(long timeMs);

  /**
   * Called when a deal is won.
   *
   * @param arrivedMs when its lead arrived, in milliseconds from the start; for a deal of the
   *     starting pipeline before it
   * @param timeMs when it was won
   */
  void won(long arrivedMs, long timeMs);
}

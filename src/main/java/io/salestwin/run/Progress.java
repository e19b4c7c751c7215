package io.salestwin.run;

import io.salestwin.statistics.Tally;

/** Hears how far a run has come. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress SILENT = (done, expected, bookings) -> {};

  /**
   * Called a few times a second from the thread that called the runner.
   *
   * @param done number of finished replications in one piece from the first on
   * @param expected number at which the run will end: what is asked for or, with a precision, the
   *     look at which it is likely to be reached
   * @param bookings the bookings against the target of the whole horizon, one value for each whole
   *     pair of those replications: its mean
   */
  void reached(int done, int expected, Tally bookings);

  /**
   * Called after each look at a run with a precision.
   *
   * @param look what is known
   */
  default void looked(Precision.Look look) {}

  /**
   * Called when a question knows something new.
   *
   * @param estimate the present estimate in words, short
   */
  default void told(String estimate) {}
}

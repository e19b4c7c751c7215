package io.salestwin.run;

import io.salestwin.statistics.Tally;

/** Hears how far a run has come. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress SILENT = (done, asked, bookings) -> {};

  /**
   * Called a few times a second from the thread that called the runner.
   *
   * @param done number of finished replications in one piece from the first on
   * @param asked number asked for
   * @param bookings the bookings against the target of the whole horizon in those replications
   */
  void reached(int done, int asked, Tally bookings);
}

package io.salestwin.run;

import java.io.Serializable;
import java.util.function.IntFunction;

/**
 * Those who play: threads of this machine, or a cluster. What comes of a play is a pure function of
 * the job and the play's number, so nobody can tell from a result who made it.
 */
public interface Crew {

  /**
   * Makes the plays of a job, until all are made or the board says that the rest is not wanted.
   *
   * @param job what is played
   * @param board takes what comes of each play
   * @param tick called a few times a second, from the thread that called this
   * @param <R> what comes of one play
   */
  <R> void play(Job<R> job, Board<R> board, Runnable tick);

  /**
   * Many plays, numbered from 0.
   *
   * @param <R> what comes of one play
   */
  interface Job<R> {

    /**
     * Somebody who plays, with a memory of his own: one for each thread.
     *
     * @return makes the play of a number
     */
    IntFunction<R> hand();

    /**
     * The job as it travels to another machine.
     *
     * @return all that it takes to make the same plays there
     */
    Parcel<R> parcel();
  }

  /**
   * A job on its way to another machine. Implementations are records of texts and numbers.
   *
   * @param <R> what comes of one play, which travels back and so is serialisable
   */
  interface Parcel<R> extends Serializable {

    /**
     * Makes the job ready where it has arrived.
     *
     * @return the same job
     */
    Job<R> unpacked();
  }
}

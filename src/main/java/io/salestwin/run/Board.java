package io.salestwin.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;

/**
 * What came of the plays of a job so far: crews write, from any thread, and whoever asked for the
 * job reads.
 *
 * @param <R> what comes of one play
 */
public final class Board<R> {

  /** What a play threw. */
  private record Failure(int play, RuntimeException thrown) {

    static Failure first(Failure known, Failure other) {
      return known == null || other.play < known.play ? other : known;
    }
  }

  private final AtomicReferenceArray<R> results;
  private final BooleanSupplier stopped;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger piece = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicReference<Failure> failure = new AtomicReference<>();

  /**
   * Nothing yet.
   *
   * @param plays how many plays are wanted
   * @param stopped whether somebody asks for an early end
   */
  Board(int plays, BooleanSupplier stopped) {
    results = new AtomicReferenceArray<>(plays);
    this.stopped = stopped;
  }

  /**
   * How many plays are wanted.
   *
   * @return 0 or more
   */
  public int plays() {
    return results.length();
  }

  /**
   * Whether a play is still wanted: nobody asked for an end, and no play before it failed. Plays
   * before a failed one are wanted, because one of them may fail as well.
   *
   * @param play its number
   * @return false when it need not be made
   */
  public boolean isWanted(int play) {
    Failure known = failure.get();
    return !ended.get() && !stopped.getAsBoolean() && (known == null || play < known.play());
  }

  /**
   * Takes what came of a play.
   *
   * @param play its number
   * @param result what came of it
   */
  public void put(int play, R result) {
    results.set(play, result);
    done.incrementAndGet();
  }

  /**
   * Takes that a play failed.
   *
   * @param play its number
   * @param thrown why
   */
  public void fail(int play, RuntimeException thrown) {
    failure.accumulateAndGet(new Failure(play, thrown), Failure::first);
  }

  /**
   * Whether nothing is left to play: all is made, or the rest is not wanted.
   *
   * @return true when a crew may go home
   */
  public boolean isOver() {
    int next = inOnePiece();
    return next == plays() || !isWanted(next);
  }

  /** No further play is wanted. */
  void end() {
    ended.set(true);
  }

  /** How many are made. */
  int done() {
    return done.get();
  }

  /** What came of a play; null as long as it is not made. */
  R get(int play) {
    return results.get(play);
  }

  /** How many are made in one piece from the first on. */
  int inOnePiece() {
    int length = piece.get();
    while (length < results.length() && results.get(length) != null) {
      length++;
    }
    piece.set(length);
    return length;
  }

  /** Throws what the first of the plays that failed threw. */
  void requireSound() {
    if (failure.get() != null) {
      throw failure.get().thrown();
    }
  }
}

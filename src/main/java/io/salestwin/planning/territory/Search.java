package io.salestwin.planning.territory;

import ai.timefold.solver.core.api.solver.Solver;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * The search of one plan, which may be ended early: the best division so far is then the answer.
 * How often a better one was found says where it ended, so that another search ends at the same
 * place.
 */
public final class Search {

  private final long most;
  private final LongConsumer progress;
  private final AtomicLong better = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicReference<Solver<Division>> running = new AtomicReference<>();

  private Search(long most, LongConsumer progress) {
    this.most = most;
    this.progress = progress;
  }

  /**
   * A search to its end.
   *
   * @param progress hears the cost of every better division
   * @return the search, for one plan
   */
  public static Search whole(LongConsumer progress) {
    return new Search(Long.MAX_VALUE, progress);
  }

  /**
   * A search that ends where an earlier one did.
   *
   * @param better what {@link #stoppedAfter} gave
   * @param progress hears the cost of every better division
   * @return the search, for one plan
   */
  public static Search upTo(long better, LongConsumer progress) {
    return new Search(better, progress);
  }

  /** Asks for an early end. May come from anywhere. */
  public void stop() {
    stopped.set(true);
    Solver<Division> solver = running.get();
    if (solver != null) {
      solver.terminateEarly();
    }
  }

  /**
   * How often a better division had been found when the search was ended early.
   *
   * @return 0 or more; empty when it came to its end
   */
  public OptionalLong stoppedAfter() {
    return isStopped() ? OptionalLong.of(better.get()) : OptionalLong.empty();
  }

  /** Whether no more is to be sought. */
  boolean isStopped() {
    return stopped.get() || better.get() >= most;
  }

  /** Searches on from a division; gives it back where no more is to be sought. */
  Division from(Division start, Solver<Division> solver) {
    AtomicReference<Division> best = new AtomicReference<>(start);
    solver.addEventListener(
        event -> {
          if (!isStopped()) {
            best.set(event.getNewBestSolution());
            better.incrementAndGet();
            progress.accept(-event.getNewBestSolution().score().softScore());
          }
          if (isStopped()) {
            solver.terminateEarly();
          }
        });
    running.set(solver);
    if (isStopped()) {
      return start;
    }
    Division last = solver.solve(start);
    running.set(null);
    return isStopped() ? best.get() : last;
  }
}

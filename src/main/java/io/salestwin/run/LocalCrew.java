package io.salestwin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Threads of this machine. Each takes the next play, and who takes one finishes it.
 *
 * @param threads how many, at least 1
 */
record LocalCrew(int threads) implements Crew {

  private static final long TICK_MS = 100;

  LocalCrew {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
    }
  }

  @Override
  public <R> void play(Job<R> job, Board<R> board, Runnable tick) {
    play(job::hand, board, tick);
  }

  /** Makes plays that need not travel; each thread takes a hand of its own. */
  <R> void play(Supplier<IntFunction<R>> hands, Board<R> board, Runnable tick) {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads, LocalCrew::daemon);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, board.plays()); i++) {
        workers.add(pool.submit(() -> work(hands.get(), board, next)));
      }
      for (Future<?> worker : workers) {
        while (!hasEnded(worker)) {
          tick.run();
        }
      }
    } finally {
      board.end();
      pool.shutdownNow();
    }
  }

  private static <R> void work(IntFunction<R> hand, Board<R> board, AtomicInteger next) {
    while (board.isWanted(next.get())) {
      int play = next.getAndIncrement();
      if (play >= board.plays()) {
        return;
      }
      try {
        board.put(play, hand.apply(play));
      } catch (RuntimeException e) {
        board.fail(play, e);
      }
    }
  }

  /** Waits a moment for a worker; true when it has ended. What it threw is thrown here. */
  private static boolean hasEnded(Future<?> worker) {
    try {
      worker.get(TICK_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** A thread that does not keep the program alive. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "replications");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String toString() {
    return "local, " + threads + (threads == 1 ? " thread" : " threads");
  }
}

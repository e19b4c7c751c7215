package io.salestwin.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How one thread waits for those that play. */
final class Workers {

  private static final long TICK_MS = 100;

  private Workers() {}

  /** Waits a moment for a worker; true when it has ended. What it threw is thrown here. */
  static boolean hasEnded(Future<?> worker) {
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
  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "replications");
    thread.setDaemon(true);
    return thread;
  }
}

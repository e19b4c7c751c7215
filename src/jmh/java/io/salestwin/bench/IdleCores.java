package io.salestwin.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How much of the cores other programs leave to us. */
final class IdleCores {

  /** From this share on a time on the clock says something. */
  static final double ENOUGH = 0.95;

  private static final long SPIN_NANOS = 1_000_000_000L;

  private IdleCores() {}

  /**
   * Keeps as many threads busy as there are cores, for a second.
   *
   * @return the processor time that they got over the time on the clock, above 0, about 1 on an
   *     idle machine
   */
  static double share() {
    int cores = Runtime.getRuntime().availableProcessors();
    long[] used = new long[cores];
    List<Thread> threads = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < cores; i++) {
      int number = i;
      Thread thread = new Thread(() -> used[number] = spin(begin));
      thread.start();
      threads.add(thread);
    }
    long all = 0;
    for (int i = 0; i < cores; i++) {
      join(threads.get(i));
      all += used[i];
    }
    return (double) Math.max(1, all) / cores / (System.nanoTime() - begin);
  }

  private static long spin(long begin) {
    while (System.nanoTime() - begin < SPIN_NANOS) {
      Thread.onSpinWait();
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

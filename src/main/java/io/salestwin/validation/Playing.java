package io.salestwin.validation;

import io.salestwin.model.SalesModel;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import io.salestwin.run.Progress;
import io.salestwin.statistics.MeanTest;
import io.salestwin.statistics.Tally;
import io.salestwin.validation.Validation.Effort;
import io.salestwin.validation.Validation.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays trials in blocks of replications, on some threads, and compares in their order. */
final class Playing {

  private static final long TICK_MS = 100;
  private static final int BLOCKS = 8;

  private final List<Trial<?>> trials;
  private final Effort effort;
  private final long seed;
  private final AtomicInteger done = new AtomicInteger();

  Playing(List<Trial<?>> trials, Effort effort, long seed) {
    this.trials = trials;
    this.effort = effort;
    this.seed = seed;
  }

  List<Row> rows(int threads, Progress progress) {
    int asked = trials.stream().mapToInt(t -> effort.of(t.replications())).sum();
    ExecutorService pool = Executors.newFixedThreadPool(threads, Playing::daemon);
    try {
      List<List<Future<double[][]>>> blocks = new ArrayList<>();
      for (Trial<?> trial : trials) {
        blocks.add(submit(trial, pool));
      }
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < trials.size(); i++) {
        List<double[]> played = new ArrayList<>();
        for (Future<double[][]> block : blocks.get(i)) {
          played.addAll(List.of(waitFor(block, asked, progress)));
        }
        compare(trials.get(i), played, rows);
      }
      return rows;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Future<double[][]>> submit(Trial<?> trial, ExecutorService pool) {
    SalesModel model = trial.model();
    long own = seedOf(trial.name(), seed);
    int replications = effort.of(trial.replications());
    List<Future<double[][]>> blocks = new ArrayList<>();
    for (int b = 0; b < BLOCKS; b++) {
      int from = (int) ((long) replications * b / BLOCKS);
      int to = (int) ((long) replications * (b + 1) / BLOCKS);
      blocks.add(
          pool.submit(
              () -> {
                double[][] rows = trial.play(model, own, from, to);
                done.addAndGet(to - from);
                return rows;
              }));
    }
    return blocks;
  }

  /** A seed of its own for each case: cases that shared one would share their luck. */
  static long seedOf(String name, long seed) {
    return new RandomStream(seed, name.hashCode(), Purpose.SYNTHETIC).nextLong();
  }

  private double[][] waitFor(Future<double[][]> block, int asked, Progress progress) {
    while (true) {
      try {
        return block.get(TICK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        progress.reached(done.get(), asked, Tally.EMPTY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the validation was interrupted", e);
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
  }

  private static void compare(Trial<?> trial, List<double[]> played, List<Row> rows) {
    Case about = trial.about();
    for (int i = 0; i < trial.figures().size(); i++) {
      double[] of = column(played, 2 * i);
      double[] per = column(played, 2 * i + 1);
      Trial.Figure<?> figure = trial.figures().get(i);
      rows.add(
          figure.exact()
              ? exact(about, figure.name(), of, per)
              : tested(about, figure.name(), figure.theory(), of, per));
    }
  }

  private static Row exact(Case about, String figure, double[] of, double[] other) {
    boolean equal = Arrays.equals(of, other);
    double z = equal ? 0 : Double.POSITIVE_INFINITY;
    double mean = Tally.of(of).mean();
    return new Row(about, figure, mean, 0, Tally.of(other).mean(), z, true, of.length);
  }

  private static Row tested(Case about, String figure, double theory, double[] of, double[] per) {
    double[] rests = new double[of.length];
    for (int r = 0; r < rests.length; r++) {
      rests[r] = of[r] - theory * per[r];
    }
    double base = Tally.of(per).mean();
    MeanTest test = new MeanTest(Tally.of(rests), 0);
    return new Row(
        about,
        figure,
        Tally.of(of).mean() / base,
        test.values().standardError() / Math.abs(base),
        theory,
        test.z(),
        false,
        of.length);
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "validation");
    thread.setDaemon(true);
    return thread;
  }
}

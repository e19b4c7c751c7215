package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.WeekCounts;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Runs many replications on the threads of this machine. Which thread plays which replication never
 * shows in a result: each row is a pure function of scenario, seed and its number.
 */
public final class Runner {

  /** What a replication gave: its row and, of the first ones, what was counted by week. */
  private record Play(double[] row, Optional<WeekCounts> weeks) {}

  /** What a replication threw. */
  private record Failure(int replication, RuntimeException thrown) {

    static Failure first(Failure known, Failure other) {
      return known == null || other.replication < known.replication ? other : known;
    }
  }

  private final int threads;
  private final long mostPlays;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicBoolean cutShort = new AtomicBoolean();
  private final AtomicLong plays = new AtomicLong();

  private Runner(int threads, long mostPlays) {
    this.threads = threads;
    this.mostPlays = mostPlays;
  }

  /**
   * A runner on this machine.
   *
   * @param threads number of threads, at least 1
   * @return the runner
   */
  public static Runner local(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
    }
    return new Runner(threads, Long.MAX_VALUE);
  }

  /**
   * The same with a limit for {@link #extend}: where an earlier one was stopped after so many
   * plays, this one gives the same.
   *
   * @param limit number of plays in all, 0 or more
   * @return a new runner
   */
  public Runner atMost(long limit) {
    return new Runner(threads, limit);
  }

  /**
   * Asks a run to end soon; what is finished in one piece is its result. May come from anywhere.
   */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Runs a plan.
   *
   * @param plan what is to be run
   * @param progress hears how far it has come
   * @return the rows; with a precision as many as the first look has at which it is reached, and
   *     what was played beyond is forgotten. Fewer than asked for when it was stopped, and then an
   *     even number, so that no pair of replications is torn
   * @throws io.salestwin.scenario.ImpossibleScenarioException when a replication draws inputs that
   *     cannot be; of several failures always that of the smallest replication number, and none
   *     when the run has ended before it
   */
  public RunResult run(RunPlan plan, Progress progress) {
    return run(plan, KpiLayout.of(plan.scenario()), progress);
  }

  /**
   * Runs a plan whose columns are at hand: the scenario is not compiled again.
   *
   * @param plan what is to be run
   * @param layout the columns of the plan's scenario
   * @param progress hears how far it has come
   * @return the rows, as of {@link #run(RunPlan, Progress)}
   * @throws io.salestwin.scenario.ImpossibleScenarioException as of {@link #run(RunPlan, Progress)}
   */
  @SuppressWarnings("ReferenceEquality") // a comparison by value would take longer than compiling
  public RunResult run(RunPlan plan, KpiLayout layout, Progress progress) {
    SalesModel model = layout.model();
    if (model.scenario() != plan.scenario()) {
      throw new IllegalArgumentException("layout is that of another scenario");
    }
    AtomicReferenceArray<Play> plays = new AtomicReferenceArray<>(plan.replications());
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean ended = new AtomicBoolean();
    AtomicReference<Failure> failure = new AtomicReference<>();
    Prefix prefix =
        new Prefix(
            plan.replications(),
            plan.precision(),
            name -> column(layout, name),
            r -> plays.get(r) == null ? null : plays.get(r).row());
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, plan.replications()); i++) {
        workers.add(pool.submit(() -> play(model, layout, plan, next, plays, ended, failure)));
      }
      follow(workers, prefix, ended, progress);
    } finally {
      ended.set(true);
      pool.shutdownNow();
    }
    if (failure.get() != null && !prefix.isPrecise()) {
      throw failure.get().thrown();
    }
    int done = prefix.length();
    int whole = done == plan.replications() ? done : done - done % 2;
    List<double[]> rows = new ArrayList<>();
    List<WeekCounts> weeks = new ArrayList<>();
    for (int r = 0; r < whole; r++) {
      rows.add(plays.get(r).row());
      plays.get(r).weeks().ifPresent(weeks::add);
    }
    return new RunResult(plan, layout, rows, weeks);
  }

  /**
   * Plays several scenarios further, side by side. Any question that needs more of some scenarios
   * than of others calls this again and again with what it has. Leads and deals by week are not
   * counted, and precisions of the plans are not looked at: whoever asks looks.
   *
   * @param soFar what is there of each scenario, as of {@link RunResult#empty} or of an earlier
   *     call
   * @param upTo how many replications each shall have; fewer than it has leaves it as it is
   * @param progress hears how many plays are done, of all calls together
   * @return the scenarios with their new rows; with fewer when this was stopped
   * @throws io.salestwin.scenario.ImpossibleScenarioException as of {@link #run(RunPlan, Progress)}
   */
  public List<RunResult> extend(List<RunResult> soFar, int[] upTo, Progress progress) {
    long before = plays.get();
    Stint stint = new Stint(soFar, upTo, cutShort.get() ? 0 : mostPlays - before);
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, stint.wanted()); i++) {
        workers.add(pool.submit(() -> stint.work(stopped::get)));
      }
      for (Future<?> worker : workers) {
        while (!Workers.hasEnded(worker)) {
          stint.tell(before, progress);
        }
      }
    } finally {
      pool.shutdownNow();
    }
    stint.tell(before, progress);
    plays.addAndGet(stint.taken());
    if (stint.taken() < stint.wanted()) {
      cutShort.set(true);
    }
    return stint.results(upTo);
  }

  /**
   * Whether {@link #extend} was cut short, because it was stopped or came to its limit. No call
   * after that plays anything.
   *
   * @return true when there is less than was asked for
   */
  public boolean isCutShort() {
    return cutShort.get();
  }

  /**
   * How many plays all calls of {@link #extend} made.
   *
   * @return 0 or more
   */
  public long plays() {
    return plays.get();
  }

  private static int column(KpiLayout layout, String name) {
    int index = layout.index(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column (" + name + ")");
    }
    return index;
  }

  private void play(
      SalesModel model,
      KpiLayout layout,
      RunPlan plan,
      AtomicInteger next,
      AtomicReferenceArray<Play> plays,
      AtomicBoolean ended,
      AtomicReference<Failure> failure) {
    Replication replication = new Replication(model, plan.seed());
    replication.antithetic(plan.antithetic());
    for (int r = next.getAndIncrement();
        r < plan.replications() && !stopped.get() && !ended.get() && isWanted(r, failure.get());
        r = next.getAndIncrement()) {
      try {
        // all count, though not all counts are kept: code that is compiled for replications that
        // count would be compiled again for those that do not
        WeekCounts weeks = new WeekCounts(plan.scenario());
        replication.count(weeks);
        replication.play(r);
        boolean kept = r < RunResult.MOST_COUNTED;
        plays.set(
            r,
            new Play(
                layout.row(replication.ledger()), kept ? Optional.of(weeks) : Optional.empty()));
      } catch (RuntimeException e) {
        failure.accumulateAndGet(new Failure(r, e), Failure::first);
        return;
      }
    }
  }

  /** Replications before a failed one are still played: one of them may fail as well. */
  private static boolean isWanted(int replication, Failure failure) {
    return failure == null || replication < failure.replication();
  }

  private static void follow(
      List<Future<?>> workers, Prefix prefix, AtomicBoolean ended, Progress progress) {
    for (Future<?> worker : workers) {
      boolean running = true;
      while (running) {
        running = !Workers.hasEnded(worker);
        prefix.advance(progress);
        if (prefix.isPrecise()) {
          ended.set(true);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "local, " + threads + (threads == 1 ? " thread" : " threads");
  }
}

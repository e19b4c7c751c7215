package io.salestwin.run;

import io.salestwin.metrics.UnitTable;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.run.TrialPlan.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Plays the trials of an experiment on the threads of this machine. What is kept of a trial is a
 * pure function of the plan and its number, whichever thread plays it.
 */
public final class Trials {

  /** Hears how far it has come. */
  @FunctionalInterface
  public interface Heard {
    /** Nobody listens. */
    Heard SILENT = (done, all) -> {};

    /**
     * Called a few times a second from the thread that asked.
     *
     * @param done finished trials
     * @param all all trials
     */
    void reached(int done, int all);
  }

  private final int threads;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * On this machine.
   *
   * @param threads number of threads, at least 1
   */
  public Trials(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
    }
    this.threads = threads;
  }

  /** Asks it to end soon; the trials that are finished in one piece are the result. */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Plays all trials of a plan.
   *
   * @param plan what is to be played
   * @param heard hears how far it has come
   * @return what is kept of them; fewer than asked for when it was stopped
   * @throws IllegalArgumentException when the arms cannot be dealt to the units
   * @throws io.salestwin.scenario.ImpossibleScenarioException when a trial draws inputs that cannot
   *     be
   */
  public TrialResult play(TrialPlan plan, Heard heard) {
    SalesModel model = SalesModel.of(plan.scenario(), plan.randomisation());
    AtomicReferenceArray<Map<World, double[]>> kept = new AtomicReferenceArray<>(plan.trials());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      Callable<Void> work =
          () -> {
            Stage stage = new Stage(model, plan);
            for (int i = next.getAndIncrement();
                i < plan.trials() && !stopped.get() && !ended.get();
                i = next.getAndIncrement()) {
              kept.set(i, stage.trial(plan.first() + i));
              done.incrementAndGet();
            }
            return null;
          };
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, plan.trials()); i++) {
        workers.add(pool.submit(work));
      }
      for (Future<Void> worker : workers) {
        while (!Workers.hasEnded(worker)) {
          heard.reached(done.get(), plan.trials());
        }
      }
      heard.reached(done.get(), plan.trials());
    } finally {
      ended.set(true);
      pool.shutdownNow();
    }
    List<Map<World, double[]>> whole = new ArrayList<>();
    for (int i = 0; i < plan.trials() && kept.get(i) != null; i++) {
      whole.add(kept.get(i));
    }
    return new TrialResult(plan, whole);
  }

  /** What one thread plays on. */
  private static final class Stage {

    private final TrialPlan plan;
    private final Replication replication;
    private final UnitTable units;

    Stage(SalesModel model, TrialPlan plan) {
      this.plan = plan;
      replication = new Replication(model, plan.seed());
      units = new UnitTable(plan.columns());
      replication.units(units);
      replication.until(plan.endMs());
    }

    Map<World, double[]> trial(int number) {
      Map<World, double[]> kept = new EnumMap<>(World.class);
      for (World world : World.values()) {
        units.clear();
        replication.rollOut(world.ordinal() - 1);
        replication.play(number);
        if (units.beyond() > 0) {
          throw new IllegalArgumentException(
              "more than "
                  + plan.columns().most()
                  + " leads take part: make the experiment shorter");
        }
        kept.put(world, plan.reducer().reduce(units, world, number));
      }
      return kept;
    }
  }
}

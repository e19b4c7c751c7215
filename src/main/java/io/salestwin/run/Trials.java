package io.salestwin.run;

import io.salestwin.metrics.UnitTable;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.run.TrialPlan.World;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

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

  private final LocalCrew crew;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * On this machine.
   *
   * @param threads number of threads, at least 1
   */
  public Trials(int threads) {
    crew = new LocalCrew(threads);
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
    Board<Map<World, double[]>> board = new Board<>(plan.trials(), stopped::get);
    Runnable tell = () -> heard.reached(board.done(), plan.trials());
    crew.play(() -> new Stage(model, plan), board, tell);
    tell.run();
    board.requireSound();
    List<Map<World, double[]>> whole = new ArrayList<>();
    int done = board.inOnePiece();
    for (int i = 0; i < done; i++) {
      whole.add(board.get(i));
    }
    return new TrialResult(plan, whole);
  }

  /** What one thread plays on. */
  private static final class Stage implements IntFunction<Map<World, double[]>> {

    private final TrialPlan plan;
    private final Replication replication;
    private final UnitTable units;

    Stage(SalesModel model, TrialPlan plan) {
      this.plan = plan;
      replication = new Replication(model, plan.seed());
      units = new UnitTable(plan.columns());
      replication.units(units, plan.columns().fromMs());
      replication.until(plan.endMs());
    }

    @Override
    public Map<World, double[]> apply(int trial) {
      int number = plan.first() + trial;
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

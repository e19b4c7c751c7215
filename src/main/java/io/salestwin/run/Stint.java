package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Replication;
import io.salestwin.statistics.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;

/**
 * One stretch of playing several scenarios side by side: each from the replications that it has to
 * a number of them. The plays have one order, a few replications of every scenario in turn, and who
 * takes a play finishes it; so what is done when the stretch is ended early is a beginning of that
 * order, and as much of each scenario as of any other.
 */
final class Stint {

  /** Replications of one scenario before the next has its turn: whole pairs. */
  private static final int TURN = 8;

  /** Replications that a thread keeps ready; more scenarios take turns in these. */
  private static final int READY = 16;

  private record Failure(int play, RuntimeException thrown) {

    static Failure first(Failure known, Failure other) {
      return known == null || other.play < known.play ? other : known;
    }
  }

  private final List<RunResult> from;
  private final int[] scenarioOf;
  private final int[] replicationOf;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<double[]> rows;
  private final AtomicReference<Failure> failure = new AtomicReference<>();
  private final int most;

  /**
   * Plans the plays.
   *
   * @param from what each scenario has
   * @param upTo number of replications that each shall have
   * @param limit how many plays there may be
   */
  Stint(List<RunResult> from, int[] upTo, long limit) {
    this.from = from;
    int last = 0;
    int plays = 0;
    for (int s = 0; s < upTo.length; s++) {
      last = Math.max(last, upTo[s]);
      plays += Math.max(0, upTo[s] - from.get(s).replications());
    }
    scenarioOf = new int[plays];
    replicationOf = new int[plays];
    int play = 0;
    for (int turn = 0; turn < last; turn += TURN) {
      for (int s = 0; s < upTo.length; s++) {
        int end = Math.min(upTo[s], turn + TURN);
        for (int r = Math.max(turn, from.get(s).replications()); r < end; r++) {
          scenarioOf[play] = s;
          replicationOf[play++] = r;
        }
      }
    }
    rows = new AtomicReferenceArray<>(plays);
    most = (int) Math.min(plays, limit);
  }

  /** Number of plays that the stretch would have in full. */
  int wanted() {
    return scenarioOf.length;
  }

  /** Number of plays taken so far; at the end these are the plays that are done. */
  int taken() {
    return Math.min(next.get(), most);
  }

  /** Plays until nothing is left, something failed, or the end is asked for. */
  void work(BooleanSupplier ended) {
    Map<Integer, Replication> ready = new LinkedHashMap<>(READY * 2, 0.75f, true);
    while (!ended.getAsBoolean() && failure.get() == null) {
      int play = next.getAndIncrement();
      if (play >= most) {
        next.set(most);
        return;
      }
      try {
        rows.set(play, row(play, ready));
      } catch (RuntimeException e) {
        failure.accumulateAndGet(new Failure(play, e), Failure::first);
      }
    }
  }

  private double[] row(int play, Map<Integer, Replication> ready) {
    int scenario = scenarioOf[play];
    KpiLayout layout = from.get(scenario).layout();
    Replication replication = ready.get(scenario);
    if (replication == null) {
      if (ready.size() == READY) {
        ready.remove(ready.keySet().iterator().next());
      }
      RunPlan plan = from.get(scenario).plan();
      replication = new Replication(layout.model(), plan.seed());
      replication.antithetic(plan.antithetic());
      ready.put(scenario, replication);
    }
    replication.play(replicationOf[play]);
    return layout.row(replication.ledger());
  }

  void tell(long before, Progress progress) {
    progress.reached((int) (before + taken()), (int) (before + wanted()), Tally.EMPTY);
  }

  /** What every scenario has now; whole pairs only where the stretch was ended early. */
  List<RunResult> results(int[] upTo) {
    if (failure.get() != null) {
      throw failure.get().thrown();
    }
    List<List<double[]>> all = new ArrayList<>();
    from.forEach(known -> all.add(new ArrayList<>(known.rows())));
    int done = taken();
    for (int play = 0; play < done; play++) {
      all.get(scenarioOf[play]).add(rows.get(play));
    }
    List<RunResult> results = new ArrayList<>();
    for (int s = 0; s < upTo.length; s++) {
      RunResult known = from.get(s);
      List<double[]> mine = all.get(s);
      int whole = mine.size() >= upTo[s] ? mine.size() : mine.size() - mine.size() % 2;
      RunPlan plan = known.plan().upTo(Math.max(upTo[s], known.plan().replications()));
      results.add(new RunResult(plan, known.layout(), mine.subList(0, whole), List.of()));
    }
    return results;
  }
}

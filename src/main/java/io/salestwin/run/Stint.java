package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.WeekCounts;
import io.salestwin.model.Replication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One stretch of playing several scenarios side by side: each from the replications that it has to
 * a number of them. The plays have one order, a few replications of every scenario in turn; so what
 * is done when the stretch is ended early is a beginning of that order, and as much of each
 * scenario as of any other.
 */
final class Stint implements Crew.Job<Play> {

  /** Replications of one scenario before the next has its turn: whole pairs. */
  private static final int TURN = 8;

  /** Replications that a thread keeps ready; more scenarios take turns in these. */
  private static final int READY = 16;

  /**
   * How one scenario is played.
   *
   * @param plan what is to be run
   * @param layout the columns wanted
   */
  record Part(RunPlan plan, KpiLayout layout) {}

  private final IntFunction<Part> parts;
  private final int[] from;
  private final int[] upTo;
  private final boolean counts;
  private final int[] scenarioOf;
  private final int[] replicationOf;

  /**
   * Plans the plays.
   *
   * @param parts the scenarios
   * @param from how many replications each has
   * @param upTo how many it shall have; fewer than it has leaves it as it is
   * @param counts whether leads and deals are counted by week
   */
  Stint(IntFunction<Part> parts, int[] from, int[] upTo, boolean counts) {
    this.parts = parts;
    this.from = from;
    this.upTo = upTo;
    this.counts = counts;
    int last = 0;
    int plays = 0;
    for (int s = 0; s < upTo.length; s++) {
      last = Math.max(last, upTo[s]);
      plays += Math.max(0, upTo[s] - from[s]);
    }
    scenarioOf = new int[plays];
    replicationOf = new int[plays];
    int play = 0;
    for (int turn = 0; turn < last; turn += TURN) {
      for (int s = 0; s < upTo.length; s++) {
        int end = Math.min(upTo[s], turn + TURN);
        for (int r = Math.max(turn, from[s]); r < end; r++) {
          scenarioOf[play] = s;
          replicationOf[play++] = r;
        }
      }
    }
  }

  /** Plays a run from its beginning; leads and deals are counted by week. */
  static Stint run(RunPlan plan, KpiLayout layout) {
    Part part = new Part(plan, layout);
    return new Stint(s -> part, new int[1], new int[] {plan.replications()}, true);
  }

  /** Plays runs further. */
  static Stint further(List<RunResult> runs, int[] upTo) {
    int[] from = runs.stream().mapToInt(RunResult::replications).toArray();
    return new Stint(
        s -> new Part(runs.get(s).plan(), runs.get(s).layout()), from, upTo.clone(), false);
  }

  /** Number of plays of the stretch in full. */
  int plays() {
    return scenarioOf.length;
  }

  /** Which scenario a play is of. */
  int scenarioOf(int play) {
    return scenarioOf[play];
  }

  @Override
  public IntFunction<Play> hand() {
    Map<Integer, Ready> ready = new LinkedHashMap<>(READY * 2, 0.75f, true);
    return play -> {
      int scenario = scenarioOf[play];
      Ready one = ready.get(scenario);
      if (one == null) {
        if (ready.size() == READY) {
          ready.remove(ready.keySet().iterator().next());
        }
        one = new Ready(parts.apply(scenario), counts);
        ready.put(scenario, one);
      }
      return one.play(replicationOf[play]);
    };
  }

  @Override
  public StintParcel parcel() {
    List<StintParcel.PartText> texts = new ArrayList<>();
    for (int s = 0; s < upTo.length; s++) {
      texts.add(StintParcel.PartText.of(parts.apply(s)));
    }
    return new StintParcel(texts, from, upTo, counts);
  }

  /** A scenario on its stage. */
  private static final class Ready {

    private final Part part;
    private final boolean counts;
    private final Replication replication;

    Ready(Part part, boolean counts) {
      this.part = part;
      this.counts = counts;
      replication = new Replication(part.layout().model(), part.plan().seed());
      replication.antithetic(part.plan().antithetic());
    }

    Play play(int number) {
      if (!counts) {
        replication.play(number);
        return new Play(part.layout().row(replication.ledger()), List.of());
      }
      // all count, though not all counts are kept: code that is compiled for replications that
      // count would be compiled again for those that do not
      WeekCounts weeks = new WeekCounts(part.plan().scenario());
      replication.count(weeks);
      replication.play(number);
      double[] row = part.layout().row(replication.ledger());
      return new Play(row, number < RunResult.MOST_COUNTED ? List.of(weeks) : List.of());
    }
  }
}

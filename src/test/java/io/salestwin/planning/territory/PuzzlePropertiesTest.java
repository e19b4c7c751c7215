package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The cost that the solver keeps up to date, held against its plain definition. */
class PuzzlePropertiesTest {

  @Property(seed = "1", tries = 200)
  void theRunningCostIsTheCostByDefinition(
      @ForAll @IntRange(min = 1, max = 30) int accounts,
      @ForAll @IntRange(min = 2, max = 6) int patches,
      @ForAll long seed) {
    Random random = new Random(seed);
    Puzzle puzzle = puzzle(random, accounts, patches);
    Division division = Division.today(puzzle);
    RunningCost running = new RunningCost();
    running.resetWorkingSolution(division);
    List<Integer> patchOf = new ArrayList<>();
    for (int present : puzzle.present()) {
      patchOf.add(present);
    }
    List<Placement> placements = new ArrayList<>(division.placements());
    for (int step = 0; step < 60; step++) {
      int account = random.nextInt(accounts);
      int patch = random.nextInt(patches);
      // the solver changes a placement between these two calls
      running.beforeVariableChanged(placements.get(account), "patch");
      placements.set(account, new Placement(account, false, patch));
      running.afterVariableChanged(placements.get(account), "patch");
      patchOf.set(account, patch);
      Puzzle.Cost cost = puzzle.cost(patchOf);
      assertThat(running.calculateScore())
          .isEqualTo(HardSoftLongScore.of(-cost.hard(), -cost.soft()));
    }
  }

  @Property(seed = "1", tries = 200)
  void whatAMoveCostsIsTheDifferenceOfTheCosts(
      @ForAll @IntRange(min = 1, max = 30) int accounts,
      @ForAll @IntRange(min = 2, max = 6) int patches,
      @ForAll long seed) {
    Random random = new Random(seed);
    Puzzle puzzle = puzzle(random, accounts, patches);
    List<Integer> patchOf =
        new ArrayList<>(
            IntStream.range(0, accounts).mapToObj(a -> random.nextInt(patches)).toList());
    Loads loads = new Loads(puzzle, patchOf);
    for (int step = 0; step < 60; step++) {
      int account = random.nextInt(accounts);
      int to = random.nextInt(patches);
      Puzzle.Cost before = puzzle.cost(patchOf);
      Puzzle.Cost growth = loads.growth(account, to);
      patchOf.set(account, to);
      loads.move(account, to);
      Puzzle.Cost after = puzzle.cost(patchOf);
      assertThat(growth)
          .isEqualTo(new Puzzle.Cost(after.hard() - before.hard(), after.soft() - before.soft()));
    }
  }

  /** Every division of a small puzzle is tried: the search finds one that is as good. */
  @Property(seed = "1", tries = 12)
  void theSearchFindsTheBestOfAllDivisions(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    Puzzle puzzle = puzzle(new Random(seed), 8, 3);
    Puzzle.Cost best = null;
    for (int code = 0; code < 6561; code++) {
      List<Integer> patchOf = new ArrayList<>();
      int rest = code;
      boolean allowed = true;
      for (int a = 0; a < 8; a++) {
        patchOf.add(rest % 3);
        allowed &= !puzzle.pinned()[a] || puzzle.present()[a] == rest % 3;
        rest /= 3;
      }
      Puzzle.Cost cost = puzzle.cost(patchOf);
      if (allowed
          && (best == null
              || cost.hard() < best.hard()
              || (cost.hard() == best.hard() && cost.soft() < best.soft()))) {
        best = cost;
      }
    }
    List<Integer> found = Divider.divide(puzzle, 1, 50_000, Search.whole(cost -> {}));
    assertThat(puzzle.cost(found)).isEqualTo(best);
    for (int a = 0; a < 8; a++) {
      if (puzzle.pinned()[a]) {
        assertThat(found.get(a)).isEqualTo(puzzle.present()[a]);
      }
    }
  }

  private static Puzzle puzzle(Random random, int accounts, int patches) {
    long[] potential = random.longs(accounts, 0, 10_000_000).toArray();
    long[] work = random.longs(accounts, 0, 20_000).toArray();
    int[] present = random.ints(accounts, -1, patches).toArray();
    boolean[] pinned = new boolean[accounts];
    long[][] away = new long[accounts][];
    for (int a = 0; a < accounts; a++) {
      pinned[a] = present[a] >= 0 && random.nextInt(5) == 0;
      away[a] = random.longs(patches, 0, 500_000_000).toArray();
    }
    long[] capacity = random.longs(patches, 5_000, 60_000).toArray();
    long[] least = new long[patches];
    long[] most = new long[patches];
    for (int t = 0; t < patches; t++) {
      least[t] = capacity[t] / 2;
      most[t] = capacity[t];
    }
    long[] moveCost = random.longs(accounts, 0, 500_000_000).toArray();
    return new Puzzle(potential, work, present, pinned, moveCost, away, capacity, least, most);
  }
}

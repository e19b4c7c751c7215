package io.salestwin.planning.territory;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All accounts with their patches, as the solver changes them. */
@PlanningSolution(solutionCloner = Division.Copier.class)
final class Division {

  @ProblemFactProperty private Puzzle puzzle;
  @ValueRangeProvider private List<Integer> patches;
  @PlanningEntityCollectionProperty private List<Placement> placements;
  @PlanningScore private HardSoftLongScore score;

  /** For the solver. */
  Division() {}

  private Division(Puzzle puzzle, List<Integer> patches, List<Placement> placements) {
    this.puzzle = puzzle;
    this.patches = patches;
    this.placements = placements;
  }

  /** The accounts where they are today. */
  static Division today(Puzzle puzzle) {
    List<Placement> placements = new ArrayList<>();
    for (int a = 0; a < puzzle.accounts(); a++) {
      placements.add(new Placement(a, puzzle.pinned()[a], puzzle.present()[a]));
    }
    List<Integer> patches = IntStream.range(0, puzzle.patches()).boxed().toList();
    return new Division(puzzle, patches, placements);
  }

  Puzzle puzzle() {
    return puzzle;
  }

  List<Placement> placements() {
    return placements;
  }

  HardSoftLongScore score() {
    return score;
  }

  /** Copies a division much faster than the solver could without knowing it. */
  public static final class Copier implements SolutionCloner<Division> {
    /** For the solver. */
    public Copier() {}

    @Override
    public Division cloneSolution(Division original) {
      List<Placement> placements = new ArrayList<>(original.placements.size());
      for (Placement placement : original.placements) {
        placements.add(placement.copy());
      }
      Division copy = new Division(original.puzzle, original.patches, placements);
      copy.score = original.score;
      return copy;
    }
  }
}

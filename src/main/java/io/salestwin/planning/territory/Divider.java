package io.salestwin.planning.territory;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Seeks the division of least cost with Timefold's local search: from today's division, changes of
 * one account and swaps of two. Better ones are taken, worse ones with a chance that falls to none
 * (simulated annealing, Kirkpatrick, Gelatt and Vecchi, <em>Science</em> 220, 1983). The first
 * search starts so cool that today's order is not shaken up: moves cost. Short warmer ones follow,
 * each from the best so far, which help where accounts are few. A search ends after a number of
 * moves tried, never after a time, so the same seed gives the same division on every machine.
 */
final class Divider {

  /** Starting temperature: the cost of one account at this tolerance (see {@link Puzzle}). */
  private static final double COOL = 0.0075;

  private static final List<Double> WARM = List.of(0.1, 1.0);
  private static final long MOST_WARM = 150_000;

  private final Puzzle puzzle;
  private final long seed;

  private Divider(Puzzle puzzle, long seed) {
    this.puzzle = puzzle;
    this.seed = seed;
  }

  /**
   * Searches.
   *
   * @param puzzle what is divided
   * @param seed of all chance
   * @param moves how many moves the first search tries
   * @param search hears of every better division, and may end early
   * @return the patch of each account
   * @throws IllegalStateException when it was ended before every account had one
   */
  static List<Integer> divide(Puzzle puzzle, long seed, long moves, Search search) {
    Divider divider = new Divider(puzzle, seed);
    Division best = search.from(Division.today(puzzle), divider.solver(COOL, moves));
    for (double warmth : WARM) {
      best = search.from(best, divider.solver(warmth, Math.min(moves, MOST_WARM)));
    }
    List<Integer> patches = new ArrayList<>();
    best.placements().forEach(placement -> patches.add(placement.patch()));
    if (patches.contains(null)) {
      throw new IllegalStateException(
          "stopped before every account had a territory: there is no answer yet");
    }
    return List.copyOf(patches);
  }

  private Solver<Division> solver(double warmth, long moves) {
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(Division.class)
            .withEntityClasses(Placement.class)
            .withScoreDirectorFactory(
                new ScoreDirectorFactoryConfig()
                    .withIncrementalScoreCalculatorClass(RunningCost.class))
            .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
            .withRandomSeed(seed)
            .withPhases(
                new ConstructionHeuristicPhaseConfig()
                    .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT),
                search(warmth, moves));
    return SolverFactory.<Division>create(config).buildSolver();
  }

  private LocalSearchPhaseConfig search(double warmth, long moves) {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(
            new UnionMoveSelectorConfig()
                .withMoveSelectors(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig()))
        .withAcceptorConfig(
            new LocalSearchAcceptorConfig()
                .withSimulatedAnnealingStartingTemperature(temperature(warmth)))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
        .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves));
  }

  /** At which work of one account outside of the band, and the cost of one, are easily accepted. */
  private String temperature(double warmth) {
    long hard = puzzle.allWork() / puzzle.accounts();
    double soft = Puzzle.costOfOne(puzzle.accounts(), puzzle.patches(), warmth);
    return Math.max(1, hard) + "hard/" + Math.max(1, Math.round(soft)) + "soft";
  }
}

package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The size that is promised: 5,000 accounts, 50 territories. A perfect balance, where each has its
 * fair share, is a bound that no division can better; the whole cost, with moves and accounts out
 * of place, is held against that of a search five times as long.
 */
@Tag("validation")
class DividerValidationTest {

  private static final long LONG = 60_000_000;

  @Test
  void fiveThousandAccountsComeWithinFivePercentOfTheBestKnown() {
    TerritoryFiles files = MadeUp.files(5_000, 50, 2027);
    TerritoryPlan plan = TerritoryPlan.of(files, DivisionRules.USUAL, 1, Search.whole(cost -> {}));
    TerritoryPlan best =
        TerritoryPlan.of(files, DivisionRules.USUAL, 1, LONG, Search.whole(cost -> {}));
    assertThat(plan.obstacles()).isEmpty();
    assertThat(plan.potentialAfter().largest()).isLessThan(1.05);
    assertThat(plan.potentialAfter().smallest()).isGreaterThan(0.95);
    assertThat(plan.workAfter().largest()).isLessThan(1.05);
    assertThat(plan.workAfter().smallest()).isGreaterThan(0.95);
    assertThat(cost(plan).hard()).isZero();
    assertThat((double) cost(plan).soft()).isLessThan(1.05 * cost(best).soft());
  }

  private static Puzzle.Cost cost(TerritoryPlan plan) {
    Puzzle puzzle =
        new PuzzleOf(
                plan.files(),
                plan.accounts().stream().map(TerritoryPlan.Placed::hours).toList(),
                plan.rules())
            .puzzle();
    return puzzle.cost(plan.accounts().stream().map(TerritoryPlan.Placed::patch).toList());
  }
}

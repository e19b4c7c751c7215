package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.PipelinePlan.Cuts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The category of each open deal: that of the export where it has one, else by its chance. */
final class Categories {

  private final CrmHistory then;
  private final Chances chances;
  private final Cuts cuts;
  private final List<String> names;
  private final boolean isSaid;

  Categories(CrmHistory then, Chances chances, Cuts cuts) {
    this.then = then;
    this.chances = chances;
    this.cuts = cuts;
    names = then.names().categories();
    isSaid =
        IntStream.range(0, then.deals())
            .anyMatch(d -> then.outcome(d) == 0 && then.category(d) >= 0);
  }

  /** Whether the export says them. */
  boolean isSaid() {
    return isSaid;
  }

  /** The category by its chance, whatever is said. */
  Category byChance(int deal) {
    return cuts.of(chances.of(deal));
  }

  /** A deal without one, in an export that says them, is left out of the forecast. */
  Category of(int deal) {
    if (!isSaid) {
      return byChance(deal);
    }
    String name = then.category(deal) < 0 ? "" : names.get(then.category(deal));
    String plain = name.toLowerCase(Locale.ROOT);
    // "Forecast" is what the tables of Salesforce call a commit
    if (plain.contains("commit") || plain.equals("forecast")) {
      return Category.COMMIT;
    }
    if (plain.contains("best") || plain.contains("most likely")) {
      return Category.BEST_CASE;
    }
    return plain.contains("pipeline") ? Category.PIPELINE : Category.OMITTED;
  }
}

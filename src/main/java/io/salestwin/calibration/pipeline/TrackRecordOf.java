package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.TrackRecord.Realised;
import io.salestwin.calibration.pipeline.TrackRecord.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Goes back to past evenings, gives each open deal its chance, and sees what became of it. */
final class TrackRecordOf {

  private static final int MOST = 6;

  /** Nothing is learned from less than nine weeks. */
  private static final int LEAST_DAYS = 63;

  private static final int LEAST_STEP = 7;

  private final CrmHistory history;
  private final Map<String, Long> prices;
  private final PipelinePlan plan;
  private final int days;
  private final boolean categoriesSaid;

  private final Sums[] bins = new Sums[10];
  private final Map<Category, Sums> categories = new EnumMap<>(Category.class);
  private final Sums[] stages;
  private final Map<ChanceRule, Sums> rules = new EnumMap<>(ChanceRule.class);
  private final List<Snapshot> snapshots = new ArrayList<>();

  /** Sums over deals. */
  private static final class Sums {
    private int n;
    private double chance;
    private int won;
    private double squares;

    void add(double p, boolean isWon) {
      n++;
      chance += p;
      won += isWon ? 1 : 0;
      squares += (p - (isWon ? 1 : 0)) * (p - (isWon ? 1 : 0));
    }

    Realised named(String name) {
      return new Realised(name, n, n == 0 ? Double.NaN : chance / n, won);
    }
  }

  /**
   * Prepares.
   *
   * @param categoriesSaid whether categories are those of the export, which has past ones only
   *     where their changes are dated; else they follow from chances
   */
  TrackRecordOf(
      CrmHistory history,
      Map<String, Long> prices,
      PipelinePlan plan,
      int days,
      boolean categoriesSaid) {
    this.categoriesSaid = categoriesSaid;
    this.history = history;
    this.prices = prices;
    this.plan = plan;
    this.days = days;
    for (int b = 0; b < bins.length; b++) {
      bins[b] = new Sums();
    }
    stages = new Sums[Math.max(1, history.names().stages().size())];
    for (int s = 0; s < stages.length; s++) {
      stages[s] = new Sums();
    }
    for (Category category : Category.values()) {
      categories.put(category, new Sums());
    }
  }

  TrackRecord answer(Consumer<String> progress) {
    for (long evening : evenings()) {
      LocalDate day = LocalDate.ofEpochDay(evening);
      progress.accept("looking back to " + day);
      look(day, evening);
    }
    List<Realised> tenths = new ArrayList<>();
    for (int b = 0; b < bins.length; b++) {
      if (bins[b].n > 0) {
        tenths.add(bins[b].named(b * 10 + " to " + (b + 1) * 10 + " %"));
      }
    }
    Map<Category, Realised> byCategory = new EnumMap<>(Category.class);
    categories.forEach((c, sums) -> byCategory.put(c, sums.named(c.words())));
    List<Realised> byStage = new ArrayList<>();
    for (int s = 0; s < stages.length; s++) {
      byStage.add(stages[s].named(history.names().stages().get(s)));
    }
    Map<ChanceRule, Double> brier = new EnumMap<>(ChanceRule.class);
    rules.forEach((rule, sums) -> brier.put(rule, sums.squares / sums.n));
    Sums all = rules.get(plan.rule());
    double rate = all == null ? Double.NaN : all.won / (double) all.n;
    return new TrackRecord(
        snapshots,
        tenths,
        byCategory,
        byStage,
        brier,
        all == null ? Double.NaN : rate * (1 - rate));
  }

  /** The last evenings whose windows have ended, as far apart as half a window. */
  private List<Long> evenings() {
    long first = history.knownUntilMs();
    for (int d = 0; d < history.deals(); d++) {
      first = Math.min(first, history.closedMs(d));
    }
    long from = Math.floorDiv(first, CrmHistory.DAY_MS) + LEAST_DAYS;
    long last = Math.floorDiv(history.knownUntilMs(), CrmHistory.DAY_MS) - days;
    List<Long> evenings = new ArrayList<>();
    int step = Math.max(LEAST_STEP, days / 2);
    for (long day = last; day >= from && evenings.size() < MOST; day -= step) {
      evenings.add(0, day);
    }
    return evenings;
  }

  private void look(LocalDate day, long evening) {
    CrmHistory then = history.asOf((evening + 1) * CrmHistory.DAY_MS - 1);
    // deals keep their numbers: later ones come behind
    CrmHistory after = history.asOf((evening + days + 1) * CrmHistory.DAY_MS - 1);
    Worths worths = new Worths(then, prices);
    Worths paid = new Worths(after, prices);
    double weighted = 0;
    double came = 0;
    int open = 0;
    for (ChanceRule rule : ChanceRule.values()) {
      Chances chances = Chances.of(rule, then, days, plan);
      if (chances.reason().isPresent()) {
        continue;
      }
      Categories said = new Categories(then, chances, plan.cuts());
      for (int d = 0; d < then.deals(); d++) {
        if (then.outcome(d) != 0) {
          continue;
        }
        boolean won = after.outcome(d) == CrmHistory.WON;
        double p = chances.of(d);
        rules.computeIfAbsent(rule, r -> new Sums()).add(p, won);
        if (rule == plan.rule()) {
          open++;
          weighted += p * worths.cents(d) / 100.0;
          came += won ? paid.cents(d) / 100.0 : 0;
          bins[Math.min(9, (int) (p * 10))].add(p, won);
          if (!categoriesSaid || said.isSaid()) {
            categories.get(categoriesSaid ? said.of(d) : said.byChance(d)).add(p, won);
          }
          stages[Math.max(0, then.stage(d))].add(p, won);
        }
      }
    }
    snapshots.add(new Snapshot(day, day.plusDays(days), open, weighted, came));
  }
}

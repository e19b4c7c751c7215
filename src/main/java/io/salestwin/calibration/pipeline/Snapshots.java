package io.salestwin.calibration.pipeline;

import io.salestwin.calendar.Period;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.Waterfall.Place;
import io.salestwin.calibration.pipeline.Waterfall.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** How the open deals stood on several evenings, and what happened between. */
final class Snapshots {

  private final CrmHistory then;
  private final Map<String, Long> prices;
  private final PipelinePlan plan;
  private final Period period;
  private final LocalDate evening;

  Snapshots(CrmHistory then, Map<String, Long> prices, PipelinePlan plan, Period period) {
    this.then = then;
    this.prices = prices;
    this.plan = plan;
    this.period = period;
    evening = day(then);
  }

  private static LocalDate day(CrmHistory history) {
    return LocalDate.ofEpochDay(Math.floorDiv(history.knownUntilMs(), CrmHistory.DAY_MS));
  }

  private CrmHistory asOf(LocalDate day) {
    return then.asOf((day.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
  }

  /** The whole pipeline; and that of the period, where close dates have a past. */
  List<Waterfall> waterfalls(Optional<CrmImport> earlier) {
    CrmHistory before = earlier.map(CrmImport::history).orElseGet(() -> asOf(since()));
    Map<String, Long> pricesBefore = earlier.map(CrmImport::priceCents).orElse(prices);
    LocalDate from = day(before);
    List<Waterfall> all = new ArrayList<>();
    all.add(between("open deals", from, before, pricesBefore, d -> true, d -> true));
    if (hasDates(before) && hasDates(then)) {
      all.add(
          between(
              "open deals to close by " + period.end().minusDays(1),
              from,
              before,
              pricesBefore,
              d -> isDue(before, d),
              d -> isDue(then, d)));
    }
    return all;
  }

  private Waterfall between(
      String what,
      LocalDate from,
      CrmHistory before,
      Map<String, Long> pricesBefore,
      IntPredicate insideBefore,
      IntPredicate inside) {
    return Waterfall.of(
        what,
        from,
        evening,
        new Worths(before, pricesBefore).standings(insideBefore),
        new Worths(then, prices).standings(inside));
  }

  /** The evening that was asked for; else that before the period, or before the one before. */
  private LocalDate since() {
    LocalDate first = period.first();
    if (!first.minusDays(1).isBefore(evening)) {
      first = first.minusMonths(ChronoUnit.MONTHS.between(first, period.end()));
    }
    return plan.since().orElse(first.minusDays(1));
  }

  private static boolean hasDates(CrmHistory history) {
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == 0 && history.promisedMs(d) != CrmHistory.NEVER) {
        return true;
      }
    }
    return false;
  }

  private boolean isDue(CrmHistory history, int deal) {
    return history.promisedMs(deal) < period.end().toEpochDay() * CrmHistory.DAY_MS;
  }

  /**
   * What moved into the commit of the period and out of it, week by week; nothing where the export
   * says categories and does not date them.
   *
   * @param categoriesSaid whether categories are those of the export
   */
  List<Waterfall> commits(int days, int weeks, boolean categoriesSaid) {
    List<Waterfall> all = new ArrayList<>();
    Map<String, Standing> before = null;
    for (int week = weeks; week >= 0; week--) {
      LocalDate day = evening.minusWeeks(week);
      CrmHistory at = asOf(day);
      if (at.deals() == 0) {
        continue;
      }
      Chances chances = Chances.of(plan.rule(), at, days + 7 * week, plan);
      Categories categories = new Categories(at, chances, plan.cuts());
      if (chances.reason().isPresent() || (categoriesSaid && !categories.isSaid())) {
        continue;
      }
      IntFunction<Category> of = categoriesSaid ? categories::of : categories::byChance;
      Map<String, Standing> now =
          new Worths(at, prices).standings(d -> of.apply(d) == Category.COMMIT);
      if (before != null) {
        notFromOutside(before, now);
        all.add(Waterfall.of("commit", day.minusWeeks(1), day, before, now));
      }
      before = now;
    }
    return all;
  }

  /** A close is a movement of the commit only where the deal was in it. */
  private static void notFromOutside(Map<String, Standing> before, Map<String, Standing> now) {
    now.replaceAll(
        (id, is) ->
            is.place() == Place.OPEN || before.getOrDefault(id, Standing.NONE).place() == Place.OPEN
                ? is
                : is.at(Place.OUTSIDE));
  }
}

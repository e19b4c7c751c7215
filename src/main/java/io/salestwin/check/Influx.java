package io.salestwin.check;

import io.salestwin.calendar.Season;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Source;
import java.time.LocalDate;
import java.util.Map;

/** Expected arrivals of the sources, step by step. */
final class Influx {

  private Influx() {}

  /** Expected leads of every source and step. */
  static double[][] of(Scenario scenario, Grid grid) {
    double[][] leads = new double[scenario.sources().size()][grid.steps()];
    for (int s = 0; s < leads.length; s++) {
      Source.Arrivals arrivals = scenario.sources().get(s).arrivals();
      for (int i = 0; i < grid.steps(); i++) {
        for (int d = 0; d < grid.step(); d++) {
          leads[s][i] += onDay(scenario, s, grid.day(i) + d);
        }
      }
      for (Map.Entry<LocalDate, Integer> burst : arrivals.on().entrySet()) {
        long day = burst.getKey().toEpochDay() - scenario.start().toEpochDay();
        if (day >= 0 && burst.getKey().isBefore(scenario.end())) {
          leads[s][grid.stepsBefore() + (int) (day / grid.step())] += burst.getValue();
        }
      }
    }
    return leads;
  }

  private static double onDay(Scenario scenario, int source, int day) {
    Source.Arrivals arrivals = scenario.sources().get(source).arrivals();
    LocalDate date = scenario.start().plusDays(day);
    if (!date.isBefore(scenario.end())) {
      return 0;
    }
    double growth =
        StrictMath.pow(1 + arrivals.growthPerMonth(), Math.max(0, day) / Season.DAYS_PER_MONTH);
    double leads =
        arrivals.perMonth()
            / Season.DAYS_PER_MONTH
            * scenario.seasons().arrivals().factorAt(date)
            * pace(scenario, source, date)
            * growth;
    return leads
        + (scenario.calendar().isWorkingDay(date) ? perWorkingDay(scenario, arrivals, date) : 0);
  }

  /** How much faster or slower the seasons of the segments let a source's leads come on a day. */
  static double pace(Scenario scenario, int source, LocalDate date) {
    if (scenario.segments().stream().allMatch(g -> g.seasons().arrivals().isNeutral())) {
      return 1;
    }
    return scenario.segments().stream()
        .mapToDouble(g -> g.mix().at(0, 0, source) * g.seasons().arrivals().factorAt(date))
        .sum();
  }

  /** Those of a source's leads that come while the season is that of one segment, step by step. */
  static double[] inSeason(Scenario scenario, Grid grid, int source, int segment, double[] leads) {
    Season season = scenario.segments().get(segment).seasons().arrivals();
    double[] in = leads.clone();
    for (int i = 0; i < grid.steps(); i++) {
      LocalDate middle = scenario.start().plusDays(grid.day(i) + grid.step() / 2);
      double pace = pace(scenario, source, middle);
      in[i] *= pace > 0 ? season.factorAt(middle) / pace : 1;
    }
    return in;
  }

  /** What the reps bring on a working day; before the start the reps of the first day work. */
  static double perWorkingDay(Scenario scenario, Source.Arrivals arrivals, LocalDate date) {
    LocalDate day = date.isBefore(scenario.start()) ? scenario.start() : date;
    return arrivals
        .perRepDay()
        .map(p -> p.leads() * scenario.roles().get(p.role()).headcount(day))
        .orElse(0.0);
  }
}

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
          leads[s][i] += onDay(scenario, arrivals, grid.day(i) + d);
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

  private static double onDay(Scenario scenario, Source.Arrivals arrivals, int day) {
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
            * growth;
    return leads
        + (scenario.calendar().isWorkingDay(date) ? perWorkingDay(scenario, arrivals, date) : 0);
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

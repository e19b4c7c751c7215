package io.salestwin.check;

import io.salestwin.calendar.CalendarUnit;
import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;

/**
 * The steps of time in which the flow is followed: of one day, or of several where a day would be
 * too many.
 *
 * @param first day of the first step, counted from the scenario's start; negative in a warm-up
 * @param step days of a step, at least 1
 * @param steps number of steps
 * @param stepsBefore how many of them lie before the start
 * @param periods the periods of the horizon
 */
record Grid(int first, int step, int steps, int stepsBefore, List<Period> periods) {

  private static final double MOST_STEPS = 1200;
  private static final double MOST_WORK = 3e8;

  static Grid of(Scenario scenario, int kinds) {
    int days = (int) (scenario.end().toEpochDay() - scenario.start().toEpochDay());
    boolean given = scenario.begin().pipeline().isPresent();
    int warmUp = given ? 0 : (int) ((scenario.begin().warmUpMs() + Clock.DAY - 1) / Clock.DAY);
    double stages = scenario.stages().size();
    double most = Math.min(MOST_STEPS, Math.sqrt(MOST_WORK / (kinds * stages)));
    int step = (int) Math.max(1, Math.ceil((days + warmUp) / most));
    int before = (warmUp + step - 1) / step;
    int after = (days + step - 1) / step;
    CalendarUnit unit =
        scenario.reporting() == Scenario.Grain.MONTH ? CalendarUnit.MONTH : CalendarUnit.QUARTER;
    return new Grid(
        -before * step,
        step,
        before + after,
        before,
        scenario.fiscalYear().periods(scenario.start(), scenario.end(), unit));
  }

  /** The first day of a step. */
  int day(int index) {
    return first + index * step;
  }

  /** The period in which the middle of a step lies; -1 before the start. */
  int period(LocalDate start, int index) {
    if (index < stepsBefore) {
      return -1;
    }
    LocalDate middle = start.plusDays(day(index) + step / 2);
    for (int p = 0; p < periods.size(); p++) {
      if (middle.isBefore(periods.get(p).end())) {
        return p;
      }
    }
    return periods.size() - 1;
  }

  /** The step with which a period begins. */
  int firstStep(LocalDate start, Period period) {
    int day = (int) (period.first().toEpochDay() - start.toEpochDay());
    return Math.min(steps, stepsBefore + (day + step - 1) / step);
  }
}

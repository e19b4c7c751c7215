package io.salestwin.validation;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.model.SalesModel;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When a model's horizon ends. */
final class Horizons {

  private Horizons() {}

  /** Milliseconds from the start to the end of the last period. */
  static long endMs(SalesModel model) {
    List<Period> periods = model.periods();
    long days =
        ChronoUnit.DAYS.between(model.scenario().start(), periods.get(periods.size() - 1).end());
    return days * Clock.DAY;
  }
}

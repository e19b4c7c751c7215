package io.salestwin.calibration;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.calendar.Period;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes how far a scenario looks, what of its first period has been won already, and what it is to
 * bring: a scenario that starts within a quarter plays the rest of it and the next one.
 */
final class PeriodText {

  private final Fitted fitted;
  private final CrmHistory history;
  private final ScenarioLines out;
  private final LocalDate start;
  private final Period period;
  private final Period next;
  private final long[] worths;

  PeriodText(Fitted fitted, ScenarioLines out) {
    this.fitted = fitted;
    this.out = out;
    history = fitted.history();
    start = fitted.start();
    FiscalYear year = new FiscalYear(Month.JANUARY);
    period = year.quarterOf(start);
    next = year.quarterOf(period.end());
    worths = fitted.values().worths(history);
  }

  /** What was won in some days; of {@code unstated} deals the export does not say the amount. */
  private record Won(long cents, long deals, long unstated) {}

  private boolean isWithin() {
    return !period.first().equals(start);
  }

  /** How far it looks. */
  void horizon() {
    if (isWithin()) {
      out.comment("", "The rest of " + period.name() + ", and " + next.name() + ".");
      out.line("horizon: until " + next.end().minusDays(1));
    } else {
      out.line("horizon: 1 quarter");
    }
  }

  /** What was won in the first period before the start; nothing when it begins with it. */
  void booked() {
    Won won = won(period.first(), start);
    if (won.deals == 0) {
      return;
    }
    LocalDate recorded = recorded();
    out.comment(
        "",
        "Won in "
            + period.name()
            + " before the start, by the export: "
            + deals(won.deals)
            + (won.unstated == 0 || !fitted.values().isMoney()
                ? ""
                : ", of which "
                    + won.unstated
                    + " without an amount count with their list price or the mean of all won")
            + "."
            + (recorded.isAfter(period.first())
                ? " Nothing is recorded before " + recorded + "."
                : ""));
    out.line("booked: {" + period.name() + ": " + amount(won) + "}");
  }

  /** As much as the last whole quarter brought, where all of it was recorded. */
  void targets() {
    Period last = new FiscalYear(Month.JANUARY).quarterOf(period.first().minusDays(1));
    Won won = won(last.first(), last.end());
    if (won.cents == 0 || recorded().isAfter(last.first())) {
      return;
    }
    List<String> targets = new ArrayList<>(List.of(period.name() + ": " + amount(won)));
    if (isWithin()) {
      targets.add(next.name() + ": " + amount(won));
    }
    out.line(
        "targets: {"
            + String.join(", ", targets)
            + "}     # as much as "
            + last.name()
            + " brought: put your own here");
  }

  private LocalDate recorded() {
    return LocalDate.ofEpochDay(fitted.arrivals().firstDay());
  }

  private static String deals(long n) {
    return n == 1 ? "1 deal" : n + " deals";
  }

  private static String amount(Won won) {
    return Yaml.number(won.cents / 100.0, 12);
  }

  /** From a day up to, but without, another. */
  private Won won(LocalDate from, LocalDate until) {
    long cents = 0;
    long deals = 0;
    long unstated = 0;
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == CrmHistory.WON
          && history.closedMs(d) >= from.toEpochDay() * CrmHistory.DAY_MS
          && history.closedMs(d) < until.toEpochDay() * CrmHistory.DAY_MS) {
        boolean stated = history.amountCents(d) != CrmHistory.NO_AMOUNT;
        cents += stated ? history.amountCents(d) : worths[history.product(d) + 1];
        deals++;
        unstated += stated ? 0 : 1;
      }
    }
    return new Won(cents, deals, unstated);
  }
}

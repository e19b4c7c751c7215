package io.salestwin.finance;

import io.salestwin.calendar.CalendarUnit;
import io.salestwin.calendar.Period;
import io.salestwin.scenario.PayTerms;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Staffing.Leaver;
import io.salestwin.scenario.Staffing.Ramp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the seats of a scenario cost from its start to its end, by arithmetic alone: for every role
 *
 * <pre>
 * cost = Σ over periods: rep-quarters x (salary of a quarter + variable pay of a quarter at quota)
 * </pre>
 *
 * <p>A seat counts from its first day, dated hires from theirs, until the horizon ends or a dated
 * leaver leaves one. It is paid in full while its rep is new: what that pays for speed that is not
 * there yet is told apart. People who leave of themselves are not foreseen here: their seats are
 * budgeted as taken. A whole quarter is one quarter, however many days it has; a part of one counts
 * by its days (365.25 / 4 are one quarter).
 *
 * @param roles one for each role of the scenario, in its order
 */
public record SeatCost(List<OfRole> roles) {

  private static final double DAYS_PER_QUARTER = 365.25 / 4;
  private static final double DAYS_PER_MONTH = 365.25 / 12;
  private static final double QUARTERS = 4;

  /** Copies the list. */
  public SeatCost {
    roles = List.copyOf(roles);
  }

  /**
   * What the seats of one role cost.
   *
   * @param role its name
   * @param repQuarters rep-quarters in the horizon
   * @param salary fixed pay, in cents; 0 when the role states none
   * @param variable variable pay when every quota is exactly reached, in cents
   * @param ramping the part of both that is paid for speed that new reps do not have yet
   */
  public record OfRole(
      String role, double repQuarters, double salary, double variable, double ramping) {}

  /**
   * The cost of a scenario's seats.
   *
   * @param scenario the scenario
   * @return the cost by role
   */
  public static SeatCost of(Scenario scenario) {
    CalendarUnit unit =
        scenario.reporting() == Scenario.Grain.MONTH ? CalendarUnit.MONTH : CalendarUnit.QUARTER;
    List<Period> periods = scenario.fiscalYear().periods(scenario.start(), scenario.end(), unit);
    return new SeatCost(scenario.roles().stream().map(r -> of(scenario, r, periods)).toList());
  }

  private static OfRole of(Scenario scenario, Role role, List<Period> periods) {
    double repQuarters = 0;
    double salary = 0;
    double variable = 0;
    double ramping = 0;
    for (Period period : periods) {
      double perRep = variable(scenario, role, period.first());
      double fixed = role.salaryCents().orElse(0L) / QUARTERS;
      double share = quarters(scenario, period) / days(period.first(), period.end());
      double there = repDays(role, period) * share;
      repQuarters += there;
      salary += there * fixed;
      variable += there * perRep;
      ramping += missingDays(role, period) * share * (fixed + perRep);
    }
    return new OfRole(role.name(), repQuarters, salary, variable, ramping);
  }

  /**
   * What a rep of a role costs in a quarter in which the quota is exactly reached.
   *
   * @param scenario the scenario
   * @param role the role
   * @return in cents, by the pay plan of the first day; empty when the role states no pay
   */
  public static OptionalDouble perQuarter(Scenario scenario, Role role) {
    double variable = variable(scenario, role, scenario.start());
    return role.salaryCents().isEmpty() && variable == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(role.salaryCents().orElse(0L) / QUARTERS + variable);
  }

  /**
   * The cost of all seats.
   *
   * @return in cents, rounded
   */
  public long cents() {
    return Math.round(roles.stream().mapToDouble(r -> r.salary() + r.variable()).sum());
  }

  /**
   * What is paid for speed that new reps do not have yet.
   *
   * @return in cents, rounded; a part of {@link #cents()}
   */
  public long rampingCents() {
    return Math.round(roles.stream().mapToDouble(OfRole::ramping).sum());
  }

  /** Variable pay of one rep for a quarter at quota, in cents. */
  private static double variable(Scenario scenario, Role role, LocalDate day) {
    PayTerms terms = role.pay().planOn(day).map(scenario.payPlans()::get).orElse(null);
    return terms == null
        ? role.pay().variableCents().orElse(0L) / QUARTERS
        : PayPlan.of(terms, role).parts().stream().mapToDouble(PayPlan.Part::target).sum();
  }

  private static double quarters(Scenario scenario, Period period) {
    if (period.clipped()) {
      return days(period.first(), period.end()) / DAYS_PER_QUARTER;
    }
    return scenario.reporting() == Scenario.Grain.QUARTER ? 1 : 1.0 / 3;
  }

  private static double repDays(Role role, Period period) {
    double sum = 0;
    for (Role.Rep rep : role.reps()) {
      sum += days(later(rep.started().orElse(period.first()), period.first()), period.end());
    }
    for (Leaver leaver : role.staffing().leavers()) {
      sum -= days(later(leaver.on(), period.first()), period.end());
    }
    return Math.max(0, sum);
  }

  /** Days of full speed that new reps are short of in a period. */
  private static double missingDays(Role role, Period period) {
    Ramp ramp = role.staffing().ramp();
    double sum = 0;
    for (Role.Rep rep : role.reps()) {
      if (rep.started().isPresent() && rep.started().get().isBefore(period.end())) {
        LocalDate from = rep.started().get();
        sum += missing(ramp, days(from, period.end())) - missing(ramp, days(from, period.first()));
      }
    }
    return sum;
  }

  /** Days of full speed that a rep is short of up to a tenure in days. */
  private static double missing(Ramp ramp, double tenure) {
    if (ramp.isNeutral()) {
      return 0;
    }
    if (ramp.monthly().isEmpty()) {
      double length = ramp.months() * DAYS_PER_MONTH;
      double within = Math.min(tenure, length);
      return (1 - ramp.from()) * (within - within * within / (2 * length));
    }
    double sum = 0;
    for (int month = 0; month < ramp.monthly().size(); month++) {
      double within = Math.min(DAYS_PER_MONTH, Math.max(0, tenure - month * DAYS_PER_MONTH));
      sum += (1 - ramp.monthly().get(month)) * within;
    }
    return sum;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** Days from one date to another; none if it is not after it. */
  private static double days(LocalDate from, LocalDate to) {
    return Math.max(0, ChronoUnit.DAYS.between(from, to));
  }
}

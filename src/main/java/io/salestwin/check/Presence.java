package io.salestwin.check;

import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Staffing;
import io.salestwin.scenario.Staffing.Leave;
import io.salestwin.scenario.Staffing.Ramp;
import io.salestwin.scenario.Training;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a role's reps is there to sell, in plain expectation and day by day: seats that wait
 * for a backfill, planned leave, and what those who have come lately lack of the full speed.
 *
 * <p>A seat is a line of people with exponential tenure (rate a) and vacancies of a mean length b.
 * From a full seat on, it is taken with the chance {@code q + (1 - q) exp(-(a + 1/b) t)}, q = 1 /
 * (1 + a b): exact for exponential vacancies. Somebody whose tenure is below the ramp's length
 * works at the ramp's share; of a seat that is taken a person has been there for less than u with
 * the chance {@code 1 - exp(-a u)} once more than u has passed since the first day. Factors on
 * attrition by tenure and attainment are left out.
 */
final class Presence {

  private static final double DAYS_PER_MONTH = 365.25 / 12;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double MS_PER_DAY = 86_400_000.0;

  /** Steps of a day at which a line of a ramp is looked at. */
  private static final int FINEST = 400;

  private final Scenario scenario;
  private final Role role;
  private final List<LocalDate> leavers = new ArrayList<>();

  /** Leavers a day of one who is there. */
  private final double perDay;

  /** Vacancies filled a day; 0 for never. */
  private final double filledPerDay;

  /** What is missing of the full speed on each day of a new rep. */
  private final double[] missing;

  /** What the successors of a seat bring after so many days, as far as it has been asked for. */
  private final double[] known;

  Presence(Scenario scenario, Role role) {
    this.scenario = scenario;
    this.role = role;
    Staffing staffing = role.staffing();
    perDay = staffing.attrition().perYear() / DAYS_PER_YEAR;
    double backfillDays =
        staffing.backfill().map(b -> b.mean() / MS_PER_DAY).orElse(Double.POSITIVE_INFINITY);
    filledPerDay = backfillDays == 0 ? Double.POSITIVE_INFINITY : 1 / backfillDays;
    missing = missing(staffing.ramp());
    known = new double[(int) ChronoUnit.DAYS.between(scenario.start(), scenario.end()) + 1];
    Arrays.fill(known, Double.NaN);
    staffing.leavers().forEach(leaver -> leavers.add(leaver.on()));
  }

  private static double[] missing(Ramp ramp) {
    if (ramp.isNeutral()) {
      return new double[0];
    }
    double months = ramp.monthly().isEmpty() ? ramp.months() : ramp.monthly().size();
    int days = (int) Math.min(10 * FINEST, Math.ceil(months * DAYS_PER_MONTH));
    double[] missing = new double[days];
    for (int d = 0; d < days; d++) {
      double month = (d + 0.5) / DAYS_PER_MONTH;
      double share =
          ramp.monthly().isEmpty()
              ? ramp.from() + (1 - ramp.from()) * Math.min(1, month / ramp.months())
              : ramp.monthly().get(Math.min(ramp.monthly().size() - 1, (int) month));
      missing[d] = 1 - share;
    }
    return missing;
  }

  /**
   * Reps at full speed who are expected to be at work.
   *
   * @param day a day of the horizon
   * @return at most the head-count by dates
   */
  double reps(LocalDate day) {
    double sum = 0;
    for (Role.Rep rep : role.reps()) {
      LocalDate since = rep.started().orElse(LocalDate.MIN);
      if (!since.isAfter(day)) {
        sum += seat(since, day);
      }
    }
    long gone = leavers.stream().filter(on -> !on.isAfter(day)).count();
    // who goes by date is one of those who are there
    return sum * (come(day) - gone) / come(day) * (1 - leave(day));
  }

  private long come(LocalDate day) {
    return Math.max(
        1, role.reps().stream().filter(r -> !r.started().orElse(day).isAfter(day)).count());
  }

  /** What a seat that is taken first on a day is expected to bring on a later one, 0 to 1. */
  private double seat(LocalDate since, LocalDate day) {
    boolean always = since.equals(LocalDate.MIN);
    LocalDate first = always || since.isBefore(scenario.start()) ? scenario.start() : since;
    long t = Math.max(0, ChronoUnit.DAYS.between(first, day));
    double tenure = always ? Double.POSITIVE_INFINITY : ChronoUnit.DAYS.between(since, day);
    double firstStays = StrictMath.exp(-perDay * t);
    double speed = tenure < missing.length ? 1 - missing[(int) tenure] : 1;
    return firstStays * speed + successors(t);
  }

  /** The chance that a successor is there after so many days, times his speed. */
  private double successors(long t) {
    if (perDay == 0 || filledPerDay == 0) {
      return 0;
    }
    if (t < known.length && !Double.isNaN(known[(int) t])) {
      return known[(int) t];
    }
    double sum = taken(t) - StrictMath.exp(-perDay * t);
    // somebody comes at the rate at which vacancies are filled, and has been there for u days
    for (int u = 0; u < Math.min(missing.length, t); u++) {
      double comes = Double.isInfinite(filledPerDay) ? perDay : (1 - taken(t - u)) * filledPerDay;
      sum -= comes * StrictMath.exp(-perDay * u) * missing[u];
    }
    double brings = Math.max(0, sum);
    if (t < known.length) {
      known[(int) t] = brings;
    }
    return brings;
  }

  private double taken(double t) {
    if (Double.isInfinite(filledPerDay)) {
      return 1;
    }
    double q = filledPerDay / (filledPerDay + perDay);
    return q + (1 - q) * StrictMath.exp(-(perDay + filledPerDay) * t);
  }

  /** The share of the role's working time that is planned leave on a day. */
  private double leave(LocalDate day) {
    Leave leave = role.staffing().leave();
    boolean together =
        leave.together().stream().anyMatch(d -> !day.isBefore(d.first()) && !day.isAfter(d.last()));
    if (together) {
      return 1;
    }
    double workingDaysPerYear = scenario.calendar().week().size() * DAYS_PER_YEAR / 7;
    double share = Math.min(1, leave.daysPerYear() / workingDaysPerYear);
    long named =
        role.reps().stream()
            .filter(
                rep ->
                    rep.leave().stream()
                        .anyMatch(d -> !day.isBefore(d.first()) && !day.isAfter(d.last())))
            .count();
    share += (1 - share) * named / (double) Math.max(1, role.reps().size());
    return share;
  }

  /**
   * Working hours that lessons take from the role on a day, all of a lesson on its first.
   *
   * @param day a day of the horizon
   * @return hours
   */
  double lessonHours(LocalDate day) {
    double hours = 0;
    for (Training training : scenario.training()) {
      long after = ChronoUnit.DAYS.between(training.on(), day);
      long every = (long) (training.everyMs() / MS_PER_DAY);
      boolean today = every == 0 ? after == 0 : after >= 0 && after % every == 0;
      if (today && scenario.roles().get(training.role()).name().equals(role.name())) {
        hours += training.hours() * (training.to() - training.from()) * reps(day);
      }
    }
    return hours;
  }
}

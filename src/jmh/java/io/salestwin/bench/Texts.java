package io.salestwin.bench;

import io.salestwin.scenario.Scenario;
import java.util.Locale;

/** Scenarios whose size is a parameter. */
final class Texts {

  private static final double DAYS_PER_MONTH = 365.25 / 12;

  /** How busy the reps are, and how many leads a day keep one of them so with 8 hours each. */
  private static final double UTILISATION = 0.8;

  private static final double LEADS_PER_REP_DAY = UTILISATION * 24 / 8;

  private Texts() {}

  /**
   * Leads who only wait for their buyer: by Little's law leadsPerDay x delayDays of them are in
   * flight, once the warm-up of three delays is over.
   */
  static Scenario flow(double leadsPerDay, double delayDays, int days) {
    return scenario(
        """
        name: flow
        start: 2027-01-01
        horizon: %d days
        begin: {warmUp: %d days}
        calendar: always
        products: {p: {value: 1}}
        sources: {s: {arrivals: {perMonth: %f}}}
        roles: {R: {headcount: 1}}
        stages:
          - {name: S, owner: R, delay: {advance: {exponential: {mean: %f days}}}, advance: 100%%}
        """,
        days, Math.max(1, Math.round(3 * delayDays)), leadsPerDay * DAYS_PER_MONTH, delayDays);
  }

  /** One stage with so many reps, each of whom has the same load. */
  static Scenario reps(int reps, int days) {
    return scenario(
        """
        name: reps
        start: 2027-01-01
        horizon: %d days
        begin: {empty: true}
        calendar: always
        products: {p: {value: 1}}
        sources: {s: {arrivals: {perMonth: %f}}}
        roles: {R: {headcount: %d}}
        stages:
          - name: S
            owner: R
            work: [{activity: a, effort: {exponential: {mean: 8 hours}}}]
            advance: 100%%
        """,
        days, reps * LEADS_PER_REP_DAY * DAYS_PER_MONTH, reps);
  }

  private static Scenario scenario(String pattern, Object... values) {
    return Played.scenario("text.yaml", String.format(Locale.ROOT, pattern, values));
  }
}

package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Where leads come from.
 *
 * @param name its name
 * @param arrivals when they come
 * @param costCents cost of one lead, in cents, at least 0
 * @param share what a partner keeps of the value of each deal won, 0 to 1
 * @param quality distribution of a lead's quality, from 0 to 1
 * @param scoreNoise standard deviation of the noise between quality and observed score, at least 0
 * @param assists share of the other sources' leads that meet this one, too, before they are won
 * @param effects log-odds of advancing by the stage's name; 0 where absent
 */
public record Source(
    String name,
    Arrivals arrivals,
    long costCents,
    double share,
    Distribution quality,
    double scoreNoise,
    double assists,
    Map<String, Double> effects) {

  /**
   * When leads come: a Poisson process, bursts on given days, and what reps bring themselves; each
   * part may be absent.
   *
   * @param perMonth leads a month (of 365.25 / 12 days) at {@code start} before season, at least 0
   * @param growthPerMonth growth of that rate, as a fraction, compounded daily from {@code start}
   * @param dispersion variance over mean of the weekly counts, at least 1; 1 is pure Poisson
   * @param rootPerMonth the rate of the scenario before any override, which sizes the
   *     over-dispersion, so that a lever changes no other draw
   * @param on exact number of leads on single days
   * @param perRepDay leads that every rep of a role brings a working day
   */
  public record Arrivals(
      double perMonth,
      double growthPerMonth,
      double dispersion,
      double rootPerMonth,
      Map<LocalDate, Integer> on,
      Optional<PerRepDay> perRepDay) {}

  /**
   * Outbound work: one Poisson process per rep of a role, on the role's working clock.
   *
   * @param leads mean number of leads per rep and full working day, above 0
   * @param role index of the role
   * @param effort rep time that each costs before it enters the first stage, in milliseconds
   */
  public record PerRepDay(double leads, int role, Optional<Distribution> effort) {}
}

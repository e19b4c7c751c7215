package io.salestwin.metrics;

import io.salestwin.scenario.Scenario;

/**
 * What a KPI is, for every place that shows one: tool-tips, the glossary, {@code salestwin kpis}.
 *
 * @param id how thresholds and files name it, such as {@code win_rate}
 * @param name how people call it
 * @param unit in what it is measured
 * @param better which direction is good
 * @param slice by what it can be divided besides the period
 * @param formula how it is computed, in words and signs
 * @param text what it tells, in one sentence
 */
public record KpiInfo(
    String id, String name, Unit unit, Better better, Slice slice, String formula, String text) {

  /**
   * The same for a scenario whose targets are counted in this basis: bookings against a target are
   * a number of deals when targets count deals.
   *
   * @param basis in what targets are counted
   * @return this, or a copy with the unit that fits
   */
  public KpiInfo in(Scenario.Basis basis) {
    return basis == Scenario.Basis.COUNT && id.startsWith("target_bookings")
        ? new KpiInfo(id, name, Unit.COUNT, better, slice, formula, text)
        : this;
  }

  /** In what a KPI is measured. */
  public enum Unit {
    /** An amount, in the scenario's currency (units, not cents). */
    MONEY,
    /** A number of things. */
    COUNT,
    /** A fraction; 1 is 100 %. */
    SHARE,
    /** Days of plain time. */
    DAYS,
    /** Hours of plain time. */
    HOURS,
    /** A pure number. */
    RATIO,
    /** An amount per day. */
    MONEY_PER_DAY
  }

  /** Which direction is good. */
  public enum Better {
    /** More is better. */
    HIGHER,
    /** Less is better. */
    LOWER,
    /** Neither: it describes. */
    NEITHER
  }
}

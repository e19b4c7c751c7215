package io.salestwin.planning;

import io.salestwin.scenario.LeverOverride;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that might be done: what it changes, and what it costs. Money is in units of the
 * currency.
 *
 * @param name what people call it, unique
 * @param sets what it changes, at least one
 * @param start the day from which it holds and costs; empty for all of the horizon
 * @param once what it costs at its start
 * @param yearly what it costs in a year from then on; below 0 when it saves more than it costs
 * @param claim the bookings that somebody says it brings in a year; empty where nobody does
 */
public record Initiative(
    String name,
    List<LeverOverride> sets,
    Optional<LocalDate> start,
    double once,
    double yearly,
    OptionalDouble claim) {

  /** Copies the list. */
  public Initiative {
    sets = List.copyOf(sets);
  }
}

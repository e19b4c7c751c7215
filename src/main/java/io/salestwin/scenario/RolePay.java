package io.salestwin.scenario;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the reps of a role are paid beside their salary.
 *
 * @param plans index of the pay plan by the day from which it holds, ascending; empty for a role
 *     without a plan
 * @param variableCents variable pay of one rep for a year when everything is exactly reached, in
 *     cents
 */
public record RolePay(Map<LocalDate, Integer> plans, Optional<Long> variableCents) {

  /** No variable pay. */
  public static final RolePay NONE = new RolePay(Map.of(), Optional.empty());

  /** Copies the map and puts it in order. */
  public RolePay {
    plans = Collections.unmodifiableMap(new TreeMap<>(plans));
  }

  /**
   * The plan that holds for a period: the latest that begins on its first day or before.
   *
   * @param first first day of the period
   * @return index of the plan; empty when none holds yet
   */
  public Optional<Integer> planOn(LocalDate first) {
    Optional<Integer> plan = Optional.empty();
    for (Map.Entry<LocalDate, Integer> entry : plans.entrySet()) {
      if (!entry.getKey().isAfter(first)) {
        plan = Optional.of(entry.getValue());
      }
    }
    return plan;
  }
}

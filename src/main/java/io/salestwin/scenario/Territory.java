package io.salestwin.scenario;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the market that owns leads and reps.
 *
 * @param name its name
 * @param share share of the leads at full size; over all territories the shares sum to 1
 * @param potentialCents what all its accounts could buy in a year, in cents; empty when not said
 * @param valueFactor factor on the value of a deal, above 0
 * @param effects log-odds of advancing by the stage's name; 0 where absent
 * @param opens the day before which no lead comes from it; empty for an old territory
 * @param startUpMonths how long its leads take from the opening to grow evenly to the full share
 */
public record Territory(
    String name,
    double share,
    Optional<Long> potentialCents,
    double valueFactor,
    Map<String, Double> effects,
    Optional<LocalDate> opens,
    double startUpMonths) {}

package io.salestwin.scenario;

import java.time.LocalDate;
import java.util.Map;

/**
 * Something that the reps of a role are taught on a day.
 *
 * @param name what it is
 * @param on the day
 * @param role index of the role
 * @param everyMs after which time it is repeated, in milliseconds; 0 for once
 * @param from from which share of the role on, in ascending order of skill, 0 to 1
 * @param to up to which share, 0 to 1
 * @param hours working hours that it takes each of them
 * @param effects log-odds of advancing after it, by the stage's name
 * @param halfLifeMonths time after which half of the effect is left; 0 for a lasting one
 * @param costCents cost for each of them, in cents
 */
public record Training(
    String name,
    LocalDate on,
    int role,
    long everyMs,
    double from,
    double to,
    double hours,
    Map<String, Double> effects,
    double halfLifeMonths,
    long costCents) {}

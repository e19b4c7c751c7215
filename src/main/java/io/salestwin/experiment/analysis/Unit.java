package io.salestwin.experiment.analysis;

import io.salestwin.statistics.survival.CompetingRisks.Status;

/**
 * What one metric says of one unit.
 *
 * @param arm 0 control, 1 treatment
 * @param cluster its rep, territory or week; empty for leads
 * @param value 0 or 1, an amount, a number of events, or what stands above the line of a ratio
 * @param below what stands below the line, or the exposure in weeks; else 1
 * @param covariate what was known before; NaN without one
 * @param time of a cycle: days until the end or the last sight; else NaN
 * @param status of a cycle: how it stood then
 */
public record Unit(
    int arm,
    String cluster,
    double value,
    double below,
    double covariate,
    double time,
    Status status) {}

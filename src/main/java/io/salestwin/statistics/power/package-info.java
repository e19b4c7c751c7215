/**
 * Before the data: power, sample sizes, smallest detectable effects, events needed, and the bands
 * in which counts of simulated false alarms must lie.
 *
 * <p>A {@link io.salestwin.statistics.power.Demand} is a level and a power; {@link
 * io.salestwin.statistics.power.ProportionPlan}, {@link io.salestwin.statistics.power.MeanPlan} and
 * {@link io.salestwin.statistics.power.EventPlan} say what it takes. For small samples of won and
 * lost deals {@link io.salestwin.statistics.power.ExactPower} judges every possible outcome.
 */
package io.salestwin.statistics.power;

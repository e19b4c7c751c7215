package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Sampler;

/**
 * One process of arrivals.
 *
 * @param kind {@link #RATE}, {@link #BURST} or {@link #OUTBOUND}
 * @param source its source
 * @param code identity of the source in draws
 * @param slot identity of the process within the source: 0 for the rate, 1 + the rep's slot for
 *     outbound, from the last number downwards for bursts
 * @param clock the clock that arrivals run on
 * @param weekFactor the random factor of a week, or null without over-dispersion
 * @param ratePerMs arrivals per clock millisecond of an outbound process
 * @param rep the rep of an outbound process
 * @param effort sampler of the rep time that each outbound lead costs, or {@link StagePlan#NONE}
 * @param dayMs beginning of a burst's day
 * @param count number of leads of a burst
 */
record ArrivalPlan(
    int kind,
    int source,
    int code,
    int slot,
    Clock clock,
    Sampler weekFactor,
    double ratePerMs,
    int rep,
    int effort,
    long dayMs,
    int count) {

  static final int RATE = 0;
  static final int BURST = 1;
  static final int OUTBOUND = 2;
}

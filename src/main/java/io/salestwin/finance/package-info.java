/**
 * Rules of money, as pure functions: {@link io.salestwin.finance.UnitEconomics} for what a customer
 * costs and brings, {@link io.salestwin.finance.RevenueSchedule} for when a contract's value
 * becomes revenue.
 *
 * <p>{@link io.salestwin.finance.ReturnOnInvestment} holds what is put in against what comes back.
 *
 * <p>Money is in cents, time in milliseconds, a share is a fraction. Nothing here knows of a
 * simulation; what is not computable is NaN. {@link io.salestwin.finance.SeatCost} says what the
 * seats of a scenario cost.
 *
 * <pre>{@code
 * double renewed = UnitEconomics.renewalChance(0.24, 12); // 0.76
 * double years = UnitEconomics.lifetimeYears(0.24, 12); // 1 / 0.24
 * RevenueSchedule schedule = RevenueSchedule.of(product);
 * long cents = schedule.recognised(1_200_000, elapsedMs, termMs);
 * }</pre>
 *
 * <p>What a rep earns follows from what was won and from nothing else, so pay is never part of the
 * simulation. A {@link io.salestwin.finance.PayCurve} says how pay grows with attainment, a {@link
 * io.salestwin.finance.PayPlan} puts the components of one rep together, and {@link
 * io.salestwin.finance.Draws} settles advance payments over the periods.
 *
 * <pre>{@code
 * PayCurve curve =
 *     new PayCurve(List.of(new Tier(0, 1), new Tier(1, 1.5), new Tier(1.25, 2)), 0, Optional.empty());
 * double atQuota = curve.of(1); // 1: what the plan pays at quota
 * double above = curve.of(1.5); // 1 + 0.25 x 1.5 + 0.25 x 2 = 1.875 of it
 * }</pre>
 */
package io.salestwin.finance;

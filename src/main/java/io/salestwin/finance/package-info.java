/**
 * Rules of money, as pure functions: {@link io.salestwin.finance.UnitEconomics} for what a customer
 * costs and brings, {@link io.salestwin.finance.RevenueSchedule} for when a contract's value
 * becomes revenue.
 *
 * <p>Money is in cents, time in milliseconds, a share is a fraction. Nothing here knows of a
 * simulation; what is not computable is NaN.
 *
 * <pre>{@code
 * double renewed = UnitEconomics.renewalChance(0.24, 12); // 0.76
 * double years = UnitEconomics.lifetimeYears(0.24, 12); // 1 / 0.24
 * RevenueSchedule schedule = RevenueSchedule.of(product);
 * long cents = schedule.recognised(1_200_000, elapsedMs, termMs);
 * }</pre>
 */
package io.salestwin.finance;

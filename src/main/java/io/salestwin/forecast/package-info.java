/**
 * {@link io.salestwin.forecast.Forecast}: where the organisation will end up, as odds.
 *
 * <p>A forecast is made from the rows of a run and holds everything that a report of it shows. A
 * <em>range</em> is quantiles over replications, an <em>error</em> a 95 % Monte Carlo confidence
 * interval; what cannot be computed says why.
 *
 * <p>{@link io.salestwin.forecast.WarmUp} tells from the same run whether its warm-up was long
 * enough.
 *
 * <pre>{@code
 * RunPlan plan = new RunPlan(scenario, 42, 100);
 * Forecast forecast = Forecast.of(Runner.local(2).run(plan, Progress.SILENT));
 * Forecast.PeriodOutlook q1 = forecast.periods().get(0);
 * double odds = q1.odds().orElseThrow().orNaN();
 * double median = q1.range().get(Forecast.LEVELS.indexOf(0.50));
 * }</pre>
 */
package io.salestwin.forecast;

/**
 * {@link io.salestwin.statistics.Sample} is the face: what data say, knowing nothing of sales.
 *
 * <p>The usual data are one number per replication. Two words are kept apart everywhere:
 *
 * <ul>
 *   <li>a <em>range</em> is quantiles over replications: how different the world may turn out;
 *   <li>an <em>error</em> is a 95 % Monte Carlo confidence interval: how well a figure is known
 *       from this many replications. More replications shrink the error, never the range.
 * </ul>
 *
 * <p>A value that could not be computed is NaN in the data. Nothing here averages over it silently:
 * NaN is refused, or set aside and counted by the {@code ofComputable} factories. A result that
 * cannot be computed is an {@link io.salestwin.statistics.Estimate.NotComputable} with its reason.
 *
 * <p>Replications come in pairs that share one draw of the uncertain inputs, so the pair is the
 * unit of every error:
 *
 * <pre>{@code
 * double[] bookings = ...;                                // values 2i and 2i + 1 are a pair
 * Sample sample = Sample.of(bookings);
 * Interval range = sample.range(0.80);                    // P10 to P90
 * Pairs pairs = Pairs.of(bookings);
 * Estimate mean = Intervals.mean(pairs, Interval.ERROR);  // the mean and its error
 * Estimate odds = Intervals.atLeast(pairs, 2.4e6, Interval.ERROR);
 * Estimate p90 = Intervals.quantile(pairs, 0.90, Interval.ERROR);
 * Estimate inputs = VarianceComponents.of(pairs).shareBetween(Interval.ERROR);
 * }</pre>
 *
 * <p>Two more things win precision or cost it. Alternatives that met the same luck are compared by
 * their {@link io.salestwin.statistics.MatchedPairs}. A run that may end when it is precise enough
 * is looked at only at {@link io.salestwin.statistics.Looks}, and its errors allow for that.
 *
 * <p>All of it is deterministic and gives the same bits on every machine.
 */
package io.salestwin.statistics;

/**
 * Looking more than once at data that grow.
 *
 * <p>For planned looks there is {@link io.salestwin.statistics.sequential.GroupSequential} with a
 * {@link io.salestwin.statistics.sequential.Spending} of the level; {@link
 * io.salestwin.statistics.sequential.ConditionalPower} says between them whether the end is worth
 * waiting for. For looks at any time there are {@link
 * io.salestwin.statistics.sequential.AlwaysValid} and {@link
 * io.salestwin.statistics.sequential.ConfidenceSequence}, at the price of wider intervals. {@link
 * io.salestwin.statistics.sequential.Sprt} decides between two simple hypotheses. A figure that is
 * undefined is NaN, and there is a reason.
 */
package io.salestwin.statistics.sequential;

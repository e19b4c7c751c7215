/**
 * What should we do: {@link io.salestwin.planning.PayReview} and the questions beside it.
 *
 * <p>A pay review reads off the rows of a run what a pay plan costs, whom it pays, and what its
 * accelerators, cliffs and caps do.
 *
 * <pre>{@code
 * RunResult rows = Runner.local(2).run(new RunPlan(scenario, 1, 1000), Progress.SILENT);
 * PayReview review = PayReview.of(rows);
 * double convexity = review.roles().get(0).convexity();
 * }</pre>
 */
package io.salestwin.planning;

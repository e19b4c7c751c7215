/**
 * What a pay plan costs, whom it pays, and what its accelerators, cliffs and caps do, read off the
 * rows of a run: {@link io.salestwin.planning.pay.PayReview}.
 *
 * <pre>{@code
 * RunResult rows = Runner.local(2).run(new RunPlan(scenario, 1, 100), Progress.SILENT);
 * PayReview review = PayReview.of(rows);
 * double convexity = review.roles().get(0).convexity();
 * }</pre>
 */
package io.salestwin.planning.pay;

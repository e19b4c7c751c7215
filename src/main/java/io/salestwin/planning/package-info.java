/**
 * What should we do: {@link io.salestwin.planning.Comparison} and the questions beside it.
 *
 * <p>A comparison plays two or more {@link io.salestwin.planning.Alternative}s with the same luck
 * ({@link io.salestwin.run.Runner#extend}) until the difference of a {@link
 * io.salestwin.planning.Goal} is decided or as much has been played as an {@link
 * io.salestwin.planning.Effort} allows, and tells every difference with its error.
 *
 * <p>A {@link io.salestwin.planning.StressTest} changes one thing after the other, as a {@link
 * io.salestwin.planning.StressPlan} asks, and tells what the odds of a target hang on.
 *
 * <p>A {@link io.salestwin.planning.StaffingQuestion} asks for the cheapest {@link
 * io.salestwin.planning.StaffPlan} that reaches a {@link io.salestwin.planning.ChanceGoal} with the
 * odds that are asked for, among all that its {@link io.salestwin.planning.Vary}s allow; the answer
 * is a {@link io.salestwin.planning.StaffingPlan}.
 *
 * <p>An {@link io.salestwin.planning.InitiativeReview} weighs {@link
 * io.salestwin.planning.Initiatives}: what they bring for what they cost, alone and together.
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

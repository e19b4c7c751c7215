/**
 * Whom to hire, and when: the cheapest staff that reaches a goal with given odds.
 *
 * <p>A {@link io.salestwin.planning.staffing.StaffingQuestion} asks for the cheapest {@link
 * io.salestwin.planning.staffing.StaffPlan} that reaches a {@link
 * io.salestwin.planning.staffing.ChanceGoal} with the odds that are asked for, among all that its
 * {@link io.salestwin.planning.staffing.Vary}s allow; the answer is a {@link
 * io.salestwin.planning.staffing.StaffingPlan}.
 *
 * <pre>{@code
 * Recipe recipe = new Recipe("b2b-saas.yaml", files, List.of());
 * Sampling sampling = new Sampling(0.05, 0.05, 2000, 100, 1, false);
 * StaffingQuestion question =
 *     StaffingQuestion.of(
 *             recipe, "p_hit(2027-Q1) >= 0.5", List.of("roles.AE.headcount=12,24"), sampling)
 *         .value();
 * StaffingPlan plan = question.answer(Runner.local(2), Progress.SILENT);
 * boolean reached = plan.isReached();
 * }</pre>
 */
package io.salestwin.planning.staffing;

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
 * <p>An {@link io.salestwin.planning.InitiativeReview} weighs {@link
 * io.salestwin.planning.Initiatives}: what they bring for what they cost, alone and together.
 *
 * <p>Whom to hire, which pay plan costs what, and which territory owns which account are rooms of
 * their own: {@code planning.staffing}, {@code planning.pay} and {@code planning.territory}.
 *
 * <pre>{@code
 * Recipe asItIs = new Recipe("b2b-saas.yaml", files, List.of());
 * Recipe twoMore = asItIs.with(List.of(LeverOverride.parse("roles.AE.headcount=+2").value()));
 * List<Alternative> both =
 *     List.of(new Alternative("as it is", asItIs), new Alternative("two more", twoMore));
 * Goal goal = Goal.parse("p_hit(2027-Q4)").value();
 * Comparison found =
 *     Comparison.of(
 *         new Comparison.Question(both, goal, 1, true, Effort.of(100)),
 *         Runner.local(2),
 *         Progress.SILENT);
 * double better = found.contests().get(0).beats().orNaN();
 * }</pre>
 */
package io.salestwin.planning;

/**
 * {@link io.salestwin.check.Check} is the face: what will surprise in a scenario, found without
 * running it.
 *
 * <p>{@link io.salestwin.check.Expectation} follows the mean flow of leads through the stages as if
 * no lead ever waited for a rep; the rules hold what people wrote against it. Each rule is a pure
 * function and gives its arithmetic in words:
 *
 * <pre>{@code
 * Expectation expected = Expectation.of(scenario);
 * expected.roles().forEach(role -> System.out.println(role.name() + " " + role.utilisation()));
 * for (Warning warning : Check.warnings(scenario, expected)) {
 *   System.out.println(warning.rule() + ": " + warning.message() + "; " + warning.advice());
 * }
 * }</pre>
 */
package io.salestwin.check;

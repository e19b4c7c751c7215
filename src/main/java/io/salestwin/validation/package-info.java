/**
 * {@link io.salestwin.validation.Validation}: is the simulation right?
 *
 * <p>Each {@link io.salestwin.validation.Case} is a small scenario, read and played as any other,
 * whose outcome is known from theory. A validation plays cases, compares each figure with its
 * formula and tells by how many standard errors they differ, and how many of so many figures chance
 * alone would put that far off.
 *
 * <pre>{@code
 * List<String> cases = List.of("recycle", "touches");
 * Validation found = Validation.run(cases, Validation.Effort.QUICK, 42, 2, Progress.SILENT);
 * double z = found.rows().get(0).z();
 * List<Validation.Row> alarms = found.alarms();
 * }</pre>
 */
package io.salestwin.validation;

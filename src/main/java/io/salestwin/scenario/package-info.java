/**
 * The sales organisation as a person writes it; the face for reading is {@link
 * io.salestwin.scenario.ScenarioFile}, what it gives is a {@link io.salestwin.scenario.Scenario}.
 *
 * <p>A file is read to a tree, the scenarios that it extends are laid under it, overrides are laid
 * over it, and only then is it understood. Whatever is wrong comes back as problems, all at once.
 * Every key with its unit, range and default stands in one list, from which the reader, the levers,
 * the JSON Schema and the reference ({@link io.salestwin.scenario.Schema}) are made.
 *
 * <pre>{@code
 * LeverOverride more = LeverOverride.parse("roles.AE.headcount=+2").value();
 * ScenarioFile file = ScenarioFile.read(Path.of("scenarios/b2b-saas.yaml"), List.of(more));
 * file.problems().forEach(System.out::println);
 * file.scenario().ifPresent(scenario -> System.out.println(scenario.roles().get(1).reps().size()));
 * }</pre>
 */
package io.salestwin.scenario;

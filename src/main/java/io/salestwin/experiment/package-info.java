/**
 * Which process is better, and how sure are we. {@link io.salestwin.experiment.ExperimentFile}
 * reads an experiment: an {@link io.salestwin.experiment.ExperimentPlan} and the scenario in which
 * it is to run, with all that is wrong with either.
 *
 * <pre>{@code
 * ExperimentFile file = ExperimentFile.read(Path.of("experiments/qualification.yaml"), List.of());
 * ExperimentPlan plan = file.plan().orElseThrow();
 * Scenario treated = file.treatment().orElseThrow();
 * }</pre>
 *
 * <p>{@code io.salestwin.experiment.calculator} answers single statistical questions by name.
 */
package io.salestwin.experiment;

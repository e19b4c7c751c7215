/**
 * {@link io.salestwin.experiment.design.Design} says before an experiment starts whether it can
 * tell anything: how many units, how long at the scenario's volume, which effect it could find, and
 * what to test instead. What the plan does not state is measured in plays of the scenario ({@link
 * io.salestwin.experiment.design.Baseline}).
 *
 * <pre>{@code
 * ExperimentFile file = ExperimentFile.read(Path.of("experiments/proposal.yaml"), List.of());
 * Design design = Design.of(file, 1, 10);
 * double weeks = design.duration().weeks();
 * }</pre>
 */
package io.salestwin.experiment.design;

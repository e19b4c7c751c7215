/**
 * {@link io.salestwin.experiment.rehearsal.Rehearsal}: an experiment played many times before it
 * starts, in an organisation in which both arms share reps, queues and calendars.
 *
 * <p>Each trial is played in three worlds on the same keys: with each unit in the arm that it is
 * dealt (what will be measured), with all in the control (an A/A test: whatever is found there is
 * false) and with all in the treatment. The difference of the last two is what a roll-out brings,
 * and what the measured effect is held against.
 *
 * <pre>{@code
 * ExperimentFile file = ExperimentFile.read(Path.of("experiments/qualification.yaml"), List.of());
 * Course course = Course.of(file, Duration.ofDays(84).toMillis());
 * Rehearsal found = Rehearsal.of(course, 1, new Trials(2).play(course.trials(1, 500), Heard.SILENT));
 * System.out.println(found.planned().power());
 * }</pre>
 */
package io.salestwin.experiment.rehearsal;

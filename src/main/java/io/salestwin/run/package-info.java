/**
 * {@link io.salestwin.run.Runner}: many replications of one scenario, identical on any number of
 * threads.
 *
 * <p>A {@link io.salestwin.run.RunPlan} says what is to be played, a {@link
 * io.salestwin.run.RunResult} holds one row of figures per replication in their order. A runner
 * that is told to stop gives what is finished in one piece. A plan with a {@link
 * io.salestwin.run.Precision} ends where its figures are known well enough; one with antithetic
 * pairs may get there sooner; and {@link io.salestwin.run.PairedRuns} of one seed show a difference
 * better than either figure. A {@link io.salestwin.run.Tracer} plays single replications again and
 * tells their every step.
 *
 * <pre>{@code
 * RunPlan plan = new RunPlan(scenario, 42, 100);
 * RunResult result = Runner.local(2).run(plan, Progress.SILENT);
 * Interval range = Sample.of(result.column("bookings")).range(0.8);
 * }</pre>
 */
package io.salestwin.run;

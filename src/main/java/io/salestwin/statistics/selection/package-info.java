/**
 * The best of several simulated alternatives.
 *
 * <p>{@link io.salestwin.statistics.selection.KimNelson} drops alternatives as soon as they are
 * clearly worse, {@link io.salestwin.statistics.selection.RinottStage} plans how many replications
 * each needs after a first stage; both hold the chance of a wrong selection whenever the best leads
 * by at least the indifference zone, the smallest difference worth finding. {@link
 * io.salestwin.statistics.selection.Simultaneous} has the critical values for comparing all of them
 * with a control (Dunnett) or with each other (Tukey). {@link
 * io.salestwin.statistics.selection.CheapestFeasible} finds the cheapest alternative whose chance
 * of a good end is large enough, with a {@link io.salestwin.statistics.selection.ChanceTest} of
 * each.
 */
package io.salestwin.statistics.selection;

/**
 * The best of several simulated alternatives.
 *
 * <p>{@link io.salestwin.statistics.selection.KimNelson} drops alternatives as soon as they are
 * clearly worse, {@link io.salestwin.statistics.selection.RinottStage} plans how many replications
 * each needs after a first stage; both hold the chance of a wrong selection whenever the best leads
 * by at least the indifference zone, the smallest difference worth finding. {@link
 * io.salestwin.statistics.selection.Simultaneous} has the critical values for comparing all of them
 * with a control (Dunnett) or with each other (Tukey).
 */
package io.salestwin.statistics.selection;

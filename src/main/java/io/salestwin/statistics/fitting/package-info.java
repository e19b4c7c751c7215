/**
 * Laws from data that are rounded, cut off and mixed: {@link
 * io.salestwin.statistics.fitting.ExitFit} is how and when something is left that can be left in
 * several ways.
 *
 * <p>Every observation is an interval, never a point: a date without a time of day is a day wide.
 * {@link io.salestwin.statistics.fitting.Binned} holds them as counts, {@link
 * io.salestwin.statistics.fitting.LawFit} fits one family of laws to them by maximum likelihood and
 * ranks families by AIC.
 */
package io.salestwin.statistics.fitting;

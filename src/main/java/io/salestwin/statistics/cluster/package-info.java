/**
 * Groups as the unit: tests in which reps or territories are randomised rather than leads.
 *
 * <p>Leads of one rep resemble each other. {@link io.salestwin.statistics.cluster.ClusterDesign}
 * says before the test what that costs, {@link io.salestwin.statistics.cluster.ClusterComparison}
 * analyses it so that few clusters do not pass for many leads. A figure that is undefined is NaN,
 * and there is a reason.
 */
package io.salestwin.statistics.cluster;

/** {@link io.salestwin.metrics.Kpi}: from the facts of one replication to its figures. */
package io.salestwin.metrics;

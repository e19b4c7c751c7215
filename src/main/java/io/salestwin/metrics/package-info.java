/**
 * {@link io.salestwin.metrics.Kpi}: from the facts of one replication to its figures.
 *
 * <p>A KPI is a name, a unit, a formula in words ({@link io.salestwin.metrics.KpiInfo}) and the
 * same formula as a pure function of facts. A {@link io.salestwin.metrics.KpiLayout} lays all of
 * them out as the columns of one row per replication: each for the whole horizon ({@code
 * win_rate}), for every period ({@code win_rate.2027-Q1}) and for the members of its {@link
 * io.salestwin.metrics.Slice} ({@code win_rate.small}). What cannot be computed is NaN.
 *
 * <p>A {@link io.salestwin.metrics.Trace} is the other view of a replication: all its events in
 * order, with what decided each exit, for stories and event logs.
 *
 * <pre>{@code
 * SalesModel model = SalesModel.of(scenario);
 * Replication replication = new Replication(model, 42);
 * replication.play(0);
 * KpiLayout layout = new KpiLayout(model);
 * double[] row = layout.row(replication.ledger());
 * double leadsOfQ1 = row[layout.index("leads.2027-Q1")];
 * String formula = layout.columns().get(layout.index("win_rate")).kpi().formula();
 * }</pre>
 */
package io.salestwin.metrics;

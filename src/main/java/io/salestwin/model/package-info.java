/**
 * {@link io.salestwin.model.SalesModel}: the simulated organisation, compiled from a scenario.
 *
 * <p>A scenario says names and units; the model says numbers and tables, and never changes. A
 * {@link io.salestwin.model.Replication} plays the horizon once per call, with all its mutable
 * state inside, and leaves the facts in its {@link io.salestwin.model.Ledger}: counts, sums and
 * time integrals by {@link io.salestwin.model.Fact}, period and member. What play r leaves is a
 * pure function of model, seed and r. An {@link io.salestwin.model.Observer} sees every step of
 * every lead.
 *
 * <pre>{@code
 * SalesModel model = SalesModel.of(scenario);
 * Replication replication = new Replication(model, 42);
 * replication.play(0);
 * long leads = 0;
 * for (int source = 0; source < replication.ledger().members(Fact.LEADS); source++) {
 *   leads += replication.ledger().get(Fact.LEADS, 0, source);
 * }
 * }</pre>
 */
package io.salestwin.model;

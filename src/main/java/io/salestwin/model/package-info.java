/** {@link io.salestwin.model.SalesModel}: the simulated organisation, compiled from a scenario. */
package io.salestwin.model;

/**
 * {@link io.salestwin.run.Runner}: many replications of one scenario, identical on any number of
 * threads.
 */
package io.salestwin.run;

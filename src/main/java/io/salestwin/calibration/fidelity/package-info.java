/**
 * How like the past a simulated past looks: {@link io.salestwin.calibration.fidelity.Fidelity}
 * learns a scenario from the first half of a history, plays the second half, and measures how far
 * the simulated log is from the one that was observed, beside naive replay of the first half and
 * the distance that luck alone makes.
 *
 * <pre>{@code
 * Fidelity fidelity = Fidelity.of(history, prices, 10, 1, step -> {});
 * double hours = fidelity.of(Measure.CYCLE_TIME).simulated();
 * }</pre>
 */
package io.salestwin.calibration.fidelity;

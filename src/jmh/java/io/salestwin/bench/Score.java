package io.salestwin.bench;

/**
 * What one operation took in the best iteration.
 *
 * @param cpuMs milliseconds of processor time
 * @param wallMs milliseconds on the clock
 * @param bytes bytes allocated
 */
record Score(double cpuMs, double wallMs, double bytes) {}

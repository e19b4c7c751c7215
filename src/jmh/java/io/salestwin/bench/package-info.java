/**
 * What the engine costs, measured beside a peer on the same machine in the same run: {@link
 * io.salestwin.bench.Bench}. Not part of the program that is shipped.
 */
package io.salestwin.bench;

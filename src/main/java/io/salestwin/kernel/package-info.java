/**
 * {@link io.salestwin.kernel.EventQueue}: what happens next in a simulation.
 *
 * <p>The two structures of the hot loop, on primitive arrays and on nothing but the JDK: the
 * future-event list, and {@link io.salestwin.kernel.IntQueue} for everything that waits. Time is a
 * {@code long} in milliseconds; what an event is about is an {@code int} that means something to
 * the caller only.
 *
 * <pre>{@code
 * EventQueue events = new EventQueue(64);
 * events.schedule(5_000, ARRIVAL, lead);
 * while (events.nextTime() < horizon) {
 *   int subject = events.poll();
 *   switch (events.kind()) {
 *     case ARRIVAL -> arrive(events.time(), subject);
 *     case END_OF_WORK -> finish(events.time(), subject);
 *     default -> throw new IllegalStateException("kind " + events.kind());
 *   }
 * }
 * }</pre>
 */
package io.salestwin.kernel;

/**
 * {@link io.salestwin.random.Distribution}: reproducible chance.
 *
 * <p>A draw has an address instead of a place in a queue: {@link io.salestwin.random.Streams} turns
 * (seed, replication, entity, purpose, index) into a uniform, and a {@link
 * io.salestwin.random.Sampler} turns the uniform into a value of a distribution. So a change in one
 * place leaves the luck everywhere else as it was.
 *
 * <pre>{@code
 * Distribution delay = DistributionFamily.of("lognormal", Map.of("median", 3.0, "p90", 9.0));
 * Sampler sampler = delay.compile();
 * Streams streams = new Streams(42);
 * streams.replication(17);
 * long index = Streams.index(stage, visit, 0, 0);
 * double u = streams.uniform(leadId, Purpose.VISIT.code(), index);
 * double days = sampler.sample(u);
 * }</pre>
 *
 * <p>All arithmetic is the same on every processor: the hot path uses {@link
 * io.salestwin.random.Elementary}, everything else {@link java.lang.StrictMath}.
 */
package io.salestwin.random;

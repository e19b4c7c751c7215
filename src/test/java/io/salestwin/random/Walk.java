package io.salestwin.random;

/**
 * Ways through the addresses of {@link Streams} on which consecutive draws are neighbours: a
 * generator that mixed its key or its counter badly would show it along one of them.
 */
enum Walk {
  /** From lead to lead. */
  ENTITY,
  /** From purpose to purpose, 256 of them, then on to the next lead. */
  PURPOSE,
  /** From draw to draw. */
  INDEX,
  /** From replication to replication. */
  REPLICATION,
  /** From seed to seed. */
  SEED,
  /** The two uniforms of each block in turn. */
  SECOND,
  /** As leads draw: several purposes at each touch, visit and stage. */
  LEAD,
  /** Only the high bits of entity and index move, as names and stages do. */
  HIGH;

  /** Where a step stands. */
  private record Address(long seed, int replication, long entity, int purpose, long index) {}

  private Address address(long seed, int i) {
    return switch (this) {
      case ENTITY -> new Address(seed, 0, i, 9, 0);
      case PURPOSE -> new Address(seed, 0, i >>> 8, i & 255, 1);
      case INDEX -> new Address(seed, 0, 5, 9, i);
      case REPLICATION -> new Address(seed, i, 5, 9, 1);
      case SEED -> new Address(seed + i, 0, 5, 9, 1);
      case SECOND -> new Address(seed, 0, 5, 9, i >>> 1);
      case LEAD ->
          new Address(
              seed,
              0,
              0x2A5C_0000_0000_0000L + (i >>> 10),
              Purpose.TOUCH.code() + (i & 7),
              Streams.index(i >>> 3 & 7, i >>> 6 & 3, i >>> 8 & 3, 0));
      case HIGH -> new Address(seed, 0, (long) i << 40, 9, (long) (i & 4095) << 44);
    };
  }

  /** The first uniforms of the walk. */
  double[] draws(long seed, int count) {
    double[] draws = new double[count];
    Streams streams = new Streams(seed);
    for (int i = 0; i < count; i++) {
      Address at = address(seed, i);
      streams = at.seed() == seed ? streams : new Streams(at.seed());
      streams.replication(at.replication());
      double first = streams.uniform(at.entity(), at.purpose(), at.index());
      draws[i] = this == SECOND && (i & 1) == 1 ? streams.second() : first;
    }
    return draws;
  }

  /** The same with all 64 bits of each word; the second word of a block has 52, so not its walk. */
  long[] words(long seed, int count) {
    long[] words = new long[count];
    Streams streams = new Streams(seed);
    for (int i = 0; i < count; i++) {
      Address at = address(seed, i);
      streams = at.seed() == seed ? streams : new Streams(at.seed());
      streams.replication(at.replication());
      words[i] = streams.bits(at.entity(), at.purpose(), at.index());
    }
    return words;
  }
}

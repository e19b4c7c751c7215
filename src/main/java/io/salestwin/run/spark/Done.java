package io.salestwin.run.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What came of a block.
 *
 * @param from number of its first play
 * @param results what came of its plays, up to its end or to the first that failed
 * @param failure why that one failed; null when none did
 * @param <R> what comes of one play
 */
record Done<R>(int from, List<R> results, RuntimeException failure) implements Serializable {

  Optional<RuntimeException> failed() {
    return Optional.ofNullable(failure);
  }
}

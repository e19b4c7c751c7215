package io.salestwin.validation;

import io.salestwin.model.Observer;

/** Sees what no fact of the ledger tells. Used again for each replication, by one thread. */
interface Watcher extends Observer {

  /** Forgets the replication before. */
  void begin();

  /** Sees nothing. */
  final class Nobody implements Watcher {
    @Override
    public void begin() {}

    @Override
    public void see(Step step, long timeMs, long entity, int stage, int rep) {}
  }
}

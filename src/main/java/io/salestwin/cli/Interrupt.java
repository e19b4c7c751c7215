package io.salestwin.cli;

import org.jline.utils.Signals;

/**
 * The first Ctrl-C asks for an early end, so that what is done so far becomes an answer; the second
 * ends the process.
 */
final class Interrupt {

  private static final String CTRL_C = "INT";

  private final Object before;

  private Interrupt(Object before) {
    this.before = before;
  }

  /** From now on the first Ctrl-C does this. */
  static Interrupt first(Runnable stop) {
    Runnable once =
        () -> {
          Signals.registerDefault(CTRL_C);
          stop.run();
        };
    return new Interrupt(Signals.register(CTRL_C, once));
  }

  /** From now on Ctrl-C does again what it did before. */
  void end() {
    if (before != null) {
      Signals.unregister(CTRL_C, before);
    }
  }
}

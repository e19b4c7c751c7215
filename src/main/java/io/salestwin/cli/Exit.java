package io.salestwin.cli;

/** The exit codes of every command. */
final class Exit {
  static final int FINE = 0;
  static final int INTERNAL_ERROR = 1;
  static final int BAD_INPUT = 2;
  static final int THRESHOLD_MISSED = 3;

  private Exit() {}
}

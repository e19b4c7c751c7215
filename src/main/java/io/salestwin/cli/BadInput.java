package io.salestwin.cli;

/**
 * What a person gave cannot be used. The message says where, what, and what to do; it may have
 * several lines. It is printed without a stack trace, and the exit code is 2.
 */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }

  BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}

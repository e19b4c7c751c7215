package io.salestwin.planning;

/**
 * A question that has no answer as it was asked: it names what the scenario does not have, or was
 * stopped before anything was known. The message says what and what to do, in words for the person
 * who asked.
 */
public final class UnanswerableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnanswerableException(String message) {
    super(message);
  }
}

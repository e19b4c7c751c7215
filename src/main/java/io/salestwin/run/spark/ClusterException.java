package io.salestwin.run.spark;

/** Spark cannot be used, or could not end what it was asked for. The message says what to do. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}

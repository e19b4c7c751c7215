package io.salestwin.calibration;

/**
 * An export that cannot be read. The message says where, what, and what to do, in words for the
 * person who gave the file.
 */
public final class ImportProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A problem.
   *
   * @param message what is wrong and what to do, for people
   */
  public ImportProblem(String message) {
    super(message);
  }

  ImportProblem(String message, Throwable cause) {
    super(message, cause);
  }
}

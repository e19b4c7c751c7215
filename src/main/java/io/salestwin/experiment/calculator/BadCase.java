package io.salestwin.experiment.calculator;

/** What was given to a calculator cannot be used: what is wrong, and what to do. */
public final class BadCase extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message what is wrong; what to do
   */
  public BadCase(String message) {
    super(message);
  }

  /**
   * A refusal of what a calculation could not bring to an end.
   *
   * @param message what is wrong; what to do
   * @param cause what went wrong
   */
  BadCase(String message, Throwable cause) {
    super(message, cause);
  }
}

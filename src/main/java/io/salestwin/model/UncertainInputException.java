package io.salestwin.model;

/**
 * An uncertain input was drawn to a value that the model cannot take: the scenario's {@code
 * uncertainty} is too wide for it.
 */
public final class UncertainInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UncertainInputException(String lever, String reason) {
    super(
        "uncertainty."
            + lever
            + ": "
            + reason
            + "; use a distribution that stays inside (a beta for chances, a truncated normal, a"
            + " gamma or lognormal for rates)");
  }
}

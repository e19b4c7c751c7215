package io.salestwin.scenario;

/**
 * A scenario that reads well turned out, while it was played, not to be playable. The message says
 * where, what and what to do.
 */
public final class ImpossibleScenarioException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * A scenario that cannot be played.
   *
   * @param path the lever or part that it lies at
   * @param message what is wrong and what to do, in words for people
   */
  public ImpossibleScenarioException(String path, String message) {
    super(path + ": " + message);
  }
}

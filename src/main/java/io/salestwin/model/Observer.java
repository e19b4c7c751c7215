package io.salestwin.model;

/**
 * Sees every step of a lead while a replication plays. Meant for tests, traces and stories; a
 * replication without one loses no time.
 */
@FunctionalInterface
public interface Observer {

  /** What happened. */
  enum Step {
    /** The lead arrived. */
    ARRIVED,
    /** The lead entered a stage. */
    ENTERED,
    /** A rep became the lead's owner. */
    OWNED,
    /** The owner let the lead go. */
    RELEASED,
    /** A rep began a touch. */
    TOUCH_BEGAN,
    /** A rep ended a touch. */
    TOUCH_ENDED,
    /** The buyers' delay began. */
    BUYER,
    /** The lead left the stage forwards. */
    ADVANCED,
    /** The lead left the stage backwards. */
    REGRESSED,
    /** The lead was lost for good. */
    LOST,
    /** The lead became dormant. */
    DORMANT,
    /** The lead returned. */
    RETURNED,
    /** The lead was won. */
    WON
  }

  /**
   * Called at every step, in the order of the events.
   *
   * @param step what happened
   * @param timeMs when, in milliseconds from the start (negative in the warm-up)
   * @param entity the lead's identity
   * @param stage index of its stage
   * @param rep index of the rep, -1 when none takes part
   */
  void see(Step step, long timeMs, long entity, int stage, int rep);
}

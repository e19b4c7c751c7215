package io.salestwin.model;

import java.util.List;

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
    /** A touch broke off because its rep went, or is away and covered for; it will begin again. */
    TOUCH_CUT,
    /** The buyers' delay began. */
    BUYER,
    /** The lead left the stage forwards. */
    ADVANCED,
    /** The lead left the stage backwards. */
    REGRESSED,
    /** The lead had not moved for too long and was sent back to be qualified again. */
    REQUALIFIED,
    /** The lead was lost for good. */
    LOST,
    /** The lead became dormant. */
    DORMANT,
    /** The lead returned. */
    RETURNED,
    /** The lead was won. */
    WON
  }

  /** What happens to a customer. */
  enum Life {
    /** The customer is live from now on. */
    LIVE,
    /** The contract ended and was renewed, perhaps at another price. */
    RENEWED,
    /** The customer was offered more and did not take it. */
    DECLINED,
    /** The customer was offered more and took it. */
    EXPANDED,
    /** The customer has left; when the contract ended, did not renew. */
    LEFT
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

  /**
   * Called once for every lead before its first step.
   *
   * @param entity the lead's identity
   * @param source index of its source
   * @param segment index of its segment
   * @param product index of its product
   * @param valueCents its annual contract value
   */
  default void meet(long entity, int source, int segment, int product, long valueCents) {}

  /**
   * Called for every deal of the starting pipeline that is not stale, in place of {@link
   * Step#ARRIVED} and {@link Step#ENTERED}.
   *
   * @param entity the deal's identity
   * @param stage index of the stage in which it stands on day one
   * @param sinceMs when it entered the stage, 0 or before
   */
  default void opened(long entity, int stage, long sinceMs) {}

  /**
   * Called when a lead begins to wait for a rep: for an owner or for a touch.
   *
   * @param timeMs when, in milliseconds from the start
   * @param entity the lead's identity
   * @param role index of the role that it waits for
   */
  default void waits(long timeMs, long entity, int role) {}

  /**
   * Called before {@link Step#LOST} and {@link Step#DORMANT}.
   *
   * @param entity the lead's identity
   * @param reason index of the reason
   */
  default void because(long entity, int reason) {}

  /**
   * Called after {@link #meet}.
   *
   * @param entity the lead's identity
   * @param quality its quality, from 0 to 1
   */
  default void rated(long entity, double quality) {}

  /**
   * Called after {@link #meet}, in a scenario with competitors.
   *
   * @param entity the lead's identity
   * @param competitor index of the member of {@link Dimension#COMPETITOR}: 0 if it meets nobody
   */
  default void against(long entity, int competitor) {}

  /**
   * Called when the outcome of a visit is drawn: at {@link Step#BUYER}, and for a deal of the
   * starting pipeline after {@link #opened}. The lead leaves when the delay of the outcome has
   * passed, or before that when its time-out fires.
   *
   * @param timeMs when, in milliseconds from the start
   * @param entity the lead's identity
   * @param odds what moved the odds, and the draw
   */
  default void decides(long timeMs, long entity, Odds odds) {}

  /**
   * Called before {@link Step#TOUCH_BEGAN}.
   *
   * @param entity the lead's identity
   * @param activity index of the activity that begins
   */
  default void begins(long entity, int activity) {}

  /**
   * Called after {@link Step#TOUCH_ENDED}.
   *
   * @param entity the lead's identity
   * @param activity index of the activity
   */
  default void touched(long entity, int activity) {}

  /**
   * Called when a rep begins or ceases to be at work: comes, goes, is away or is back. A touch in
   * progress pauses meanwhile. Who is there at the beginning is not told.
   *
   * @param timeMs when, in milliseconds from the start
   * @param rep index of the rep
   * @param working whether the rep is at work from now on
   * @param present whether the rep is with the firm
   */
  default void staffed(long timeMs, int rep, boolean working, boolean present) {}

  /**
   * Called when something happens to a customer. Those of day one are live at 0.
   *
   * @param life what happened
   * @param timeMs when, in milliseconds from the start (negative in the warm-up)
   * @param entity the customer's identity, which is that of the lead that was won
   * @param segment index of the segment
   * @param arrCents what the customer pays in a year from now on; of one who leaves, until now
   */
  default void customer(Life life, long timeMs, long entity, int segment, long arrCents) {}

  /**
   * A rep whom routing could choose.
   *
   * @param rep index of the rep
   * @param score what the routing gives him; not a number where reps take turns or the load alone
   *     decides
   * @param factors for weighted routing each factor, 0 where its weight is 0; else empty
   */
  record Candidate(int rep, double score, List<Double> factors) {}

  /**
   * Called before {@link Step#OWNED}, when routing chooses.
   *
   * @param timeMs when, in milliseconds from the start
   * @param entity the lead's identity
   * @param candidates everybody who could take the lead
   */
  default void routed(long timeMs, long entity, List<Candidate> candidates) {}
}

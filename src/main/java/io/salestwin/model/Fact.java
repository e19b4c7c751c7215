package io.salestwin.model;

/**
 * What one replication leaves behind: the only things that the engine records. Counts are numbers
 * of leads unless said otherwise, durations sums of milliseconds, money sums of cents, areas sums
 * of things times milliseconds.
 */
public enum Fact {
  /** Leads that arrived. */
  LEADS(Dimension.SOURCE),
  /** Leads that arrived, by segment. */
  LEADS_BY_SEGMENT(Dimension.SEGMENT),
  /** Leads that arrived, by week. */
  LEADS_BY_WEEK(Dimension.WEEK),
  /** Leads that became opportunities. */
  OPPORTUNITIES(Dimension.SOURCE),
  /** Leads that became opportunities, by segment. */
  OPPORTUNITIES_BY_SEGMENT(Dimension.SEGMENT),
  /** Leads that became opportunities, by product. */
  OPPORTUNITIES_BY_PRODUCT(Dimension.PRODUCT),
  /** Value of the leads that became opportunities. */
  PIPELINE_CREATED(Dimension.ALL),
  /** Leads won. */
  WON(Dimension.ORIGIN),
  /** Leads won, by source. */
  WON_BY_SOURCE(Dimension.SOURCE),
  /** Leads won, by segment. */
  WON_BY_SEGMENT(Dimension.SEGMENT),
  /** Leads won, by product. */
  WON_BY_PRODUCT(Dimension.PRODUCT),
  /** Leads won, by the rep who owned them. */
  WON_BY_REP(Dimension.REP),
  /** Annual contract value won. */
  BOOKINGS(Dimension.ORIGIN),
  /** Annual contract value won, by source. */
  BOOKINGS_BY_SOURCE(Dimension.SOURCE),
  /** Annual contract value won, by segment. */
  BOOKINGS_BY_SEGMENT(Dimension.SEGMENT),
  /** Annual contract value won, by product. */
  BOOKINGS_BY_PRODUCT(Dimension.PRODUCT),
  /** Annual contract value won, by the rep who owned the deal. */
  BOOKINGS_BY_REP(Dimension.REP),
  /** Won amount in the basis of the targets (cents, or deals). */
  TARGET_AMOUNT(Dimension.ORIGIN),
  /** Won amount in the basis of the targets, by month of the fiscal quarter. */
  TARGET_AMOUNT_BY_QUARTER_MONTH(Dimension.QUARTER_MONTH),
  /** Won amount in the basis of the targets, by week. */
  TARGET_AMOUNT_BY_WEEK(Dimension.WEEK),
  /** Total contract value won. */
  CONTRACT_VALUE(Dimension.ALL),
  /** Gross margin of the annual contract value won, after what partners keep. */
  MARGIN(Dimension.ALL),
  /** Gross margin of the annual contract value won, after what partners keep, by source. */
  MARGIN_BY_SOURCE(Dimension.SOURCE),
  /** What partners keep of the annual contract value won. */
  PARTNER_SHARE(Dimension.SOURCE),
  /** Annual contract value given up by discounts at the end of a quarter. */
  DISCOUNT(Dimension.ALL),
  /** Leads lost for good, by reason, time-outs and cold leads included. */
  LOST(Dimension.REASON),
  /** Opportunities lost for good. */
  LOST_OPPORTUNITIES(Dimension.ALL),
  /** Opportunities lost for good, by source. */
  LOST_OPPORTUNITIES_BY_SOURCE(Dimension.SOURCE),
  /** Opportunities lost for good, by segment. */
  LOST_OPPORTUNITIES_BY_SEGMENT(Dimension.SEGMENT),
  /** Opportunities lost for good, by product. */
  LOST_OPPORTUNITIES_BY_PRODUCT(Dimension.PRODUCT),
  /** Opportunities lost for good, by the rep who owned them. */
  LOST_OPPORTUNITIES_BY_REP(Dimension.REP),
  /** Value of the opportunities lost for good. */
  LOST_VALUE(Dimension.ALL),
  /** Opportunities created in the period and won since. */
  CREATED_AND_WON(Dimension.ALL),
  /** Opportunities created in the period and lost for good since. */
  CREATED_AND_LOST(Dimension.ALL),
  /** Lost leads that went dormant, to return later. */
  RECYCLED(Dimension.ALL),
  /** Dormant leads that returned. */
  RETURNED(Dimension.ALL),
  /** Visits begun. */
  ENTERED(Dimension.STAGE),
  /** Visits that ended in advancing or winning. */
  ADVANCED(Dimension.STAGE),
  /** Visits that ended in going back. */
  REGRESSED(Dimension.STAGE),
  /** Visits that ended in a loss at the exit. */
  STAGE_LOST(Dimension.STAGE),
  /** Visits that ended by time-out. */
  TIMED_OUT(Dimension.STAGE),
  /** Visits that ended because patience ran out. */
  WENT_COLD(Dimension.STAGE),
  /** Sum over ended visits of the time waiting for a rep. */
  QUEUE_MS(Dimension.STAGE),
  /** Sum over ended visits of the time in rep work and gaps between repeats. */
  WORK_MS(Dimension.STAGE),
  /** Sum over ended visits of the time waiting for the buyer. */
  BUYER_MS(Dimension.STAGE),
  /** Leads in the stage times milliseconds; read by no KPI, kept for the conservation laws. */
  STAGE_AREA(Dimension.STAGE),
  /** First touches done. */
  FIRST_TOUCHES(Dimension.STAGE),
  /** Sum over first touches of the wait from the entry. */
  RESPONSE_MS(Dimension.STAGE),
  /** Exits decided by the odds. */
  DECIDED(Dimension.STAGE),
  /** Sum over decided exits of the stated chance to advance, in millionths. */
  STATED(Dimension.STAGE),
  /**
   * Sum over decided exits of the effect of segment, product and source, in millionths of log-odds.
   */
  EFFECT_KIND(Dimension.STAGE),
  /** Sum over decided exits of the effect of quality, in millionths of log-odds. */
  EFFECT_QUALITY(Dimension.STAGE),
  /** Sum over decided exits of the effect of the owner's skill, in millionths of log-odds. */
  EFFECT_SKILL(Dimension.STAGE),
  /** Sum over decided exits of the effect of the response time, in millionths of log-odds. */
  EFFECT_RESPONSE(Dimension.STAGE),
  /** Sum over decided exits of the effect of the season, in millionths of log-odds. */
  EFFECT_SEASON(Dimension.STAGE),
  /** Sum over decided exits of the effect of shocks, in millionths of log-odds. */
  EFFECT_SHOCK(Dimension.STAGE),
  /** Sum over decided exits of the effect of the end-of-quarter push, in millionths of log-odds. */
  EFFECT_PUSH(Dimension.STAGE),
  /** Touches done, by activity. */
  TOUCHES(Dimension.ACTIVITY),
  /** Time that reps worked, on the working clock. */
  BUSY_MS(Dimension.ROLE),
  /** Time that reps could have worked, on the working clock. */
  AVAILABLE_MS(Dimension.ROLE),
  /** Owned open leads times milliseconds. */
  OPEN_AREA(Dimension.ROLE),
  /** Leads that wait for a rep of the role, times milliseconds. */
  WAITING_AREA(Dimension.ROLE),
  /** Leads open in the stage when the period began. */
  OPEN_AT_START(Dimension.STAGE),
  /** Value of the leads open in the stage when the period began. */
  OPEN_VALUE_AT_START(Dimension.STAGE),
  /**
   * Value of the leads open in the stage when the period began times their stated chance to win.
   */
  WEIGHTED_VALUE_AT_START(Dimension.STAGE),
  /** Leads open in the stage when the period ended. */
  OPEN_AT_END(Dimension.STAGE),
  /** Value of the leads open in the stage when the period ended. */
  OPEN_VALUE_AT_END(Dimension.STAGE),
  /** Sum over the leads open in the stage when the period ended of their time in it so far. */
  OPEN_AGE_AT_END_MS(Dimension.STAGE),
  /** Stale deals of the opening pipeline: too old ever to win. */
  STALE(Dimension.ALL),
  /** Value of the stale deals. */
  STALE_VALUE(Dimension.ALL),
  /** Leads dormant when the period ended; read by no KPI, kept for the conservation laws. */
  DORMANT_AT_END(Dimension.ALL),
  /**
   * Leads open or dormant, stale ones included, when the period ended; read by no KPI, kept for the
   * conservation laws.
   */
  ALIVE_AT_END(Dimension.ALL),
  /**
   * Leads open or dormant, stale ones included, when the period began; read by no KPI, kept for the
   * conservation laws.
   */
  ALIVE_AT_START(Dimension.ALL),
  /** Sum over won deals of the time from opportunity to win. */
  WON_CYCLE_MS(Dimension.ALL),
  /** Sum over won deals of the time from arrival to win. */
  WON_LEAD_TIME_MS(Dimension.ALL),
  /** Sum over lost opportunities of the time from opportunity to loss. */
  LOST_CYCLE_MS(Dimension.ALL),
  /** Shocks that struck. */
  SHOCKS(Dimension.SHOCK),
  /** Time for which a shock lasted. */
  SHOCK_MS(Dimension.SHOCK),
  /** Times from opportunity to win. */
  WON_CYCLES(Dimension.DURATION),
  /** Times from opportunity to loss. */
  LOST_CYCLES(Dimension.DURATION),
  /** Times from entry to first touch, in the first stage only. */
  RESPONSES(Dimension.DURATION);

  private final Dimension dimension;

  Fact(Dimension dimension) {
    this.dimension = dimension;
  }

  /**
   * By what the fact is counted, besides the period.
   *
   * @return its dimension
   */
  public Dimension dimension() {
    return dimension;
  }
}

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
  /** Leads that arrived, by territory. */
  LEADS_BY_TERRITORY(Dimension.TERRITORY),
  /** Leads that arrived, by week. */
  LEADS_BY_WEEK(Dimension.WEEK),
  /** What they cost above what is stated, or below it. */
  LEAD_COST_SHIFT(Dimension.SOURCE),
  /** Leads that became opportunities. */
  OPPORTUNITIES(Dimension.SOURCE),
  /** Leads that became opportunities, by segment. */
  OPPORTUNITIES_BY_SEGMENT(Dimension.SEGMENT),
  /** Leads that became opportunities, by territory. */
  OPPORTUNITIES_BY_TERRITORY(Dimension.TERRITORY),
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
  /** Leads won, by territory. */
  WON_BY_TERRITORY(Dimension.TERRITORY),
  /** Leads won, by the rep who owned them. */
  WON_BY_REP(Dimension.REP),
  /** Annual contract value won. */
  BOOKINGS(Dimension.ORIGIN),
  /** Annual contract value won, by source. */
  BOOKINGS_BY_SOURCE(Dimension.SOURCE),
  /** Annual contract value won, by the source that the lead met first. */
  BOOKINGS_FIRST_TOUCH(Dimension.SOURCE),
  /** Annual contract value won, by the source that the lead met last. */
  BOOKINGS_LAST_TOUCH(Dimension.SOURCE),
  /** Annual contract value won, in equal parts by all sources that the lead met. */
  BOOKINGS_LINEAR(Dimension.SOURCE),
  /** Annual contract value won, by segment. */
  BOOKINGS_BY_SEGMENT(Dimension.SEGMENT),
  /** Annual contract value won, by product. */
  BOOKINGS_BY_PRODUCT(Dimension.PRODUCT),
  /** Annual contract value won, by territory. */
  BOOKINGS_BY_TERRITORY(Dimension.TERRITORY),
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
  /** Gross margin of the annual contract value won, by the rep who owned the deal. */
  MARGIN_BY_REP(Dimension.REP),
  /** Leads won, by band of their value. */
  WON_BY_SIZE(Dimension.SIZE_BAND),
  /** Annual contract value won, by band of the deals' value. */
  BOOKINGS_BY_SIZE(Dimension.SIZE_BAND),
  /** Opportunities lost for good, by band of their value. */
  LOST_OPPORTUNITIES_BY_SIZE(Dimension.SIZE_BAND),
  /** Deals won, by the competitor whom they met. */
  WON_BY_COMPETITOR(Dimension.COMPETITOR),
  /** Annual contract value of the deals won, by the competitor whom they met. */
  BOOKINGS_BY_COMPETITOR(Dimension.COMPETITOR),
  /** Opportunities lost for good, by the competitor whom they met. */
  LOST_OPPORTUNITIES_BY_COMPETITOR(Dimension.COMPETITOR),
  /** Leads won, by bin of their value. */
  WON_VALUES(Dimension.VALUE),
  /** Annual contract value won, by bin of the deals' value. */
  BOOKINGS_BY_VALUE(Dimension.VALUE),
  /** Leads lost for good, by reason, time-outs and cold leads included. */
  LOST(Dimension.REASON),
  /** Leads won, by bin of their score. */
  SCORES_WON(Dimension.SCORE),
  /** Leads lost for good, by bin of their score. */
  SCORES_LOST(Dimension.SCORE),
  /** Opportunities lost for good. */
  LOST_OPPORTUNITIES(Dimension.ALL),
  /** Opportunities lost for good, by source. */
  LOST_OPPORTUNITIES_BY_SOURCE(Dimension.SOURCE),
  /** Opportunities lost for good, by segment. */
  LOST_OPPORTUNITIES_BY_SEGMENT(Dimension.SEGMENT),
  /** Opportunities lost for good, by product. */
  LOST_OPPORTUNITIES_BY_PRODUCT(Dimension.PRODUCT),
  /** Opportunities lost for good, by territory. */
  LOST_OPPORTUNITIES_BY_TERRITORY(Dimension.TERRITORY),
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
  /** Sum over decided exits of the effect of a new owner's ramp, in millionths of log-odds. */
  EFFECT_RAMP(Dimension.STAGE),
  /** Sum over decided exits of the effect of lost owners, in millionths of log-odds. */
  EFFECT_HAND_OVER(Dimension.STAGE),
  /** Sum over decided exits of the effect of the owner's expertise, in millionths of log-odds. */
  EFFECT_EXPERTISE(Dimension.STAGE),
  /** Sum over decided exits of the effect of what was taught, in millionths of log-odds. */
  EFFECT_TRAINING(Dimension.STAGE),
  /** Sum over decided exits of the effect of the territory, in millionths of log-odds. */
  EFFECT_TERRITORY(Dimension.STAGE),
  /** Sum over decided exits of the effect of the account's tier, in millionths of log-odds. */
  EFFECT_TIER(Dimension.STAGE),
  /** Sum over decided exits of the effect of the onboarding backlog, in millionths of log-odds. */
  EFFECT_BACKLOG(Dimension.STAGE),
  /** Sum over decided exits of the effect of slips, in millionths of log-odds. */
  EFFECT_SLIPS(Dimension.STAGE),
  /** Sum over decided exits of the effect of having no next step, in millionths of log-odds. */
  EFFECT_NEXT_STEP(Dimension.STAGE),
  /** Sum over decided exits of the effect of the owner's pace, in millionths of log-odds. */
  EFFECT_PACE(Dimension.STAGE),
  /** Sum over decided exits of the drift of the owner's skill, in millionths of log-odds. */
  EFFECT_DRIFT(Dimension.STAGE),
  /** Sum over decided exits of the effect of the competitor, in millionths of log-odds. */
  EFFECT_COMPETITOR(Dimension.STAGE),
  /** Times that an open opportunity passed its planned close. */
  SLIPS(Dimension.ALL),
  /** Opportunities that passed a planned close for the first time. */
  FIRST_SLIPS(Dimension.ALL),
  /** Opportunities that were won or lost, or went dormant, and had never slipped. */
  CLOSED_ON_PLAN(Dimension.ALL),
  /** Closes planned anew at the limit of slips. */
  REVIEWS(Dimension.ALL),
  /** Visits to pipeline stages whose buyers' delay began. */
  STEPS_DUE(Dimension.STAGE),
  /** Those of them that had a next step. */
  STEPS_AGREED(Dimension.STAGE),
  /** Visits that became longer than the rule about stale deals allows. */
  GONE_STALE(Dimension.STAGE),
  /** Visits that ended because a stale deal was closed as lost. */
  STALE_LOST(Dimension.STAGE),
  /** Visits that ended because a stale deal was sent back to be requalified. */
  REQUALIFIED(Dimension.STAGE),
  /** Stale deals times milliseconds. */
  STALE_AREA(Dimension.ALL),
  /** Touches done on deals that are or have been stale. */
  STALE_TOUCHES(Dimension.ALL),
  /** Time that reps worked on deals that are or have been stale, on the working clock. */
  STALE_WORK_MS(Dimension.ROLE),
  /** Opportunities that stood in the category when the period began. */
  CATEGORY_DEALS(Dimension.CATEGORY),
  /** Sum over them of the true chance to be won, in millionths. */
  CATEGORY_CHANCE(Dimension.CATEGORY),
  /** Sum over them of the chance that their reps believed in, in millionths. */
  CATEGORY_BELIEF(Dimension.CATEGORY),
  /** Value of those of them that were planned to close in the period. */
  CATEGORY_VALUE(Dimension.CATEGORY),
  /**
   * Those of them that could ripen: two median won cycles before the end of the horizon or more.
   */
  CATEGORY_RIPE(Dimension.CATEGORY),
  /** Those of these that were won within two median won cycles. */
  CATEGORY_RIPE_WON(Dimension.CATEGORY),
  /** Those of them that have been won since. */
  CATEGORY_WON(Dimension.CATEGORY),
  /** Those of them that have been lost since, or went dormant. */
  CATEGORY_LOST(Dimension.CATEGORY),
  /** Value of those of them that were won in the period. */
  CATEGORY_WON_VALUE(Dimension.CATEGORY),
  /** Value times stated chance of the deals planned to close in the period when it began. */
  FORECAST_WEIGHTED(Dimension.ALL),
  /** The same, less for each slip, and by how often the deal's rep wins. */
  FORECAST_ADJUSTED(Dimension.ALL),
  /** Value won in the period from opportunities that were open when it began. */
  WON_FROM_PIPELINE(Dimension.ALL),
  /** Value that came into the commit of the period and left it. */
  COMMIT_MOVES(Dimension.COMMIT_MOVE),
  /** Commits that were inspected. */
  INSPECTED(Dimension.ALL),
  /** Commits that an inspection moved down to best case. */
  INSPECTED_DOWN(Dimension.ALL),
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
  /** Time that the seat was taken. */
  PRESENT_MS(Dimension.REP),
  /** Time that the seat was taken, each moment weighted by the share of the quota. */
  QUOTA_MS(Dimension.REP),
  /** Time that reps were with the firm, each moment weighted by the share of the full speed. */
  RAMPED_MS(Dimension.ROLE),
  /** Reps who came. */
  HIRED(Dimension.ROLE),
  /** Reps who went. */
  LEFT(Dimension.ROLE),
  /** Leads that lost an owner of the role who went, or was away and covered for. */
  HANDED_OVER(Dimension.ROLE),
  /** Reps who were taught, once for each lesson. */
  TAUGHT(Dimension.ROLE),
  /** Cost of what they were taught. */
  TRAINING_COST(Dimension.ALL),
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
  RESPONSES(Dimension.DURATION),
  /** Deals won that became customers to be taken in. */
  SIGNED(Dimension.SEGMENT),
  /** Customers that went live. */
  WENT_LIVE(Dimension.SEGMENT),
  /** Annual recurring revenue that went live. */
  NEW_ARR(Dimension.SEGMENT),
  /** Sum over the customers that went live of the time from the win. */
  GO_LIVE_MS(Dimension.SEGMENT),
  /** Customers that went live after an onboarding that went badly. */
  ONBOARDING_FAILED(Dimension.SEGMENT),
  /** New customers that wait to be taken in, times milliseconds. */
  ONBOARDING_WAITING_AREA(Dimension.ALL),
  /** Customers signed and not yet live when the period began. */
  PENDING_AT_START(Dimension.SEGMENT),
  /** Annual recurring revenue signed and not yet live when the period began. */
  PENDING_ARR_AT_START(Dimension.SEGMENT),
  /** Customers signed and not yet live when the period ended. */
  PENDING_AT_END(Dimension.SEGMENT),
  /** Annual recurring revenue signed and not yet live when the period ended. */
  PENDING_ARR_AT_END(Dimension.SEGMENT),
  /** Live customers when the period began. */
  CUSTOMERS_AT_START(Dimension.SEGMENT),
  /** Annual recurring revenue when the period began. */
  ARR_AT_START(Dimension.SEGMENT),
  /** Live customers when the period ended. */
  CUSTOMERS_AT_END(Dimension.SEGMENT),
  /** Annual recurring revenue when the period ended. */
  ARR_AT_END(Dimension.SEGMENT),
  /** Customers there at the period's beginning and still at its end. */
  COHORT_CUSTOMERS(Dimension.SEGMENT),
  /** Annual recurring revenue at the period's end of those there at its beginning. */
  COHORT_ARR(Dimension.SEGMENT),
  /** The same, of each no more than at the period's beginning. */
  COHORT_ARR_KEPT(Dimension.SEGMENT),
  /** Customers there on day one and still at the period's end. */
  FIRST_CUSTOMERS(Dimension.SEGMENT),
  /** Annual recurring revenue at the period's end of those there on day one. */
  FIRST_ARR(Dimension.SEGMENT),
  /** The same, of each no more than on day one. */
  FIRST_ARR_KEPT(Dimension.SEGMENT),
  /** Contracts that ended. */
  RENEWALS_DUE(Dimension.SEGMENT),
  /** Contracts that were renewed. */
  RENEWED(Dimension.SEGMENT),
  /** Customers that left. */
  CHURNED(Dimension.SEGMENT),
  /** Annual recurring revenue that left with them. */
  CHURNED_ARR(Dimension.SEGMENT),
  /** Annual recurring revenue given up by customers that stayed. */
  CONTRACTION_ARR(Dimension.SEGMENT),
  /** Annual recurring revenue added by customers and by rises of price. */
  EXPANSION_ARR(Dimension.SEGMENT),
  /** Annual recurring revenue that customers bought more, by the rep who had won them. */
  EXPANSION_BY_REP(Dimension.REP),
  /** Offers made to customers to buy more. */
  EXPANSION_OFFERS(Dimension.SEGMENT),
  /** Offers that were taken. */
  EXPANSIONS(Dimension.SEGMENT),
  /** Revenue recognised. */
  REVENUE(Dimension.SEGMENT),
  /** Revenue recognised, by product. */
  REVENUE_BY_PRODUCT(Dimension.PRODUCT),
  /** Cost of delivering what became revenue. */
  DELIVERY_COST(Dimension.SEGMENT),
  /** Cost of delivering what became revenue, by product. */
  DELIVERY_COST_BY_PRODUCT(Dimension.PRODUCT),
  /** Cost of customer success. */
  SUCCESS_COST(Dimension.SEGMENT),
  /** Cost of customer success, by product. */
  SUCCESS_COST_BY_PRODUCT(Dimension.PRODUCT),
  /** Overhead. */
  OVERHEAD_COST(Dimension.SEGMENT),
  /** Overhead, by product. */
  OVERHEAD_COST_BY_PRODUCT(Dimension.PRODUCT),
  /** Sum over the deals won of the margin that the customer is expected to bring while he stays. */
  LIFETIME_VALUE(Dimension.SEGMENT);

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

package io.salestwin.metrics;

/** By what a KPI can be divided, besides the period: one dimension at a time, never crossed. */
public enum Slice {
  /** Not divided. */
  ALL,
  /** By source of the lead. */
  SOURCE,
  /** By segment. */
  SEGMENT,
  /** By product. */
  PRODUCT,
  /** By stage. */
  STAGE,
  /** By role. */
  ROLE,
  /** By rep. */
  REP,
  /** By territory. */
  TERRITORY,
  /** By reason of the loss. */
  REASON,
  /** By activity of the touches. */
  ACTIVITY,
  /** By whether the deal was open on day one or came later. */
  ORIGIN,
  /** By month of the fiscal quarter. */
  QUARTER_MONTH,
  /** By forecast category. */
  CATEGORY,
  /** By how value comes into the commit of a period and leaves it. */
  COMMIT_MOVE,
  /** By shock. */
  SHOCK,
  /** By band of the annual contract value. */
  SIZE_BAND,
  /** By the competitor whom the lead meets. */
  COMPETITOR,
  /** By tier of the health score. */
  HEALTH_TIER,
  /** By KPI of the health score. */
  HEALTH_MEASURE,
  /** By alert. */
  ALERT,
  /** By how many of the biggest deals. */
  BIGGEST,
  /** By week from the start, whole horizon. */
  WEEK;

  /** Whether its members are shown for each period, not only for the whole horizon. */
  boolean isByPeriod() {
    return switch (this) {
      case ORIGIN, CATEGORY, COMMIT_MOVE, HEALTH_TIER, HEALTH_MEASURE, ALERT, BIGGEST -> true;
      default -> false;
    };
  }
}

package io.salestwin.model;

/** By what a fact is counted, besides the period: one dimension at a time. */
public enum Dimension {
  /** One figure for all. */
  ALL,
  /** By source. */
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
  /** By reason of a loss. */
  REASON,
  /** By activity of a touch. */
  ACTIVITY,
  /** Open on day one (0), or arrived later (1). */
  ORIGIN,
  /** By month of the fiscal quarter: first, second, third. */
  QUARTER_MONTH,
  /** By week from the start; such a fact is kept once, not by period. */
  WEEK,
  /** By forecast category. */
  CATEGORY,
  /** By how value comes into the commit of a period and leaves it. */
  COMMIT_MOVE,
  /** By shock. */
  SHOCK,
  /** By band of the annual contract value. */
  SIZE_BAND,
  /** By the competitor whom the lead meets, after those who meet nobody. */
  COMPETITOR,
  /** By bin of a value, see {@link ValueBins}. */
  VALUE,
  /** By bin of a lead's score, see {@link Scores}; one bin where no score is noisy. */
  SCORE,
  /** By bin of a duration, see {@link DurationBins}. */
  DURATION;

  /** Whether the members are bins, many of which stay empty. */
  boolean isHistogram() {
    return this == VALUE || this == DURATION;
  }
}

package io.salestwin.model;

/**
 * A named effect on the log-odds of advancing: what a lead, its owner or the day differ by from the
 * reference lead. The one list of effects, in the order in which they are added up.
 */
public enum Effect {
  /** Segment, product and source together. */
  KIND("segment, product and source", Fact.EFFECT_KIND),
  /** The lead's quality. */
  QUALITY("lead quality", Fact.EFFECT_QUALITY),
  /** The owner's skill. */
  SKILL("rep skill", Fact.EFFECT_SKILL),
  /** The wait for the first touch. */
  RESPONSE("response time", Fact.EFFECT_RESPONSE),
  /** The season on the day on which the lead would advance. */
  SEASON("season", Fact.EFFECT_SEASON),
  /** The shocks that last on the day on which the lead would advance. */
  SHOCK("shocks", Fact.EFFECT_SHOCK),
  /** The push at the end of the quarter in which the lead would advance. */
  PUSH("end-of-quarter push", Fact.EFFECT_PUSH);

  private final String words;
  private final Fact fact;

  Effect(String words, Fact fact) {
    this.words = words;
    this.fact = fact;
  }

  /**
   * What people call it.
   *
   * @return such as {@code rep skill}
   */
  public String words() {
    return words;
  }

  /**
   * Where its sum over decided exits is kept, by stage, in millionths of log-odds.
   *
   * @return the fact
   */
  public Fact fact() {
    return fact;
  }
}

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
  /** What a new owner still lacks of the full speed. */
  RAMP("ramp", Fact.EFFECT_RAMP),
  /** Owners who left the firm. */
  HAND_OVER("hand-overs", Fact.EFFECT_HAND_OVER),
  /** How well the owner knows the lead's segment. */
  EXPERTISE("expertise", Fact.EFFECT_EXPERTISE),
  /** What the owner was taught. */
  TRAINING("training", Fact.EFFECT_TRAINING),
  /** The lead's territory. */
  TERRITORY("territory", Fact.EFFECT_TERRITORY),
  /** The tier of the lead's account. */
  TIER("tier", Fact.EFFECT_TIER),
  /** New customers that wait to be taken in, at the last stage. */
  BACKLOG("onboarding backlog", Fact.EFFECT_BACKLOG),
  /** The slips of the planned close that there would be by then. */
  SLIPS("slipped close dates", Fact.EFFECT_SLIPS),
  /** Having no next step. */
  NEXT_STEP("no next step", Fact.EFFECT_NEXT_STEP),
  /** The shocks that last on the day on which the lead would advance. */
  SHOCK("shocks", Fact.EFFECT_SHOCK),
  /** The push at the end of the quarter in which the lead would advance. */
  PUSH("end-of-quarter push", Fact.EFFECT_PUSH),
  /** More touches a day asked of the owner than go well. */
  PACE("pace of work", Fact.EFFECT_PACE),
  /** What the owner has learnt or lost by himself. */
  DRIFT("skill drift", Fact.EFFECT_DRIFT),
  /** The competitor whom the lead meets. */
  COMPETITOR("competitor", Fact.EFFECT_COMPETITOR);

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

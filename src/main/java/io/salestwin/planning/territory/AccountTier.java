package io.salestwin.planning.territory;

/** How much an account deserves, by its score. */
public enum AccountTier {
  /** 80 to 100 points. */
  T1(80, 3),
  /** 50 to under 80 points. */
  T2(50, 2),
  /** Under 50 points. */
  T3(0, 1);

  private final double from;
  private final int moveWeight;

  AccountTier(double from, int moveWeight) {
    this.from = from;
    this.moveWeight = moveWeight;
  }

  /**
   * The tier of a score.
   *
   * @param score from 0 to 100
   * @return the first tier that it reaches
   */
  public static AccountTier of(double score) {
    return score >= T1.from ? T1 : score >= T2.from ? T2 : T3;
  }

  /**
   * How much more moving such an account disturbs than moving one of the last tier.
   *
   * @return 1 for the last tier
   */
  public int moveWeight() {
    return moveWeight;
  }
}

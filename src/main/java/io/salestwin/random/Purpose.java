package io.salestwin.random;

/**
 * What a draw is for. Two purposes never share a draw, so adding one leaves the luck of all others
 * as it was. The code of a purpose is part of every result's reproducibility: never change one, and
 * give a new purpose the next free number.
 */
public enum Purpose {
  /** When the next lead of a source arrives. */
  ARRIVAL(1),
  /** Which segment a lead belongs to. */
  SEGMENT(2),
  /** Which product a lead is about. */
  PRODUCT(3),
  /** Which territory a lead lies in. */
  TERRITORY(4),
  /** How good a lead is. */
  QUALITY(5),
  /** How much a lead is worth. */
  VALUE(6),
  /** How much work a touch takes. */
  EFFORT(7),
  /** Whether the buyer's answer stops further touches. */
  STOP(8),
  /** How a lead leaves a stage. */
  EXIT(9),
  /** How long the buyer takes when the lead advances. */
  DELAY_ADVANCE(10),
  /** How long the buyer takes when the lead is lost. */
  DELAY_LOST(11),
  /** How long the buyer takes when the lead goes back. */
  DELAY_REGRESS(12),
  /** Why a lead is lost. */
  REASON(13),
  /** Whether and when a lost lead comes back. */
  RECYCLE(14),
  /** How long an unworked lead waits before it goes cold. */
  PATIENCE(15),
  /** How skilled a rep is. */
  SKILL(16),
  /** The noise between a lead's quality and its score. */
  SCORE(17),
  /** Which arm of an experiment a unit belongs to. */
  ARM(18),
  /** What an uncertain input is in this replication. */
  UNCERTAINTY(19),
  /** The over-dispersion factor of a week. */
  WEEK_FACTOR(20),
  /** How old an open deal is when its age is not known. */
  AGE(21),
  /** When a rep leaves. */
  ATTRITION(22),
  /** How long a vacancy stays open. */
  BACKFILL(23),
  /** Whether stale work is lost or requalified. */
  STALE(24),
  /** What a rep believes about a deal. */
  BELIEF(25),
  /** Whether and when a customer leaves. */
  CHURN(26),
  /** Whether and by how much a customer expands. */
  EXPANSION(27),
  /** The health of a customer. */
  HEALTH(28),
  /** A random choice among equals. */
  CHOICE(29),
  /** When and how hard a shock strikes. */
  SHOCK(30),
  /** Resampling of data. */
  BOOTSTRAP(31),
  /** Random permutations of data. */
  PERMUTATION(32),
  /** Random steps of a search. */
  SEARCH(33),
  /** Data made up for tests and examples. */
  SYNTHETIC(34),
  /** Which source an open deal came from, when its file does not say. */
  SOURCE(35);

  private final int code;

  Purpose(int code) {
    this.code = code;
  }

  /**
   * The number of this purpose in an address.
   *
   * @return 1 to 255, unique and never changed
   */
  public int code() {
    return code;
  }
}

package io.salestwin.random;

/**
 * What a draw is for. Two purposes never share a draw, so adding one leaves the luck of all others
 * as it was. The code of a purpose is part of every result's reproducibility: never change one, and
 * give a new purpose the next free number.
 */
public enum Purpose {
  /** When a lead arrives, its segment, its quality and its value: one block for the four. */
  LEAD(1),
  /** Which product a lead is about. */
  PRODUCT(3),
  /** Which territory a lead lies in. */
  TERRITORY(4),
  /** A touch: how much work it takes, whether the buyer's answer stops more, the gap after it. */
  TOUCH(7),
  /**
   * A visit to a stage, one block: how it ends, how long the buyer takes, why the lead is lost, and
   * the work of the first touch.
   */
  VISIT(9),
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
  /** Whether a stale deal is lost or requalified, and whether a visit has a next step. */
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
  SOURCE(35),
  /** How long a rep's ramp is, and what one finds in it. */
  RAMP(40),
  /** When a rep goes on leave. */
  LEAVE(41),
  /** How a lead's account scores. */
  ACCOUNT(42),
  /** How long a new customer's onboarding takes and whether it goes well. */
  ONBOARDING(36),
  /** Whether a deal is talked into the end of a quarter, and on which day. */
  PUSH(50),
  /** Whom a shock takes away. */
  LOSS(60),
  /** The noise of a score that is made anew. */
  RESCORE(61),
  /** Whether a lead is dropped at a hand-over. */
  LEAK(62),
  /** Whether a signature is moved over the end of a quarter. */
  TIMING(63),
  /** Which other sources a lead meets, and in which order. */
  ASSIST(64),
  /** Which competitor a lead meets, and whether it is lost to him. */
  COMPETITOR(65);

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

package io.salestwin.model;

/**
 * The present state of one rep's seat. The busiest steps read most of it, so it is one object with
 * everything about the seat and not a place in many arrays.
 */
final class Seat {

  /** Number of the rep. */
  final int rep;

  final int role;
  final int pool;

  /** Number among the seats of the pool. */
  final int place;

  /** Lead that the rep works on, or -1. */
  int busyWith;

  /** What the work clock's hand showed when the touch in progress began, or the period turned. */
  long busySince;

  /** The event in which the touch in progress ends. */
  int workEnd;

  /** When the touch in progress ends, also beyond the horizon. */
  long workEndAt;

  /** Number of leads that the rep owns, and how many he may own. */
  int open;

  int openLimit;

  double skill;

  /** Whether the rep is with the firm. */
  boolean present;

  /** Whether the rep is at work: with the firm, not away, and past the first days of a ramp. */
  boolean working;

  /** Number of the person in the seat; another one after each backfill. */
  int person;

  /** When the rep is at full speed; before it, {@link Staff} knows the speed. */
  long rampedAt;

  /** Time on the work clock that a unit of effort takes at full speed. */
  double clockPerEffort;

  /** Deals that the rep has won and lost since the play began. */
  int won;

  int lost;

  /** Whether the desk is to look at the rep before the next millisecond. */
  boolean dirty;

  Seat(int rep, int role, int pool, int place) {
    this.rep = rep;
    this.role = role;
    this.pool = pool;
    this.place = place;
  }

  boolean hasRoom() {
    return open < openLimit;
  }
}

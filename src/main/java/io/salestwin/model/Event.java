package io.salestwin.model;

/** The kinds of events; in one millisecond the smaller kind comes first. */
final class Event {

  /** A rep ends a touch; the subject is the rep. */
  static final int WORK_END = 0;

  /**
   * A rep goes; the subject is the rep who goes of his own accord, or, counted on from the number
   * of reps, a date on which somebody goes, or the strike of a shock.
   */
  static final int REP_GOES = 1;

  /**
   * What a rep who has gone leaves behind passes to others, once all who go at this instant have
   * gone; the subject is the seat.
   */
  static final int HAND_OVER = 2;

  /** A rep comes; the subject is the seat. */
  static final int REP_COMES = 3;

  /** The gap between two repeats of a touch is over; the subject is the lead. */
  static final int GAP_END = 4;

  /** The buyers' delay is over; the subject is the lead. */
  static final int EXIT = 5;

  /** A lead arrives; the subject is the arrival process. */
  static final int ARRIVAL = 6;

  /** A dormant lead returns; the subject is the lead. */
  static final int RETURN = 7;

  /** A stage's time-out fires; the subject is the lead. */
  static final int TIME_OUT = 8;

  /** A lead's patience runs out; the subject is the lead. */
  static final int PATIENCE = 9;

  /** Working hours begin; the subject is the role. */
  static final int OPENING = 10;

  /** Somebody is away, is back or is taught; the subject is as {@link Absences} numbers them. */
  static final int STAFF = 11;

  /**
   * Something happens to a customer; the subject is the customer and what happens, see {@link
   * Lifecycle}.
   */
  static final int CUSTOMER = 15;

  /** A lead has stayed too long, or its planned close has come; see {@link Hygiene#happens}. */
  static final int HYGIENE = 14;

  /**
   * Others cover for a rep who is away, once all who are away from this instant on are so; the
   * subject is the rep.
   */
  static final int COVER = 12;

  /** The experiment begins. */
  static final int EXPERIMENT = 13;

  private Event() {}
}

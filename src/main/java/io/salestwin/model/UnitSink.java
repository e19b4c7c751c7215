package io.salestwin.model;

/**
 * Hears of the units of an experiment while a replication plays: every lead that is dealt an arm
 * from an instant on. Where none listens it costs nothing.
 */
public interface UnitSink {

  /** The answer of a sink that does not want to hear more of a lead. */
  int IGNORED = -1;

  /**
   * A lead is dealt an arm: when it enters the stage from which on it belongs to the experiment or,
   * where reps are randomised, when the first of them owns it there.
   *
   * @param entity the lead's identity
   * @param timeMs when, in milliseconds from the start; below 0 in the warm-up
   * @param arm index of the arm that it is dealt; before the experiment's beginning the first
   * @param rep index of the rep who was dealt the arm; -1 where reps are not randomised
   * @param territory index of its territory
   * @param score what is known of its quality
   * @return the number by which the lead is told from now on, or {@link #IGNORED}
   */
  int enrolled(long entity, long timeMs, int arm, int rep, int territory, double score);

  /**
   * A rep becomes the lead's owner.
   *
   * @param unit what {@link #enrolled} gave
   * @param rep index of the rep
   */
  void owned(int unit, int rep);

  /**
   * The lead stands in a stage.
   *
   * @param unit what {@link #enrolled} gave
   * @param stage index of the stage; the number of stages once it is won
   * @param timeMs since when, in milliseconds from the start
   */
  void reached(int unit, int stage, long timeMs);

  /**
   * The lead is won, or lost for good.
   *
   * @param unit what {@link #enrolled} gave
   * @param won whether it is won
   * @param timeMs when, in milliseconds from the start
   * @param valueCents what it was sold for; 0 for a loss
   */
  void closed(int unit, boolean won, long timeMs, long valueCents);
}

package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design;
import io.salestwin.scenario.Lever;

/**
 * For how long leads are taken in, where nobody says: as long as the design asks for, in whole
 * weeks, and at most as long as the file and the horizon allow.
 *
 * @param enrolMs for how long, in milliseconds
 * @param longestMs for how long at most
 * @param designWeeks what the design asks for, in weeks; infinite where no time is enough
 */
public record Enrolment(long enrolMs, long longestMs, double designWeeks) {

  /** In how many plays a design takes the figures from that a plan does not state. */
  public static final int PLAYS = 20;

  /** The same where it is known for how long leads are taken in, and only their number is asked. */
  public static final int FEW_PLAYS = 4;

  private static final double MOST_WEEKS = 10_000;

  /**
   * Finds it.
   *
   * @param file a file without an error
   * @param design what the plan asks for
   * @return the time
   * @throws IllegalArgumentException when there is no time at all
   */
  public static Enrolment of(ExperimentFile file, Design design) {
    long longest = Course.longestMs(file);
    if (longest < Course.DAY) {
      throw new IllegalArgumentException(
          "the window of "
              + Math.round(file.plan().orElseThrow().primary().withinDays())
              + " days leaves no time to take leads in: give more time (atMost, or the scenario's"
              + " horizon), or a nearer metric");
    }
    double weeks = design.duration().enrolWeeks();
    boolean pairs = file.plan().orElseThrow().unit() == Lever.Unit.WEEK;
    long step = pairs ? 2 * Course.WEEK : Course.WEEK;
    double most = Double.isNaN(weeks) ? MOST_WEEKS : Math.min(MOST_WEEKS, Math.ceil(weeks));
    long wanted = Math.round(most) * Course.WEEK;
    long asked = Math.max(step, (wanted + step - 1) / step * step);
    long whole = longest < step ? longest : longest / step * step;
    return new Enrolment(Math.min(asked, whole), longest, weeks);
  }
}

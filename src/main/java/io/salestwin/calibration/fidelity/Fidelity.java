package io.salestwin.calibration.fidelity;

import io.salestwin.calibration.CrmHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How far a simulated log is from the one that was observed. The record is cut into two halves of
 * whole weeks. A scenario is learned from all that was known at the end of the first, and plays the
 * second with the deals that were open then; of each log those cases count that began and ended
 * within the half. Beside it stand naive replay (the cases of the first half again, a half later)
 * and the distance that luck makes (between two random halves of the cases observed).
 *
 * @param from first day of the first half
 * @param split first day of the second half
 * @param until the day after the second half
 * @param observed cases of the second half
 * @param replayed cases of the first half
 * @param simulated cases of the simulated second half, mean over plays
 * @param plays how often the second half was simulated
 * @param distances each measure that the history allows
 */
public record Fidelity(
    LocalDate from,
    LocalDate split,
    LocalDate until,
    int observed,
    int replayed,
    double simulated,
    int plays,
    List<Distance> distances) {

  /** Copies the list. */
  public Fidelity {
    distances = List.copyOf(distances);
  }

  /**
   * One measure.
   *
   * @param measure which
   * @param simulated between the simulated log and the observed one, mean over plays; NaN when
   *     there is nothing to compare
   * @param replay between naive replay and the observed log
   * @param floor between random halves of the observed cases, mean over twenty
   */
  public record Distance(Measure measure, double simulated, double replay, double floor) {

    /**
     * Whether the simulated log is nearer than naive replay.
     *
     * @return false when it cannot be told
     */
    public boolean isNearer() {
      return simulated < replay;
    }
  }

  /**
   * Measures.
   *
   * @param history the whole history
   * @param priceCents list prices by product; may be empty
   * @param plays how often the second half is simulated, at least 1
   * @param seed of all chance
   * @param progress told of each step
   * @return the distances
   * @throws io.salestwin.calibration.ImportProblem when too few deals were created and closed in
   *     either half
   * @throws io.salestwin.calibration.ImportProblem when the first half is too thin to learn from
   */
  public static Fidelity of(
      CrmHistory history,
      Map<String, Long> priceCents,
      int plays,
      long seed,
      Consumer<String> progress) {
    return new FidelityOf(history, priceCents, plays, seed, progress).answer();
  }
}

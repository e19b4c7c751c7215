package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The chance of each open deal to be won in the coming days, as the history says it: by stage and
 * time in it where stages are recorded, else by age (hazards of competing exits, deals that are
 * still open counted as open). It is the mean of what the model of a {@link Backtest} draws.
 */
public final class DealChances {

  private final double[] chance;

  private DealChances(double[] chance) {
    this.chance = chance;
  }

  /**
   * Learns from a history and looks ahead.
   *
   * @param then the history, as it was known
   * @param days how far to look, at least 1
   * @param holidays days on which people are off, in the past and ahead
   * @return the chances
   */
  public static DealChances of(CrmHistory then, int days, Holidays holidays) {
    Lives lives = Lives.of(then, then.hasPaths());
    double[] same = new double[then.deals()];
    Arrays.fill(same, 1);
    Pace pace = Pace.of(lives, holidays);
    Hazards hazards = Hazards.of(lives, same, pace);
    double[][][] speed = pace.ahead(lives.lastDay + 1, days);
    double[][] entered = hazards.entered(speed);
    double[] chance = new double[then.deals()];
    Arrays.fill(chance, Double.NaN);
    Map<Long, Double> known = new HashMap<>();
    for (int k = 0; k < lives.open; k++) {
      int state = lives.openState[k];
      int age = lives.openAge[k];
      chance[lives.openDeal[k]] =
          known.computeIfAbsent(
              (long) state << Integer.SIZE | age, at -> hazards.won(state, age, 0, entered, speed));
    }
    return new DealChances(chance);
  }

  /**
   * The chance of a deal.
   *
   * @param deal its number in the history
   * @return 0 to 1; NaN for one that is not open
   */
  public double of(int deal) {
    return chance[deal];
  }
}

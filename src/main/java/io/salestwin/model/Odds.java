package io.salestwin.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What decided how a lead leaves a stage: the stated chance, each named effect in log-odds, the
 * chances that they give, and the number drawn. The draw is cut in the order advance, regress,
 * lost.
 *
 * @param stated chance of the reference lead to advance, as drawn for the replication when it is
 *     uncertain
 * @param effects every effect, in log-odds; 0 where the lead is as the reference lead
 * @param advance chance to advance: a draw below it does. For a deal of the starting pipeline it is
 *     the chance given how long the deal has stayed
 * @param regress chance to go back: a draw from {@code advance} to below {@code advance + regress}
 *     does
 * @param draw the number drawn, from 0 to 1; everything else is a loss
 */
public record Odds(
    double stated, Map<Effect, Double> effects, double advance, double regress, double draw) {

  /** Copies the map. */
  public Odds {
    effects = Collections.unmodifiableMap(new EnumMap<>(effects));
  }

  /**
   * One effect.
   *
   * @param effect which one
   * @return log-odds
   */
  public double of(Effect effect) {
    return effects.get(effect);
  }
}

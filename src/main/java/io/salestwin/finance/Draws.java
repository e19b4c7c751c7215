package io.salestwin.finance;

import io.salestwin.scenario.PayTerms.Draw;
import java.util.Optional;

/**
 * Advance payments of one rep up to some period: whoever earns less than the draw is paid the draw;
 * when it is recoverable, what was paid in advance is kept back from what later periods earn beyond
 * theirs.
 *
 * @param paid what was paid for the latest period, in cents
 * @param owed what was paid in advance and not kept back yet, in cents, at least 0
 */
public record Draws(double paid, double owed) {

  /** Before the first period. */
  public static final Draws NONE = new Draws(0, 0);

  /**
   * After the next period.
   *
   * @param draw the advance payment of the period; empty for none
   * @param earned what was earned in it, in cents
   * @param quarters its length in quarters
   * @return what is paid for it, and what is owed then
   */
  public Draws next(Optional<Draw> draw, double earned, double quarters) {
    double least = draw.map(d -> d.quarterCents() * quarters).orElse(0.0);
    if (earned < least) {
      boolean recoverable = draw.orElseThrow().recoverable();
      return new Draws(least, owed + (recoverable ? least - earned : 0));
    }
    double kept = Math.min(owed, earned - least);
    return new Draws(earned - kept, owed - kept);
  }
}

package io.salestwin.calendar;

/**
 * A clock's hand that follows a simulation: it is moved from instant to instant and keeps the piece
 * of the clock in which it stands, so that what is asked again and again needs no look-up. It tells
 * the very same as its {@link Clock}.
 *
 * <p>Mutable: it belongs to one thread.
 */
public final class Hand {

  private final Clock clock;
  private long now;
  private int piece;
  private long from;
  private long until;
  private double speed;

  /**
   * A hand at time 0.
   *
   * @param clock the clock
   */
  public Hand(Clock clock) {
    this.clock = clock;
    seek(0);
  }

  /**
   * Moves to an instant; forwards is fast, backwards is allowed.
   *
   * @param time ms
   */
  public void moveTo(long time) {
    if (time >= until || time < from) {
      seek(time);
    } else {
      now = time;
    }
  }

  private void seek(long time) {
    now = time;
    piece = clock.pieceOf(time);
    from = clock.startOf(piece);
    until = clock.endOf(piece);
    speed = clock.speedOf(piece);
  }

  /**
   * The clock's speed now.
   *
   * @return clock ms per ms, as {@link Clock#speedAt}
   */
  public double speed() {
    return speed;
  }

  /**
   * What the hand shows: the difference of two readings is {@link Clock#between}.
   *
   * @return clock ms from some fixed instant
   */
  public long shows() {
    return piece < 0 ? clock.handAt(now) : clock.handIn(piece, now);
  }

  /**
   * When an amount of clock time has passed, as {@link Clock#after} from now.
   *
   * @param amount clock ms, at least 0
   * @return ms, at least now; {@link Long#MAX_VALUE} if so much never passes
   * @throws IllegalArgumentException if amount is negative
   */
  public long after(long amount) {
    if (piece >= 0 && amount > 0) {
      long here = clock.handIn(piece, now);
      if (amount <= clock.handOf(piece + 1) - here) {
        return speed == 1 ? now + amount : clock.reach(piece, here + amount);
      }
    }
    return clock.after(now, amount);
  }
}

package io.salestwin.calendar;

import java.util.Arrays;
import java.util.Locale;

/**
 * A speed over calendar time, piecewise constant and integrated once: how much clock time passes
 * between two instants, and when a given amount has passed.
 *
 * <p>Times are milliseconds from the scenario's start (negative before it), meant to lie within
 * 2^46 ms (2,200 years) of it. The hand of the clock, H(t), is a whole number of milliseconds: at
 * the end of each piece it has moved by length x speed, rounded once to the nearest millisecond,
 * and so it does inside a piece. Every answer is a difference or an inverse of that one function,
 * so amounts add up exactly: between(a, b) + between(b, c) = between(a, c). With speeds 0 and 1
 * nothing is rounded. The hand stops at 2^61 ms in either direction.
 *
 * <p>Look-ups take constant time on average: uniform grids over calendar time and over clock time
 * lead to the piece. Nothing is allocated by them. Days have 24 hours; there is no daylight saving.
 */
public final class Clock {
  /** Milliseconds of an hour. */
  public static final long HOUR = 3_600_000;

  /** Milliseconds of a day: always 24 hours. */
  public static final long DAY = 24 * HOUR;

  /** The highest speed that a clock may have. */
  public static final double MAX_SPEED = 1e6;

  private static final long LIMIT = 1L << 61;
  private static final Clock ALWAYS = new Clock(new long[] {0}, new double[] {1});

  private final boolean plain;

  /** Piece i runs from at[i] to at[i + 1], the last one for ever. */
  private final long[] at;

  private final double[] speed;

  /** The hand at at[i], from 0 at at[0]; one entry more for the end of time. */
  private final long[] hand;

  /** The first piece not before piece i that moves; at.length when none does. */
  private final int[] opening;

  /** The piece at the start of each grid cell of 2^timeShift ms from at[0]. */
  private final int[] byTime;

  private final int timeShift;

  /** The first piece that ends at or after each grid mark of 2^handShift clock ms. */
  private final int[] byHand;

  private final int handShift;

  private Clock(long[] at, double[] speed) {
    int pieces = at.length;
    this.at = at;
    this.speed = speed;
    plain = pieces == 1 && speed[0] == 1;
    hand = new long[pieces + 1];
    for (int i = 0; i + 1 < pieces; i++) {
      hand[i + 1] = Math.min(LIMIT, hand[i] + passed(at[i + 1] - at[i], speed[i]));
    }
    hand[pieces] = speed[pieces - 1] > 0 ? LIMIT : hand[pieces - 1];
    opening = openings(speed);
    timeShift = shiftFor(at[pieces - 1] - at[0], pieces);
    byTime = new int[(int) ((at[pieces - 1] - at[0]) >> timeShift) + 1];
    for (int cell = 0, i = 0; cell < byTime.length; cell++) {
      while (i + 1 < pieces && at[i + 1] - at[0] <= (long) cell << timeShift) {
        i++;
      }
      byTime[cell] = i;
    }
    handShift = shiftFor(hand[pieces - 1], pieces);
    byHand = new int[(int) (hand[pieces - 1] >> handShift) + 1];
    for (int cell = 0, i = 0; cell < byHand.length; cell++) {
      while (hand[i + 1] < (long) cell << handShift) {
        i++;
      }
      byHand[cell] = i;
    }
  }

  /**
   * The clock that shows plain time.
   *
   * @return speed 1 everywhere
   */
  public static Clock always() {
    return ALWAYS;
  }

  /**
   * A clock with the given speeds.
   *
   * @param at where the pieces begin, ms, strictly increasing, at least one
   * @param speed speed[i] holds on [at[i], at[i+1]), the last one for ever and the first one also
   *     before at[0]; each from 0 to {@link #MAX_SPEED}
   * @return the clock; equal neighbours are merged
   * @throws IllegalArgumentException if the arrays do not fit together, times do not increase or
   *     are beyond 2^46, or a speed is out of range or not a number
   */
  public static Clock of(long[] at, double[] speed) {
    if (at.length == 0 || at.length != speed.length) {
      throw new IllegalArgumentException(
          "at (" + at.length + ") and speed (" + speed.length + ") need one length, at least 1");
    }
    long[] starts = new long[at.length];
    double[] speeds = new double[at.length];
    int pieces = 0;
    for (int i = 0; i < at.length; i++) {
      if (Math.abs(at[i]) > 1L << 46 || (i > 0 && at[i] <= at[i - 1])) {
        throw new IllegalArgumentException(
            "at[" + i + "] (" + at[i] + ") is not after the one before or beyond 2^46 ms");
      }
      if (!(speed[i] >= 0 && speed[i] <= MAX_SPEED)) {
        throw new IllegalArgumentException(
            "speed[" + i + "] (" + speed[i] + ") is outside [0, " + MAX_SPEED + "]");
      }
      if (pieces == 0 || speed[i] != speeds[pieces - 1]) {
        starts[pieces] = at[i];
        speeds[pieces++] = speed[i];
      }
    }
    if (pieces == 1 && speeds[0] == 1) {
      return ALWAYS;
    }
    return new Clock(Arrays.copyOf(starts, pieces), Arrays.copyOf(speeds, pieces));
  }

  /**
   * How much clock time passes.
   *
   * @param from from this instant, ms
   * @param to to this instant, ms
   * @return clock ms, at least 0 when to is not before from; otherwise minus between(to, from)
   */
  public long between(long from, long to) {
    return plain ? to - from : handAt(to) - handAt(from);
  }

  /**
   * When an amount of clock time has passed: the first instant t &gt;= from with between(from, t)
   * &gt;= amount. So amount 0 gives from itself, also while the clock stands still, and work that
   * fills a day ends when that day ends, not when the next one begins.
   *
   * <p>With x = between(from, after(from, amount)): x = amount where speeds are at most 1, else
   * (for amounts below 2^50 ms) amount &lt;= x &lt; amount + the highest speed, rounded up. And
   * after(from, between(from, t)) &lt;= t for t &gt;= from.
   *
   * @param from the beginning, ms
   * @param amount clock ms, at least 0
   * @return ms, at least from; {@link Long#MAX_VALUE} if so much never passes (or only after more
   *     than 2^61 ms)
   * @throws IllegalArgumentException if amount is negative
   */
  public long after(long from, long amount) {
    if (amount <= 0) {
      if (amount < 0) {
        throw new IllegalArgumentException("amount (" + amount + ") is negative");
      }
      return from;
    }
    if (amount > LIMIT) {
      return Long.MAX_VALUE;
    }
    if (plain) {
      return from + amount;
    }
    if (from < at[0]) {
      return afterEarly(from, amount);
    }
    int piece = pieceAt(from);
    long target = handIn(piece, from) + amount;
    return target <= hand[piece + 1] ? reach(piece, target) : find(target);
  }

  /**
   * The speed at an instant.
   *
   * @param time ms
   * @return clock ms per ms, 0 to {@link #MAX_SPEED}
   */
  public double speedAt(long time) {
    return time < at[0] ? speed[0] : speed[pieceAt(time)];
  }

  /**
   * The first instant at which the clock moves.
   *
   * @param from from this instant on, ms
   * @return the first instant &gt;= from with a speed above 0, {@link Long#MAX_VALUE} if there is
   *     none
   */
  public long nextOpening(long from) {
    int piece = from < at[0] ? 0 : pieceAt(from);
    int open = opening[piece];
    if (open == piece) {
      return from;
    }
    return open == at.length ? Long.MAX_VALUE : at[open];
  }

  /**
   * The product of two clocks' speeds: working hours times a season, say.
   *
   * @param other the other clock
   * @return the clock whose speed is the product of both everywhere
   * @throws IllegalArgumentException if a product is above {@link #MAX_SPEED}
   */
  public Clock times(Clock other) {
    if (plain) {
      return other;
    }
    if (other.plain) {
      return this;
    }
    long[] starts = Arrays.copyOf(at, at.length + other.at.length);
    System.arraycopy(other.at, 0, starts, at.length, other.at.length);
    Arrays.sort(starts);
    double[] products = new double[starts.length];
    int pieces = 0;
    for (int i = 0; i < starts.length; i++) {
      if (i == 0 || starts[i] != starts[i - 1]) {
        starts[pieces] = starts[i];
        products[pieces++] = speedAt(starts[i]) * other.speedAt(starts[i]);
      }
    }
    return of(Arrays.copyOf(starts, pieces), Arrays.copyOf(products, pieces));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Clock[%d pieces from %d to %d ms]", at.length, at[0], at[at.length - 1]);
  }

  /** Length x speed to the nearest millisecond; length is not negative. */
  private static long passed(long length, double speed) {
    return Math.min(LIMIT, (long) (length * speed + 0.5));
  }

  long handAt(long time) {
    return time < at[0] ? -passed(at[0] - time, speed[0]) : handIn(pieceAt(time), time);
  }

  long handIn(int piece, long time) {
    long length = time - at[piece];
    double pace = speed[piece];
    return Math.min(LIMIT, hand[piece] + (pace == 1 ? length : passed(length, pace)));
  }

  /** The piece in which an instant lies; -1 before the first one. */
  int pieceOf(long time) {
    return time < at[0] ? -1 : pieceAt(time);
  }

  long startOf(int piece) {
    return piece < 0 ? Long.MIN_VALUE : at[piece];
  }

  long endOf(int piece) {
    return piece + 1 < at.length ? at[piece + 1] : Long.MAX_VALUE;
  }

  double speedOf(int piece) {
    return speed[Math.max(0, piece)];
  }

  /** What the hand shows where a piece begins; one piece more for the end of time. */
  long handOf(int piece) {
    return hand[piece];
  }

  /** The piece in which an instant at or after at[0] lies. */
  private int pieceAt(long time) {
    int last = at.length - 1;
    if (time >= at[last]) {
      return last;
    }
    int piece = byTime[(int) ((time - at[0]) >> timeShift)];
    while (at[piece + 1] <= time) {
      piece++;
    }
    return piece;
  }

  /** The first instant with the hand at or above a target that is greater than 0. */
  private long find(long target) {
    int last = at.length - 1;
    if (target > hand[last + 1]) {
      return Long.MAX_VALUE;
    }
    if (target > hand[last]) {
      return reach(last, target);
    }
    int piece = byHand[(int) (target >> handShift)];
    while (hand[piece + 1] < target) {
      piece++;
    }
    return reach(piece, target);
  }

  /** The first instant with the hand at or above a target that lies in (start, end] of a piece. */
  long reach(int piece, long target) {
    long rest = target - hand[piece];
    double pace = speed[piece];
    if (pace == 1) {
      return at[piece] + rest;
    }
    // a first guess that floating point may put beside the answer, then the answer
    long length = Math.max(0, (long) ((rest - 0.5) / pace));
    if (length >= LIMIT) {
      return Long.MAX_VALUE;
    }
    while (length > 0 && passed(length - 1, pace) >= rest) {
      length--;
    }
    while (passed(length, pace) < rest) {
      length++;
    }
    return at[piece] + length;
  }

  /** The same as {@link #after} when the beginning lies before the first piece. */
  private long afterEarly(long from, long amount) {
    long target = handAt(from) + amount;
    if (target > 0) {
      return find(target);
    }
    // the longest way back from at[0] on which no more than -target passes
    double pace = speed[0];
    long back = (long) ((0.5 - target) / pace);
    while (passed(back + 1, pace) <= -target) {
      back++;
    }
    while (passed(back, pace) > -target) {
      back--;
    }
    return at[0] - back;
  }

  private static int[] openings(double[] speed) {
    int[] opening = new int[speed.length];
    int next = speed.length;
    for (int i = speed.length - 1; i >= 0; i--) {
      next = speed[i] > 0 ? i : next;
      opening[i] = next;
    }
    return opening;
  }

  /** The width, as a power of two, that cuts a range into two to four cells per piece. */
  private static int shiftFor(long range, int pieces) {
    int shift = 0;
    while (range >> shift >= 4L * pieces) {
      shift++;
    }
    return shift;
  }
}

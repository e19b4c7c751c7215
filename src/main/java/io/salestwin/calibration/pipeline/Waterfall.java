package io.salestwin.calibration.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From the open deals of one evening to those of a later one, deal by deal. It always adds up: what
 * was open, plus all steps, is what is open, in deals and in cents.
 *
 * @param what which deals it is about
 * @param from the earlier evening
 * @param to the later one
 * @param begin open then
 * @param steps what happened between; steps that concern no deal are left out
 * @param end open now
 */
public record Waterfall(
    String what, LocalDate from, LocalDate to, Amount begin, List<Step> steps, Amount end) {

  /** Copies the list. */
  public Waterfall {
    steps = List.copyOf(steps);
  }

  /** What may happen to a deal between two evenings, in the order of showing. */
  public enum Move {
    /** It came to be known. */
    CREATED("created", 1),
    /** It is said to be older than the first evening, but was not there then. */
    ENTERED_LATE("entered late", 1),
    /** It was closed and is open again, or ended otherwise since. */
    REOPENED("re-opened", 1),
    /** It was outside and is inside now, such as a close date moved into the period. */
    MOVED_IN("moved in", 1),
    /** It is worth more. */
    RAISED("value raised", 0),
    /** It is worth less. */
    LOWERED("value lowered", 0),
    /** It was won. */
    WON("won", -1),
    /** It was lost. */
    LOST("lost", -1),
    /** It was inside and is outside now, such as a close date pushed out of the period. */
    MOVED_OUT("moved out", -1),
    /** It is not in the later export at all. */
    REMOVED("not there any more", -1);

    private final String words;
    private final int sign;

    Move(String words, int sign) {
      this.words = words;
      this.sign = sign;
    }

    /**
     * What it is called.
     *
     * @return a few words
     */
    public String words() {
      return words;
    }

    /**
     * What one deal does to the number of open ones.
     *
     * @return 1, 0 or -1
     */
    public int sign() {
      return sign;
    }
  }

  /**
   * Deals and what they are worth.
   *
   * @param deals how many, 0 or more
   * @param cents their worth in cents
   */
  public record Amount(int deals, long cents) {

    private Amount plus(int more, long cents) {
      return new Amount(deals + more, this.cents + cents);
    }
  }

  /**
   * One step.
   *
   * @param move what happened
   * @param deals to how many deals
   * @param cents what it adds to the open worth; below 0 when it takes away
   */
  public record Step(Move move, int deals, long cents) {}

  /** Where a deal stands. */
  enum Place {
    /** Not known. */
    ABSENT,
    /** Open, but not among those that the waterfall is about. */
    OUTSIDE,
    OPEN,
    WON,
    LOST
  }

  /**
   * A deal on one evening.
   *
   * @param cents its worth
   * @param isSaid whether that is a figure of its own, and not a mean of others
   * @param createdMs when it was created
   */
  record Standing(Place place, long cents, boolean isSaid, long createdMs) {

    static final Standing NONE = new Standing(Place.ABSENT, 0, false, Long.MAX_VALUE);

    Standing at(Place other) {
      return new Standing(other, cents, isSaid, createdMs);
    }
  }

  /** Compares two evenings, deals by their ids. */
  static Waterfall of(
      String what,
      LocalDate from,
      LocalDate to,
      Map<String, Standing> then,
      Map<String, Standing> now) {
    long thenMs = (from.toEpochDay() + 1) * 86_400_000L;
    Sums sums = new Sums();
    then.forEach(
        (id, was) -> sums.add(was, now.getOrDefault(id, Standing.NONE), was.createdMs < thenMs));
    now.forEach(
        (id, is) -> {
          if (!then.containsKey(id)) {
            sums.add(Standing.NONE, is, is.createdMs < thenMs);
          }
        });
    List<Step> steps = new ArrayList<>();
    for (Move move : Move.values()) {
      Amount sum = sums.steps.getOrDefault(move, new Amount(0, 0));
      if (sum.deals() > 0) {
        steps.add(new Step(move, sum.deals(), sum.cents()));
      }
    }
    return new Waterfall(what, from, to, sums.begin, steps, sums.end);
  }

  /** The sums while deals are added. */
  private static final class Sums {
    private final Map<Move, Amount> steps = new EnumMap<>(Move.class);
    private Amount begin = new Amount(0, 0);
    private Amount end = new Amount(0, 0);

    void add(Standing was, Standing is, boolean isOld) {
      long worth = is.cents();
      if (was.place() == Place.OPEN) {
        boolean goesOn = is.place() == Place.OPEN || is.place() == Place.WON;
        worth = goesOn ? is.cents() : was.cents();
        // a worth that nobody had written down has not changed
        long before = was.isSaid() ? was.cents() : worth;
        begin = begin.plus(1, before);
        if (worth != before) {
          step(worth > before ? Move.RAISED : Move.LOWERED, worth - before);
        }
      } else if (!enters(was, is, isOld, worth)) {
        return;
      }
      if (is.place() == Place.OPEN) {
        end = end.plus(1, worth);
        return;
      }
      step(
          switch (is.place()) {
            case WON -> Move.WON;
            case LOST -> Move.LOST;
            case OUTSIDE -> Move.MOVED_OUT;
            default -> Move.REMOVED;
          },
          -worth);
    }

    /** A deal that was not inside; whether it is, or was in between. */
    private boolean enters(Standing was, Standing is, boolean isOld, long worth) {
      boolean stays =
          is.place() == Place.ABSENT
              || is.place() == Place.OUTSIDE
              || is.place() == was.place()
              || (was.place() == Place.OUTSIDE && is.place() == Place.LOST);
      if (!stays) {
        Move move =
            switch (was.place()) {
              case ABSENT -> isOld ? Move.ENTERED_LATE : Move.CREATED;
              case OUTSIDE -> Move.MOVED_IN;
              default -> Move.REOPENED;
            };
        step(move, worth);
      }
      return !stays;
    }

    private void step(Move move, long cents) {
      steps.merge(move, new Amount(1, cents), (a, b) -> a.plus(b.deals(), b.cents()));
    }
  }
}

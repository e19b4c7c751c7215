package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens to the organisation or its market in the middle of the horizon: for some
 * time, some numbers are other than stated. Shocks never strike in the warm-up. While a shock lasts
 * it cannot strike again.
 *
 * @param name its name, unique
 * @param when when it strikes by itself
 * @param lasts how long, in milliseconds of plain time
 * @param severity how much of the changes holds, drawn anew at every strike: 0 none, 1 all
 * @param changes what becomes of the numbers, in the order of the file
 * @param losses the reps whom it takes away, in the order of the file
 * @param with what else may strike at the same moment
 */
public record Shock(
    String name,
    When when,
    Distribution lasts,
    Distribution severity,
    List<Change> changes,
    List<Loss> losses,
    List<Companion> with) {

  /** Copies the lists. */
  public Shock {
    changes = List.copyOf(changes);
    losses = List.copyOf(losses);
    with = List.copyOf(with);
  }

  /** Whom a loss takes first. */
  public enum Who {
    /** Whom chance chooses. */
    CHANCE,
    /** Who has the most bookings since he came, the first day of the horizon at the earliest. */
    BEST,
    /** Who came last. */
    LATEST
  }

  /**
   * Reps of one role who are gone at the moment of a strike. How many is rounded to whole reps,
   * half a rep up, after the severity has taken its part.
   *
   * @param role index of the role
   * @param rep name of the one rep who is meant; empty for as many as said
   * @param who whom it takes first, where no rep is named
   * @param count how many, or 0 if a share is said
   * @param share share of those who are there, or 0 if a number is said
   * @param forGood whether they leave; else they are away while the shock lasts
   */
  public record Loss(
      int role, Optional<String> rep, Who who, int count, double share, boolean forGood) {}

  /** When a shock strikes by itself. */
  public sealed interface When {

    /**
     * On a day.
     *
     * @param atMs when, in milliseconds from the start; before it, too
     * @param chance the chance that it comes at all, 0 to 1
     */
    record On(long atMs, double chance) implements When {}

    /**
     * At random: strikes are a Poisson process, of which those that come while the shock still
     * lasts do nothing.
     *
     * @param perYear strikes in a year of 365.25 days, above 0
     * @param fromMs from when on, in milliseconds from the start
     * @param untilMs until when, not included
     */
    record AtRandom(double perYear, long fromMs, long untilMs) implements When {}

    /** Only together with another shock. */
    record Together() implements When {}
  }

  /**
   * A shock that may strike with this one.
   *
   * @param shock its index
   * @param chance the chance, at each strike of this one, 0 to 1
   */
  public record Companion(int shock, double chance) {}

  /**
   * One number that is changed: {@code times} its value so far, and {@code plus}. A value that is
   * set has {@code times} 0.
   *
   * @param target which number
   * @param times factor on the value so far
   * @param plus what is added, in the number's canonical unit
   */
  public record Change(Target target, double times, double plus) {}

  /** A number that a shock can change: all of them may change in the middle of a run. */
  public sealed interface Target {

    /**
     * Arrivals per month of a source.
     *
     * @param source index of the source
     */
    record PerMonth(int source) implements Target {}

    /**
     * Leads that each rep of a role brings on a working day.
     *
     * @param source index of the source
     */
    record PerRepDay(int source) implements Target {}

    /**
     * The chance of a stage to advance.
     *
     * @param stage index of the stage
     */
    record Advance(int stage) implements Target {}

    /**
     * A factor on the buyers' delay of a stage.
     *
     * @param stage index of the stage
     * @param outcomes the delays that are meant
     */
    record Delay(int stage, List<Uncertainty.Outcome> outcomes) implements Target {
      /** Copies the list. */
      public Delay {
        outcomes = List.copyOf(outcomes);
      }
    }

    /**
     * The selling hours of a role's reps.
     *
     * @param role index of the role
     */
    record HoursPerWeek(int role) implements Target {}

    /**
     * Leavers a year per rep of a role.
     *
     * @param role index of the role
     */
    record Attrition(int role) implements Target {}

    /**
     * A factor on the quality of the leads that come from a source, which stays at most 1.
     *
     * @param source index of the source
     */
    record Quality(int source) implements Target {}

    /**
     * The cost of one lead of a source.
     *
     * @param source index of the source
     */
    record LeadCost(int source) implements Target {}

    /**
     * A factor on the value of the leads that come for a product.
     *
     * @param product index of the product
     */
    record ProductValue(int product) implements Target {}

    /**
     * A factor on the value of the leads that come from a segment.
     *
     * @param segment index of the segment
     */
    record SegmentValue(int segment) implements Target {}

    /**
     * The share of a stage's lost leads that come back.
     *
     * @param stage index of the stage
     */
    record RecycleShare(int stage) implements Target {}

    /**
     * A factor on the effort of a stage's touches.
     *
     * @param stage index of the stage
     */
    record Effort(int stage) implements Target {}

    /**
     * What is added to the log-odds of advancing from a stage.
     *
     * @param stage index of the stage
     */
    record Odds(int stage) implements Target {}

    /**
     * What is added to the log-odds of advancing from a stage for leads that meet one competitor.
     *
     * @param stage index of the stage
     * @param competitor index of the competitor
     */
    record OddsAgainst(int stage, int competitor) implements Target {}
  }
}

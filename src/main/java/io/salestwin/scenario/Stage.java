package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * A step with its own work, buyers' delay and exits.
 *
 * @param name its name
 * @param owner index of the role whose rep owns the lead here, or -1 when no rep is needed
 * @param work the touches in their order
 * @param delay the buyers' delay after the work, by outcome
 * @param advance chance of the reference lead to advance, in (0, 1) or exactly 0 or 1
 * @param quality log-odds per 0.1 of quality above the reference
 * @param response effect of waiting for the first touch
 * @param patience how long an unworked lead waits before it goes cold, in milliseconds
 * @param leak chance that a lead is dropped on its first way into the stage, 0 to 1
 * @param rescore standard deviation of what the score mis-states of the quality from here on, drawn
 *     anew at each visit; the score stays as it is if empty
 * @param accept the least score with which a lead is worked on; all are if empty
 * @param lose the reasons of a loss with their shares, which sum to 1; never empty
 * @param recycle which lost leads come back
 * @param regress going back to an earlier stage
 * @param timeOut the longest a lead stays
 */
public record Stage(
    String name,
    int owner,
    List<Touch> work,
    Delay delay,
    ByMember<Double> advance,
    double quality,
    Optional<Response> response,
    Optional<Distribution> patience,
    double leak,
    Optional<Double> rescore,
    Optional<Double> accept,
    List<Reason> lose,
    Optional<Recycle> recycle,
    Optional<Regress> regress,
    Optional<TimeOut> timeOut) {

  /** The reason of a lead that no rep touched before its patience ran out. */
  public static final String WENT_COLD = "went cold";

  /** The reason of a lead whose score is below what the stage accepts. */
  public static final String NOT_ACCEPTED = "below the threshold";

  /** The reason of a lead that was dropped between two teams. */
  public static final String LEAKED = "dropped at the hand-over";

  /** The reason of a lead that stayed longer than the stage allows. */
  public static final String TIMED_OUT = "timed out";

  /** The reason of an opportunity that is lost to a {@link Competitor}. */
  public static final String COMPETITOR = "competitor";

  /** The reason of an opportunity that the rule about stale ones closed. */
  public static final String WENT_STALE = "went stale";

  /** Copies the lists. */
  public Stage {
    work = List.copyOf(work);
    lose = List.copyOf(lose);
  }

  /**
   * One piece of rep work.
   *
   * @param activity what it is: call, demo, proposal
   * @param role index of the role whose pool does it, or -1 for the owner
   * @param effort rep time, in milliseconds
   * @param times how often it is repeated at the most, at least 1
   * @param every gap between the end of one and the queueing for the next, in milliseconds of plain
   *     time; a constant 0 when not said
   * @param stop chance after each that the rest is skipped because the buyer answered, 0 to 1
   */
  public record Touch(
      String activity, int role, Distribution effort, int times, Distribution every, double stop) {}

  /**
   * The buyers' delay by outcome, in milliseconds on the buyers' clock.
   *
   * @param advance before advancing
   * @param lost before a loss
   * @param regress before going back
   */
  public record Delay(
      ByMember<Distribution> advance,
      ByMember<Distribution> lost,
      ByMember<Distribution> regress) {}

  /**
   * The effect of waiting for the first touch: {@code floor * (1 - 2^(-wait / halfLife))}.
   *
   * @param halfLifeMs the wait at which half of the effect has come, in milliseconds, above 0
   * @param floor the effect of an endless wait, in log-odds, at most 0
   */
  public record Response(long halfLifeMs, double floor) {}

  /**
   * A reason for losing a lead.
   *
   * @param name in words
   * @param share share of the losses of this stage, 0 to 1
   */
  public record Reason(String name, double share) {}

  /**
   * Lost leads that come back.
   *
   * @param of the reasons that it concerns; may name {@link #WENT_COLD}, {@link #TIMED_OUT}, {@link
   *     #WENT_STALE} and {@link #COMPETITOR}
   * @param share share of those leads that go dormant instead of being lost for good, 0 to 1
   * @param after how long they are dormant, in milliseconds of plain time
   * @param to index of the stage that they return to
   * @param quality factor on the lead's quality when it returns, at least 0
   */
  public record Recycle(
      List<String> of, double share, Distribution after, int to, double quality) {}

  /**
   * Going back to an earlier stage.
   *
   * @param to index of that stage
   * @param probability chance at the exit, 0 to 1, untouched by any effect
   */
  public record Regress(int to, double probability) {}

  /**
   * The longest a lead stays in the stage.
   *
   * @param afterMs time from the entry, queue and work included, in milliseconds, above 0
   * @param buying whether it runs on the buyers' clock instead of on plain calendar time
   */
  public record TimeOut(long afterMs, boolean buying) {}
}

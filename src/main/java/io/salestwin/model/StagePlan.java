package io.salestwin.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One stage as the loop needs it: dense numbers only. Samplers are named by their number in {@link
 * Parameters}; what uncertainty may patch lives there. Arrays by kind are indexed by {@link
 * Kinds#of}.
 *
 * @param code identity of the stage in every draw, 0 to 4095, unique
 * @param owner role of the owner, or -1
 * @param touches the work
 * @param delays sampler of the buyers' delay by outcome (advance, regress, lost) and kind; {@link
 *     #NONE} is no delay
 * @param kindEffect effect of segment, product and source on the log-odds, by kind
 * @param responseHalfLifeMs half-life of the response effect; 0 when there is none
 * @param responseFloor floor of the response effect, in log-odds
 * @param patience sampler of the patience, or {@link #NONE}
 * @param leak chance to be dropped on the first way into the stage
 * @param rescore noise of the score that is made anew here, or NaN
 * @param accept the least score with which a lead is worked on
 * @param reasons global numbers of the reasons of a loss
 * @param reasonCumulated cumulated shares of the reasons; the last is 1
 * @param recycles whether a loss for a global reason may come back
 * @param recycleAfter sampler of the dormant time
 * @param recycleQuality factor on the quality of a lead that returns
 * @param recycleTo stage that a dormant lead returns to
 * @param regressTo stage of a regress, or -1
 * @param timeOutMs longest stay, or 0
 * @param timeOutBuying whether the time-out runs on the buyers' clock
 * @param opportunity whether a lead in this stage is an opportunity
 * @param seasonal whether the season of winning changes the odds of this stage
 */
record StagePlan(
    int code,
    int owner,
    Touches touches,
    int[][] delays,
    double[] kindEffect,
    double responseHalfLifeMs,
    double responseFloor,
    int patience,
    double leak,
    double rescore,
    double accept,
    int[] reasons,
    double[] reasonCumulated,
    boolean[] recycles,
    int recycleAfter,
    double recycleQuality,
    int recycleTo,
    int regressTo,
    long timeOutMs,
    boolean timeOutBuying,
    boolean opportunity,
    boolean seasonal) {

  /** No sampler: the duration is always 0. */
  static final int NONE = -1;

  static final int ADVANCE = 0;
  static final int REGRESS = 1;
  static final int LOST = 2;

  /**
   * The work of a stage, touch by touch.
   *
   * @param count number of touches
   * @param role role whose pool does it, or -1 for the owner
   * @param times most repeats
   * @param activity global number of the activity
   * @param stop chance after each repeat that the rest is skipped
   * @param effort sampler of the effort
   * @param every sampler of the gap between repeats
   */
  record Touches(
      int count,
      int[] role,
      int[] times,
      int[] activity,
      double[] stop,
      int[] effort,
      int[] every) {}

  /**
   * The reason of a loss.
   *
   * @param u a uniform number
   * @return the global number of the reason
   */
  int reason(double u) {
    int i = 0;
    while (u >= reasonCumulated[i] && i < reasons.length - 1) {
      i++;
    }
    return reasons[i];
  }

  /** The names of all reasons of the scenario's stages, each once, in order of appearance. */
  static List<String> reasonNames(List<io.salestwin.scenario.Stage> stages, boolean stale) {
    return Stream.of(
            stages.stream().flatMap(s -> s.lose().stream()).map(r -> r.name()),
            Stream.of(io.salestwin.scenario.Stage.TIMED_OUT, io.salestwin.scenario.Stage.WENT_COLD),
            stale ? Stream.of(io.salestwin.scenario.Stage.WENT_STALE) : Stream.<String>empty(),
            stages.stream()
                .filter(s -> s.accept().isPresent())
                .map(s -> io.salestwin.scenario.Stage.NOT_ACCEPTED),
            stages.stream().filter(s -> s.leak() > 0).map(s -> io.salestwin.scenario.Stage.LEAKED))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }
}

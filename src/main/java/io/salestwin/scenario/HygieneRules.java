package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.Map;
import java.util.Optional;

/**
 * The rules by which a pipeline is kept honest, and what happens where nobody keeps them. A rule
 * that is absent changes nothing and is not counted.
 *
 * @param stale what is done about opportunities that do not move
 * @param slips what it does to an opportunity that its planned close passes
 * @param nextStep what it does to an opportunity that nobody has agreed a next step with
 * @param inflated whether an opportunity that goes back keeps its stage on paper
 * @param categories the forecast categories, if reps forecast
 */
public record HygieneRules(
    Optional<Stale> stale,
    Optional<Slips> slips,
    Optional<NextStep> nextStep,
    boolean inflated,
    Optional<Categories> categories) {

  /**
   * The rule about opportunities that do not move.
   *
   * @param factor how many times the usual an opportunity may stay in its stage, above 0
   * @param of what is usual
   * @param then what is done
   * @param lost share of those to be requalified that turn out to be lost, 0 to 1; 1 for {@link
   *     Then#LOSE}
   * @param to index of the stage that they are requalified in; -1 for one before their own
   */
  public record Stale(double factor, Usual of, Then then, double lost, int to) {
    /** What is usual. */
    public enum Usual {
      /** The median cycle of won deals from becoming an opportunity. */
      CYCLE,
      /** The median time in the stage of those that advance. */
      STAGE
    }

    /** What is done about it. */
    public enum Then {
      /** Nothing: it is counted only. */
      KEEP,
      /** It is sent back to be qualified again, or found to be lost. */
      REQUALIFY,
      /** It is closed as lost. */
      LOSE
    }
  }

  /**
   * The rule about planned closes.
   *
   * @param planAt quantile of the remaining cycle of won deals at which a close is planned, 0 to 1
   * @param limit from how many slips on the effect acts and the close is planned anew
   * @param effect on the log-odds of advancing, at most 0
   * @param review the work of planning the close anew
   */
  public record Slips(double planAt, int limit, double effect, Optional<Review> review) {}

  /**
   * The work of planning a close anew.
   *
   * @param effort rep time, in milliseconds
   * @param role index of the role that does it, or -1 for the owner
   */
  public record Review(Distribution effort, int role) {}

  /**
   * The rule that every opportunity has a next step.
   *
   * @param compliance share of the visits to a stage that have one, 0 to 1
   * @param effect of having none, on the log-odds of advancing, at most 0
   * @param delay factor on the buyers' delay of having none, at least 1
   */
  public record NextStep(double compliance, double effect, double delay) {}

  /**
   * The categories in which reps forecast: what they believe of a deal's chance to be won, by
   * cut-offs that fall.
   *
   * @param commit least belief of a commit, 0 to 1
   * @param bestCase least belief of a best case, 0 to 1
   * @param pipeline least belief that is not left out of the forecast, 0 to 1
   * @param belief how a rep's belief differs from the truth
   * @param inspection how commits are inspected
   * @param weighting how the weighted forecast is adjusted; empty for not at all
   */
  public record Categories(
      double commit,
      double bestCase,
      double pipeline,
      Belief belief,
      Optional<Inspection> inspection,
      Optional<Weighting> weighting) {}

  /**
   * How the weighted forecast is adjusted.
   *
   * @param slip share that each slip takes off a deal's value, 0 to 1
   * @param byRep whether a deal counts by how often its rep wins, over how often his role does
   */
  public record Weighting(double slip, boolean byRep) {}

  /**
   * How a rep's belief differs from the truth, in log-odds.
   *
   * @param bias what is added to the log-odds of winning
   * @param noise standard deviation of what is added at random, once for each visit to a stage
   * @param byRole the bias of the reps of a role instead, by the role's name
   * @param byRep the bias of a rep instead, by the rep's name
   */
  public record Belief(
      double bias, double noise, Map<String, Double> byRole, Map<String, Double> byRep) {

    /**
     * The bias of a rep.
     *
     * @param role the name of his role
     * @param rep his name
     * @return log-odds
     */
    public double bias(String role, String rep) {
      return byRep.getOrDefault(rep, byRole.getOrDefault(role, bias));
    }
  }

  /**
   * How commits are inspected.
   *
   * @param everyMs time between inspections, in milliseconds, at least a week
   * @param contactMs longest time since the last touch, in milliseconds
   * @param paperFrom index of the stage from which on the paperwork is under way; 0 if any will do
   * @param miss chance that an inspection overlooks a deal that fails, 0 to 1
   */
  public record Inspection(long everyMs, long contactMs, int paperFrom, double miss) {}
}

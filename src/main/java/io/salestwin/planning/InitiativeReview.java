package io.salestwin.planning;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Recipe;
import io.salestwin.statistics.Estimate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What initiatives bring for what they cost: each alone, all together, and which to do. All meet
 * the same luck. Money is in units of the currency, odds and shares are fractions; every error is a
 * 95 % confidence interval. Gains and costs count within the horizon, nothing after it.
 *
 * @param scenario name of the scenario
 * @param currency ISO 4217 code
 * @param question what was asked
 * @param goalUnit in what the goal is measured
 * @param worth the KPI that counts as gain, in words
 * @param sampling how much was played, and why no more
 * @param baseGoal the goal without any initiative
 * @param baseBookings mean bookings without any
 * @param claims the bookings that each is said to bring within the horizon; empty where nothing is
 *     said
 * @param alone each initiative when it is the only one, in their order
 * @param together all of them
 * @param shares what each contributes to all of them; empty for a single one, and where it was
 *     stopped before every combination was played
 * @param bookingsOverlap bookings that all bring less the sum of what each brings alone
 * @param gainOverlap the same for the gain
 * @param advised which are advised: the combination that leaves most, as far as was played; none
 *     where none leaves anything
 * @param choice what the advised bring together
 * @param thresholds the rules of the scenario, with the advised
 * @param rules the rules of the file with what came out
 */
public record InitiativeReview(
    String scenario,
    String currency,
    Question question,
    KpiInfo.Unit goalUnit,
    String worth,
    Comparison.Sampling sampling,
    Estimate baseGoal,
    Estimate baseBookings,
    List<OptionalDouble> claims,
    List<Outcome> alone,
    Outcome together,
    List<Share> shares,
    Estimate bookingsOverlap,
    Estimate gainOverlap,
    List<Integer> advised,
    Outcome choice,
    List<ThresholdResult> thresholds,
    List<ReturnRule.Judged> rules) {

  /** Copies the lists. */
  public InitiativeReview {
    claims = List.copyOf(claims);
    alone = List.copyOf(alone);
    shares = List.copyOf(shares);
    advised = List.copyOf(advised);
    thresholds = List.copyOf(thresholds);
    rules = List.copyOf(rules);
  }

  /**
   * What is asked.
   *
   * @param recipe the scenario without any of them
   * @param initiatives without errors
   * @param goal the figure whose gain is told beside the money
   * @param seed the seed
   * @param antithetic whether the second replication of each pair meets mirrored luck
   * @param effort how much may be played; it is decided when of each, and of all together, it is
   *     whether they leave anything, and tight by the gain as a share of mean bookings
   */
  public record Question(
      Recipe recipe,
      Initiatives initiatives,
      Goal goal,
      long seed,
      boolean antithetic,
      Effort effort) {}

  /**
   * What some of the initiatives bring.
   *
   * @param name of the one, or words for several
   * @param cost what they cost within the horizon; below 0 when they save money
   * @param goal gain of the goal
   * @param bookings gain of mean bookings
   * @param gain what they bring, in the KPI that counts
   * @param net gain less cost
   * @param paid the chance that they have paid for themselves by the end of the horizon
   * @param back return on investment: net over cost
   * @param today the net worth at the first day, discounted
   * @param payback when what was put in has come back
   * @param course how the sum of gains less costs grows
   */
  public record Outcome(
      String name,
      double cost,
      Estimate goal,
      Estimate bookings,
      Estimate gain,
      Estimate net,
      Estimate paid,
      Estimate back,
      Estimate today,
      Payback payback,
      Course course) {

    /**
     * What of the goal a unit of money brings.
     *
     * @return gain of the goal over cost; NaN where it costs nothing or is not computable
     */
    public double goalPerCost() {
      return cost > 0 ? goal.orNaN() / cost : Double.NaN;
    }
  }

  /**
   * By when what was put in has come back on the mean: the end of a period, in months from the
   * start of the first initiative, or 0; empty for not within the horizon.
   *
   * @param months the end of the period
   * @param earliest lower end of its 95 % error
   * @param latest upper end; empty where it may be after the horizon
   */
  public record Payback(OptionalDouble months, OptionalDouble earliest, OptionalDouble latest) {}

  /**
   * How the mean sum of gains less costs grows.
   *
   * @param years from the first day of the horizon, rising
   * @param sums at each of them
   */
  public record Course(List<Double> years, List<Double> sums) {

    /** Copies the lists. */
    public Course {
      years = List.copyOf(years);
      sums = List.copyOf(sums);
    }
  }

  /**
   * What one initiative contributes to all together (Shapley value).
   *
   * @param bookings its part of the gain of bookings
   * @param gain its part of the gain
   * @param goal its part of the gain of the goal
   */
  public record Share(Estimate bookings, Estimate gain, Estimate goal) {}

  /**
   * Plays and reviews.
   *
   * @param question what is asked
   * @param runner plays; when it is stopped the answer is that of what was played
   * @param progress hears how far it has come
   * @return the review
   * @throws UnanswerableException when an initiative cannot be, with the reason
   * @throws IllegalStateException when it was stopped before two pairs were played
   */
  public static InitiativeReview of(Question question, Runner runner, Progress progress) {
    return new InitiativeReviewOf(question, runner, progress).review();
  }

  /**
   * Whether every rule is met.
   *
   * @return true when none failed, and when there is none
   */
  public boolean thresholdsMet() {
    return rules.stream().allMatch(ReturnRule.Judged::isMet)
        && thresholds.stream().allMatch(t -> t.outcome() == ThresholdResult.Outcome.MET);
  }
}

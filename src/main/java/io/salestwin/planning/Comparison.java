package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * Alternatives that met the same luck, compared. The first is the base. Amounts are in units of the
 * currency (or deals), odds and shares are fractions. Every error is a 95 % confidence interval of
 * the simulation whose unit is the pair of replications that share a draw of the uncertain inputs,
 * and it allows for the looks before the end ({@link Effort}).
 *
 * @param scenario name of the base's scenario
 * @param currency ISO 4217 code
 * @param basis in what bookings are counted
 * @param seed the seed
 * @param goal the figure that decides
 * @param goalUnit in what the goal is measured
 * @param sampling how much was played, and why no more
 * @param standings the alternatives by themselves, base first
 * @param contests each further alternative against the base, in their order
 * @param best index of the alternative that is chosen; where none is chosen for sure, of that with
 *     the best goal, and the base's where none is better
 * @param attribution what each change of the best alternative contributes (of the only one, where
 *     the base is the best); or why that cannot be told
 * @param selection the best of three or more, with its guarantee; or why there is none
 */
public record Comparison(
    String scenario,
    String currency,
    Scenario.Basis basis,
    long seed,
    Goal goal,
    KpiInfo.Unit goalUnit,
    Sampling sampling,
    List<Standing> standings,
    List<Contest> contests,
    int best,
    Parsed<Attribution> attribution,
    Parsed<Selection> selection) {

  /** Copies the lists. */
  public Comparison {
    standings = List.copyOf(standings);
    contests = List.copyOf(contests);
  }

  /**
   * What is asked.
   *
   * @param alternatives at least 2, the base first; all have the same period names where they are
   *     compared by period
   * @param goal the figure that decides; every alternative has it
   * @param seed the seed
   * @param antithetic whether the second replication of each pair meets mirrored luck
   * @param effort how much may be played
   */
  public record Question(
      List<Alternative> alternatives, Goal goal, long seed, boolean antithetic, Effort effort) {

    /** Copies the list. */
    public Question {
      alternatives = List.copyOf(alternatives);
      if (alternatives.size() < 2) {
        throw new IllegalArgumentException("a comparison needs at least 2 alternatives");
      }
    }
  }

  /**
   * Plays and compares.
   *
   * @param question what is asked
   * @param runner plays; when it is stopped the answer is that of what was played
   * @param progress hears how far it has come
   * @return the comparison
   * @throws IllegalStateException when it was stopped before two pairs were played
   */
  public static Comparison of(Question question, Runner runner, Progress progress) {
    return new ComparisonOf(question, runner, progress).comparison();
  }

  /**
   * What stands behind the figures.
   *
   * @param effort what was allowed
   * @param replications of each alternative, met by all of them
   * @param plays of all alternatives and combinations of changes together
   * @param end why there are no more
   */
  public record Sampling(Effort effort, int replications, long plays, RunResult.End end) {}

  /**
   * One alternative by itself.
   *
   * @param name what people call it
   * @param goal its value of the goal
   * @param bookings mean bookings against the target of the whole horizon
   * @param thresholds the rules of its own scenario
   */
  public record Standing(
      String name, Estimate goal, Estimate bookings, List<ThresholdResult> thresholds) {

    /** Copies the list. */
    public Standing {
      thresholds = List.copyOf(thresholds);
    }

    /**
     * Whether every rule is met.
     *
     * @return true when none failed, and when there is none
     */
    public boolean thresholdsMet() {
      return thresholds.stream().allMatch(t -> t.outcome() == ThresholdResult.Outcome.MET);
    }
  }

  /** What a contest says. */
  public enum Verdict {
    /** Both scenarios are the same. */
    SAME,
    /** The alternative is better: the error of the difference leaves out 0. */
    BETTER,
    /** It is worse. */
    WORSE,
    /** The difference is known to be small: all of its error is within what is tight enough. */
    NO_MATTER,
    /** More replications are needed to tell. */
    OPEN
  }

  /**
   * One alternative against the base; differences are alternative minus base.
   *
   * @param name of the alternative
   * @param verdict what it says
   * @param changes what differs between the two scenarios
   * @param goal difference of the goal
   * @param goalRatio variance ratio won by the common luck, for the goal
   * @param beats share of the futures in which the alternative does better on the figure behind the
   *     goal
   * @param ties share of the futures in which both do the same
   * @param periods bookings and odds by period, the whole horizon last
   * @param kpis the KPIs that both have
   * @param velocity what the difference of pipeline velocity is made of; empty where it cannot be
   *     computed
   */
  public record Contest(
      String name,
      Verdict verdict,
      List<Change> changes,
      Estimate goal,
      Estimate goalRatio,
      Estimate beats,
      double ties,
      List<PeriodDifference> periods,
      List<KpiDifference> kpis,
      Optional<VelocityParts> velocity) {

    /** Copies the lists. */
    public Contest {
      changes = List.copyOf(changes);
      periods = List.copyOf(periods);
      kpis = List.copyOf(kpis);
    }
  }

  /**
   * One period of a contest.
   *
   * @param name its name; {@code horizon} for the whole
   * @param base mean bookings of the base
   * @param other mean bookings of the alternative
   * @param difference of the means
   * @param ratio variance ratio won by the common luck
   * @param baseOdds odds of the base; empty where one of the two has no target
   * @param otherOdds odds of the alternative
   * @param oddsDifference of the odds
   */
  public record PeriodDifference(
      String name,
      Estimate base,
      Estimate other,
      Estimate difference,
      Estimate ratio,
      Optional<Estimate> baseOdds,
      Optional<Estimate> otherOdds,
      Optional<Estimate> oddsDifference) {}

  /**
   * One KPI of a contest.
   *
   * @param kpi what it is
   * @param period name of the period; {@code horizon} for the whole
   * @param member by which it is divided; empty for all
   * @param base mean of the base, over the replications in which both can be computed
   * @param other mean of the alternative
   * @param difference of the means
   * @param ratio variance ratio won by the common luck
   * @param missing replications in which one of them cannot be computed
   */
  public record KpiDifference(
      KpiInfo kpi,
      String period,
      String member,
      Estimate base,
      Estimate other,
      Estimate difference,
      Estimate ratio,
      int missing) {}

  /**
   * Whether the alternative that is recommended meets the thresholds of its scenario.
   *
   * @return true when none failed, and when there is none
   */
  public boolean thresholdsMet() {
    return standings.get(best).thresholdsMet();
  }
}

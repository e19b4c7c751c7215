package io.salestwin.experiment;

import io.salestwin.scenario.Lever;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.statistics.sequential.Spending;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An experiment as a person writes it, before it starts: what is tried, on whom, how it will be
 * judged. Nothing of it is decided by what comes out. Shares are fractions, durations milliseconds,
 * amounts units of the scenario's currency.
 *
 * @param name what it is called
 * @param hypothesis what is believed
 * @param start first day; empty for the scenario's
 * @param control what the scenario is varied by in the control arm; usually nothing
 * @param treatment what it is varied by in the treatment arm
 * @param unit what is assigned to an arm
 * @param role the role whose reps are assigned; empty unless the unit is the rep
 * @param assignAt the stage at whose entry a lead belongs to the experiment; empty for arrival
 * @param share share of the units that get the treatment
 * @param primary the one metric that decides
 * @param effect the smallest effect on it that would be worth the change
 * @param guardrails what must not become worse
 * @param secondary further metrics, which decide nothing
 * @param correction how many secondary metrics are allowed for
 * @param alpha false-positive rate
 * @param twoSided whether an effect in either direction counts
 * @param power chance to find the effect if it is there
 * @param looks when results may be looked at
 * @param covariate what was known of each unit before; empty for none
 * @param icc intracluster correlation; empty where the scenario is to say it
 * @param volume leads that enter in a month; empty where the scenario is to say it
 * @param atMostMs longest time that it may take
 * @param decision what hangs on it
 */
public record ExperimentPlan(
    String name,
    String hypothesis,
    Optional<LocalDate> start,
    List<LeverOverride> control,
    List<LeverOverride> treatment,
    Lever.Unit unit,
    Optional<String> role,
    Optional<String> assignAt,
    double share,
    Metric primary,
    Effect effect,
    List<Guardrail> guardrails,
    List<Metric> secondary,
    Correction correction,
    double alpha,
    boolean twoSided,
    double power,
    Looks looks,
    Optional<Covariate> covariate,
    OptionalDouble icc,
    OptionalDouble volume,
    long atMostMs,
    Decision decision) {

  /** Copies the lists. */
  public ExperimentPlan {
    control = List.copyOf(control);
    treatment = List.copyOf(treatment);
    guardrails = List.copyOf(guardrails);
    secondary = List.copyOf(secondary);
  }

  /**
   * Whether the planned analysis of a metric is adjusted by the covariate.
   *
   * @param metric one of the plan's
   * @return false also where there is no covariate
   */
  public boolean isAdjusted(Metric metric) {
    boolean means =
        metric.measure() == Metric.Measure.CONVERSION || metric.measure() == Metric.Measure.VALUE;
    return covariate.isPresent() && means && metric.analysis() == Metric.Analysis.STANDARD;
  }

  /**
   * The same plan with another covariate.
   *
   * @param other what was known of each unit before; empty for nothing
   * @return the plan
   */
  public ExperimentPlan with(Optional<Covariate> other) {
    return new ExperimentPlan(
        name,
        hypothesis,
        start,
        control,
        treatment,
        unit,
        role,
        assignAt,
        share,
        primary,
        effect,
        guardrails,
        secondary,
        correction,
        alpha,
        twoSided,
        power,
        looks,
        other,
        icc,
        volume,
        atMostMs,
        decision);
  }

  /**
   * Every metric, the one that decides first, then those of the guardrails, then further ones.
   *
   * @return at least one
   */
  public Stream<Metric> metrics() {
    return Stream.of(
            Stream.of(primary), guardrails.stream().map(Guardrail::metric), secondary.stream())
        .flatMap(each -> each);
  }

  /** Adjustments of p-values for several metrics. */
  public enum Correction {
    /** No false positive at all, with 1 - alpha; any dependence. */
    HOLM,
    /** The same, where metrics do not move against each other. */
    HOCHBERG,
    /** At most alpha of what is called significant is false (Benjamini and Hochberg). */
    BH
  }

  /**
   * What must not become worse.
   *
   * @param metric the metric
   * @param margin by how much it may become worse; a positive size
   */
  public record Guardrail(Metric metric, Effect margin) {}

  /**
   * When results may be looked at.
   *
   * @param kind by which rule
   * @param shares share of the planned units at each look, ascending, the last 1; of {@link
   *     Kind#ANY_TIME} and {@link Kind#MIXTURE} only that
   * @param dates the days of the looks, as many as shares; empty where shares say when
   * @param futility when a look ends the test for want of a chance; empty for never. Whoever goes
   *     on all the same does not find more than alpha of what is not there: limits do not count on
   *     it.
   */
  public record Looks(
      Kind kind, List<Double> shares, List<LocalDate> dates, Optional<Futility> futility) {
    /** One look, at the end. */
    public static final Looks ONCE = new Looks(Kind.ONCE, List.of(1.0), List.of());

    /**
     * Looks that never end a test for want of a chance.
     *
     * @param kind by which rule
     * @param shares share of the planned units at each look, ascending, the last 1
     * @param dates the days of the looks, as many as shares; empty where shares say when
     */
    public Looks(Kind kind, List<Double> shares, List<LocalDate> dates) {
      this(kind, shares, dates, Optional.empty());
    }

    /** By which rule. */
    public enum Kind {
      /** One look, at the end. */
      ONCE,
      /** Alpha spending like O'Brien and Fleming: hardly any at early looks. */
      OBRIEN_FLEMING,
      /** Alpha spending like Pocock: about as much at each look. */
      POCOCK,
      /** As often as one likes: a confidence sequence. */
      ANY_TIME,
      /** As often as one likes: a mixture test around the effect of interest (mSPRT). */
      MIXTURE
    }

    /** When a look ends a test for want of a chance. */
    public sealed interface Futility {

      /**
       * Where the chance that the end shows a gain is below this, were the effect as large as
       * planned.
       *
       * @param chance above 0 and below 0.5
       */
      record BelowChance(double chance) implements Futility {}

      /**
       * Where z is below limits that spend the chance to miss the effect as alpha is spent. The
       * size allows for it, so that the power stays.
       */
      record Spent() implements Futility {}
    }

    /** Copies the lists. */
    public Looks {
      shares = List.copyOf(shares);
      dates = List.copyOf(dates);
    }

    /**
     * Whether one may look as often as one likes.
     *
     * @return false for a budget of looks
     */
    public boolean isAnyTime() {
      return kind == Kind.ANY_TIME || kind == Kind.MIXTURE;
    }

    /**
     * How a budget of looks is spent.
     *
     * @return the function; of one look as of those by O'Brien and Fleming
     */
    public Spending spending() {
      return kind == Kind.POCOCK ? new Spending.LikePocock() : new Spending.LikeOBrienFleming();
    }

    /**
     * How many looks are planned.
     *
     * @return at least 1
     */
    public int count() {
      return shares.size();
    }
  }

  /**
   * What was known of each unit before it was assigned.
   *
   * @param column the column of results that holds it
   * @param correlation its correlation with the primary metric, as far as known
   * @param origin what it is in the scenario; empty where the plan does not say, and a rehearsal
   *     therefore does without it
   */
  public record Covariate(String column, OptionalDouble correlation, Optional<Origin> origin) {}

  /** What a covariate is in the scenario. */
  public sealed interface Origin {}

  /** The score of each lead. */
  public record Score() implements Origin {}

  /**
   * The metric that decides, of the same rep or territory: that of the leads whose window has ended
   * in so long a time before the start.
   *
   * @param ms how long, in milliseconds
   */
  public record Earlier(long ms) implements Origin {}

  /**
   * What hangs on it.
   *
   * @param forMs how long the decision will hold, in milliseconds
   * @param value what one more of the metric is worth: a lead that converts, a deal; in currency
   * @param cost what the change costs once, in currency
   */
  public record Decision(long forMs, OptionalDouble value, double cost) {}
}

package io.salestwin.forecast;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Precision;
import io.salestwin.run.RunResult;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Histogram;
import io.salestwin.statistics.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the organisation will end up: everything that a report of a forecast shows.
 *
 * <p>Amounts are in units of the currency (not cents), or in deals when targets count deals; shares
 * are fractions; times are days. A <em>range</em> is quantiles over replications, an <em>error</em>
 * a 95 % Monte Carlo confidence interval.
 *
 * @param scenario name of the scenario
 * @param currency ISO 4217 code
 * @param basis in what bookings and targets are counted
 * @param start first simulated day
 * @param end first day after the horizon
 * @param seed the seed
 * @param replications how many replications stand behind the figures
 * @param asked how many were asked for, with a precision at most; more than {@code replications}
 *     when the run was cut short or precise enough before
 * @param sampling how the replications were chosen and why they are as many
 * @param periods one outlook per reporting period, in order
 * @param total the outlook of the whole horizon; its target is the sum when every period has one
 * @param thresholds the rules of the scenario with the actual values, in the file's order
 * @param kpis every KPI: whole horizon first, then by period, then by member
 * @param stages the funnel, stage by stage
 * @param roles the teams
 * @param bottleneck what holds the organisation back, when something does
 * @param inputShare share of the spread of total bookings that is uncertainty about the inputs
 * @param signals the health score and the alerts, where the scenario has them
 * @param weeks week by week: cumulated bookings and arrivals
 * @param opening what stood in the pipeline on day one
 * @param record what is known of this forecast's past accuracy, as a sentence
 */
public record Forecast(
    String scenario,
    String currency,
    Scenario.Basis basis,
    LocalDate start,
    LocalDate end,
    long seed,
    int replications,
    int asked,
    Sampling sampling,
    List<PeriodOutlook> periods,
    PeriodOutlook total,
    List<ThresholdResult> thresholds,
    List<KpiFigure> kpis,
    List<StageFigure> stages,
    List<RoleFigure> roles,
    Optional<Bottleneck> bottleneck,
    Estimate inputShare,
    Signals signals,
    List<Week> weeks,
    Opening opening,
    String record) {

  /**
   * The quantiles that every range of this package names, in order: P5, P10, P25, P50, P75, P90,
   * P95.
   */
  public static final List<Double> LEVELS = List.of(0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95);

  /**
   * The answer from the rows of a run.
   *
   * @param result the rows, at least one
   * @return the forecast
   */
  public static Forecast of(RunResult result) {
    return new ForecastOf(result).forecast();
  }

  /**
   * What is wrong with the scenario's thresholds, before anything is run.
   *
   * @param scenario the scenario
   * @return one sentence per rule that cannot be judged
   */
  public static List<String> ruleProblems(Scenario scenario) {
    return scenario.thresholds().isEmpty()
        ? List.of()
        : ruleProblems(scenario, KpiLayout.of(scenario));
  }

  /**
   * What is wrong with the scenario's thresholds when its columns are at hand.
   *
   * @param scenario the scenario
   * @param layout its columns
   * @return one sentence per rule that cannot be judged
   */
  public static List<String> ruleProblems(Scenario scenario, KpiLayout layout) {
    return ThresholdResult.problems(scenario, layout);
  }

  /**
   * What must be known how well, as people ask for it. Without a figure's name: mean bookings of
   * every period with a target (of every period when there is none), and the odds of every target.
   * With a name: {@code odds}, {@code odds.PERIOD}, or the mean of a KPI as {@code kpi}, {@code
   * kpi.member} or {@code kpi.period}. Half-widths are relative to a mean, and percentage points
   * for odds and for KPIs that are shares.
   *
   * @param scenario the scenario
   * @param wishes at least one
   * @return the precision for its plan
   * @throws IllegalArgumentException with a sentence for people, when a name is none of its figures
   */
  public static Precision precision(Scenario scenario, List<Precision.Wish> wishes) {
    return new Goals(KpiLayout.of(scenario), scenario).of(wishes);
  }

  /**
   * Whether every threshold is met.
   *
   * @return true when none failed, and when there is none
   */
  public boolean thresholdsMet() {
    return thresholds.stream().allMatch(t -> t.outcome() == ThresholdResult.Outcome.MET);
  }

  /**
   * What stands behind the figures.
   *
   * @param end why there are as many replications as there are
   * @param precision the figures of which a precision was asked, and how well they are known; empty
   *     when none was
   * @param mirroringGain with antithetic pairs: the variance of mean total bookings with
   *     independent replications over that with mirrored ones; empty without them
   */
  public record Sampling(
      RunResult.End end, List<Precision.Reached> precision, Optional<Estimate> mirroringGain) {

    /** A fixed number of replications, all played, each with its own luck. */
    public static final Sampling PLAIN =
        new Sampling(RunResult.End.ALL, List.of(), Optional.empty());

    /** Copies the list. */
    public Sampling {
      precision = List.copyOf(precision);
    }
  }

  /**
   * One period.
   *
   * @param name the period's name
   * @param from first day
   * @param to first day after
   * @param partial whether the horizon holds only a part of the period
   * @param target what it must reach, when it has a target
   * @param booked what had closed already before {@code start}; contained in every figure here
   * @param range quantiles of the bookings at {@link #LEVELS}
   * @param rangeErrors the same quantiles with their errors
   * @param mean mean bookings
   * @param error error of the mean
   * @param odds chance to reach the target with its error; empty without a target
   * @param fromOpen mean bookings from deals that were open on day one
   * @param toCreate mean bookings from leads that came later
   * @param histogram bookings over the replications, for a picture
   */
  public record PeriodOutlook(
      String name,
      LocalDate from,
      LocalDate to,
      boolean partial,
      OptionalDouble target,
      double booked,
      List<Double> range,
      List<Estimate> rangeErrors,
      double mean,
      Estimate error,
      Optional<Estimate> odds,
      double fromOpen,
      double toCreate,
      Histogram histogram) {}

  /**
   * One KPI.
   *
   * @param kpi what it is
   * @param period name of the period; {@code horizon} for the whole
   * @param member name of the member that it is divided by; empty for all
   * @param mean mean over the replications in which it is computable, with its error
   * @param p10 10 % quantile over replications, NaN when not computable
   * @param p50 median over replications, NaN when not computable
   * @param p90 90 % quantile over replications, NaN when not computable
   * @param missing in how many replications it is not computable
   */
  public record KpiFigure(
      KpiInfo kpi,
      String period,
      String member,
      Estimate mean,
      double p10,
      double p50,
      double p90,
      int missing) {}

  /**
   * One stage over the whole horizon.
   *
   * @param name its name
   * @param entered mean number of entries
   * @param stated the stated chance to advance of the reference lead (mean over the exits where it
   *     differs by kind of lead)
   * @param realised the realised share of exits that advanced, time-outs and cold leads included
   * @param lost mean number lost, all reasons
   * @param queueDays mean days waiting for a rep, per visit that ended
   * @param workDays mean days in rep work and gaps between repeats, per visit that ended
   * @param buyerDays mean days waiting for the buyer, per visit that ended
   * @param openAtEnd mean number of leads open in the stage at the horizon's end
   * @param effects the parts that move the realised from the stated rate, largest first
   */
  public record StageFigure(
      String name,
      double entered,
      Estimate stated,
      Estimate realised,
      double lost,
      Estimate queueDays,
      Estimate workDays,
      Estimate buyerDays,
      double openAtEnd,
      List<EffectPart> effects) {}

  /**
   * One named effect on the odds of a stage.
   *
   * @param name such as quality, skill, response, season, segment
   * @param meanLogOdds its mean over all exits, in log-odds
   */
  public record EffectPart(String name, double meanLogOdds) {}

  /**
   * One role over the whole horizon.
   *
   * @param name its name
   * @param reps number of reps
   * @param utilisation share of the selling time at work
   * @param openLeads mean number of open leads per rep
   * @param waiting mean number of leads that wait for a rep of this role
   */
  public record RoleFigure(
      String name, int reps, Estimate utilisation, Estimate openLeads, Estimate waiting) {}

  /**
   * What holds the organisation back.
   *
   * @param name the role or stage
   * @param reason why it is the bottleneck, with its figures, as a sentence
   */
  public record Bottleneck(String name, String reason) {}

  /**
   * One week.
   *
   * @param from its first day
   * @param bookings quantiles at {@link #LEVELS} of the bookings cumulated from the start of the
   *     horizon to the week's end (what was booked before {@code start} not included)
   * @param arrivals mean number of leads that arrived in the week
   */
  public record Week(LocalDate from, List<Double> bookings, double arrivals) {}

  /**
   * What stood in the pipeline on day one.
   *
   * @param warmUpDays days of warm-up, 0 for a given pipeline or an empty start
   * @param deals open deals of the given pipeline, 0 without one
   * @param stale how many of them never win because they are older than any deal can be
   * @param value value of those whose value is stated; NaN when there are deals and none states one
   * @param notStated how many of them state no value, which is drawn then
   * @param staleValue value of the stale ones
   * @param won range (80 %) of the number won within the horizon of what was open on day one
   * @param wonValue range (80 %) of what is won from it within the horizon, in the targets' basis
   */
  public record Opening(
      double warmUpDays,
      int deals,
      int stale,
      double value,
      int notStated,
      double staleValue,
      Interval won,
      Interval wonValue) {}
}

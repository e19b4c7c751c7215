package io.salestwin.check;

import io.salestwin.calendar.Season;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.TargetOdds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scenario gives on the mean, as if no lead ever waited for a rep: an upper end for an
 * organisation that is short of time, and close to the truth for one that is not. Reps are of skill
 * 0 and answer in the next working hour, quality is at its source's mean, uncertain inputs are at
 * the stated values.
 *
 * @param months length of the horizon in mean months (of 365.25 / 12 days)
 * @param sources where leads come from
 * @param stages the stages in their order
 * @param roles the roles in their order
 * @param periods the reporting periods of the horizon
 * @param winRate chance that an opportunity is won in the end, 0 to 1; NaN if leads go round for
 *     ever
 * @param cycleDays mean days from a won lead's arrival to the win; NaN if nothing is ever won,
 *     infinite where a delay has no mean
 * @param dealValue mean annual value of what is won within the horizon, in the currency; NaN if
 *     nothing is
 * @param pipeline the pipeline that the scenario begins with
 */
public record Expectation(
    double months,
    List<SourceFigure> sources,
    List<StageFigure> stages,
    List<RoleFigure> roles,
    List<PeriodFigure> periods,
    double winRate,
    double cycleDays,
    double dealValue,
    GivenPipeline pipeline) {

  /** Copies the lists. */
  public Expectation {
    sources = List.copyOf(sources);
    stages = List.copyOf(stages);
    roles = List.copyOf(roles);
    periods = List.copyOf(periods);
  }

  /**
   * One source.
   *
   * @param name its name
   * @param perMonthAtStart leads a month at the start, mean over the seasons, bursts not included
   * @param perMonthAtEnd the same at the horizon's end, after growth
   * @param burstLeads leads of the dated bursts within the horizon
   * @param leads all expected leads of the horizon
   */
  public record SourceFigure(
      String name, double perMonthAtStart, double perMonthAtEnd, double burstLeads, double leads) {}

  /**
   * One stage.
   *
   * @param name its name
   * @param visitsPerMonth entries a month, mean over the horizon
   * @param visitsPerLead entries per lead that arrives, in the long run; NaN if leads go round for
   *     ever
   * @param stated stated chance to advance of the mean kind of lead, without effects
   * @param afterTimeOut that chance times the share of the advancing that the time-out lets through
   * @param meanDays mean days of a visit, work and buyer, without waiting; infinite where a delay
   *     has no mean
   */
  public record StageFigure(
      String name,
      double visitsPerMonth,
      double visitsPerLead,
      double stated,
      double afterTimeOut,
      double meanDays) {

    /**
     * Share of those that would advance which the time-out cuts off.
     *
     * @return 0 to 1
     */
    public double cut() {
      return stated == 0 ? 0 : 1 - afterTimeOut / stated;
    }
  }

  /**
   * One role.
   *
   * @param name its name
   * @param reps number of reps
   * @param tasks what asks for their hours
   * @param availableHours selling hours a month of all its reps, mean over the horizon
   * @param byPeriod share of the selling hours that is asked for, by period; infinite where there
   *     is work and no selling hour
   * @param holdings where its leads stand
   * @param openLeads mean open leads per rep within the horizon
   * @param openLimit most open leads of a rep; 0 means no limit
   */
  public record RoleFigure(
      String name,
      int reps,
      List<Task> tasks,
      double availableHours,
      List<Double> byPeriod,
      List<Holding> holdings,
      double openLeads,
      int openLimit) {

    /** Copies the lists. */
    public RoleFigure {
      tasks = List.copyOf(tasks);
      byPeriod = List.copyOf(byPeriod);
      holdings = List.copyOf(holdings);
    }

    /**
     * Hours asked for.
     *
     * @return hours a month, mean over the horizon
     */
    public double neededHours() {
      return tasks.stream().mapToDouble(t -> t.perMonth() * t.hours()).sum();
    }

    /**
     * Share of the selling hours that is asked for.
     *
     * @return 0 or more; above 1 the backlog grows without end
     */
    public double utilisation() {
      return neededHours() == 0 ? 0 : neededHours() / availableHours;
    }

    /**
     * Open leads per rep in the long run, by Little's law: visits a day times days a visit.
     *
     * @return 0 or more; infinite where a delay has no mean
     */
    public double openLeadsInTheLongRun() {
      return holdings.stream().mapToDouble(Holding::open).sum() / reps;
    }
  }

  /**
   * Work that asks for a role's hours.
   *
   * @param name the stage, or {@code prospecting}
   * @param perMonth visits a month, mean over the horizon
   * @param hours hours of this role for each
   */
  public record Task(String name, double perMonth, double hours) {}

  /**
   * A stage in which the leads of a role stand.
   *
   * @param stage its name
   * @param perMonth visits a month, mean over the horizon
   * @param days mean days of a visit without waiting
   */
  public record Holding(String stage, double perMonth, double days) {

    /**
     * Leads that stand there on the mean, by Little's law.
     *
     * @return visits a day times days; infinite where a delay has no mean
     */
    public double open() {
      return perMonth == 0 ? 0 : perMonth / Season.DAYS_PER_MONTH * days;
    }
  }

  /**
   * One period.
   *
   * @param name its name
   * @param leads leads that arrive
   * @param open opportunities at its start
   * @param created opportunities created in it; leads that come back are left out by their share in
   *     the long run, so that the figure is a little low (1.4 % in an example) after a warm-up
   *     shorter than two cycles
   * @param wins deals won in it
   * @param bookings what they count towards the target, in the targets' basis: currency or deals;
   *     what was booked before the start not included
   * @param annual their annual value, in the currency
   * @param booked what was booked before the start, in the targets' basis
   * @param target what the period must reach, in the targets' basis; empty without a target
   */
  public record PeriodFigure(
      String name,
      double leads,
      double open,
      double created,
      double wins,
      double bookings,
      double annual,
      double booked,
      OptionalDouble target) {

    /**
     * Opportunities that the period can work on.
     *
     * @return those open at its start and those created in it
     */
    public double opportunities() {
      return open + created;
    }

    /**
     * The deals that must be won to reach the target.
     *
     * @return at least 0; empty without a target, or when no deal is won from which to take a size
     */
    public OptionalDouble dealsNeeded() {
      if (target.isEmpty() || !(wins > 0 && bookings > 0)) {
        return OptionalDouble.empty();
      }
      double missing = target.getAsDouble() - booked;
      double needed = Math.max(0, missing * wins / bookings);
      // A target of exactly 40 deals' worth is 40 deals, whatever the last bit says.
      return OptionalDouble.of(Math.ceil(needed - 1e-9 * needed));
    }
  }

  /**
   * The coverage of a period's target: how many opportunities there are for each deal that must be
   * won, and what that is worth at the scenario's win rate. Deals count as equal in size and
   * independent, and as if each were decided within the period, so real odds are less extreme.
   *
   * @param needed deals that must be won, at least 1
   * @param opportunities opportunities at hand, rounded
   * @param winRate chance of each
   * @param odds chance that enough of them are won, 0 to 1
   * @param atHand opportunities per deal needed
   * @param forEven opportunities per deal needed for odds of 50 %
   * @param forEighty the same for 80 %
   * @param forNinety the same for 90 %
   */
  public record Coverage(
      long needed,
      long opportunities,
      double winRate,
      double odds,
      double atHand,
      double forEven,
      double forEighty,
      double forNinety) {}

  /**
   * The pipeline that a scenario gives for its first day.
   *
   * @param deals number of open deals; 0 without a given pipeline
   * @param noAge how many have no age
   * @param noOwner how many have no owner, or one who is no rep
   * @param stale how many have stood in their stage longer than any deal that advances
   */
  public record GivenPipeline(int deals, int noAge, int noOwner, int stale) {}

  /**
   * Follows the mean flow through a scenario.
   *
   * @param scenario the scenario
   * @return what it gives on the mean
   */
  public static Expectation of(Scenario scenario) {
    return new Expecting(scenario).expectation();
  }

  /**
   * The coverage of a period's target at the scenario's win rate.
   *
   * @param period the period
   * @return the coverage; empty without a target, when the target is reached already, and when
   *     nothing can be won
   */
  public Optional<Coverage> coverage(PeriodFigure period) {
    double needed = period.dealsNeeded().orElse(0);
    if (!(needed >= 1 && needed <= 1e6 && winRate > 1e-9)) {
      return Optional.empty();
    }
    double p = Math.min(1, winRate);
    int deals = (int) needed;
    long at = Math.round(period.opportunities());
    return Optional.of(
        new Coverage(
            deals,
            at,
            p,
            TargetOdds.atLeast(deals, at, p),
            period.opportunities() / deals,
            TargetOdds.coverageFor(deals, p, 0.5),
            TargetOdds.coverageFor(deals, p, 0.8),
            TargetOdds.coverageFor(deals, p, 0.9)));
  }
}

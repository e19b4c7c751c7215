package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A scenario ready to be played: names are numbers, calendars are tables, distributions are
 * samplers. Immutable; any number of replications may share it.
 */
public final class SalesModel {

  /** Length of the mean month in milliseconds: 365.25 / 12 days. */
  static final double MONTH_MS = 365.25 / 12 * Clock.DAY;

  /** Added to a week's number so that the weeks of a warm-up have one, too. */
  static final long MANY_WEEKS = 1 << 20;

  /** What decides the order in a waiting line. */
  enum QueueKey {
    FIFO,
    LIFO,
    VALUE,
    SCORE,
    AGE,
    STAGE
  }

  private final ModelParts parts;
  private final StagePlan[] plans;
  private final int[] roleOfRep;
  private final boolean[] onArrival;
  private final int[] openLimit;
  private final int[] firstRep;
  private final int stageCount;
  private final Patches patches;
  private final Beginnings beginnings;
  private final StationaryAges stationaryAges;
  private final Residuals residuals;
  private final CustomerPlan customerPlan;
  private final Lifetimes lifetimes;

  private SalesModel(ModelParts parts) {
    this.parts = parts;
    plans = parts.plans;
    roleOfRep = parts.roleOfRep;
    onArrival = parts.onArrival;
    openLimit = parts.openLimit;
    firstRep = parts.firstRep;
    stageCount = parts.scenario.stages().size();
    patches = new Patches(this, parts.scenario.uncertainty());
    beginnings = new Beginnings(parts);
    stationaryAges = new StationaryAges(this);
    residuals = new Residuals(this);
    lifetimes = new Lifetimes(parts.scenario);
    customerPlan =
        parts.scenario.customers().map(c -> new CustomerPlan(parts.scenario)).orElse(null);
  }

  /**
   * Compiles a scenario.
   *
   * @param scenario what a person wrote
   * @return the model
   */
  public static SalesModel of(Scenario scenario) {
    return new SalesModel(new ModelCompiler(scenario, Optional.empty()).compile());
  }

  /**
   * Compiles a scenario with the arms of an experiment: every unit is dealt one arm, and all arms
   * share reps, queues and calendars. The experiment begins with the horizon: what comes before is
   * in the first arm.
   *
   * @param scenario the root scenario
   * @param randomisation what is dealt which arms
   * @return the model
   * @throws IllegalArgumentException if an arm differs from the root in what no such unit can
   *     carry, such as a source; the message names the units that can
   */
  public static SalesModel of(Scenario scenario, Randomisation randomisation) {
    return new SalesModel(new ModelCompiler(scenario, Optional.of(randomisation)).compile());
  }

  /**
   * Compiles a scenario with arms that are dealt to leads.
   *
   * @param scenario the root scenario
   * @param arms the arms; none means that every lead follows the root scenario
   * @return the model
   * @throws IllegalArgumentException if an arm differs from the root in what no single lead can
   *     carry, such as a role or a source, or if the shares do not sum to 1
   */
  public static SalesModel of(Scenario scenario, List<Arm> arms) {
    return arms.isEmpty()
        ? of(scenario)
        : of(scenario, Randomisation.of(Lever.Unit.LEAD, scenario, arms));
  }

  /**
   * What was compiled.
   *
   * @return the scenario
   */
  public Scenario scenario() {
    return parts.scenario;
  }

  /**
   * The reporting periods in order.
   *
   * @return at least one
   */
  public List<Period> periods() {
    return parts.periods;
  }

  /**
   * The names of the members that facts of a dimension are counted by.
   *
   * @param dimension the dimension
   * @return the names in the order of the ledger's members; weeks and durations are numbered
   */
  public List<String> members(Dimension dimension) {
    return parts.members.get(dimension);
  }

  /**
   * The role of a rep.
   *
   * @param rep index of the rep
   * @return index of the role
   */
  public int roleOf(int rep) {
    return roleOfRep[rep];
  }

  Ledger newLedger() {
    int[] sizes =
        Arrays.stream(Dimension.values()).mapToInt(d -> parts.members.get(d).size()).toArray();
    return new Ledger(periodCount(), sizes);
  }

  // ---- chance

  /** What chance makes of leads and reps when they come. */
  Beginnings beginnings() {
    return beginnings;
  }

  void draw(Streams streams, Parameters parameters) {
    patches.draw(streams, parameters);
  }

  // ---- what a deal is worth

  SizeBands sizeBands() {
    return parts.sizeBands;
  }

  // ---- whom else leads meet

  /** Null when nobody is told apart. */
  Competition competition() {
    return parts.competition;
  }

  // ---- tables

  Kinds kinds() {
    return parts.kinds;
  }

  Parameters parameters() {
    return parts.parameters;
  }

  /**
   * Whether anything about the inputs is drawn.
   *
   * @return true when the scenario has an uncertainty
   */
  public boolean isUncertain() {
    return !parts.scenario.uncertainty().parameters().isEmpty()
        || parts.scenario.uncertainty().joint().isPresent();
  }

  StagePlan plan(int row) {
    return plans[row];
  }

  /** The stated chance to advance, without any effect, in millionths. */
  long statedMillionths(int row, int kind) {
    return parts.statedMillionths[row * parts.kinds.count() + kind];
  }

  /** The chance that a lead in this stage is won in the end, by the stated chances alone. */
  double statedWin(int row, int kind) {
    return parts.statedWin[row * parts.kinds.count() + kind];
  }

  int rows() {
    return parts.plans.length;
  }

  int stageCount() {
    return stageCount;
  }

  int roleCount() {
    return parts.scenario.roles().size();
  }

  int repCount() {
    return parts.roleOfRep.length;
  }

  int firstRep(int role) {
    return firstRep[role];
  }

  int repsOf(int role) {
    return firstRep[role + 1] - firstRep[role];
  }

  int openLimit(int role) {
    return openLimit[role];
  }

  boolean takesOnArrival(int role) {
    return onArrival[role];
  }

  /** Whether some stage asks the role's pool to help. */
  boolean helps(int role) {
    return parts.helps[role];
  }

  /** The experiment's arms; null when there are none. */
  ArmPlan armPlan() {
    return parts.armPlan;
  }

  People people() {
    return parts.people;
  }

  Pools pools() {
    return parts.pools;
  }

  Market market() {
    return parts.market;
  }

  /** The identity of the first person of a seat; that of the next ones counts up from it. */
  long repEntity(int rep) {
    return parts.repEntity[rep];
  }

  /** How many quarters a reporting period is; a part of one counts by its days. */
  double quarters(int period) {
    return (periodEnd(period) - periodBegin(period)) / (3 * MONTH_MS);
  }

  /** When a reporting period begins; the first one at the start. */
  long periodBegin(int period) {
    return period == 0 ? 0 : parts.periods.get(period - 1).endMs(parts.scenario.start());
  }

  /** When a reporting period ends; the last one with the horizon at the latest. */
  long periodEnd(int period) {
    return Math.min(parts.periods.get(period).endMs(parts.scenario.start()), endMs());
  }

  /** Whether a reporting period begins at an instant, or the one before has just ended. */
  boolean turnsAt(long ms) {
    return ms == 0 || reportingPeriodThatEnds(ms) >= 0;
  }

  /** The reporting period that ends at an instant, or -1. */
  int reportingPeriodThatEnds(long ms) {
    for (int period = 0; period < parts.periods.size(); period++) {
      if (parts.periods.get(period).endMs(parts.scenario.start()) == ms) {
        return period;
      }
    }
    return -1;
  }

  QueueKey queueKey() {
    return parts.queueKey;
  }

  Clock workClock() {
    return parts.workClock;
  }

  Clock buyingClock() {
    return parts.buyersClocks[StagePlan.ADVANCE];
  }

  Clock buyersClock(int outcome) {
    return parts.buyersClocks[outcome];
  }

  Winning winning() {
    return parts.winning;
  }

  /** What in single segments follows the calendar; null when nothing does. */
  SegmentSeasons segmentSeasons() {
    return parts.segmentSeasons;
  }

  double calendarHoursPerWeek() {
    return parts.scenario.calendar().hoursPerWeek();
  }

  double qualityReference() {
    return parts.scenario.qualityReference();
  }

  double delayFactor(int kind) {
    return parts.delayFactor[kind];
  }

  ShockPlan[] shocks() {
    return parts.shocks;
  }

  ArrivalPlan[] arrivalPlans() {
    return parts.arrivals;
  }

  int valueSampler(int product) {
    return parts.value[product];
  }

  int prospecting() {
    return parts.prospecting;
  }

  int timedOut() {
    return parts.timedOut;
  }

  int notAccepted() {
    return parts.notAccepted;
  }

  int leaked() {
    return parts.leaked;
  }

  /** Whether it is counted how well scores tell who is won. */
  boolean ranks() {
    return parts.ranks;
  }

  int wentCold() {
    return parts.wentCold;
  }

  int wentStale() {
    return parts.wentStale;
  }

  /** The activity of planning a close anew; -1 when nobody does. */
  int review() {
    return parts.review;
  }

  /** By arm; null when no arm has rules of hygiene. */
  HygienePlan[] hygienePlans() {
    return parts.hygiene;
  }

  long beginMs() {
    return parts.beginMs;
  }

  long endMs() {
    return parts.boundaries[parts.boundaries.length - 1];
  }

  /**
   * Number of periods of the ledger: reporting periods, each in parts where facts are kept by week,
   * too.
   */
  int periodCount() {
    return parts.boundaries.length;
  }

  /** When a period of the ledger ends; period -1 is the warm-up. */
  long boundary(int period) {
    return period < 0 ? 0 : parts.boundaries[period];
  }

  /**
   * The period of the ledger that begins at an instant: a reporting period, or a part of one where
   * facts are kept by week, too.
   *
   * @param ms the begin or end of a period, or of a week in a scenario with alerts, in milliseconds
   *     from the start
   * @return its index in the ledger; the number of the ledger's periods for the end of the horizon
   */
  public int ledgerPeriodFrom(long ms) {
    int period = ms == 0 ? 0 : Arrays.binarySearch(parts.boundaries, ms) + 1;
    if (ms != 0 && period <= 0) {
      throw new IllegalArgumentException("no period of the ledger begins at " + ms + " ms");
    }
    return period;
  }

  int week(long now) {
    return (int) (now / (7 * Clock.DAY));
  }

  /**
   * The identity of a deal of the starting pipeline, as an {@link Observer} sees it.
   *
   * @param deal index of the deal in the scenario's pipeline
   * @return its identity
   */
  public long dealEntity(int deal) {
    return parts.dealEntity[deal];
  }

  int dealOwner(int deal) {
    return parts.dealOwner[deal];
  }

  /** The customers' life; null when the scenario has none. */
  CustomerPlan customerPlan() {
    return customerPlan;
  }

  /** What a won customer is expected to bring while he stays. */
  Lifetimes lifetimes() {
    return lifetimes;
  }

  Residuals residuals() {
    return residuals;
  }

  StationaryAges stationaryAges() {
    return stationaryAges;
  }
}

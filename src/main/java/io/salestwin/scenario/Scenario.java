package io.salestwin.scenario;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.calendar.Season;
import io.salestwin.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The immutable description of a sales organisation, its market and its horizon: what a person
 * wrote, with every default filled in and every unit made canonical.
 *
 * <p>Canonical units of this tree: durations in milliseconds, money in cents, probabilities and
 * shares as fractions (26 % is 0.26), effects in log-odds, rates per month as written. Order of
 * every list is the order of the file; a member's index in its list is its identity in {@code
 * model}.
 *
 * @param name what the scenario is called
 * @param currency ISO 4217 code in which every amount is meant
 * @param start first simulated day
 * @param end first day after the horizon
 * @param fiscalYear the fiscal year's start, which names quarters
 * @param reporting the length of the reporting periods
 * @param opportunityFrom index of the stage from which on a lead is an opportunity
 * @param begin what stands in the pipeline on day one
 * @param targets what the periods must reach
 * @param thresholds rules such as {@code p_hit(2027-Q1) >= 0.80}
 * @param health the tiers of the health score; empty for no score
 * @param alerts rules that are looked at every week
 * @param calendar working hours and holidays
 * @param seasons the speeds and odds that follow the calendar
 * @param products what is bought
 * @param sizeBands where the second band of deals by annual contract value and each later one
 *     begins, in cents, ascending; empty when results are not divided by size
 * @param segments which kinds of buyers
 * @param sources where leads come from
 * @param competitors whom else the leads meet; empty when that is not told apart
 * @param qualityReference the quality at which a stated probability holds, 0 to 1
 * @param booked what has closed already in the period of {@code start}
 * @param territories the parts of the market; empty when it is not divided
 * @param accounts how leads' accounts are scored and sorted into tiers
 * @param roles the kinds of sellers
 * @param training what reps are taught
 * @param payPlans how variable pay follows from what is won
 * @param costs what selling costs beside leads, pay and training
 * @param budget what may be spent in a period, in cents, by the period's name
 * @param queue the order in which waiting leads are taken
 * @param stages the steps in their order
 * @param customers what becomes of customers after the win; without it none are played
 * @param hygiene the rules that keep the pipeline honest; empty when there are none
 * @param uncertainty what is not known about the inputs
 * @param push what is done at the end of each quarter to close more
 * @param shocks what may happen in the middle of the horizon
 * @param plan what is wanted beside the targets; nothing of it is played
 * @param origin what it was read from
 */
public record Scenario(
    String name,
    String currency,
    LocalDate start,
    LocalDate end,
    FiscalYear fiscalYear,
    Grain reporting,
    int opportunityFrom,
    Begin begin,
    Targets targets,
    List<Threshold> thresholds,
    List<HealthTier> health,
    List<AlertRule> alerts,
    WorkCalendar calendar,
    Seasons seasons,
    List<Product> products,
    List<Long> sizeBands,
    List<Segment> segments,
    List<Source> sources,
    List<Competitor> competitors,
    double qualityReference,
    Booked booked,
    List<Territory> territories,
    Optional<Accounts> accounts,
    List<Role> roles,
    List<Training> training,
    List<PayTerms> payPlans,
    List<Cost> costs,
    Map<String, Long> budget,
    QueueOrder queue,
    List<Stage> stages,
    Optional<Customers> customers,
    Optional<HygieneRules> hygiene,
    Uncertainty uncertainty,
    Optional<Push> push,
    List<Shock> shocks,
    Optional<Plan> plan,
    Origin origin) {

  /** What results call the deals that meet no competitor. */
  public static final String NO_COMPETITOR = "no competitor";

  /** Copies the lists. */
  public Scenario {
    thresholds = List.copyOf(thresholds);
    health = List.copyOf(health);
    alerts = List.copyOf(alerts);
    products = List.copyOf(products);
    sizeBands = List.copyOf(sizeBands);
    segments = List.copyOf(segments);
    sources = List.copyOf(sources);
    competitors = List.copyOf(competitors);
    territories = List.copyOf(territories);
    roles = List.copyOf(roles);
    training = List.copyOf(training);
    payPlans = List.copyOf(payPlans);
    costs = List.copyOf(costs);
    stages = List.copyOf(stages);
    shocks = List.copyOf(shocks);
  }

  /**
   * A line of cost, such as a tool.
   *
   * @param name what it is
   * @param yearCents its cost in a year, in cents
   * @param from the first day on which it is paid for; empty for always
   * @param until the last day; empty for always
   */
  public record Cost(
      String name, long yearCents, Optional<LocalDate> from, Optional<LocalDate> until) {

    /**
     * What it costs from a day to before another.
     *
     * @param first the first day
     * @param end the first day after
     * @return cents, a year having 365.25 days
     */
    public double cents(LocalDate first, LocalDate end) {
      LocalDate begins = from.filter(day -> day.isAfter(first)).orElse(first);
      LocalDate ends =
          until.map(day -> day.plusDays(1)).filter(day -> day.isBefore(end)).orElse(end);
      return Math.max(0, ChronoUnit.DAYS.between(begins, ends)) * (yearCents / 365.25);
    }
  }

  /** The length of a reporting period. */
  public enum Grain {
    /** Calendar months. */
    MONTH,
    /** Quarters of the fiscal year. */
    QUARTER
  }

  /**
   * What stands in the pipeline on day one. Exactly one of the two is meant: a pipeline of deals,
   * or else a warm-up (possibly of length 0: an empty start).
   *
   * @param warmUpMs how long the organisation is played before {@code start}, in milliseconds, at
   *     least 0
   * @param pipeline today's open deals, when the scenario names them
   */
  public record Begin(long warmUpMs, Optional<List<OpenDeal>> pipeline) {}

  /**
   * One deal that is open on day one.
   *
   * @param id the deal's name in the file, unique
   * @param stage index of its stage
   * @param ageMs time it has spent in that stage, in milliseconds; empty when not known
   * @param owner the rep's name, or an index as text such as {@code AE 3}; empty when not known
   * @param valueCents annual contract value in cents; empty when it is to be drawn
   * @param product index of its product, or -1 when it is to be drawn
   * @param segment index of its segment, or -1 when it is to be drawn
   * @param source index of its source, or -1 when not known; it is then drawn by volume
   * @param competitor 0 when it meets no competitor, else one more than the competitor's index; -1
   *     when it is to be drawn
   */
  public record OpenDeal(
      String id,
      int stage,
      Optional<Long> ageMs,
      Optional<String> owner,
      Optional<Long> valueCents,
      int product,
      int segment,
      int source,
      int competitor) {}

  /** In what a target is counted. */
  public enum Basis {
    /** Annual contract value of new business. */
    ACV,
    /** Total contract value: annual value times the contract's years. */
    TCV,
    /** Number of deals won. */
    COUNT;

    /**
     * How many of what an amount is kept in make one unit of what is shown.
     *
     * @return 100 cents to a unit of the currency; 1 for deals
     */
    public double perUnit() {
      return this == COUNT ? 1 : 100;
    }
  }

  /**
   * What the periods must reach.
   *
   * @param basis in what the amounts are counted
   * @param byPeriod amount by the period's name, in cents, or in deals for {@link Basis#COUNT}
   */
  public record Targets(Basis basis, Map<String, Long> byPeriod) {}

  /**
   * What has closed already in the period of {@code start}.
   *
   * @param byPeriod amount by the period's name, in cents or in deals as the targets are
   * @param byRep what is known of each rep, by his name
   * @param quartersBefore how many quarters of that period lie before {@code start}, 0 to 1
   */
  public record Booked(
      Map<String, Long> byPeriod, Map<String, ByRep> byRep, double quartersBefore) {
    /** Copies both, in the order in which they stand. */
    public Booked {
      byPeriod = Collections.unmodifiableMap(new LinkedHashMap<>(byPeriod));
      byRep = Collections.unmodifiableMap(new LinkedHashMap<>(byRep));
    }

    /**
     * What one rep has booked.
     *
     * @param cents annual contract value, in cents
     * @param deals deals won
     * @param marginCents gross margin of them, in cents
     */
    public record ByRep(long cents, long deals, long marginCents) {
      /** Nothing. */
      public static final ByRep NONE = new ByRep(0, 0, 0);
    }

    /**
     * What a rep has booked before the start.
     *
     * @param name the rep's name
     * @return it; nothing for one who is not listed
     */
    public ByRep of(String name) {
      return byRep.getOrDefault(name, ByRep.NONE);
    }

    /**
     * For how much of the period a rep has carried his quota before the start.
     *
     * @param name the rep's name
     * @return quarters; 0 for one who is not listed, as if he had come with the start
     */
    public double quartersBefore(String name) {
      return byRep.containsKey(name) ? quartersBefore : 0;
    }
  }

  /**
   * The parts of the market that follow the calendar. Speeds are factors (1 is neutral), odds are
   * added to the log-odds (0 is neutral).
   *
   * @param arrivals speed of the arrivals' clock
   * @param buying speed of the buyers' clock while the deal will advance
   * @param losing speed of the buyers' clock for every other outcome
   * @param winning effect on the log-odds of advancing, at the date on which the lead would advance
   * @param winningStages indices of the stages on which {@code winning} acts, ascending
   */
  public record Seasons(
      Season arrivals, Season buying, Season losing, Season winning, Set<Integer> winningStages) {
    /** Copies the set and puts it in order. */
    public Seasons {
      winningStages = Collections.unmodifiableSet(new TreeSet<>(winningStages));
    }
  }

  /**
   * What reps do in the last days of each fiscal quarter to close more.
   *
   * @param lastMs length of those days, in milliseconds, above 0
   * @param stages indices of the stages in which deals are pushed, ascending
   * @param discount share of the value that every deal won in those days gives up, 0 to 1
   * @param odds log-odds added to advancing in those days
   * @param pullForward share of the deals that would advance in the next quarter and are talked
   *     into these days, 0 to 1
   */
  public record Push(
      long lastMs, Set<Integer> stages, double discount, double odds, double pullForward) {
    /** Copies the set and puts it in order. */
    public Push {
      stages = Collections.unmodifiableSet(new TreeSet<>(stages));
    }
  }

  /**
   * The order in which waiting leads are taken, everywhere in the organisation.
   *
   * @param rule the rule
   * @param by what decides under {@link Rule#PRIORITY}
   */
  public record QueueOrder(Rule rule, Key by) {
    /** The kind of order. */
    public enum Rule {
      /** First come, first served. */
      FIFO,
      /** Last come, first served. */
      LIFO,
      /** Highest key first; equal keys first come, first served. */
      PRIORITY
    }

    /** What decides under priority; the larger goes first. */
    public enum Key {
      /** Annual contract value. */
      VALUE,
      /** Observed score: quality and noise. */
      SCORE,
      /** Time since the lead arrived: the oldest first. */
      AGE,
      /** Position of the stage: the furthest first. */
      STAGE
    }
  }
}

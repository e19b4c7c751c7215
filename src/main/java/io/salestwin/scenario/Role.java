package io.salestwin.scenario;

import io.salestwin.random.Elementary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A kind of seller.
 *
 * @param name its name
 * @param reps the sellers of the first day, then those who are hired at a date; those given by
 *     count are called by role and number ({@code AE 1})
 * @param take when a lead gets its rep
 * @param routing how a rep is chosen among those who could take the lead
 * @param hoursPerWeek time of a rep for sales in a full working week, above 0; equal to the
 *     calendar's hours when not said
 * @param adminShare share of that time that goes into administration, at least 0 and below 1
 * @param openLeads most leads that a rep owns at once; 0 means no limit
 * @param skillSd standard deviation of the reps' skill, in log-odds, at least 0
 * @param skillDrift log-odds that a rep's skill gains in a year, from the first day of the horizon
 *     or from his own on
 * @param pace what is asked of a rep's day
 * @param expertiseEffect log-odds between knowing a segment wholly and not at all, at least 0
 * @param territoryRule who may take a lead of a territory
 * @param staffing how reps come, grow, are away and go
 * @param quotaCents quota of one rep for a quarter, in cents
 * @param quotaRamp share of the quota by tenure
 * @param timing what reps do with the day of a signature for the sake of their pay; empty for
 *     nothing
 * @param salaryCents fixed pay of one rep for a year, in cents
 * @param pay how the reps are paid beside their salary
 */
public record Role(
    String name,
    List<Rep> reps,
    Take take,
    Routing routing,
    double hoursPerWeek,
    double adminShare,
    int openLeads,
    double skillSd,
    double skillDrift,
    Pace pace,
    double expertiseEffect,
    TerritoryRule territoryRule,
    Staffing staffing,
    Optional<Long> quotaCents,
    Staffing.Ramp quotaRamp,
    Optional<Timing> timing,
    Optional<Long> salaryCents,
    RolePay pay) {

  /** Copies the list. */
  public Role {
    reps = List.copyOf(reps);
  }

  /**
   * Moving a signature over the end of a fiscal quarter.
   *
   * @param days how many days before and after the end are meant
   * @param hold chance that a rep who has reached {@code over} holds a deal of the last days back
   *     until the next quarter
   * @param over attainment of the quarter from which on deals are held back
   * @param pull chance that a rep who lacks at most {@code near} of the quota gets a deal of the
   *     next quarter's first days signed on the last day of this one
   * @param near share of the quota that may be missing, above 0
   */
  public record Timing(int days, double hold, double over, double pull, double near) {}

  /**
   * How many touches a day are asked of a rep, against how many go well. What is asked beyond that
   * is done in less time each, and not as well: activity is not outcome.
   *
   * @param asked touches a day that are asked
   * @param sound touches a day that go well
   * @param effect log-odds for each doubling beyond what goes well, at most 0
   */
  public record Pace(double asked, double sound, double effect) {

    /** No more is asked than goes well. */
    public static final Pace SOUND = new Pace(1, 1, 0);

    /**
     * Time for a touch, over the time that goes well.
     *
     * @return above 0, at most 1
     */
    public double time() {
      return asked > sound ? sound / asked : 1;
    }

    /**
     * What haste does to the odds.
     *
     * @return log-odds, at most 0
     */
    public double logOdds() {
      return asked > sound ? effect * Elementary.log(asked / sound) / Elementary.log(2) : 0;
    }
  }

  /**
   * The selling time of a rep in a full working week.
   *
   * @return hours, administration taken off
   */
  public double sellingHoursPerWeek() {
    return hoursPerWeek * (1 - adminShare);
  }

  /**
   * One seat, with the seller who takes it first.
   *
   * @param name unique within the scenario
   * @param skill log-odds added to the chance to advance of the leads that this rep owns; empty
   *     when it is to be drawn
   * @param started the first day; empty for long ago. A day after the scenario's start is a hire
   * @param territory index of the territory, or -1
   * @param expertise how well the rep knows each segment, 0 to 1, by the segment's index
   * @param tier index of the tier of accounts that the rep is meant for, or -1
   * @param quotaCents quota for a quarter, in cents; empty for a rep who carries none
   * @param leave days on which the rep is away
   */
  public record Rep(
      String name,
      Optional<Double> skill,
      Optional<LocalDate> started,
      int territory,
      List<Double> expertise,
      int tier,
      Optional<Long> quotaCents,
      List<Staffing.Days> leave) {

    /** Copies the lists. */
    public Rep {
      expertise = List.copyOf(expertise);
      leave = List.copyOf(leave);
    }
  }

  /**
   * The reps who are there on a day, dated hires and leavers counted, attrition not.
   *
   * @param day the day
   * @return their number
   */
  public int headcount(LocalDate day) {
    long come = reps.stream().filter(rep -> !rep.started().orElse(day).isAfter(day)).count();
    long gone = staffing.leavers().stream().filter(leaver -> !leaver.on().isAfter(day)).count();
    return (int) (come - gone);
  }

  /** When a lead gets its rep. */
  public enum Take {
    /** Routing picks an owner at once; the lead waits in that rep's own list. */
    ON_ARRIVAL,
    /** Leads wait in the role's one queue and a free rep pulls the next. */
    WHEN_FREE
  }

  /** Who may take a lead of a territory, in a role whose reps have territories. */
  public enum TerritoryRule {
    /** Only reps of the lead's territory. */
    STRICT,
    /** Others too, when no rep of the lead's territory has room. */
    FIRST,
    /** Any rep, as the routing says. */
    OPEN
  }

  /**
   * How a rep is chosen among those who could take the lead; ties go to the lower index.
   *
   * @param policy the rule
   * @param weights for {@link Policy#WEIGHTED} the weight of each {@link Factor}, summing to 1;
   *     else empty
   */
  public record Routing(Policy policy, List<Double> weights) {
    /** Copies the list. */
    public Routing {
      weights = List.copyOf(weights);
    }

    /**
     * A rule that needs no weights.
     *
     * @param policy the rule
     * @return the routing
     */
    public static Routing of(Policy policy) {
      return new Routing(policy, List.of());
    }
  }

  /** The rules of routing. */
  public enum Policy {
    /** The next in turn. */
    ROUND_ROBIN,
    /** The one who owns the fewest open leads. */
    LEAST_LOADED,
    /** Anyone, by lot. */
    RANDOM,
    /** The one who knows the lead's segment best; among equals the least loaded. */
    EXPERTISE,
    /** The one who has won the greatest share of deals so far. */
    BEST_PERFORMER,
    /** One who is meant for the lead's tier, else anyone; among equals the least loaded. */
    BY_TIER,
    /** The next in turn, but a lead that comes back waits for its earlier owner, full or not. */
    STICKY,
    /** The one with the highest weighted sum of the factors. */
    WEIGHTED
  }

  /** What weighted routing looks at; each from 0 to 1. */
  public enum Factor {
    /** 1 for a rep of the lead's territory. */
    TERRITORY,
    /** How well the rep knows the lead's segment. */
    EXPERTISE,
    /** The share of the rep's open leads that is still free. */
    WORKLOAD,
    /** 1 for a rep who is meant for the lead's tier. */
    TIER,
    /** The share of deals won so far, over the best rep's. */
    PERFORMANCE
  }
}

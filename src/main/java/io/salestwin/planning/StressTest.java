package io.salestwin.planning;

import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What breaks a plan, and what would hold it. Every point is the scenario with something changed,
 * played with the same luck as the scenario as it is (common random numbers); differences are taken
 * replication by replication. Odds are fractions, bookings are in units of the currency or in deals
 * as the target is.
 *
 * @param scenario name of the scenario
 * @param currency ISO 4217 code
 * @param basis what the target counts
 * @param seed the seed
 * @param replications of the scenario as it is, and the most of any point
 * @param played replications played in all
 * @param stopped whether it was stopped before its end: what is missing was not played
 * @param period whose target is stressed
 * @param target the target
 * @param odds odds of the target as the scenario is
 * @param bookings mean of the figure that is held against the target
 * @param advice one sentence: what breaks the plan, or what to do
 * @param tornado each lever on its own
 * @param heatMap two levers together
 * @param shocks the shocks, alone and in pairs
 * @param breaks how bad it must get
 * @param without what hangs on few
 * @param coverage how much pipeline it takes
 * @param thresholds the rules with their values
 */
public record StressTest(
    String scenario,
    String currency,
    Scenario.Basis basis,
    long seed,
    int replications,
    long played,
    boolean stopped,
    String period,
    double target,
    Estimate odds,
    Estimate bookings,
    String advice,
    Optional<Tornado> tornado,
    Optional<HeatMap> heatMap,
    List<ShockCase> shocks,
    List<Break> breaks,
    List<Without> without,
    List<CoverageNeed> coverage,
    List<ThresholdResult> thresholds) {

  /** The present value of several levers at once. */
  static final String SEVERAL = "as it is";

  /** Copies the lists. */
  public StressTest {
    shocks = List.copyOf(shocks);
    breaks = List.copyOf(breaks);
    without = List.copyOf(without);
    coverage = List.copyOf(coverage);
    thresholds = List.copyOf(thresholds);
  }

  /**
   * Makes a stress test.
   *
   * @param plan what is asked
   * @param recipe the scenario, to be varied
   * @param runner plays; when it is told to stop, the answer holds what was done until then
   * @param progress hears how far it has come
   * @return the answer
   * @throws UnanswerableException with words for people when the plan names what is not there, or
   *     when it was stopped before the scenario as it is was played
   */
  public static StressTest of(StressPlan plan, Recipe recipe, Runner runner, Progress progress) {
    return new StressTestOf(plan, recipe, runner, progress).test();
  }

  /**
   * One end of a bar.
   *
   * @param value the lever's value there, as written
   * @param odds odds of the target less those as it is
   * @param bookings mean bookings less those as it is
   */
  public record End(String value, Estimate odds, Estimate bookings) {}

  /**
   * One lever.
   *
   * @param lever its path
   * @param now its value in the scenario, as written
   * @param low with the smaller value
   * @param high with the larger value
   * @param odds odds with the larger value less those with the smaller one
   * @param bookings the same of mean bookings
   * @param verdict what is to be thought of it
   * @param replications behind it
   */
  public record Bar(
      String lever,
      String now,
      End low,
      End high,
      Estimate odds,
      Estimate bookings,
      Verdict verdict,
      int replications) {

    /**
     * The largest effect on the odds.
     *
     * @return the distance from the worst to the best of both ends and the scenario as it is; 0
     *     when it could not be played
     */
    public double size() {
      double low = finite(low().odds().orNaN());
      double high = finite(high().odds().orNaN());
      return Math.max(0, Math.max(low, high)) - Math.min(0, Math.min(low, high));
    }

    private static double finite(double value) {
      return Double.isFinite(value) ? value : 0;
    }
  }

  /** What is to be thought of a lever. */
  public enum Verdict {
    /** It moves the odds. */
    MATTERS,
    /** Its effect on the odds cannot be told from none in these replications. */
    NOISE,
    /** Not a single replication had other bookings. */
    NOTHING,
    /** Few replications showed that others move the bookings more; it was not looked at closer. */
    SMALL
  }

  /**
   * Levers by the size of their effect.
   *
   * @param bars the largest first; those looked at closer before the others
   * @param level the intervals of those looked at closer hold together with 95 %; each has this
   *     level
   * @param screening replications in which all were looked at first; 0 when there was no need
   * @param left levers that cannot be moved alone, each with the reason
   */
  public record Tornado(List<Bar> bars, double level, int screening, List<String> left) {
    /** Copies the lists. */
    public Tornado {
      bars = List.copyOf(bars);
      left = List.copyOf(left);
    }
  }

  /**
   * Odds over two levers.
   *
   * @param across lever of the columns
   * @param columns its values
   * @param down lever of the rows
   * @param rows its values
   * @param odds by row and column
   */
  public record HeatMap(
      String across,
      List<String> columns,
      String down,
      List<String> rows,
      List<List<Estimate>> odds) {
    /** Copies the lists. */
    public HeatMap {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      odds = odds.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Shocks that strike at once, or one of the scenario's own that does not.
   *
   * @param name such as {@code budget freeze} or {@code without strike}
   * @param shocks the names of those that strike; none where one is left out
   * @param odds odds of the target
   * @param change odds less those as it is
   * @param bookings mean bookings less those as it is
   * @param beyond of a pair: change of the mean bookings less the two changes alone; empty of one
   *     shock. Below 0 they are worse together than their sum
   * @param replications behind it
   */
  public record ShockCase(
      String name,
      List<String> shocks,
      Estimate odds,
      Estimate change,
      Estimate bookings,
      Optional<Estimate> beyond,
      int replications) {
    /** Copies the list. */
    public ShockCase {
      shocks = List.copyOf(shocks);
    }
  }

  /**
   * One point on the way to a breaking point.
   *
   * @param value the lever's value, or the values of several
   * @param steps how many steps away
   * @param odds odds of the target
   */
  public record Point(String value, double steps, Estimate odds) {}

  /**
   * How far a lever, or several together, must go for the odds to pass a limit.
   *
   * @param name the lever, or what the direction is
   * @param now the value as it is
   * @param falls true when the odds fall under the limit; false when they are under it already and
   *     what is sought is where they rise to it
   * @param limit the limit
   * @param at the value nearest to the present one that was found on the far side; empty for none
   * @param from the last value before which the limit is surely not passed (95 %); the present one
   *     when it may be passed already
   * @param to the nearest value from which on it is passed for sure (95 %); empty when none was
   *     found
   * @param steps how many steps away; NaN for none
   * @param monotone whether the odds only went one way on the points that were looked at, as far as
   *     can be told
   * @param note what else is to be said, such as why there is no such value
   * @param path the points, nearest first
   */
  public record Break(
      String name,
      String now,
      boolean falls,
      double limit,
      Optional<String> at,
      Optional<String> from,
      Optional<String> to,
      double steps,
      boolean monotone,
      String note,
      List<Point> path) {
    /** Copies the list. */
    public Break {
      path = List.copyOf(path);
    }
  }

  /**
   * The target without something.
   *
   * @param what such as {@code the largest deal} or {@code source events}
   * @param how how it was taken away
   * @param odds odds of the target then
   * @param change odds less those as it is
   * @param bookings mean bookings less those as it is
   */
  public record Without(
      String what, String how, Estimate odds, Estimate change, Estimate bookings) {}

  /**
   * Coverage that was followed by good odds.
   *
   * @param period the period
   * @param seen the smallest, median and largest coverage over the replications; empty when it is
   *     not computable
   * @param needed coverage at which the odds are those of {@link #LEVELS}
   * @param deals deals of mean size that make up the target; NaN when not computable
   * @param winRate the chance of a closed opportunity to be won, the mean; NaN when not computable
   * @param textbook coverage that so many equal and independent deals would need (binomial); empty
   *     when it is not computable
   */
  public record CoverageNeed(
      String period,
      List<Double> seen,
      List<Estimate> needed,
      double deals,
      double winRate,
      List<Double> textbook) {

    /** The odds for which coverage is sought. */
    public static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9);

    /** Copies the lists. */
    public CoverageNeed {
      seen = List.copyOf(seen);
      needed = List.copyOf(needed);
      textbook = List.copyOf(textbook);
    }
  }
}

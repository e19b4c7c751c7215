package io.salestwin.forecast;

import io.salestwin.calendar.Clock;
import io.salestwin.metrics.WeekCounts;
import io.salestwin.run.RunResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Mser;
import io.salestwin.statistics.Pairs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A warm-up after which deals are still missing: those of leads that would have come before it
 * began. The first weeks of the forecast are then too low.
 *
 * <p>Two looks at the weeks of the run's own replications, warm-up included, must agree on it.
 * Where does the beginning end? MSER-5 ({@link Mser}) says so of the deals won in a week per lead
 * of the weeks that they come from, which growth, the season of arrivals and dated leads leave as
 * it is. If that is after the warm-up: how many deals are missing? With
 *
 * <pre>g(a) = deals won a weeks after their lead's week / leads of the weeks seen that long</pre>
 *
 * <p>week t from the beginning of the warm-up lacks the share Σ<sub>a &gt; t</sub> g(a) / Σ g(a),
 * because no lead is older than t weeks in it. That share, in the mean of the first {@value
 * #FIRST_WEEKS} weeks after the warm-up, must exceed {@value #LEAST_SHARE} so clearly that its 99 %
 * interval lies above: where it does not exceed it, at most 1 run of 200 warns. Season moves deals
 * from one age to another, but lets none be older than they can be, so it is not taken for a
 * beginning. Ages beyond the last week of the horizon are not seen; the share is rather too low. It
 * is that of weeks that are all alike: season and growth move what is really missing by a few
 * percentage points.
 *
 * @param days days of the scenario's warm-up
 * @param settled the week from the beginning of the warm-up from which on a week's deals are like
 *     those of the weeks after it; empty when that is not so in the first half of the weeks, or
 *     there are too few
 * @param weeks whole weeks of the run, warm-up included
 * @param missing the share of deals that is missing in the first weeks after the warm-up
 */
public record WarmUp(double days, OptionalInt settled, int weeks, Estimate missing) {

  /** In fewer replications nothing is clear. */
  private static final int LEAST_REPLICATIONS = 20;

  private static final int FIRST_WEEKS = 13;
  private static final double LEAST_SHARE = 0.05;
  private static final double LEVEL = 0.99;
  private static final long WEEK_MS = 7 * Clock.DAY;

  /**
   * Looks at the warm-up of a run. The answer follows from the rows of the run alone.
   *
   * @param result the run, with what it has counted by week
   * @return what is wrong; empty when the warm-up is long enough, when the scenario starts from a
   *     pipeline of deals, and when too little was played or won to tell
   */
  public static Optional<WarmUp> tooShort(RunResult result) {
    Scenario scenario = result.plan().scenario();
    List<WeekCounts> plays = result.weeks();
    if (scenario.begin().pipeline().isPresent() || plays.size() < LEAST_REPLICATIONS) {
      return Optional.empty();
    }
    long warmUpMs = scenario.begin().warmUpMs();
    int from = (int) ((warmUpMs + WEEK_MS - 1) / WEEK_MS);
    Beginning beginning = new Beginning(plays);
    OptionalInt settled = Mser.truncation(beginning.dealsPerLead());
    if (from >= beginning.weeks() || settled.orElse(Integer.MAX_VALUE) <= from) {
      return Optional.empty();
    }
    Pairs missing = beginning.missing(from, Math.min(from + FIRST_WEEKS, beginning.weeks()));
    Estimate error = Intervals.mean(missing, LEVEL);
    if (error.value().orElseThrow().interval().low() <= LEAST_SHARE) {
      return Optional.empty();
    }
    return Optional.of(
        new WarmUp(
            (double) warmUpMs / Clock.DAY,
            settled,
            beginning.weeks(),
            Intervals.mean(missing, Interval.ERROR)));
  }

  /**
   * What is wrong.
   *
   * @return a sentence without a full stop
   */
  public String message() {
    Interval error = missing.value().orElseThrow().interval();
    String share =
        String.format(
            Locale.ROOT,
            "about %.0f %% (error %.0f–%.0f %%) of the deals of the first %d weeks are missing, those of"
                + " leads from before it",
            100 * missing.orNaN(),
            100 * error.low(),
            100 * Math.min(1, error.high()),
            FIRST_WEEKS);
    return days == 0
        ? "there is no warm-up: " + share.replace("before it", "before the start")
        : String.format(Locale.ROOT, "the warm-up of %.0f days is too short: ", days) + share;
  }

  /**
   * What to do.
   *
   * @return an advice
   */
  public String advice() {
    String longer =
        settled.isPresent()
            ? "give a warm-up of at least " + 7 * settled.getAsInt() + " days"
            : "give a longer warm-up";
    return days == 0 ? longer + "; leave it if the organisation does start from nothing" : longer;
  }
}

package io.salestwin.forecast;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Season;
import io.salestwin.calendar.WorkCalendar;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.Begin;
import io.salestwin.scenario.Source;
import io.salestwin.scenario.Uncertainty;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Mser;
import io.salestwin.statistics.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * A warm-up after which the organisation does not win yet as it does in the long run, so that the
 * first weeks of a forecast are biased by the empty start of the warm-up.
 *
 * <p>The weekly figures of the forecast itself cannot tell: they follow growth, season and dated
 * leads, which is no bias. So the organisation is played from an empty start without these, for two
 * years or more, and MSER-5 ({@link Mser}) looks at the deals won per week, averaged over
 * replications: where does the beginning end? If that is later than the warm-up, the weeks between
 * the two are held against those after: they must differ by at least {@value #LEAST_SHARE} of the
 * long-run mean, and by more than chance. One half of the replications says where to cut, the other
 * half what the difference is, so that its 99 % interval holds what it says: where there is no
 * difference, at most about 1 run of 100 warns.
 *
 * @param days days of the scenario's warm-up
 * @param settled the week from which on the organisation is in its steady state; empty when it was
 *     not after {@code played / 2} weeks
 * @param played how many weeks were played
 * @param difference deals won per week from the end of the warm-up until then, against those after,
 *     as a fraction of the latter, with its error; negative when there are fewer
 */
public record WarmUp(double days, OptionalInt settled, int played, Estimate difference) {

  private static final double LEAST_SHARE = 0.05;
  private static final double LEVEL = 0.99;
  private static final int LEAST_WEEKS = 104;
  private static final int LEAST_REPLICATIONS = 20;
  private static final int MOST_REPLICATIONS = 40;
  private static final long WEEK_MS = 7 * Clock.DAY;

  /**
   * Looks at a scenario's warm-up. Takes a tenth of the plan's replications, from {@value
   * #LEAST_REPLICATIONS} to {@value #MOST_REPLICATIONS}, of longer plays.
   *
   * @param plan the scenario, its seed and how many replications are to be run
   * @param runner plays the replications
   * @param progress hears how far that has come
   * @return what is wrong; empty when the warm-up is long enough, when the scenario starts from a
   *     pipeline of deals, when too little is won to tell, or when the runner was stopped
   */
  public static Optional<WarmUp> tooShort(RunPlan plan, Runner runner, Progress progress) {
    Scenario scenario = plan.scenario();
    if (scenario.begin().pipeline().isPresent()) {
      return Optional.empty();
    }
    int weeks = (int) ((scenario.begin().warmUpMs() + WEEK_MS - 1) / WEEK_MS);
    int played = Math.max(LEAST_WEEKS, 2 * weeks + LEAST_WEEKS / 2);
    int replications =
        Math.max(LEAST_REPLICATIONS, Math.min(MOST_REPLICATIONS, plan.replications() / 10));
    RunResult result =
        runner.run(new RunPlan(steady(scenario, played), plan.seed(), replications), progress);
    double[][] wins = wins(result, played);
    if (wins.length < LEAST_REPLICATIONS) {
      return Optional.empty();
    }
    int half = wins.length / 2;
    OptionalInt settled = Mser.truncation(means(Arrays.copyOf(wins, half), played));
    int until = settled.orElse(played / 2);
    if (until <= weeks) {
      return Optional.empty();
    }
    Tally difference = difference(Arrays.copyOfRange(wins, half, wins.length), weeks, until);
    if (!isClear(difference)) {
      return Optional.empty();
    }
    double days = (double) scenario.begin().warmUpMs() / Clock.DAY;
    Estimate error = Intervals.mean(difference, Interval.ERROR);
    return Optional.of(new WarmUp(days, settled, played, error));
  }

  /** Whether a difference matters and is more than chance. */
  private static boolean isClear(Tally difference) {
    return Math.abs(difference.mean()) >= LEAST_SHARE
        && !Intervals.mean(difference, LEVEL).value().orElseThrow().interval().contains(0);
  }

  /**
   * What is wrong.
   *
   * @return a sentence without a full stop
   */
  public String message() {
    double share = difference.orNaN();
    Interval error = difference.value().orElseThrow().interval();
    String more = share < 0 ? "fewer" : "more";
    String deals =
        String.format(
            Locale.ROOT,
            "%.0f %% %s deals (error %.0f–%.0f %%) than in the long run",
            100 * Math.abs(share),
            more,
            100 * Math.min(Math.abs(error.low()), Math.abs(error.high())),
            100 * Math.max(Math.abs(error.low()), Math.abs(error.high())));
    String until =
        settled.isPresent()
            ? " until week " + settled.getAsInt()
            : " in its first " + played / 2 + " weeks, and has not settled even then";
    return days == 0
        ? "there is no warm-up: an organisation that starts from nothing wins " + deals + until
        : String.format(Locale.ROOT, "the warm-up of %.0f days is too short: ", days)
            + "played on from there, without season and growth, the organisation wins "
            + deals
            + until;
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
            : "give a longer warm-up, and see whether more leads come than the reps can serve";
    return days == 0 ? longer + "; leave it if the organisation does start from nothing" : longer;
  }

  /** The same organisation, from nothing, in a world where every week is like the other. */
  private static Scenario steady(Scenario s, int weeks) {
    WorkCalendar calendar =
        new WorkCalendar(
            s.calendar().hoursPerDay(), s.calendar().from(), s.calendar().week(), new TreeSet<>());
    Scenario.Seasons seasons =
        new Scenario.Seasons(
            neutral(s.seasons().arrivals()),
            neutral(s.seasons().buying()),
            neutral(s.seasons().losing()),
            neutral(s.seasons().winning()),
            s.seasons().winningStages());
    return new Scenario(
        s.name(),
        s.currency(),
        s.start(),
        s.start().plusWeeks(weeks),
        s.fiscalYear(),
        Scenario.Grain.QUARTER,
        s.opportunityFrom(),
        new Begin(0, Optional.empty()),
        new Scenario.Targets(Scenario.Basis.COUNT, Map.of()),
        List.of(),
        calendar,
        seasons,
        s.products(),
        s.segments(),
        s.sources().stream().map(WarmUp::steady).toList(),
        s.qualityReference(),
        new Scenario.Booked(Map.of()),
        s.roles(),
        s.queue(),
        s.stages(),
        Uncertainty.NONE);
  }

  private static Season neutral(Season season) {
    return Season.neutral(season.combination(), season.fiscalYear());
  }

  private static Source steady(Source source) {
    Source.Arrivals a = source.arrivals();
    return new Source(
        source.name(),
        new Source.Arrivals(
            a.perMonth(), 0, a.dispersion(), a.rootPerMonth(), Map.of(), a.perRepDay()),
        source.costCents(),
        source.quality(),
        source.scoreNoise(),
        source.effects());
  }

  /** Deals won by replication and week. */
  private static double[][] wins(RunResult result, int weeks) {
    double[][] wins = new double[result.replications()][weeks];
    for (int week = 0; week < weeks; week++) {
      double[] column = result.column("target_bookings_by_week." + (week + 1));
      for (int r = 0; r < wins.length; r++) {
        wins[r][week] = column[r];
      }
    }
    return wins;
  }

  private static double[] means(double[][] wins, int weeks) {
    double[] means = new double[weeks];
    for (double[] row : wins) {
      for (int week = 0; week < weeks; week++) {
        means[week] += row[week] / wins.length;
      }
    }
    return means;
  }

  /** By replication, as a fraction of the long-run mean; 0 where nothing is won in the long run. */
  private static Tally difference(double[][] wins, int from, int until) {
    double[] differences = new double[wins.length];
    double longRun = 0;
    for (int r = 0; r < wins.length; r++) {
      double after = mean(wins[r], until, wins[r].length);
      differences[r] = mean(wins[r], from, until) - after;
      longRun += after / wins.length;
    }
    for (int r = 0; r < wins.length; r++) {
      differences[r] = longRun == 0 ? 0 : differences[r] / longRun;
    }
    return Tally.of(differences);
  }

  private static double mean(double[] row, int from, int to) {
    double sum = 0;
    for (int week = from; week < to; week++) {
      sum += row[week];
    }
    return sum / (to - from);
  }
}

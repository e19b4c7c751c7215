package io.salestwin.calibration;

import io.salestwin.metrics.Trace;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Source;
import io.salestwin.statistics.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Plays the learned scenario over the days from which it was learned, from the deals that were open
 * at their beginning, and sets what comes out beside the export.
 */
final class Replays {

  private static final String FILE = "scenario.yaml";
  private static final int POINTS = 80;
  private static final int LEAST = 20;

  private final CrmHistory history;
  private final LocalDate from;
  private final LocalDate until;
  private final Seen observed;
  private final List<Seen> plays = new ArrayList<>();
  private final List<Replay> replays = new ArrayList<>();

  private Replays(
      Fitted fitted, String scenario, String pipeline, PlayedDays days, int number, long seed) {
    from = days.from();
    until = days.until();
    history = fitted.history().asOf(until.toEpochDay() * CrmHistory.DAY_MS - 1);
    observed = Seen.of(history, from, until);
    Map<String, Long> created = new HashMap<>();
    for (int d = 0; d < history.deals(); d++) {
      created.put(Yaml.clean(history.id(d)), history.createdMs(d));
    }
    Attachments files =
        Attachments.ofTexts(Map.of(FILE, scenario, fitted.openDealsFile(), pipeline));
    List<Source> sources = read(files, List.of()).sources();
    Tracer tracer = new Tracer(new RunPlan(read(files, overrides(fitted, sources)), seed, number));
    for (int r = 0; r < number; r++) {
      Trace trace = tracer.trace(r);
      plays.add(Seen.of(trace, history, created, from, until));
    }
  }

  private static Scenario read(Attachments files, List<LeverOverride> overrides) {
    ScenarioFile file = ScenarioFile.read(FILE, files, overrides);
    return file.scenario()
        .orElseThrow(() -> new IllegalStateException("cannot be played: " + file.problems()));
  }

  /**
   * Plays.
   *
   * @param fitted what was learned
   * @param scenario its text
   * @param days over which it is played
   * @param number how many plays
   * @param seed of their luck
   */
  static List<Replay> of(Fitted fitted, String scenario, PlayedDays days, int number, long seed) {
    long begin = days.from().toEpochDay() * CrmHistory.DAY_MS;
    CrmHistory before = fitted.history().asOf(begin - 1);
    String pipeline = OpenDeals.csv(fitted.on(before));
    return new Replays(fitted, scenario, pipeline, days, number, seed).all();
  }

  /** Where recording begins later than the deals do, some are open on the first day. */
  private List<LeverOverride> overrides(Fitted fitted, List<Source> sources) {
    List<String> texts = new ArrayList<>();
    texts.add("start=" + from);
    texts.add("horizon=until " + until.minusDays(1));
    texts.add("targets={}");
    texts.add("booked={}");
    if (history.createdMs(0) >= from.toEpochDay() * CrmHistory.DAY_MS) {
      texts.add("begin={empty: true}");
    }
    if (fitted.arrivals().grows()) {
      // the rate is that of the last day
      double months = (until.toEpochDay() - from.toEpochDay()) / ArrivalFit.MONTH_DAYS;
      double then = Math.pow(1 + fitted.arrivals().growthPerMonth(), -months);
      for (Source source : sources) {
        texts.add(
            "sources." + Yaml.step(source.name()) + ".arrivals.perMonth=x" + Yaml.number(then, 6));
      }
    }
    return texts.stream().map(text -> LeverOverride.parse(text).value()).toList();
  }

  private List<Replay> all() {
    line("arrivals by week", "week", numbers(observed.arrivals.length), s -> s.arrivals);
    line("wins by week", "week", numbers(observed.wins.length), s -> s.wins);
    shares("days to a win", s -> s.cycles[0]);
    shares("days to a loss", s -> s.cycles[1]);
    for (int s = 0; s < observed.stays.size(); s++) {
      int stage = s;
      shares("days in " + history.names().stages().get(s), seen -> seen.stays.get(stage));
    }
    add("win rate by month of the quarter", "month", true, numbers(3), Replays::winRates);
    if (observed.values.size() >= LEAST) {
      double[] x = grid(observed.values, 100);
      String money = history.currency().isEmpty() ? "amount" : history.currency();
      add("value of wins", money, true, x, s -> shares(s.values, x, 100));
    }
    return replays;
  }

  private static double[] winRates(Seen seen) {
    double[] rates = new double[3];
    for (int m = 0; m < 3; m++) {
      rates[m] = seen.quarterMonths[0][m] / Math.max(1, seen.quarterMonths[1][m]);
    }
    return rates;
  }

  private static double[] numbers(int n) {
    double[] numbers = new double[n];
    Arrays.setAll(numbers, i -> i + 1);
    return numbers;
  }

  private void line(String name, String unit, double[] x, Function<Seen, double[]> figures) {
    if (x.length > 1) {
      add(name, unit, false, x, figures);
    }
  }

  private void shares(String name, Function<Seen, Longs> durations) {
    if (durations.apply(observed).size() >= LEAST) {
      double[] x = grid(durations.apply(observed), CrmHistory.DAY_MS);
      add(name, "days", true, x, s -> shares(durations.apply(s), x, CrmHistory.DAY_MS));
    }
  }

  /** Values from 0 to nearly the largest one observed. */
  private static double[] grid(Longs of, double unit) {
    double[] sorted = Arrays.stream(of.array()).mapToDouble(v -> v / unit).sorted().toArray();
    double top = sorted[(int) (0.99 * (sorted.length - 1))];
    double[] grid = new double[POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      grid[i] = top * i / POINTS;
    }
    return grid;
  }

  /** The share of the values up to each point. */
  private static double[] shares(Longs of, double[] x, double unit) {
    double[] sorted = Arrays.stream(of.array()).mapToDouble(v -> v / unit).sorted().toArray();
    double[] shares = new double[x.length];
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      while (at < sorted.length && sorted[at] <= x[i] + 1e-9) {
        at++;
      }
      shares[i] = sorted.length == 0 ? 0 : at / (double) sorted.length;
    }
    return shares;
  }

  private void add(
      String name, String unit, boolean isShare, double[] x, Function<Seen, double[]> figures) {
    double[] seen = figures.apply(observed);
    List<double[]> played = plays.stream().map(figures).toList();
    List<List<Double>> columns = new ArrayList<>();
    for (int c = 0; c < 5; c++) {
      columns.add(new ArrayList<>());
    }
    for (int i = 0; i < x.length; i++) {
      int at = i;
      Sample sample = Sample.of(played.stream().mapToDouble(p -> p[at]).toArray());
      columns.get(0).add(x[i]);
      columns.get(1).add(seen[i]);
      columns.get(2).add(sample.quantile(0.05));
      columns.get(3).add(sample.quantile(0.50));
      columns.get(4).add(sample.quantile(0.95));
    }
    replays.add(
        new Replay(
            name,
            unit,
            isShare,
            columns.get(0),
            columns.get(1),
            columns.get(2),
            columns.get(3),
            columns.get(4)));
  }
}

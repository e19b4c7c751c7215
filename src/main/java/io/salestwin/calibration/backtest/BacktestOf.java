package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.backtest.Backtest.Contender;
import io.salestwin.calibration.backtest.Backtest.GroupScores;
import io.salestwin.calibration.backtest.Backtest.Kind;
import io.salestwin.calibration.backtest.Backtest.Target;
import io.salestwin.calibration.backtest.Backtest.Tried;
import io.salestwin.calibration.backtest.BacktestPlan.Window;
import io.salestwin.forecast.Score;
import io.salestwin.statistics.Sample;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Goes back, window by window. */
final class BacktestOf {

  private static final String TRUE_ARRIVALS = "the model, told the true arrivals";

  private final CrmHistory history;
  private final BacktestPlan plan;
  private final Optional<CalibratedMember> calibrated;
  private final Consumer<String> progress;
  private final List<Window> windows;
  private final List<Variant> variants;
  private final Past whole;
  private final Map<String, Contest> wins = new LinkedHashMap<>();
  private final Map<String, Contest> worth = new LinkedHashMap<>();

  /** What a contender forecast, by window. */
  private record Contest(Kind kind, Sample[] forecasts) {}

  BacktestOf(
      CrmHistory history,
      BacktestPlan plan,
      Optional<CalibratedMember> calibrated,
      Consumer<String> progress) {
    this.history = history;
    this.plan = plan;
    this.calibrated = calibrated;
    this.progress = progress;
    windows = plan.within(history);
    if (windows.isEmpty()) {
      throw new ImportProblem(
          "no window from "
              + plan.first()
              + " on ends before the export does, on "
              + BacktestPlan.day(history.knownUntilMs())
              + "; give an earlier --from or a shorter --horizon");
    }
    variants = Variant.all(history.hasPaths());
    whole = new Past(history);
  }

  Backtest answer() {
    WinModel.Draws[][] draws = new WinModel.Draws[variants.size()][windows.size()];
    Origin[] origins = new Origin[windows.size()];
    for (int w = 0; w < windows.size(); w++) {
      progress.accept("window " + (w + 1) + " of " + windows.size() + ", " + windows.get(w).from());
      origins[w] = new Origin(windows.get(w));
      for (int v = 0; v < variants.size(); v++) {
        draws[v][w] = origins[w].play(variants.get(v), null);
      }
    }
    Choice choice = new Choice(origins[0], draws);
    WinModel.Draws[] model = new WinModel.Draws[windows.size()];
    for (int w = 0; w < windows.size(); w++) {
      model[w] = draws[choice.best[w]][w];
      contest(origins[w], w, variants.get(choice.best[w]), model[w]);
    }
    List<Tried> tried = new ArrayList<>();
    for (int v = 0; v < variants.size(); v++) {
      tried.add(tried(variants.get(v), choice.eligible[v], draws[v], choice.crps[v]));
    }
    return new Backtest(
        plan,
        history.currency(),
        windows,
        tried,
        IntStream.of(choice.best).mapToObj(v -> variants.get(v).words()).toList(),
        choice.words,
        target("deals won", wins, whole.wins, 0),
        whole.amounts.length == 0
            ? Optional.empty()
            : Optional.of(target("worth of deals won", worth, whole.worth, cv())),
        groups(model));
  }

  /**
   * Which variant is the model. With four or more windows: the best on the first two. With fewer:
   * for each window the best on windows of a third of the length that had ended by then. A variant
   * must be one that the record before the first window allows: months of the quarter differ only
   * where all three were seen.
   */
  private final class Choice {
    private final boolean[] eligible = new boolean[variants.size()];
    private final double[] crps = new double[variants.size()];
    private final int[] best = new int[windows.size()];
    private final String words;

    Choice(Origin first, WinModel.Draws[][] draws) {
      for (int v = 0; v < eligible.length; v++) {
        eligible[v] = first.allows(variants.get(v));
      }
      boolean onFirstTwo = windows.size() >= 4;
      if (onFirstTwo) {
        for (int w = 0; w < 2; w++) {
          add(windows.get(w), draws, w);
        }
        Arrays.fill(best, least());
      } else {
        List<Window> inner = shorter();
        int next = 0;
        for (int w = 0; w < windows.size(); w++) {
          while (next < inner.size() && !inner.get(next).until().isAfter(windows.get(w).from())) {
            add(inner.get(next++), null, 0);
          }
          best[w] = least();
        }
      }
      words =
          onFirstTwo
              ? "chosen on the first two windows: only the later ones test the choice"
              : "chosen for each window on shorter windows that had ended by then";
    }

    private void add(Window window, WinModel.Draws[][] draws, int at) {
      Origin origin = draws == null ? new Origin(window) : null;
      for (int v = 0; v < eligible.length; v++) {
        WinModel.Draws d = origin == null ? draws[v][at] : origin.play(variants.get(v), null);
        crps[v] += Score.of(Sample.of(d.count()), actual(whole.wins, window)).crps();
      }
    }

    private int least() {
      int least = 0;
      for (int v = 1; v < eligible.length; v++) {
        least = eligible[v] && crps[v] < crps[least] ? v : least;
      }
      return least;
    }
  }

  /** Windows of a third of the length from two before the first window on, one after the other. */
  private List<Window> shorter() {
    long months = plan.horizon().toTotalMonths();
    Period third =
        months >= 3
            ? Period.ofMonths((int) (months / 3))
            : Period.ofDays(Math.max(1, windows.get(0).days() / 3));
    List<Window> found = new ArrayList<>();
    LocalDate from = windows.get(0).from().minus(third).minus(third);
    while (!from.plus(third).isAfter(windows.get(windows.size() - 1).from())) {
      found.add(new Window(from, from.plus(third)));
      from = from.plus(third);
    }
    return found;
  }

  private Tried tried(
      Variant variant, boolean eligible, WinModel.Draws[] draws, double choiceCrps) {
    List<Optional<Score>> scores = new ArrayList<>();
    for (int w = 0; w < draws.length; w++) {
      scores.add(score(Sample.of(draws[w].count()), actual(whole.wins, windows.get(w))));
    }
    Contender all = new Contender(variant.words(), Kind.MODEL, scores);
    return new Tried(variant.words(), eligible, choiceCrps, all.crps(), all.mape(), all.in90());
  }

  private double actual(double[] of, Window window) {
    return whole.sum(of, window.from().toEpochDay(), window.until().toEpochDay());
  }

  private static Optional<Score> score(Sample forecast, double actual) {
    return forecast == null ? Optional.empty() : Optional.of(Score.of(forecast, actual));
  }

  /** Everything that forecasts a window, from what was known at its beginning. */
  private final class Origin {
    private final Window window;
    private final Past past;
    private final Pace byAge;
    private final Pace byStage;

    Origin(Window window) {
      this.window = window;
      CrmHistory then = history.asOf(window.originMs());
      past = new Past(then);
      byAge = Pace.of(Lives.of(then, false), plan.holidays());
      byStage = then.hasPaths() ? Pace.of(Lives.of(then, true), plan.holidays()) : byAge;
    }

    boolean allows(Variant variant) {
      int[] seen = new int[3];
      for (int day = 0; day < past.days; day++) {
        seen[Past.month(past.firstDay + day)]++;
      }
      return !variant.months() || Math.min(seen[0], Math.min(seen[1], seen[2])) >= 20;
    }

    WinModel.Draws play(Variant variant, double[] arrivals) {
      Pace pace = variant.family() == Variant.Family.STAGES ? byStage : byAge;
      return new WinModel(past, pace, variant, window, arrivals, plan.seed()).play(plan.draws());
    }
  }

  private void contest(Origin origin, int w, Variant chosen, WinModel.Draws model) {
    Window window = windows.get(w);
    enter("the model", Kind.MODEL, w, model);
    if (chosen.family() != Variant.Family.THROUGHPUT) {
      double[] arrivals = new double[window.days()];
      for (int day = 0; day < arrivals.length; day++) {
        long at = window.from().toEpochDay() + day;
        arrivals[day] = whole.sum(whole.arrivals, at, at + 1);
      }
      enter(TRUE_ARRIVALS, Kind.TRUE_ARRIVALS, w, origin.play(chosen, arrivals));
    }
    calibrated.ifPresent(member -> scenario(member, origin, w));
    Members members = new Members(origin.past, window, plan.horizon());
    members.rules().forEach(this::ruleOf);
    members
        .all()
        .forEach(
            (name, said) -> {
              Kind kind = members.isRule(name) ? Kind.RULE : Kind.SERIES;
              put(wins, name, kind, w, said[0]);
              put(worth, name, kind, w, said[1]);
            });
    together(members, w, true);
    together(members, w, false);
  }

  private void scenario(CalibratedMember member, Origin origin, int w) {
    progress.accept("calibrating and playing the scenario of " + windows.get(w).from());
    member
        .play(origin.past.then, windows.get(w), plan.seed())
        .ifPresent(draws -> enter(CalibratedMember.NAME, Kind.SCENARIO, w, draws));
  }

  private void together(Members members, int window, boolean count) {
    Map<String, Contest> to = count ? wins : worth;
    members
        .ensembles(name -> forecast(to, name, window), name -> record(to, name, window, count))
        .forEach((name, sample) -> put(to, name, Kind.ENSEMBLE, window, sample));
  }

  /** Every rule is a contender from the first window on, so that they stand in one order. */
  private void ruleOf(String name) {
    wins.computeIfAbsent(name, n -> new Contest(Kind.RULE, new Sample[windows.size()]));
    worth.computeIfAbsent(name, n -> new Contest(Kind.RULE, new Sample[windows.size()]));
  }

  private static Sample forecast(Map<String, Contest> of, String name, int window) {
    Contest contest = of.get(name);
    return contest == null ? null : contest.forecasts[window];
  }

  /** Mean CRPS in windows that had ended before one began; NaN when there was none. */
  private double record(Map<String, Contest> of, String name, int window, boolean count) {
    double sum = 0;
    int n = 0;
    for (int w = 0; w < window; w++) {
      Sample forecast = forecast(of, name, w);
      if (forecast != null && !windows.get(w).until().isAfter(windows.get(window).from())) {
        double was = actual(count ? whole.wins : whole.worth, windows.get(w));
        sum += Score.of(forecast, was).crps();
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  private void enter(String name, Kind kind, int window, WinModel.Draws draws) {
    put(wins, name, kind, window, Sample.of(draws.count()));
    put(worth, name, kind, window, Sample.of(draws.value()));
  }

  private void put(Map<String, Contest> to, String name, Kind kind, int window, Sample forecast) {
    to.computeIfAbsent(name, n -> new Contest(kind, new Sample[windows.size()])).forecasts[window] =
        forecast;
  }

  private Target target(String name, Map<String, Contest> contests, double[] of, double cv) {
    List<Contender> contenders = new ArrayList<>();
    contests.forEach(
        (who, contest) -> {
          List<Optional<Score>> scores = new ArrayList<>();
          for (int w = 0; w < windows.size(); w++) {
            scores.add(score(contest.forecasts[w], actual(of, windows.get(w))));
          }
          if (scores.stream().anyMatch(Optional::isPresent)) {
            contenders.add(new Contender(who, contest.kind, scores));
          }
        });
    List<Double> floors = new ArrayList<>();
    for (Window window : windows) {
      double count = actual(whole.wins, window);
      floors.add(count > 0 ? Score.floor(count, cv) : Double.NaN);
    }
    return new Target(name, contenders, floors);
  }

  private double cv() {
    Sample amounts = Sample.of(whole.amounts);
    return amounts.n() < 2 || amounts.mean() == 0 ? 0 : amounts.sd() / amounts.mean();
  }

  private List<GroupScores> groups(WinModel.Draws[] draws) {
    List<GroupScores> all = new ArrayList<>();
    CrmHistory.Names names = history.names();
    new GroupForecast("rep", names.owners(), CrmHistory::owner, plan)
        .add(all, history, windows, draws);
    new GroupForecast("product", names.products(), CrmHistory::product, plan)
        .add(all, history, windows, draws);
    new GroupForecast("segment", names.segments(), CrmHistory::segment, plan)
        .add(all, history, windows, draws);
    return all;
  }
}

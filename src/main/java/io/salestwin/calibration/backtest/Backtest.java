package io.salestwin.calibration.backtest;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.forecast.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good forecasts would have been: at each past day only what was known then is seen ({@link
 * CrmHistory#asOf}), what came after is forecast, and the score is kept beside simple rules and the
 * noise that nobody can avoid.
 *
 * @param plan which days, how far
 * @param currency of worths; empty when not known
 * @param windows the windows, in their order
 * @param tried every model tried, with what it was chosen by
 * @param chosen the model's words, by window
 * @param choice how it was chosen, a sentence
 * @param wins forecasts of the number of deals won
 * @param worth forecasts of what they are worth; empty when the export has no amounts
 * @param groups by rep, product and segment, as far as there are two or more
 */
public record Backtest(
    BacktestPlan plan,
    String currency,
    List<BacktestPlan.Window> windows,
    List<Tried> tried,
    List<String> chosen,
    String choice,
    Target wins,
    Optional<Target> worth,
    List<GroupScores> groups) {

  /** Copies the lists. */
  public Backtest {
    windows = List.copyOf(windows);
    tried = List.copyOf(tried);
    chosen = List.copyOf(chosen);
    groups = List.copyOf(groups);
  }

  /**
   * Goes back.
   *
   * @param history the whole history; forecasts see only its past
   * @param plan which days, how far
   * @param progress told of each window
   * @return the scores
   * @throws io.salestwin.calibration.ImportProblem when no window ends within the history
   */
  public static Backtest of(CrmHistory history, BacktestPlan plan, Consumer<String> progress) {
    return of(history, plan, Optional.empty(), progress);
  }

  /**
   * Goes back, and lets the whole scenario compete that would have been learned on each day.
   *
   * @param history the whole history; forecasts see only its past
   * @param plan which days, how far
   * @param calibrated how the scenario competes; empty for not at all, which changes nothing else
   * @param progress told of each window
   * @return the scores
   * @throws IllegalArgumentException when no window ends within the history
   */
  public static Backtest of(
      CrmHistory history,
      BacktestPlan plan,
      Optional<CalibratedMember> calibrated,
      Consumer<String> progress) {
    return new BacktestOf(history, plan, calibrated, progress).answer();
  }

  /**
   * A model that was tried.
   *
   * @param name what it rests on
   * @param eligible whether the record before the first window allows it
   * @param choiceCrps mean CRPS on the windows by which the model was chosen
   * @param crps mean CRPS on all windows
   * @param mape mean absolute percentage error on all windows
   * @param in90 windows inside its 90 % interval
   */
  public record Tried(
      String name, boolean eligible, double choiceCrps, double crps, double mape, int in90) {}

  /** What a contender is. */
  public enum Kind {
    /** The chosen model. */
    MODEL,
    /** The chosen model, told the true arrivals. */
    TRUE_ARRIVALS,
    /** The whole scenario, calibrated on the window's first day and played. */
    SCENARIO,
    /** A rule of one line. */
    RULE,
    /** A method that sees the series alone. */
    SERIES,
    /** Several together. */
    ENSEMBLE
  }

  /**
   * One way to forecast, with its score in each window.
   *
   * @param name what it is
   * @param kind which kind
   * @param scores by window; empty where the record is too short for it
   */
  public record Contender(String name, Kind kind, List<Optional<Score>> scores) {

    /** Copies the list. */
    public Contender {
      scores = List.copyOf(scores);
    }

    /**
     * Mean of a figure over the windows that have one.
     *
     * @param figure of a score
     * @return the mean; NaN without any
     */
    public double mean(ToDoubleFunction<Score> figure) {
      return scores.stream()
          .flatMap(Optional::stream)
          .mapToDouble(figure)
          .average()
          .orElse(Double.NaN);
    }

    /**
     * Mean absolute percentage error of the median.
     *
     * @return a fraction
     */
    public double mape() {
      return mean(Score::ape);
    }

    /**
     * Mean CRPS.
     *
     * @return in the unit of the figure
     */
    public double crps() {
      return mean(Score::crps);
    }

    /**
     * Median of the absolute percentage errors.
     *
     * @return a fraction
     */
    public double medianApe() {
      double[] all =
          scores.stream().flatMap(Optional::stream).mapToDouble(Score::ape).sorted().toArray();
      int n = all.length;
      return n == 0 ? Double.NaN : (all[(n - 1) / 2] + all[n / 2]) / 2;
    }

    /**
     * Whether there is a score in every window.
     *
     * @return true when none is missing
     */
    public boolean isWhole() {
      return scores.stream().allMatch(Optional::isPresent);
    }

    /**
     * Windows inside the 90 % interval.
     *
     * @return 0 to the number of windows
     */
    public int in90() {
      return (int) scores.stream().flatMap(Optional::stream).filter(Score::in90).count();
    }

    /**
     * Windows inside the 80 % interval.
     *
     * @return 0 to the number of windows
     */
    public int in80() {
      return (int) scores.stream().flatMap(Optional::stream).filter(Score::in80).count();
    }
  }

  /**
   * What is forecast, by all contenders.
   *
   * @param name what
   * @param contenders the model first
   * @param floors error that nobody can avoid, by window, as a fraction
   */
  public record Target(String name, List<Contender> contenders, List<Double> floors) {

    /** Copies the lists. */
    public Target {
      contenders = List.copyOf(contenders);
      floors = List.copyOf(floors);
    }

    /**
     * The chosen model.
     *
     * @return its scores
     */
    public Contender model() {
      return contenders.get(0);
    }

    /**
     * The simple rule with the smallest mean CRPS of those that could be used in every window.
     *
     * @return the rule
     */
    public Contender bestRule() {
      return contenders.stream()
          .filter(c -> c.kind() == Kind.RULE && c.isWhole())
          .min(Comparator.comparingDouble(Contender::crps))
          .orElseThrow();
    }

    /**
     * A contender by its name.
     *
     * @param wanted its name
     * @return the contender, if there is one
     */
    public Optional<Contender> named(String wanted) {
      return contenders.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    /**
     * 1 - CRPS of the model over that of the best rule.
     *
     * @return below 1; 0 is as good as the rule, below 0 worse
     */
    public double skill() {
      return 1 - model().crps() / bestRule().crps();
    }

    /**
     * Mean error that nobody can avoid.
     *
     * @return a fraction
     */
    public double floor() {
      return floors.stream().mapToDouble(f -> f).average().orElse(Double.NaN);
    }

    /**
     * Share of the model's mean CRPS that is gone once the true arrivals are known.
     *
     * @return a fraction; below 0 when they would have made it worse; NaN where arrivals do not
     *     drive the model in every window
     */
    public double arrivalShare() {
      return contenders.stream()
          .filter(c -> c.kind() == Kind.TRUE_ARRIVALS && c.isWhole())
          .findFirst()
          .map(c -> 1 - c.crps() / model().crps())
          .orElse(Double.NaN);
    }
  }

  /**
   * One group in one window.
   *
   * @param group whom or what
   * @param window its number
   * @param median forecast
   * @param last same as the last window; NaN when there is none
   * @param score of the forecast
   */
  public record GroupScore(String group, int window, double median, double last, Score score) {}

  /**
   * Forecasts by rep, product or segment: the company's forecast times shares that are shrunk to
   * equal ones by as much as luck makes them differ.
   *
   * @param dimension what is divided by
   * @param scores of every group in every window
   */
  public record GroupScores(String dimension, List<GroupScore> scores) {

    /** Copies the list. */
    public GroupScores {
      scores = List.copyOf(scores);
    }

    /**
     * Sum of absolute errors over sum of truths.
     *
     * @return a fraction
     */
    public double wape() {
      return ratio(g -> Math.abs(g.median() - g.score().actual()));
    }

    /**
     * The same for "same as the last window".
     *
     * @return a fraction; NaN when there was none
     */
    public double lastWape() {
      return ratio(g -> Math.abs(g.last() - g.score().actual()));
    }

    /**
     * The same for a forecast that knew each group's true mean.
     *
     * @return a fraction
     */
    public double floor() {
      return ratio(
          g ->
              g.score().actual() == 0
                  ? 0
                  : Score.floor(g.score().actual(), 0) * g.score().actual());
    }

    private double ratio(ToDoubleFunction<GroupScore> error) {
      return scores.stream().mapToDouble(error).sum()
          / scores.stream().mapToDouble(g -> g.score().actual()).sum();
    }

    /**
     * How many are inside an interval.
     *
     * @param of of the two
     * @return 0 to the number of scores
     */
    public int inside(java.util.function.Predicate<Score> of) {
      return (int) scores.stream().map(GroupScore::score).filter(of).count();
    }

    /**
     * Scores by tenth of the probability integral transform: even when forecasts are honest.
     *
     * @return ten counts
     */
    public List<Integer> pit() {
      int[] bins = new int[10];
      scores.forEach(g -> bins[Math.min(9, (int) (g.score().pit() * 10))]++);
      return IntStream.of(bins).boxed().toList();
    }
  }
}

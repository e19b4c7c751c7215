package io.salestwin.planning;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.InitiativeReview.Outcome;
import io.salestwin.planning.InitiativeReview.Question;
import io.salestwin.planning.InitiativeReview.Share;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Threshold;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Plays combinations of initiatives and weighs them. */
final class InitiativeReviewOf {

  /** How many plays the combinations of some may cost, where the main ones cost less. */
  private static final int PLAYS = 1024;

  private static final int LEAST = 32;

  private final Question question;
  private final List<Initiative> list;
  private final Runner runner;
  private final Progress progress;
  private final InitiativeSets sets;
  private final double level;
  private final int all;

  /** What was played, by set. */
  private final Map<Integer, RunResult> runs = new LinkedHashMap<>();

  private InitiativeCash cash;
  private boolean isEnough;

  InitiativeReviewOf(Question question, Runner runner, Progress progress) {
    this.question = question;
    this.runner = runner;
    this.progress = progress;
    list = question.initiatives().list();
    sets = new InitiativeSets(question.recipe(), list);
    level = question.effort().level();
    all = (1 << list.size()) - 1;
  }

  InitiativeReview review() {
    requireStarts();
    playMain();
    int replications = base().replications();
    List<Integer> rest = IntStream.range(1, all).filter(s -> !runs.containsKey(s)).boxed().toList();
    int few = few(rest.size(), replications);
    boolean whole = playRest(rest, few);
    int best = best(few);
    playFurther(best, replications);
    Outcome choice = outcome(best, "the advised");
    List<Outcome> alone = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      alone.add(outcome(1 << i, list.get(i).name()));
    }
    Outcome together = outcome(all, "all together");
    Optional<SharedGain> bookings = shared(whole, few, InitiativeCash::bookings);
    Optional<SharedGain> gain = shared(whole, few, cash::worth);
    Scenario scenario = base().plan().scenario();
    return new InitiativeReview(
        scenario.name(),
        scenario.currency(),
        question,
        question.goal().unit(base().layout()),
        cash.worth(),
        new Comparison.Sampling(
            question.effort(),
            replications,
            runner.plays(),
            Effort.end(runner.isCutShort(), isEnough)),
        goal(),
        mean(InitiativeCash.bookings(base())),
        list.stream().map(cash::claim).toList(),
        alone,
        together,
        shares(bookings, gain, shared(whole, few, question.goal()::values)),
        overlap(InitiativeCash::bookings),
        overlap(cash::worth),
        sets.members(best),
        choice,
        ThresholdResult.judge(runs.get(best), level > Interval.ERROR),
        rules(alone, together, choice));
  }

  private void requireStarts() {
    Scenario scenario = question.recipe().scenario();
    LocalDate first = scenario.start();
    for (Initiative initiative : list) {
      initiative
          .start()
          .filter(day -> !day.isAfter(first) || !day.isBefore(scenario.end()))
          .ifPresent(
              day -> {
                throw new UnanswerableException(
                    "initiatives."
                        + initiative.name()
                        + ".start: "
                        + day
                        + " is not within the horizon; give a day after "
                        + first
                        + " and before "
                        + scenario.end()
                        + ", or leave it out for the first day");
              });
    }
  }

  // ---- playing

  private RunResult base() {
    return runs.get(0);
  }

  private RunResult empty(int set) {
    Scenario scenario = sets.scenario(set);
    RunPlan plan =
        new RunPlan(
            scenario,
            question.seed(),
            question.effort().most(),
            question.antithetic(),
            Optional.empty());
    KpiLayout layout = KpiLayout.of(scenario);
    InitiativeCash.problem(question.initiatives(), layout)
        .ifPresent(
            problem -> {
              throw new UnanswerableException(problem);
            });
    List<String> kpis = InitiativeCash.kpis(question.initiatives());
    List<String> named = new ArrayList<>(List.of(question.goal().column()));
    scenario.thresholds().stream().map(Threshold::figure).forEach(named::add);
    return RunResult.empty(
        plan,
        layout.only(
            c ->
                named.contains(c.name())
                    || c.member().isEmpty()
                        && (kpis.contains(c.kpi().id())
                            || c.kpi().id().equals(Targets.column(KpiLayout.HORIZON)))));
  }

  /** None, each alone, and all. */
  private void playMain() {
    List<Integer> main = new ArrayList<>(List.of(0));
    IntStream.range(0, list.size()).map(i -> 1 << i).forEach(main::add);
    if (list.size() > 1) {
      main.add(all);
    }
    List<RunResult> nothing = main.stream().map(this::empty).toList();
    Effort.Played played =
        question
            .effort()
            .play(
                nothing,
                runner,
                progress,
                now -> {
                  keep(main, now);
                  return isEnough(main);
                });
    keep(main, played.runs());
    isEnough = played.isEnough();
  }

  private void keep(List<Integer> which, List<RunResult> rows) {
    for (int i = 0; i < which.size(); i++) {
      runs.put(which.get(i), rows.get(i));
    }
    cash = new InitiativeCash(question, base());
  }

  /** Whether of each it is known if it leaves anything, or the gain well enough. */
  private boolean isEnough(List<Integer> main) {
    double tight =
        question.effort().tight().orElse(Effort.USUAL_TIGHT)
            * Math.abs(Pairs.ofComputable(InitiativeCash.bookings(base())).mean());
    for (int set : main.subList(1, main.size())) {
      Optional<Interval> net = outcome(set, "").net().value().map(Estimate.Value::interval);
      boolean decided =
          question.effort().rule() == Effort.Rule.DECIDED
              && net.filter(n -> n.low() > 0 || n.high() < 0).isPresent();
      if (!decided && net.filter(n -> n.halfWidth() <= tight).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static int few(int others, int replications) {
    int affordable = others == 0 ? replications : Math.max(PLAYS, 2 * replications) / others;
    return Math.min(replications, Math.max(LEAST, affordable - affordable % 2));
  }

  /** The combinations of some; whether all of them were played. */
  private boolean playRest(List<Integer> rest, int few) {
    if (!rest.isEmpty() && !runner.isCutShort()) {
      List<RunResult> played = extended(rest.stream().map(this::empty).toList(), few);
      if (!runner.isCutShort()) {
        keep(rest, played);
      }
    }
    return runs.size() == all + 1;
  }

  private List<RunResult> extended(List<RunResult> from, int upTo) {
    int[] each = new int[from.size()];
    Arrays.fill(each, upTo);
    return runner.extend(from, each, progress);
  }

  /** The one that is advised is known as well as the main ones, or it is not advised. */
  private void playFurther(int best, int replications) {
    if (runs.get(best).replications() < replications && !runner.isCutShort()) {
      runs.put(best, extended(List.of(runs.get(best)), replications).get(0));
    }
  }

  // ---- weighing

  private Outcome outcome(int set, String name) {
    RunResult run = runs.get(set);
    int common = Math.min(run.replications(), base().replications());
    return new InitiativeCash(question, base().first(common))
        .outcome(name, some(set), run.first(common));
  }

  private List<Initiative> some(int set) {
    return sets.members(set).stream().map(list::get).toList();
  }

  /** The set that leaves most in the replications that all have met; none before any other. */
  private int best(int few) {
    double[] none = cash.worth(base().first(few));
    int best = 0;
    double most = 0;
    for (Map.Entry<Integer, RunResult> played : runs.entrySet()) {
      double[] worth = cash.worth(played.getValue().first(few));
      double[] gain = new double[few];
      Arrays.setAll(gain, r -> worth[r] - none[r]);
      double net = Pairs.ofComputable(gain).mean() - cash.cost(some(played.getKey()));
      if (net > most) {
        most = net;
        best = played.getKey();
      }
    }
    return best;
  }

  private Estimate goal() {
    Goal goal = question.goal();
    return goal.isOdds()
        ? Effort.error(
            level,
            l ->
                new Targets(base().plan().scenario(), base().layout())
                    .odds(goal.figure(), base(), l))
        : mean(goal.values(base()));
  }

  private Estimate mean(double[] values) {
    return Effort.error(level, l -> Intervals.mean(Pairs.ofComputable(values), l));
  }

  /** What all bring together less the sum of what each brings alone. */
  private Estimate overlap(Function<RunResult, double[]> figure) {
    double[] none = figure.apply(base());
    double[] overlap = figure.apply(runs.get(all));
    for (int i = 0; i < list.size(); i++) {
      double[] alone = figure.apply(runs.get(1 << i));
      Arrays.setAll(overlap, r -> overlap[r] - alone[r]);
    }
    int others = list.size() - 1;
    Arrays.setAll(overlap, r -> overlap[r] + others * none[r]);
    return mean(overlap);
  }

  private Optional<SharedGain> shared(
      boolean whole, int few, Function<RunResult, double[]> figure) {
    if (!whole) {
      return Optional.empty();
    }
    List<double[]> between =
        IntStream.range(1, all).mapToObj(s -> figure.apply(runs.get(s).first(few))).toList();
    return Optional.of(
        new SharedGain(
            figure.apply(base()), figure.apply(runs.get(all)), between, few, list.size(), level));
  }

  private List<Share> shares(
      Optional<SharedGain> bookings, Optional<SharedGain> gain, Optional<SharedGain> goal) {
    if (list.size() < 2 || bookings.isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, list.size())
        .mapToObj(
            i ->
                new Share(
                    bookings.get().value(i),
                    gain.orElseThrow().value(i),
                    goal.orElseThrow().value(i)))
        .toList();
  }

  private List<ReturnRule.Judged> rules(List<Outcome> alone, Outcome together, Outcome choice) {
    List<ReturnRule.Judged> judged = new ArrayList<>();
    for (ReturnRule rule : question.initiatives().rules()) {
      judged.add(
          rule.judge(
              switch (rule.of()) {
                case ReturnRule.ALL -> together;
                case ReturnRule.ADVISED -> choice;
                default -> alone.get(question.initiatives().index(rule.of()));
              }));
    }
    return judged;
  }
}

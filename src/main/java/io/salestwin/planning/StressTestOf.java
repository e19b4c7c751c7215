package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Plays.Played;
import io.salestwin.planning.StressPlan.Axis;
import io.salestwin.planning.StressPlan.Part;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.HeatMap;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Verdict;
import io.salestwin.planning.StressTest.Without;
import io.salestwin.run.Progress;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.run.ThresholdResult;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a stress test, part by part. */
final class StressTestOf {

  /** So many levers of the tornado are followed to their breaking point. */
  private static final int FOLLOWED = 2;

  private final StressPlan plan;
  private final RunResult base;
  private final String period;
  private final double target;
  private final Plays plays;
  private final Levers levers;
  private final ShockSets shocks;

  StressTestOf(StressPlan plan, Recipe recipe, Runner runner, Progress progress) {
    this.plan = plan;
    ScenarioFile file = recipe.read();
    Scenario scenario = recipe.scenario();
    Targets targets = new Targets(scenario, KpiLayout.of(scenario));
    period = period(targets);
    target = targets.of(period).orElseThrow(() -> noTarget(targets));
    base = new Base(plan, scenario, period, target).rows(runner, progress);
    plays = new Plays(recipe, runner, progress, base, period, target);
    Node tree = file.tree();
    double swing = plan.swing().orElse(StressPlan.USUAL_SWING);
    levers = new Levers(scenario, tree, swing);
    shocks = new ShockSets(tree, plan.strike().orElseGet(this::firstDay));
    plan.shocks().forEach(this::requireShock);
    for (StressPlan.Rule rule : plan.rules()) {
      rule.shocks().forEach(this::requireShock);
      plays.requireJudgeable(rule, striking(rule));
    }
  }

  private String period(Targets targets) {
    if (!plan.period().isEmpty()) {
      return plan.period();
    }
    boolean all = targets.of(KpiLayout.HORIZON).isPresent();
    return all || targets.names().isEmpty() ? KpiLayout.HORIZON : targets.names().get(0);
  }

  private UnanswerableException noTarget(Targets targets) {
    return new UnanswerableException(
        targets.names().isEmpty()
            ? "the scenario has no target to stress; add one, such as targets: {PERIOD: 1.5M}"
            : "there is no target for \""
                + plan.period()
                + "\"; targets: "
                + String.join(", ", targets.names()));
  }

  private LocalDate firstDay() {
    return base.layout().periods().stream()
        .filter(p -> p.name().equals(period))
        .findFirst()
        .map(p -> p.first())
        .orElse(base.plan().scenario().start());
  }

  private void requireShock(String name) {
    if (!shocks.names().contains(name)) {
      throw new UnanswerableException(
          "there is no shock \"" + name + "\"; there are " + String.join(", ", shocks.names()));
    }
  }

  StressTest test() {
    Optional<Tornado> tornado =
        wants(Part.TORNADO) || wants(Part.REVERSE) && needsTornado()
            ? Optional.of(new TornadoOf(plan, plays, levers).tornado())
            : Optional.empty();
    requirePlayable(tornado);
    Optional<HeatMap> heatMap = plan.grid().isEmpty() ? Optional.empty() : Optional.of(heatMap());
    List<ShockCase> cases =
        wants(Part.SHOCKS) ? new ShocksOf(plan, plays, shocks).cases() : List.of();
    List<Break> breaks = wants(Part.REVERSE) ? breaks(tornado) : List.of();
    List<Without> without = wants(Part.WITHOUT) ? new WithoutOf(plays, period).all() : List.of();
    List<ThresholdResult> rules = thresholds();
    Played all = plays.asItIs(plays.most());
    StressAdvice advice = new StressAdvice(period, plays.share(all), rules, tornado, cases, breaks);
    return new StressTest(
        base.plan().scenario().name(),
        base.plan().scenario().currency(),
        base.plan().scenario().targets().basis(),
        base.plan().seed(),
        plays.most(),
        plays.replications(),
        plays.isStopped(),
        period,
        target,
        plays.odds(all),
        Intervals.mean(Pairs.of(all.bookings()), Interval.ERROR),
        advice.sentence(),
        tornado,
        heatMap,
        cases,
        breaks,
        without,
        wants(Part.COVERAGE) ? new CoverageOf(base).needs() : List.of(),
        rules);
  }

  private boolean wants(Part part) {
    return plan.parts().contains(part);
  }

  private boolean needsTornado() {
    return plan.breaks().isEmpty() && plan.direction().isEmpty();
  }

  /** A lever that was asked for by name must be there. */
  private void requirePlayable(Optional<Tornado> tornado) {
    boolean named = !plan.levers().isEmpty() && !plan.levers().contains(StressPlan.ALL_LEVERS);
    if (named && tornado.isPresent() && !tornado.get().left().isEmpty() && !plays.isStopped()) {
      throw new UnanswerableException(String.join("\n", tornado.get().left()));
    }
  }

  // ---- two levers

  private HeatMap heatMap() {
    Axis across = plan.grid().get(0);
    Axis down = plan.grid().get(1);
    List<List<Estimate>> odds = new ArrayList<>();
    int all = across.values().size() * down.values().size();
    for (String row : down.values()) {
      List<Estimate> line = new ArrayList<>();
      for (String column : across.values()) {
        plays.tell("heat map", odds.size() * across.values().size() + line.size(), all);
        Played played =
            plays.play(
                List.of(Dial.absolute(across.lever(), column), Dial.absolute(down.lever(), row)),
                plays.most());
        line.add(plays.odds(played));
      }
      odds.add(line);
    }
    if (odds.stream().flatMap(List::stream).allMatch(o -> o.value().isEmpty())) {
      throw new UnanswerableException(
          "the heat map has no point that can be played: " + reason(odds.get(0).get(0)));
    }
    return new HeatMap(across.lever(), across.values(), down.lever(), down.values(), odds);
  }

  private static String reason(Estimate estimate) {
    return estimate instanceof Estimate.NotComputable none ? none.reason() : "";
  }

  // ---- how bad it must get

  private List<Break> breaks(Optional<Tornado> tornado) {
    boolean falls = plays.share(plays.asItIs(plays.most())) >= plan.under();
    List<Ray> rays = new ArrayList<>();
    for (String lever : plan.breaks()) {
      rays.add(towards(levers.dial(lever), falls));
    }
    if (!plan.direction().isEmpty()) {
      rays.add(
          Ray.together(
              "all together",
              plan.direction().stream()
                  .map(axis -> Ray.of(levers, axis.lever(), axis.values().get(0)))
                  .toList()));
    }
    if (rays.isEmpty() && tornado.isPresent()) {
      rays.addAll(ofTornado(tornado.get(), falls));
    }
    return rays.stream().map(ray -> new BreakOf(plays, ray, plan.under(), falls).find()).toList();
  }

  /** The way on which the bookings fall, or rise, within one step. */
  private Ray towards(Dial dial, boolean falls) {
    double[] bookings = new double[2];
    String problem = "it has no other value";
    for (int up = 0; up < 2; up++) {
      Optional<String> value = dial.at(up == 1 ? 1 : -1);
      Played base = plays.asItIs(plays.most());
      Played played =
          value
              .map(text -> plays.play(List.of(dial.set(text)), plays.most()))
              .orElse(new Played(new double[0], problem));
      problem = played.problem().isEmpty() ? problem : played.problem();
      bookings[up] = plays.bookingsBetween(base, played, Interval.ERROR).orNaN();
    }
    if (Double.isNaN(bookings[0]) && Double.isNaN(bookings[1]) && !plays.isStopped()) {
      throw new UnanswerableException(dial.lever() + ": " + problem);
    }
    double more = Double.isNaN(bookings[1]) ? -bookings[0] : bookings[1];
    double fewer = Double.isNaN(bookings[0]) ? -bookings[1] : bookings[0];
    return Ray.of(dial, falls ? more < fewer : more > fewer);
  }

  /** The levers that matter most, each alone, then all that matter along the steepest way. */
  private List<Ray> ofTornado(Tornado tornado, boolean falls) {
    List<Bar> mattering =
        tornado.bars().stream().filter(b -> b.verdict() == Verdict.MATTERS).toList();
    List<Ray> rays = new ArrayList<>();
    for (Bar bar : mattering) {
      if (rays.size() < FOLLOWED) {
        rays.add(Ray.of(levers.dial(bar.lever()), isUp(bar, falls)));
      }
    }
    if (mattering.size() > 1) {
      rays.add(steepest(mattering, falls));
    }
    return rays;
  }

  private static boolean isUp(Bar bar, boolean falls) {
    double up = bar.bookings().orNaN();
    return falls ? up < 0 : up > 0;
  }

  /**
   * Every lever moves in proportion to what its bar moves the mean bookings; the first by one step
   * at a time.
   */
  private Ray steepest(List<Bar> bars, boolean falls) {
    double largest =
        bars.stream().mapToDouble(b -> Math.abs(b.bookings().orNaN())).max().orElseThrow();
    List<Dial> dials = new ArrayList<>();
    List<Double> paces = new ArrayList<>();
    for (Bar bar : bars) {
      double pace = Math.abs(bar.bookings().orNaN()) / largest;
      dials.add(levers.dial(bar.lever()));
      paces.add(isUp(bar, falls) ? pace : -pace);
    }
    return new Ray("the steepest way", dials, paces);
  }

  // ---- rules

  private List<ThresholdResult> thresholds() {
    List<ThresholdResult> results = new ArrayList<>(ThresholdResult.judge(base, false));
    for (int i = 0; i < plan.rules().size(); i++) {
      plays.tell("thresholds", i, plan.rules().size());
      StressPlan.Rule rule = plan.rules().get(i);
      results.add(plays.judge(rule, striking(rule)));
    }
    return results;
  }

  private List<LeverOverride> striking(StressPlan.Rule rule) {
    return rule.shocks().isEmpty() ? List.of() : shocks.striking(rule.shocks());
  }
}

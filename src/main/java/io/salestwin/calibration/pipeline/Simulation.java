package io.salestwin.calibration.pipeline;

import io.salestwin.calendar.Period;
import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.document.Json;
import io.salestwin.document.Parsed;
import io.salestwin.forecast.Forecast;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Targets;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** The scenario of a history, set to the rest of the period and the next one, and its plays. */
final class Simulation {

  /** In so many futures it is looked which deal is won. */
  static final int TRACED = 200;

  /** The levers that say what a period is. */
  private static final Set<String> PERIODS = Set.of("fiscalYearStart", "periods");

  private final PipelinePlan plan;
  private final CrmHistory then;
  private final Worths worths;
  private final Scenario scenario;
  private final List<String> origins = new ArrayList<>();
  private final Period period;

  private RunResult rows;
  private final Map<Integer, BitSet> wins = new HashMap<>();
  private int traced;

  Simulation(Calibration learned, CrmHistory then, Worths worths, PipelinePlan plan) {
    this.plan = plan;
    this.then = then;
    this.worths = worths;
    // targets and rules are about periods that are there only once it is said what a period is
    List<LeverOverride> sets = new ArrayList<>(List.of(set("targets", "{}"), set("booked", "{}")));
    sets.addAll(plan.sets().stream().filter(set -> PERIODS.contains(set.path())).toList());
    Scenario base = read(learned, sets);
    LocalDate start = base.start();
    period = periodOf(base, start);
    Period next = periodOf(base, period.end());
    sets.add(set("horizon", "until " + next.end().minusDays(1)));
    String basis = worths.isMoney() ? "" : "basis: count, ";
    double booked = won(period.first(), start);
    if (booked > 0) {
      sets.add(set("booked", "{" + period.name() + ": " + Json.number(booked) + "}"));
    }
    OptionalDouble target = target(plan.target(), periodOf(base, period.first().minusDays(1)));
    OptionalDouble nextTarget =
        plan.nextTarget().isEmpty() ? target : target(plan.nextTarget(), next);
    if (plan.nextTarget().isEmpty()) {
      origins.add(target.isEmpty() ? origins.get(0) : "as much as the period before");
    }
    if (target.isPresent()) {
      sets.add(
          set(
              "targets",
              "{"
                  + basis
                  + period.name()
                  + ": "
                  + Json.number(target.getAsDouble())
                  + (nextTarget.isPresent()
                      ? ", " + next.name() + ": " + Json.number(nextTarget.getAsDouble())
                      : "")
                  + "}"));
    } else {
      sets.add(set("targets", "{" + basis + "}"));
    }
    sets.addAll(plan.sets());
    scenario = read(learned, sets);
  }

  private static Scenario read(Calibration learned, List<LeverOverride> sets) {
    ScenarioFile file = learned.read(sets);
    return file.scenario()
        .orElseThrow(
            () ->
                new ImportProblem(
                    "the scenario that was learned cannot be varied so: "
                        + file.problems().get(0)));
  }

  private static Period periodOf(Scenario scenario, LocalDate day) {
    return scenario.reporting() == Scenario.Grain.MONTH
        ? scenario.fiscalYear().monthOf(day)
        : scenario.fiscalYear().quarterOf(day);
  }

  private static LeverOverride set(String path, String value) {
    Parsed<LeverOverride> parsed = LeverOverride.parse(path + "=" + value);
    return parsed.value();
  }

  private OptionalDouble target(OptionalDouble asked, Period before) {
    if (asked.isPresent()) {
      origins.add("asked for");
      return asked;
    }
    double won = won(before.first(), before.end());
    boolean isWhole = then.createdMs(0) <= before.firstMs(LocalDate.EPOCH);
    if (won > 0 && isWhole) {
      origins.add("as much as " + before.name() + " brought");
      return OptionalDouble.of(won);
    }
    origins.add(
        "the export does not hold the whole of "
            + before.name()
            + ", so there is no target to go by; say --target");
    return OptionalDouble.empty();
  }

  /** What was won from a day up to but without another. */
  private double won(LocalDate from, LocalDate until) {
    long cents = 0;
    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) == CrmHistory.WON) {
        long day = Math.floorDiv(then.closedMs(d), CrmHistory.DAY_MS);
        cents += day >= from.toEpochDay() && day < until.toEpochDay() ? worths.cents(d) : 0;
      }
    }
    return cents / 100.0;
  }

  Period period() {
    return period;
  }

  /** Days that are left of the period. */
  int days() {
    return (int) (period.end().toEpochDay() - scenario.start().toEpochDay());
  }

  List<String> targetOrigins() {
    return origins;
  }

  /** Plays, and sees which open deals are won in some of the futures. */
  Forecast play(Runner runner, Progress progress) {
    RunPlan run = new RunPlan(scenario, plan.seed(), plan.replications());
    rows = runner.run(run, KpiLayout.of(scenario), progress);
    if (rows.replications() < 2) {
      throw new ImportProblem("stopped before two futures were played: there is no answer yet");
    }
    traced = Math.min(TRACED, rows.replications());
    int[] played =
        IntStream.range(0, then.deals())
            .filter(d -> then.outcome(d) == 0 && then.firstEvent(d + 1) > then.firstEvent(d))
            .toArray();
    long end = days() * CrmHistory.DAY_MS;
    Tracer tracer = new Tracer(run);
    for (int r = 0; r < traced; r++) {
      long[] wonMs = tracer.wins(r);
      for (int i = 0; i < played.length; i++) {
        if (wonMs[i] < end) {
          wins.computeIfAbsent(played[i], d -> new BitSet(traced)).set(r);
        }
      }
    }
    return Forecast.of(rows);
  }

  /** Share of the futures looked at in which a deal is won in the period; 0 for a stale one. */
  double wonShare(int deal) {
    return wins.containsKey(deal) ? wins.get(deal).cardinality() / (double) traced : 0;
  }

  /** Odds of the period's target in the futures looked at, if some deals bring nothing. */
  double odds(List<Integer> without) {
    double target = target();
    double[] bookings = rows.column(Targets.column(period.name()));
    int hits = 0;
    for (int r = 0; r < traced; r++) {
      double left = bookings[r];
      for (int d : without) {
        left -= wins.containsKey(d) && wins.get(d).get(r) ? worths.cents(d) / 100.0 : 0;
      }
      hits += left >= target ? 1 : 0;
    }
    return hits / (double) traced;
  }

  /** The target of the period; NaN without one. */
  double target() {
    return new Targets(scenario, rows.layout()).of(period.name()).orElse(Double.NaN);
  }

  /** What had closed in the period before the first day that is played. */
  double booked() {
    return scenario.booked().byPeriod().getOrDefault(period.name(), 0L)
        / scenario.targets().basis().perUnit();
  }

  /** What deals that are still to come bring in the period, by future. */
  double[] fromNew() {
    return rows.column("target_bookings.to create." + period.name());
  }
}

package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Season;
import io.salestwin.random.DistributionFamily;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Shock;
import io.salestwin.scenario.Source;
import io.salestwin.scenario.Uncertainty.Target;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processes by which one source's leads arrive. */
final class ArrivalCompiler {

  private final Scenario scenario;
  private final int source;
  private final int code;
  private final long fromMs;
  private final long toMs;
  private final Source.Arrivals arrivals;

  ArrivalCompiler(Scenario scenario, int source, int code, long fromMs, long toMs) {
    this.scenario = scenario;
    this.source = source;
    this.code = code;
    this.fromMs = fromMs;
    this.toMs = toMs;
    arrivals = scenario.sources().get(source).arrivals();
  }

  /** The process of a steady rate, if there is one; no seasons of segments are null. */
  Optional<ArrivalPlan> rate(SegmentSeasons segments) {
    if (arrivals.perMonth() == 0 && !isUncertain() && !isShocked()) {
      return Optional.empty();
    }
    Clock ofAll = scenario.seasons().arrivals().clock(scenario.start(), fromMs, toMs);
    Clock season = segments == null ? ofAll : segments.arrivals(source, ofAll);
    Clock clock =
        arrivals.growthPerMonth() == 0
            ? season
            : season.times(Season.growth(arrivals.growthPerMonth(), fromMs, toMs));
    return Optional.of(
        new ArrivalPlan(
            ArrivalPlan.RATE, source, code, 0, clock, weekFactor(), 0, -1, StagePlan.NONE, 0, 0));
  }

  private boolean isShocked() {
    return scenario.shocks().stream()
        .flatMap(shock -> shock.changes().stream())
        .anyMatch(change -> change.target().equals(new Shock.Target.PerMonth(source)));
  }

  private boolean isUncertain() {
    Stream<Target> targets =
        Stream.concat(
            scenario.uncertainty().parameters().stream().map(p -> p.target()),
            scenario.uncertainty().joint().stream().flatMap(j -> j.targets().stream()));
    return targets.anyMatch(t -> t.equals(new Target.PerMonth(source)));
  }

  /**
   * Weekly counts given the factor are Poisson with mean m times the factor, so their variance over
   * mean is 1 + m Var(factor): the factor's variance must be (D - 1) / m.
   */
  private Sampler weekFactor() {
    double weekly = arrivals.rootPerMonth() * 7 * Clock.DAY / SalesModel.MONTH_MS;
    if (arrivals.dispersion() == 1 || weekly == 0) {
      return null;
    }
    double variance = (arrivals.dispersion() - 1) / weekly;
    return DistributionFamily.of("gamma", Map.of("mean", 1.0, "cv", Math.sqrt(variance))).compile();
  }

  List<ArrivalPlan> bursts() {
    List<ArrivalPlan> plans = new ArrayList<>();
    for (Map.Entry<LocalDate, Integer> burst : new TreeMap<>(arrivals.on()).entrySet()) {
      long day = ChronoUnit.DAYS.between(scenario.start(), burst.getKey());
      if (day < 0) {
        continue;
      }
      // Slots count down from the last by day, so that bursts never share a lead with the rest.
      int slot = Identity.MAX_SLOTS - 1 - (int) Math.min(day, Identity.MAX_SLOTS / 2 - 1);
      plans.add(
          new ArrivalPlan(
              ArrivalPlan.BURST,
              source,
              code,
              slot,
              Clock.always(),
              null,
              0,
              -1,
              StagePlan.NONE,
              day * Clock.DAY,
              burst.getValue()));
    }
    return plans;
  }

  List<ArrivalPlan> outbound(Clock workClock, int[] firstRep, StageCompiler numbers) {
    List<ArrivalPlan> plans = new ArrayList<>();
    if (arrivals.perRepDay().isEmpty()) {
      return plans;
    }
    Source.PerRepDay outbound = arrivals.perRepDay().get();
    int effort = outbound.effort().map(numbers::number).orElse(StagePlan.NONE);
    double dayMs = scenario.calendar().hoursPerDay() * Clock.HOUR;
    int role = outbound.role();
    for (int rep = firstRep[role]; rep < firstRep[role + 1]; rep++) {
      plans.add(
          new ArrivalPlan(
              ArrivalPlan.OUTBOUND,
              source,
              code,
              1 + rep - firstRep[role],
              workClock,
              null,
              outbound.leads() / dayMs,
              rep,
              effort,
              0,
              0));
    }
    return plans;
  }
}

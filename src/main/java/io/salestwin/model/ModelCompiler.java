package io.salestwin.model;

import io.salestwin.calendar.CalendarUnit;
import io.salestwin.calendar.Clock;
import io.salestwin.random.Constant;
import io.salestwin.random.Distribution;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Competitor;
import io.salestwin.scenario.HygieneRules;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.OpenDeal;
import io.salestwin.scenario.Segment;
import io.salestwin.scenario.Shock;
import io.salestwin.scenario.Source;
import io.salestwin.scenario.Stage;
import io.salestwin.scenario.Uncertainty;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** From a scenario as written to a model as run: the one function between the two forms. */
final class ModelCompiler {

  /** How far the clocks reach past the horizon; a delay's end there is asked for, never played. */
  private static final long BEYOND_MS = 730 * Clock.DAY;

  /** So often that whoever is still going back has lost every weight. */
  private static final int MOST_REGRESSES = 100;

  private final Scenario scenario;
  private final List<Arm> arms;
  private final ModelParts parts = new ModelParts();
  private final List<Distribution> distributions = new ArrayList<>();
  private List<String> activities;
  private StageCompiler stages;
  private long fromMs;
  private long toMs;

  ModelCompiler(Scenario scenario, Optional<Randomisation> randomisation) {
    this.scenario = scenario;
    arms = randomisation.map(Randomisation::arms).orElse(List.of(new Arm("all", scenario, 1)));
    randomisation
        .flatMap(r -> r.obstacle(scenario))
        .ifPresent(
            wrong -> {
              throw new IllegalArgumentException(wrong);
            });
    parts.armPlan = randomisation.map(r -> new ArmPlan(scenario, r)).orElse(null);
  }

  ModelParts compile() {
    parts.scenario = scenario;
    parts.kinds =
        new Kinds(
            scenario.segments().size(), scenario.products().size(), scenario.sources().size());
    time();
    clocks();
    reps();
    List<String> reasons = reasonNames();
    parts.competition = Competition.of(scenario, parts.kinds, reasons);
    activities = activities();
    stages = new StageCompiler(scenario, parts.kinds, reasons, activities, distributions);
    List<StagePlan> plans = new ArrayList<>();
    arms.forEach(arm -> plans.addAll(stages.compile(arm.scenario())));
    parts.plans = plans.toArray(StagePlan[]::new);
    parts.prospecting = activities.size() - 1;
    parts.timedOut = reasons.indexOf(Stage.TIMED_OUT);
    parts.wentCold = reasons.indexOf(Stage.WENT_COLD);
    parts.wentStale = reasons.indexOf(Stage.WENT_STALE);
    parts.review = activities.indexOf(REVIEW);
    parts.notAccepted = reasons.indexOf(Stage.NOT_ACCEPTED);
    parts.leaked = reasons.indexOf(Stage.LEAKED);
    parts.ranks = scenario.sources().stream().anyMatch(source -> source.scoreNoise() > 0);
    parts.scores =
        parts.ranks
            || parts.queueKey == SalesModel.QueueKey.SCORE
            || everyStage().stream().anyMatch(s -> s.accept().isPresent());
    leads();
    hygiene();
    arrivals();
    parameters();
    parts.shocks = ShockPlan.of(scenario);
    deals();
    parts.sizeBands = new SizeBands(scenario.sizeBands());
    parts.members = members(reasons);
    return parts;
  }

  // ---- time

  private void time() {
    CalendarUnit unit =
        scenario.reporting() == Scenario.Grain.MONTH ? CalendarUnit.MONTH : CalendarUnit.QUARTER;
    parts.periods = scenario.fiscalYear().periods(scenario.start(), scenario.end(), unit);
    LongStream ends =
        parts.periods.stream().mapToLong(p -> Math.min(p.endMs(scenario.start()), ms(scenario)));
    // alerts look at every week: facts are then kept by week as well
    long weeks = scenario.alerts().isEmpty() ? 0 : (ms(scenario) - 1) / (7 * Clock.DAY);
    parts.boundaries =
        LongStream.concat(ends, LongStream.rangeClosed(1, weeks).map(w -> w * 7 * Clock.DAY))
            .distinct()
            .sorted()
            .toArray();
    parts.beginMs = scenario.begin().pipeline().isPresent() ? 0 : -scenario.begin().warmUpMs();
    long oldest =
        scenario.begin().pipeline().orElse(List.of()).stream()
            .mapToLong(d -> d.ageMs().orElse(0L))
            .max()
            .orElse(0);
    for (Arm arm : arms) {
      oldest = Math.max(oldest, StationaryAges.reachMs(arm.scenario()));
    }
    fromMs = Math.min(parts.beginMs, -oldest) - Clock.DAY;
    toMs = ms(scenario) + BEYOND_MS;
  }

  private static long ms(Scenario scenario) {
    return ChronoUnit.DAYS.between(scenario.start(), scenario.end()) * Clock.DAY;
  }

  private void clocks() {
    parts.workClock = scenario.calendar().clock(scenario.start(), fromMs, toMs);
    Clock buying = scenario.seasons().buying().clock(scenario.start(), fromMs, toMs);
    Clock losing = scenario.seasons().losing().clock(scenario.start(), fromMs, toMs);
    parts.buyersClocks = new Clock[] {buying, losing, losing};
    boolean patched =
        scenario.uncertainty().parameters().stream()
                .anyMatch(p -> p.target() instanceof Uncertainty.Target.WinningQuarterMonth)
            || scenario.uncertainty().joint().stream()
                .flatMap(j -> j.targets().stream())
                .anyMatch(t -> t instanceof Uncertainty.Target.WinningQuarterMonth);
    parts.winning =
        new Winning(scenario.seasons().winning(), scenario.start(), fromMs, toMs, patched);
    parts.segmentSeasons = SegmentSeasons.of(scenario, fromMs, toMs);
  }

  // ---- people

  private void reps() {
    List<Role> roles = scenario.roles();
    parts.firstRep = new int[roles.size() + 1];
    parts.openLimit = roles.stream().mapToInt(Role::openLeads).toArray();
    parts.skillSd = roles.stream().mapToDouble(Role::skillSd).toArray();
    parts.onArrival = new boolean[roles.size()];
    parts.helps = new boolean[roles.size()];
    for (Arm arm : arms) {
      arm.scenario().stages().stream()
          .flatMap(s -> s.work().stream())
          .filter(t -> t.role() >= 0)
          .forEach(t -> parts.helps[t.role()] = true);
      review(arm).filter(r -> r.role() >= 0).ifPresent(r -> parts.helps[r.role()] = true);
    }
    int[] codes = Identity.codes(roles.stream().map(Role::name).toList());
    List<Double> skills = new ArrayList<>();
    List<Long> entities = new ArrayList<>();
    for (int role = 0; role < roles.size(); role++) {
      List<Role.Rep> reps = roles.get(role).reps();
      parts.onArrival[role] = roles.get(role).take() == Role.Take.ON_ARRIVAL;
      parts.firstRep[role + 1] = parts.firstRep[role] + reps.size();
      for (int slot = 0; slot < reps.size(); slot++) {
        skills.add(reps.get(slot).skill().orElse(Double.NaN));
        entities.add(Identity.rep(codes[role], slot));
      }
    }
    parts.people = new People(scenario);
    parts.roleOfRep = IntStream.range(0, entities.size()).map(parts.people::roleOf).toArray();
    parts.pools = new Pools(scenario, parts.roleOfRep);
    parts.market = new Market(scenario);
    parts.givenSkill = skills.stream().mapToDouble(Double::doubleValue).toArray();
    parts.repEntity = entities.stream().mapToLong(Long::longValue).toArray();
    parts.queueKey =
        switch (scenario.queue().rule()) {
          case FIFO -> SalesModel.QueueKey.FIFO;
          case LIFO -> SalesModel.QueueKey.LIFO;
          case PRIORITY -> SalesModel.QueueKey.valueOf(scenario.queue().by().name());
        };
  }

  /** The stages of the root and of every arm: an arm may name reasons and activities of its own. */
  private List<Stage> everyStage() {
    return Stream.concat(Stream.of(scenario), arms.stream().map(Arm::scenario))
        .flatMap(s -> s.stages().stream())
        .toList();
  }

  private List<String> reasonNames() {
    return Stream.concat(
            StagePlan.reasonNames(everyStage(), closesStale()).stream(),
            Competition.reasonName(scenario).stream())
        .distinct()
        .toList();
  }

  private List<String> activities() {
    List<String> names =
        new ArrayList<>(
            everyStage().stream()
                .flatMap(s -> s.work().stream())
                .map(Stage.Touch::activity)
                .distinct()
                .toList());
    if (arms.stream().anyMatch(arm -> review(arm).isPresent())) {
      names.add(REVIEW);
    }
    names.remove(PROSPECTING);
    names.add(PROSPECTING);
    return names;
  }

  private static final String PROSPECTING = "prospecting";

  // ---- hygiene

  private static final String REVIEW = "deal review";

  private static Optional<HygieneRules.Review> review(Arm arm) {
    return arm.scenario()
        .hygiene()
        .flatMap(HygieneRules::slips)
        .flatMap(HygieneRules.Slips::review);
  }

  private boolean closesStale() {
    return arms.stream()
        .flatMap(arm -> arm.scenario().hygiene().flatMap(HygieneRules::stale).stream())
        .anyMatch(rule -> rule.then() != HygieneRules.Stale.Then.KEEP && rule.lost() > 0);
  }

  private void hygiene() {
    if (arms.stream().anyMatch(arm -> arm.scenario().hygiene().isPresent())) {
      boolean forecasts = scenario.hygiene().flatMap(HygieneRules::categories).isPresent();
      parts.hygiene =
          arms.stream()
              .map(arm -> HygienePlan.of(arm.scenario(), forecasts, parts, stages))
              .toArray(HygienePlan[]::new);
    }
  }

  // ---- leads

  private void leads() {
    List<Segment> segments = scenario.segments();
    List<Source> sources = scenario.sources();
    parts.segmentShares =
        IntStream.range(0, sources.size())
            .mapToObj(
                s -> cumulated(segments.stream().mapToDouble(g -> g.mix().at(0, 0, s)).toArray()))
            .toArray(double[][]::new);
    parts.productShares =
        segments.stream()
            .map(g -> cumulated(g.products().stream().mapToDouble(Double::doubleValue).toArray()))
            .toArray(double[][]::new);
    parts.sourceShares = cumulated(sources.stream().mapToDouble(this::volume).toArray());
    parts.valueFactor = segments.stream().mapToDouble(Segment::valueFactor).toArray();
    parts.delayFactor =
        IntStream.range(0, parts.kinds.count())
            .mapToDouble(kind -> segments.get(parts.kinds.segment(kind)).delayFactor())
            .toArray();
    parts.value = scenario.products().stream().mapToInt(p -> stages.number(p.value())).toArray();
    parts.scoreNoise = sources.stream().mapToDouble(Source::scoreNoise).toArray();
    parts.constantQuality = new double[sources.size()];
    parts.quality = new Sampler[sources.size()];
    for (int s = 0; s < sources.size(); s++) {
      Distribution quality = sources.get(s).quality();
      if (quality instanceof Constant c) {
        parts.constantQuality[s] = c.value();
      } else {
        parts.quality[s] = quality.compile().tabulated();
      }
    }
  }

  /** Expected leads a month of a source, at the start. */
  private double volume(Source source) {
    Source.Arrivals arrivals = source.arrivals();
    double months = Math.max(1, ms(scenario) / SalesModel.MONTH_MS);
    double bursts = arrivals.on().values().stream().mapToInt(Integer::intValue).sum() / months;
    double outbound =
        arrivals
            .perRepDay()
            .map(
                p ->
                    p.leads()
                        * scenario.roles().get(p.role()).headcount(scenario.start())
                        * scenario.calendar().week().size()
                        * 52.1775
                        / 12)
            .orElse(0.0);
    return arrivals.perMonth() + bursts + outbound;
  }

  /** Running sums of shares, scaled so that the last is exactly 1. */
  static double[] cumulated(double[] shares) {
    double[] sums = new double[shares.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      sums[i] = sum;
    }
    for (int i = 0; i < shares.length; i++) {
      sums[i] = sum == 0 ? 1 : sums[i] / sum;
    }
    return sums;
  }

  private void arrivals() {
    List<ArrivalPlan> plans = new ArrayList<>();
    int[] codes = Identity.codes(scenario.sources().stream().map(Source::name).toList());
    for (int s = 0; s < codes.length; s++) {
      ArrivalCompiler compiler = new ArrivalCompiler(scenario, s, codes[s], fromMs, toMs);
      compiler.rate(parts.segmentSeasons).ifPresent(plans::add);
      plans.addAll(compiler.bursts());
      plans.addAll(compiler.outbound(parts.workClock, parts.firstRep, stages));
    }
    parts.arrivals = plans.toArray(ArrivalPlan[]::new);
  }

  private void parameters() {
    int n = scenario.stages().size();
    parts.statedMillionths = new long[parts.plans.length * parts.kinds.count()];
    Parameters p =
        new Parameters(
            parts.plans.length,
            parts.kinds.count(),
            scenario.sources().size(),
            scenario.roles().size(),
            distributions);
    for (int row = 0; row < parts.plans.length; row++) {
      Stage stage = arms.get(row / n).scenario().stages().get(row % n);
      p.stateAdvance(row, parts.kinds, parts.plans[row], stage.advance());
      for (int kind = 0; kind < parts.kinds.count(); kind++) {
        double stated =
            stage
                .advance()
                .at(parts.kinds.segment(kind), parts.kinds.product(kind), parts.kinds.source(kind));
        parts.statedMillionths[row * parts.kinds.count() + kind] = Math.round(stated * 1e6);
      }
      p.quality[row] = stage.quality();
      p.regress[row] = stage.regress().map(Stage.Regress::probability).orElse(0.0);
      p.recycleShare[row] = stage.recycle().map(Stage.Recycle::share).orElse(0.0);
    }
    for (int s = 0; s < p.perMonth.length; s++) {
      p.perMonth[s] = scenario.sources().get(s).arrivals().perMonth();
    }
    for (int m = 0; m < 3; m++) {
      p.winningQuarterMonth[m] = scenario.seasons().winning().quarterMonths().get(m);
    }
    for (int role = 0; role < p.hoursPerWeek.length; role++) {
      p.hoursPerWeek[role] = scenario.roles().get(role).hoursPerWeek();
      p.attrition[role] = scenario.roles().get(role).staffing().attrition().perYear();
    }
    parts.parameters = p;
    parts.statedWin = new double[parts.statedMillionths.length];
    for (int first = 0; first < parts.plans.length; first += n) {
      for (int kind = 0; kind < parts.kinds.count(); kind++) {
        stateWin(first, n, kind, p.regress);
      }
    }
  }

  /**
   * The chance to be won from each stage of an arm on: V(s) = (1 - regress) p V(s + 1) + regress
   * V(to), by sweeps from below, each of which adds one more time that the lead may go back.
   */
  private void stateWin(int first, int n, int kind, double[] regress) {
    int kinds = parts.kinds.count();
    for (int sweep = 0; sweep <= MOST_REGRESSES; sweep++) {
      double next = 1;
      for (int row = first + n - 1; row >= first; row--) {
        int at = row * kinds + kind;
        double back = 0;
        if (regress[row] > 0) {
          back = parts.statedWin[(first + parts.plans[row].regressTo()) * kinds + kind];
        }
        double advance = parts.statedMillionths[at] / 1e6;
        parts.statedWin[at] = (1 - regress[row]) * advance * next + regress[row] * back;
        next = parts.statedWin[at];
      }
    }
  }

  private void deals() {
    List<OpenDeal> deals = scenario.begin().pipeline().orElse(List.of());
    parts.dealEntity = deals.stream().mapToLong(d -> Identity.deal(d.id())).toArray();
    List<String> names = repNames();
    parts.dealOwner =
        deals.stream().mapToInt(d -> d.owner().map(names::indexOf).orElse(-1)).toArray();
  }

  private List<String> repNames() {
    return scenario.roles().stream().flatMap(r -> r.reps().stream()).map(Role.Rep::name).toList();
  }

  private Map<Dimension, List<String>> members(List<String> reasons) {
    Map<Dimension, List<String>> names = new EnumMap<>(Dimension.class);
    names.put(Dimension.ALL, List.of(""));
    names.put(Dimension.SOURCE, scenario.sources().stream().map(Source::name).toList());
    names.put(Dimension.SEGMENT, scenario.segments().stream().map(Segment::name).toList());
    names.put(Dimension.PRODUCT, scenario.products().stream().map(p -> p.name()).toList());
    names.put(Dimension.STAGE, scenario.stages().stream().map(Stage::name).toList());
    names.put(Dimension.ROLE, scenario.roles().stream().map(Role::name).toList());
    names.put(Dimension.REP, repNames());
    names.put(
        Dimension.TERRITORY,
        scenario.territories().isEmpty()
            ? List.of("all")
            : scenario.territories().stream().map(t -> t.name()).toList());
    names.put(Dimension.REASON, reasons);
    names.put(Dimension.ACTIVITY, List.copyOf(activities));
    names.put(Dimension.ORIGIN, List.of("open on day one", "to create"));
    names.put(Dimension.QUARTER_MONTH, List.of("first month", "second month", "third month"));
    int weeks = (int) ((ms(scenario) - 1) / (7 * Clock.DAY)) + 1;
    names.put(Dimension.WEEK, numbered(weeks));
    names.put(Dimension.CATEGORY, List.of("commit", "best case", "pipeline", "omitted"));
    names.put(
        Dimension.COMMIT_MOVE,
        List.of("begin", "created", "moved up", "moved down", "pushed", "won", "lost", "end"));
    names.put(Dimension.SHOCK, scenario.shocks().stream().map(Shock::name).toList());
    names.put(Dimension.SIZE_BAND, parts.sizeBands.names());
    names.put(
        Dimension.COMPETITOR,
        Stream.concat(
                Stream.of(Scenario.NO_COMPETITOR),
                scenario.competitors().stream().map(Competitor::name))
            .toList());
    names.put(Dimension.VALUE, numbered(ValueBins.COUNT));
    names.put(Dimension.SCORE, numbered(parts.ranks ? Scores.BINS : 1));
    names.put(Dimension.DURATION, numbered(DurationBins.COUNT));
    return names;
  }

  private static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }
}

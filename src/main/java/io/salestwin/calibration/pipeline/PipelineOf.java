package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.Calibration;
import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.pipeline.Pipeline.BigDeal;
import io.salestwin.calibration.pipeline.Pipeline.Coverage;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.calibration.pipeline.Pipeline.Weighted;
import io.salestwin.calibration.pipeline.Pipeline.Zombies;
import io.salestwin.forecast.Forecast;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Puts the answer together. */
final class PipelineOf {

  private static final int BIGGEST = 5;
  private static final int WEEKS = 4;

  private final CrmImport export;
  private final Optional<CrmImport> earlier;
  private final PipelinePlan plan;
  private final Consumer<String> steps;
  private final CrmHistory then;
  private final Worths worths;
  private final int[] open;

  PipelineOf(
      CrmImport export,
      Optional<LocalDate> asOf,
      Optional<CrmImport> earlier,
      PipelinePlan plan,
      Consumer<String> steps) {
    this.export = export;
    this.earlier = earlier;
    this.plan = plan;
    this.steps = steps;
    then = asOf.map(day -> export.history().asOf(endMs(day))).orElse(export.history());
    worths = new Worths(then, export.priceCents());
    open = IntStream.range(0, then.deals()).filter(d -> then.outcome(d) == 0).toArray();
    LocalDate last = day(export.history().knownUntilMs());
    if (asOf.isPresent() && asOf.get().isAfter(last)) {
      throw new ImportProblem("it knows nothing after " + last + "; look at that day or earlier");
    }
    if (plan.since().isPresent() && !plan.since().get().isBefore(day(then.knownUntilMs()))) {
      throw new ImportProblem(
          "the waterfall cannot start on "
              + plan.since().get()
              + ": look at a day before "
              + day(then.knownUntilMs()));
    }
    if (open.length == 0) {
      throw new ImportProblem("no deal is open on " + day(then.knownUntilMs()));
    }
  }

  private static long endMs(LocalDate day) {
    return (day.toEpochDay() + 1) * CrmHistory.DAY_MS - 1;
  }

  private static LocalDate day(long ms) {
    return LocalDate.ofEpochDay(Math.floorDiv(ms, CrmHistory.DAY_MS));
  }

  Pipeline answer(Runner runner, Progress progress) {
    steps.accept("learning from " + then.deals() + " deals");
    Calibration learned = Calibration.of(then, export.priceCents(), plan.name(), "open-deals.csv");
    Simulation simulation = new Simulation(learned, then, worths, plan);
    Map<ChanceRule, Chances> rules = new EnumMap<>(ChanceRule.class);
    for (ChanceRule rule : ChanceRule.values()) {
      rules.put(rule, Chances.of(rule, then, simulation.days(), plan));
    }
    Chances chances = rules.get(plan.rule());
    chances
        .reason()
        .ifPresent(
            reason -> {
              throw new ImportProblem(reason + "; say --stage-chance STAGE=PERCENT for each");
            });
    Categories categories = new Categories(then, chances, plan.cuts());
    TrackRecord record =
        new TrackRecordOf(then, export.priceCents(), plan, simulation.days(), categories.isSaid())
            .answer(steps);
    HygieneOf hygiene = new HygieneOf(then, worths, categories::of);
    steps.accept("playing the period and the next one");
    Forecast forecast = simulation.play(runner, progress);
    Snapshots snapshots = new Snapshots(then, export.priceCents(), plan, simulation.period());
    double oldest = oldestDays();
    List<OpenDeal> deals =
        IntStream.of(open)
            .mapToObj(d -> deal(d, chances, simulation, categories, hygiene, oldest))
            .sorted(Comparator.comparingDouble(d -> -d.worth()))
            .toList();
    return new Pipeline(
        plan,
        day(then.knownUntilMs()),
        then.currency(),
        worths.isMoney(),
        deals,
        categories.isSaid(),
        rules.entrySet().stream().map(e -> weighted(e.getKey(), e.getValue())).toList(),
        forecast,
        simulation.targetOrigins(),
        zombies(deals, oldest),
        hygiene.answer(),
        record,
        coverage(chances, simulation),
        biggest(simulation),
        snapshots.waterfalls(earlier),
        snapshots.commits(simulation.days(), WEEKS, categories.isSaid()),
        learned);
  }

  private double age(int deal) {
    return (then.knownUntilMs() + 1 - then.createdMs(deal)) / (double) CrmHistory.DAY_MS;
  }

  /** Age at its close of the oldest deal that closed, in the same count as {@link #age}. */
  private double oldestDays() {
    return IntStream.range(0, then.deals())
        .filter(d -> then.outcome(d) != 0)
        .mapToDouble(d -> (then.closedMs(d) - then.createdMs(d)) / (double) CrmHistory.DAY_MS)
        .max()
        .orElse(Double.NaN);
  }

  private OpenDeal deal(
      int d,
      Chances chances,
      Simulation simulation,
      Categories categories,
      HygieneOf hygiene,
      double oldest) {
    CrmHistory.Names names = then.names();
    long promised = then.promisedMs(d);
    double whole = then.dayOnly() ? 1 : 0;
    return new OpenDeal(
        then.id(d),
        name(names.owners(), then.owner(d)),
        Chances.stage(then, d),
        name(names.products(), then.product(d)),
        worths.cents(d) / 100.0,
        worths.origin(d).words(),
        age(d) - whole,
        promised == CrmHistory.NEVER ? Optional.empty() : Optional.of(day(promised)),
        chances.of(d),
        simulation.wonShare(d),
        categories.of(d),
        name(names.categories(), then.category(d)),
        hygiene.of(d),
        age(d) - whole > oldest);
  }

  private static String name(List<String> names, int number) {
    return number < 0 ? "" : names.get(number);
  }

  private Weighted weighted(ChanceRule rule, Chances chances) {
    if (chances.reason().isPresent()) {
      return new Weighted(rule, Double.NaN, Double.NaN, chances.reason());
    }
    double worth = 0;
    double wins = 0;
    for (int d : open) {
      worth += chances.of(d) * worths.cents(d) / 100.0;
      wins += chances.of(d);
    }
    return new Weighted(rule, worth, wins, Optional.empty());
  }

  private static Zombies zombies(List<OpenDeal> deals, double oldest) {
    List<OpenDeal> old = deals.stream().filter(OpenDeal::isZombie).toList();
    return new Zombies(old.size(), old.stream().mapToDouble(OpenDeal::worth).sum(), oldest);
  }

  private Coverage coverage(Chances chances, Simulation simulation) {
    double[] worth = IntStream.of(open).mapToDouble(d -> worths.cents(d) / 100.0).toArray();
    double[] chance = IntStream.of(open).mapToDouble(chances::of).toArray();
    return new CoverageOf(worth, chance, plan.seed())
        .of(simulation.target() - simulation.booked(), simulation.fromNew());
  }

  private List<BigDeal> biggest(Simulation simulation) {
    if (Double.isNaN(simulation.target())) {
      return List.of();
    }
    List<Integer> first =
        IntStream.of(open)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer d) -> -worths.cents(d) * simulation.wonShare(d)))
            .limit(BIGGEST)
            .toList();
    double all = IntStream.of(open).mapToLong(worths::cents).sum();
    List<BigDeal> big = new ArrayList<>();
    for (int d : first) {
      big.add(
          new BigDeal(
              then.id(d),
              worths.cents(d) / 100.0,
              worths.cents(d) / all,
              simulation.wonShare(d),
              simulation.odds(List.of()),
              simulation.odds(List.of(d))));
    }
    double sum = first.stream().mapToLong(worths::cents).sum();
    big.add(
        new BigDeal(
            "all " + first.size() + " together",
            sum / 100,
            sum / all,
            Double.NaN,
            simulation.odds(List.of()),
            simulation.odds(first)));
    return big;
  }
}

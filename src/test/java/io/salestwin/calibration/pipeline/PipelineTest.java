package io.salestwin.calibration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.backtest.Holidays;
import io.salestwin.calibration.pipeline.Pipeline.BigDeal;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.PipelinePlan.Cuts;
import io.salestwin.calibration.pipeline.TrackRecord.Realised;
import io.salestwin.calibration.pipeline.TrackRecord.Snapshot;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.statistics.TargetOdds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of a pipeline, computed a second time from the rows of the file. */
class PipelineTest {

  private static final Path MAVEN = Path.of("scenarios/maven-crm");
  private static final LocalDate EVENING = LocalDate.of(2017, 9, 30);
  private static final int DAYS = 92;

  private static Pipeline pipeline;
  private static List<Row> rows;

  /** A row of the file; {@code closed} is null for an open deal. */
  private record Row(String id, LocalDate created, LocalDate closed, boolean won, double price) {

    boolean isOpen(LocalDate evening) {
      return !created.isAfter(evening) && (closed == null || closed.isAfter(evening));
    }

    boolean isWonBy(LocalDate evening) {
      return won && !closed.isAfter(evening);
    }
  }

  static PipelinePlan plan(ChanceRule rule, OptionalDouble target, int replications) {
    return new PipelinePlan(
        "test",
        rule,
        PipelinePlan.USUAL_STAGES,
        Holidays.USUAL,
        Cuts.USUAL,
        target,
        OptionalDouble.empty(),
        Optional.empty(),
        List.of(),
        replications,
        1);
  }

  @BeforeAll
  static void look() throws IOException {
    CrmImport read = CrmImport.read(MAVEN, MappingRules.NONE, step -> {});
    pipeline =
        Pipeline.of(
            read,
            Optional.of(EVENING),
            Optional.empty(),
            plan(ChanceRule.FORMULA, OptionalDouble.of(2.9e6), 20),
            Runner.local(2),
            Progress.SILENT,
            step -> {});
    rows = new ArrayList<>();
    for (String line : Files.readAllLines(MAVEN.resolve("sales_pipeline.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[5].matches("\\d{4}-.*")) {
        rows.add(
            new Row(
                cells[0],
                LocalDate.parse(cells[5]),
                cells[6].isEmpty() ? null : LocalDate.parse(cells[6]),
                cells[4].equals("Won"),
                read.priceCents().get(cells[2]) / 100.0));
      }
    }
  }

  @Test
  void openDealsAreThoseOfTheRows() {
    List<Row> open = rows.stream().filter(r -> r.isOpen(EVENING)).toList();
    assertThat(pipeline.deals()).hasSameSizeAs(open).hasSize(2409);
    assertThat(pipeline.openWorth())
        .isCloseTo(open.stream().mapToDouble(Row::price).sum(), within(0.01));
    long oldest =
        rows.stream()
            .filter(r -> r.closed != null && !r.closed.isAfter(EVENING))
            .mapToLong(r -> ChronoUnit.DAYS.between(r.created, r.closed))
            .max()
            .orElseThrow();
    List<Row> zombies =
        open.stream().filter(r -> ChronoUnit.DAYS.between(r.created, EVENING) > oldest).toList();
    assertThat(pipeline.zombies().deals()).isEqualTo(zombies.size()).isEqualTo(530);
    assertThat(pipeline.zombies().worth())
        .isCloseTo(zombies.stream().mapToDouble(Row::price).sum(), within(0.01));
    assertThat(pipeline.zombies().oldestDays()).isEqualTo(oldest).isEqualTo(138);
  }

  /** No rep differs by more than luck, so the formula is share x decay. */
  @Test
  void theFormulaIsShareTimesDecay() {
    assertThat(pipeline.chosen().worth()).isCloseTo(formula(EVENING), within(0.01));
    Snapshot last = pipeline.record().snapshots().get(pipeline.record().snapshots().size() - 1);
    assertThat(last.evening()).isEqualTo(EVENING.minusDays(DAYS));
    assertThat(last.weighted()).isCloseTo(formula(last.evening()), within(0.01));
    assertThat(last.open()).isEqualTo(rows.stream().filter(r -> r.isOpen(last.evening())).count());
  }

  private static double formula(LocalDate evening) {
    List<Row> closed =
        rows.stream().filter(r -> r.closed != null && !r.closed.isAfter(evening)).toList();
    double share = closed.stream().filter(Row::won).count() / (double) closed.size();
    double[] cycles =
        closed.stream()
            .filter(Row::won)
            .mapToDouble(r -> ChronoUnit.DAYS.between(r.created, r.closed))
            .sorted()
            .toArray();
    double cycle = (cycles[(cycles.length - 1) / 2] + cycles[cycles.length / 2]) / 2;
    double sum = 0;
    for (Row row : rows) {
      if (row.isOpen(evening)) {
        // known until the last millisecond of the evening
        double overdue = ChronoUnit.DAYS.between(row.created, evening) + 1 - 1e-3 / 86_400 - cycle;
        sum += overdue < -DAYS ? 0 : row.price * share * Math.pow(2, -Math.max(0, overdue) / cycle);
      }
    }
    return sum;
  }

  @Test
  void whatBecameOfThePastIsCounted() {
    int won = 0;
    for (Snapshot snapshot : pipeline.record().snapshots()) {
      assertThat(snapshot.until()).isEqualTo(snapshot.evening().plusDays(DAYS));
      assertThat(snapshot.until()).isBeforeOrEqualTo(EVENING);
      won +=
          (int)
              rows.stream()
                  .filter(r -> r.isOpen(snapshot.evening()) && r.isWonBy(snapshot.until()))
                  .count();
    }
    int n = pipeline.record().snapshots().stream().mapToInt(Snapshot::open).sum();
    for (List<Realised> parts :
        List.of(
            pipeline.record().bins(),
            pipeline.record().stages(),
            List.copyOf(pipeline.record().categories().values()))) {
      assertThat(parts.stream().mapToInt(Realised::won).sum()).isEqualTo(won);
      assertThat(parts.stream().mapToInt(Realised::n).sum()).isEqualTo(n);
    }
    double rate = won / (double) n;
    assertThat(pipeline.record().baseBrier()).isCloseTo(rate * (1 - rate), within(1e-12));
  }

  @Test
  void categoriesAreCutByChance() {
    for (OpenDeal deal : pipeline.deals()) {
      Category expected =
          deal.chance() >= .9
              ? Category.COMMIT
              : deal.chance() >= .6
                  ? Category.BEST_CASE
                  : deal.chance() >= .2 ? Category.PIPELINE : Category.OMITTED;
      assertThat(deal.category()).isEqualTo(expected);
    }
  }

  /** Deals of the same age have the same chance; the worths of all futures lie within the open. */
  @Test
  void thePlayIsThatOfTheOpenDeals() {
    assertThat(pipeline.period().name()).isEqualTo("2017-Q4");
    assertThat(pipeline.forecast().periods()).hasSize(2);
    assertThat(pipeline.period().target()).hasValue(2.9e6);
    assertThat(pipeline.forecast().opening().deals()).isEqualTo(2409);
    double wins = pipeline.deals().stream().mapToDouble(OpenDeal::simulated).sum();
    double worth = pipeline.deals().stream().mapToDouble(d -> d.simulated() * d.worth()).sum();
    // the same futures, counted by the engine
    assertThat(worth).isCloseTo(pipeline.period().fromOpen(), within(1.0));
    assertThat(wins).isBetween(300.0, 1300.0);
    List<BigDeal> big = pipeline.biggest();
    assertThat(big).hasSize(6);
    assertThat(big.get(0).worth() * big.get(0).won())
        .isEqualTo(
            pipeline.deals().stream()
                .mapToDouble(d -> d.worth() * d.simulated())
                .max()
                .orElseThrow());
    big.forEach(d -> assertThat(d.without()).isLessThanOrEqualTo(d.odds()));
  }

  /** Equal deals: the number that it takes is that of the exact binomial. */
  @Test
  void coverageOfEqualDealsIsTheTextbook() {
    double[] worth = new double[50];
    double[] chance = new double[50];
    Arrays.fill(worth, 100);
    Arrays.fill(chance, .25);

    Pipeline.Coverage coverage = new CoverageOf(worth, chance, 3).of(1000, new double[] {0});

    assertThat(coverage.now()).isEqualTo(5);
    for (int i = 0; i < 3; i++) {
      double exact = TargetOdds.coverageFor(10, .25, Pipeline.Coverage.LEVELS.get(i));
      // 99.9 % of the intervals of 1,000 draws hold it; whole deals are steps of 0.1
      assertThat(coverage.alone().get(i).orNaN()).isCloseTo(exact, within(0.35));
      assertThat(coverage.withNew().get(i)).isEqualTo(coverage.alone().get(i));
    }
    assertThat(new CoverageOf(worth, chance, 3).of(-5, new double[] {0}).alone().get(0).value())
        .isEmpty();
  }

  /**
   * 6,000 deals, 20 a day: each day 5 % of the open ones are won and 5 % lost, whatever their age.
   */
  private static CrmHistory evenDeals(Path folder, boolean onWorkingDays) throws IOException {
    StringBuilder text = new StringBuilder("id,created,status,closed,amount\n");
    LocalDate first = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 6000; i++) {
      LocalDate created = first.plusDays(i / 20);
      // quantiles in a fixed disorder stand for luck
      double u = (i * 7919L % 6007 + 0.5) / 6007;
      LocalDate closes = created.plusDays((long) (-Math.log(u) / 0.10));
      int late = closes.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
      closes = onWorkingDays && late > 0 ? closes.plusDays(3 - late) : closes;
      boolean open = closes.isAfter(first.plusDays(299));
      text.append("d").append(i).append(',').append(created).append(',');
      text.append(open ? "open," : (i * 31L % 100 < 50 ? "won," : "lost,") + closes);
      text.append(",100\n");
    }
    Files.writeString(folder.resolve("deals.csv"), text);
    return CrmImport.read(folder, MappingRules.NONE, s -> {}).history();
  }

  private static PipelinePlan plan(Holidays holidays) {
    PipelinePlan usual = plan(ChanceRule.LEARNED, OptionalDouble.empty(), 2);
    return new PipelinePlan(
        usual.name(),
        usual.rule(),
        usual.stageChances(),
        holidays,
        usual.cuts(),
        usual.target(),
        usual.nextTarget(),
        usual.since(),
        usual.sets(),
        usual.replications(),
        usual.seed());
  }

  /**
   * The record ends on a Saturday. In a week of holidays hardly anything is won: on Sundays nothing
   * ever was, and their pace is only drawn a little towards that of all days.
   */
  @Test
  void holidaysAreKnownAhead(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    CrmHistory then =
        evenDeals(folder, true)
            .asOf(LocalDate.of(2024, 10, 20).toEpochDay() * CrmHistory.DAY_MS - 1);
    Holidays week = Holidays.of(List.of("2024-10-21..2024-10-25"));

    Chances off = Chances.of(ChanceRule.LEARNED, then, 8, plan(week));
    Chances usual = Chances.of(ChanceRule.LEARNED, then, 8, plan(Holidays.NONE));

    for (int d = 0; d < then.deals(); d++) {
      if (then.outcome(d) == 0) {
        assertThat(usual.of(d)).isGreaterThan(0.1);
        assertThat(off.of(d)).isLessThan(usual.of(d) / 10);
      }
    }
  }

  /** Within n days (1 - e^-0.1n) / 2 of them are won. */
  @Test
  void aKnownChanceIsLearned(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    CrmHistory history = evenDeals(folder, false);

    Chances chances = Chances.of(ChanceRule.LEARNED, history, 14, plan(Holidays.USUAL));

    double sum = 0;
    int n = 0;
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == 0) {
        sum += chances.of(d);
        n++;
      } else {
        assertThat(chances.of(d)).isNaN();
      }
    }
    assertThat(n).isBetween(150, 250);
    // standard error of the fit about 3 %
    assertThat(sum / n).isCloseTo((1 - Math.exp(-1.4)) / 2, within(0.04));
  }
}

package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.salestwin.check.Check;
import io.salestwin.forecast.Forecast;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.fitting.Binned;
import io.salestwin.statistics.fitting.Family;
import io.salestwin.statistics.fitting.LawFit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario learned from the two data sets, held against what others found in them. */
class CalibrationTest {

  private static final Path MAVEN = Path.of("scenarios/maven-crm");
  private static final Path BPIC = Path.of("../shared/data/bpic2012/BPI_Challenge_2012.csv.gz");
  private static final CrmImport READ = CrmImport.read(MAVEN, MappingRules.NONE, step -> {});

  @TempDir private Path folder;

  private static CrmHistory maven(String day) {
    return READ.history().asOf((LocalDate.parse(day).toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
  }

  private static Calibration learned(String day) {
    return Calibration.of(maven(day), READ.priceCents(), "Maven", "open.csv");
  }

  /** The figures of {@code src/docs/maven-crm.md}, found there by SQL and one fit by hand. */
  @Test
  void mavenIsLearnedAsAnAnalystFoundIt() {
    Calibration learned = learned("2017-09-30");
    Scenario scenario = learned.read().scenario().orElseThrow();

    assertThat(learned.start()).isEqualTo(LocalDate.of(2017, 10, 1));
    assertThat(scenario.sources().get(0).arrivals().perMonth()).isCloseTo(846.3, within(0.1));
    assertThat(scenario.sources().get(0).arrivals().dispersion()).isCloseTo(10.1, within(0.05));
    assertThat(value(learned, "stages.Engaging.advance")).startsWith("87.6");
    assertThat(value(learned, "won of closed")).isEqualTo("64.37%");
    assertThat(value(learned, "season.winning.quarterMonth[0]")).isEqualTo("-0.636");
    assertThat(value(learned, "season.winning.quarterMonth[1]")).isEqualTo("-0.367");
    assertThat(value(learned, "season.winning.quarterMonth[2]")).isEqualTo("0.883");
    assertThat(value(learned, "limit on closes")).isEqualTo("22.08 a day");
    assertThat(learned.scenario())
        .contains("mean: 2.1735 hours")
        .contains("mean: 0.996, sd: 0.0979");
    Differences reps = learned.tests().get("owners");
    assertThat(reps.chiSquared()).isCloseTo(26.5, within(0.05));
    assertThat(reps.freedom()).isEqualTo(29);
    assertThat(reps.p()).isCloseTo(0.60, within(0.005));
    assertThat(reps.spread()).isZero();
    assertThat(learned.openDeals().lines().count()).isEqualTo(1 + 2409);
    assertThat(learned.unknown()).anySatisfy(u -> assertThat(u).startsWith("No effort"));
    assertThat(learned.unknown()).anySatisfy(u -> assertThat(u).startsWith("No history of stages"));
  }

  @Test
  void theSameHistoryGivesTheSameBytes() {
    assertThat(learned("2017-06-30")).isEqualTo(learned("2017-06-30"));
  }

  /** What was learned runs, and its median lies within 15 % of the 1,196 deals that came. */
  @Test
  void whatWasLearnedForecasts() throws IOException {
    Calibration learned = learned("2017-09-30");
    Scenario scenario = learned.read().scenario().orElseThrow();
    assertThat(Check.warnings(scenario)).isNotEmpty();
    Files.writeString(folder.resolve("scenario.yaml"), learned.scenario());
    Forecast forecast =
        Forecast.of(Runner.local(2).run(new RunPlan(scenario, 1, 100), Progress.SILENT));
    double median = forecast.total().range().get(Forecast.LEVELS.indexOf(0.50));
    assertThat(median).isBetween(2_802_000 * 0.85, 2_802_000 * 1.15);
  }

  /**
   * The facts of the fits: gamma is the best single family for won deals, a mixture is far better.
   */
  @Test
  void familiesRankAsInTheFactsOfTheDataSets() {
    List<LawFit> won = wonDays(READ.history());
    LawFit gamma = of(won, Family.GAMMA);
    assertThat(gamma.parameters().get(1)).isCloseTo(0.94, within(0.06));
    assertThat(of(won, Family.LOGNORMAL).aic() - gamma.aic()).isGreaterThan(500);
    assertThat(of(won, Family.EXPONENTIAL).aic() - gamma.aic()).isBetween(-5.0, 30.0);
    assertThat(gamma.aic() - of(won, Family.TWO_LOGNORMALS).aic()).isGreaterThan(2000);
    assertThat(gamma.distance()).isCloseTo(0.177, within(0.02));
  }

  @Test
  void bpicIsLearnedFromItsLog() {
    assumeTrue(Files.exists(BPIC), "the log is not in ../shared");
    MappingRules rules = MappingRules.read(Path.of("src/docs/calibrate/bpic2012.yaml"));
    CrmHistory history = CrmImport.read(BPIC, rules, step -> {}).history();
    List<LawFit> won = wonDays(history);
    LawFit best = of(won, Family.LOGLOGISTIC);
    assertThat(best.parameters().get(0)).isCloseTo(14.6, within(0.1));
    assertThat(best.parameters().get(1)).isCloseTo(3.05, within(0.05));
    for (Family family : List.of(Family.WEIBULL, Family.GAMMA, Family.LOGNORMAL)) {
      assertThat(of(won, family).aic()).isGreaterThan(best.aic() + 30);
    }
    Calibration learned = Calibration.of(history, Map.of(), "BPIC", "open.csv");
    Scenario scenario = learned.read().scenario().orElseThrow();
    assertThat(value(learned, "stages.A_SUBMITTED.advance")).isEqualTo("56.29%");
    assertThat(scenario.stages()).hasSize(5);
    assertThat(learned.unknown())
        .anySatisfy(u -> assertThat(u).contains("No deal was created after 2012-03-01"));
  }

  @Test
  void aHistoryWithoutAWinTeachesNothing() {
    assertThatThrownBy(() -> learned("2017-02-01"))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("at least one of each");
  }

  /** Rounded one by one, two weights of a mixture may sum to 100.003 %, which no scenario may. */
  @Property(seed = "1", tries = 200)
  void aShareAndItsRestSumToTheWhole(@ForAll @IntRange(min = 1, max = 999_999_999) int parts) {
    double share = parts / 1e9;
    List<BigDecimal> both =
        Yaml.percents(share).stream().map(p -> new BigDecimal(p.replace("%", ""))).toList();
    assertThat(both.get(0).add(both.get(1))).isEqualByComparingTo("100");
    assertThat(both.get(0).doubleValue()).isCloseTo(100 * share, withinPercentage(0.05));
    assertThat(both.get(1)).isPositive();
  }

  private static List<LawFit> wonDays(CrmHistory history) {
    double[] edges = history.dayOnly() ? Binned.days(400) : Binned.fine(400);
    double[] inside = new double[edges.length - 1];
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == CrmHistory.WON) {
        double days = (history.closedMs(d) - history.createdMs(d)) / (double) CrmHistory.DAY_MS;
        inside[Binned.bin(edges, days)]++;
      }
    }
    return LawFit.ranked(Binned.of(edges, inside));
  }

  private static LawFit of(List<LawFit> fits, Family family) {
    return fits.stream().filter(f -> f.family() == family).findFirst().orElseThrow();
  }

  private static String value(Calibration learned, String parameter) {
    return learned.diagnostics().stream()
        .filter(d -> d.parameter().equals(parameter))
        .map(Diagnostic::value)
        .findFirst()
        .orElse("not there");
  }
}

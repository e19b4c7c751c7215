package io.salestwin.calibration.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.backtest.Backtest.Contender;
import io.salestwin.run.Runner;
import io.salestwin.statistics.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {

  @TempDir private Path folder;

  private static CrmHistory maven() {
    return CrmImport.read(Path.of("scenarios/maven-crm"), MappingRules.NONE, s -> {}).history();
  }

  private static BacktestPlan plan(int windows) {
    return new BacktestPlan(
        LocalDate.of(2017, 6, 1),
        Period.ofMonths(1),
        Period.ofMonths(1),
        windows,
        200,
        7,
        Holidays.USUAL);
  }

  /** What came later is not seen: without it the forecasts are the same to the last bit. */
  @Test
  void theFutureChangesNoForecast() {
    CrmHistory history = maven();
    CrmHistory shorter = history.asOf(BacktestPlan.ms(LocalDate.of(2017, 10, 1)) - 1);

    Backtest all = Backtest.of(history, plan(4), s -> {});
    Backtest past = Backtest.of(shorter, plan(4), s -> {});

    assertThat(all.windows()).hasSize(4);
    assertThat(past.wins()).isEqualTo(all.wins());
    assertThat(past.tried()).isEqualTo(all.tried());
    assertThat(past.groups()).isEqualTo(all.groups());
  }

  @Test
  void aMonthAheadTheTruthLiesInside() {
    Backtest backtest = Backtest.of(maven(), plan(7), s -> {});

    assertThat(backtest.wins().model().scores().get(1).orElseThrow().actual()).isEqualTo(308);
    assertThat(backtest.wins().model().in90()).isGreaterThanOrEqualTo(6);
    assertThat(backtest.wins().bestRule().name()).isEqualTo("same months of the last quarter");
    // the rule's own errors, by hand from the counts of the months
    assertThat(backtest.wins().bestRule().mape())
        .isCloseTo(
            (0 + 23.0 / 308 + 8.0 / 446 + 28.0 / 503 + 29.0 / 279 + 40.0 / 406 + 8.0 / 511) / 7,
            within(1e-9));
  }

  /**
   * Deals at an even pace, each won on a day of its age with chance 5 % (or lost with 5 %), as long
   * as it is open: the model must find what theory says of the next four weeks.
   */
  @Test
  void aKnownTruthIsFound() throws IOException {
    Luck luck = new Luck(11, 1);
    LocalDateTime begin = LocalDateTime.of(2024, 1, 1, 0, 0);
    StringBuilder rows = new StringBuilder("id,created,status,closed,amount\n");
    int open = 0;
    for (int i = 0; i < 6000; i++) {
      double created = i / 20.0;
      double closes = created + luck.exponential() / 0.10;
      boolean ended = closes <= 300;
      open += ended ? 0 : 1;
      String status = !ended ? "open" : luck.uniform() < 0.5 ? "won" : "lost";
      rows.append("d").append(i).append(',').append(begin.plusMinutes((long) (created * 1440)));
      rows.append(',').append(status).append(',');
      rows.append(ended ? begin.plusMinutes((long) (closes * 1440)) : "").append(",100\n");
    }
    Files.writeString(folder.resolve("deals.csv"), rows);
    CrmHistory history = CrmImport.read(folder, MappingRules.NONE, s -> {}).history();
    LocalDate now = LocalDate.of(2024, 1, 1).plusDays(299);
    BacktestPlan.Window window = new BacktestPlan.Window(now, now.plusDays(28));
    CrmHistory then = history.asOf(window.originMs());
    Lives lives = Lives.of(then, false);
    Pace pace = Pace.of(lives, Holidays.USUAL);
    Variant variant = new Variant(Variant.Family.AGES, false, false);

    Sample wins =
        Sample.of(new WinModel(new Past(then), pace, variant, window, null, 3).play(1000).count());

    // half of what is open and leaves in 28 days, and half of 20 a day by the days left to each
    double leaves = 1 - Math.exp(-2.8);
    double theory = 0.5 * lives.open * leaves + 0.5 * 20 * (28 - leaves / 0.10);
    assertThat(open).isBetween(150, 250);
    // standard error of the fit about 3 %; 10 % is more than three of them
    assertThat(wins.mean()).isCloseTo(theory, within(0.10 * theory));
    assertThat(wins.sd()).isBetween(Math.sqrt(theory) * 0.8, Math.sqrt(theory) * 2);
    // the whole scenario, learned and played, has another way to the same figure
    CalibratedMember member = new CalibratedMember(Map.of(), 50, Runner.local(1));
    WinModel.Draws played = member.play(then, window, 3).orElseThrow();
    assertThat(Sample.of(played.count()).mean()).isCloseTo(theory, within(0.10 * theory));
    // amounts are learned by bins that grow by 3 %
    assertThat(played.value()[7]).isCloseTo(100 * played.count()[7], withinPercentage(3));
  }

  /** Neither what came later nor the other contenders know that the scenario competes. */
  @Test
  void theScenarioSeesNoFutureAndChangesNothingElse() {
    CrmHistory history = maven();
    CrmHistory shorter = history.asOf(BacktestPlan.ms(LocalDate.of(2017, 8, 1)) - 1);
    Optional<CalibratedMember> member =
        Optional.of(new CalibratedMember(Map.of(), 20, Runner.local(1)));

    Backtest all = Backtest.of(history, plan(2), member, s -> {});
    Backtest past = Backtest.of(shorter, plan(2), member, s -> {});

    assertThat(past.wins()).isEqualTo(all.wins());
    assertThat(all.wins().named(CalibratedMember.NAME).orElseThrow().isWhole()).isTrue();
    assertThat(all.worth().orElseThrow().named(CalibratedMember.NAME)).isPresent();
    List<String> added =
        List.of(
            CalibratedMember.NAME,
            "these four and the calibrated scenario, .20",
            "six together, equal weights",
            "six together, their median",
            "six together, weights learned from ended windows");
    assertThat(all.wins().contenders()).extracting(Contender::name).containsAll(added);
    assertThat(all.wins().contenders())
        .filteredOn(c -> !added.contains(c.name()))
        .isEqualTo(Backtest.of(history, plan(2), s -> {}).wins().contenders());
  }

  /** In a record without a loss nothing can be learned: the scenario has no score, all else has. */
  @Test
  void whereNothingCanBeLearnedTheScenarioIsMissing() {
    CrmHistory then = maven().asOf(BacktestPlan.ms(LocalDate.of(2017, 2, 1)) - 1);
    BacktestPlan.Window window =
        new BacktestPlan.Window(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 3, 1));

    assertThat(new CalibratedMember(Map.of(), 20, Runner.local(1)).play(then, window, 1)).isEmpty();
  }

  /** 20,000 draws: mean and variance within five standard errors (one false alarm in a million). */
  @Test
  void drawsHaveTheirMoments() {
    Luck luck = new Luck(5, 2);
    for (double mean : new double[] {0.3, 8, 77, 1250}) {
      double[] counts = new double[20_000];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = luck.poisson(mean);
      }
      Sample sample = Sample.of(counts);
      assertThat(sample.mean()).isCloseTo(mean, within(5 * Math.sqrt(mean / 20_000)));
      double error = Math.sqrt((mean + 2 * mean * mean) / 20_000);
      assertThat(sample.sd() * sample.sd()).isCloseTo(mean, within(5 * error));
    }
  }

  @Test
  void groupsThatDifferByLuckAloneAreTakenAsEqual() {
    assertThat(GroupForecast.shape(new double[] {100, 104, 97, 99})).isGreaterThan(1e5);
    // variance 20,200 / 3, of which luck makes 100
    assertThat(GroupForecast.shape(new double[] {20, 60, 110, 210}))
        .isCloseTo(10_000.0 / (20_200.0 / 3 - 100), within(1e-9));
  }
}

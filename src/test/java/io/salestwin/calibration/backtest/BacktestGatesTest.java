package io.salestwin.calibration.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.backtest.Backtest.Kind;
import io.salestwin.report.BacktestReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How exact forecasts must be on two histories. */
@Tag("validation")
class BacktestGatesTest {

  private static final Path BPIC = Path.of("../shared/data/bpic2012/BPI_Challenge_2012.csv.gz");
  private static final Path MAVEN = Path.of("scenarios/maven-crm");

  private static CrmHistory maven() {
    return CrmImport.read(MAVEN, MappingRules.NONE, step -> {}).history();
  }

  @Test
  void bpicFourWeeksAhead() {
    assumeTrue(Files.exists(BPIC), "the log is not in ../shared");
    MappingRules rules = MappingRules.read(Path.of("src/docs/calibrate/bpic2012.yaml"));
    CrmHistory history = CrmImport.read(BPIC, rules, step -> {}).history();

    Backtest backtest =
        Backtest.of(
            history,
            new BacktestPlan(
                LocalDate.of(2011, 12, 4),
                Period.ofWeeks(2),
                Period.ofDays(28),
                6,
                1000,
                1,
                Holidays.USUAL),
            step -> {});

    assertThat(backtest.windows()).hasSize(6);
    assertThat(backtest.wins().model().mape()).isLessThanOrEqualTo(1.5 * backtest.wins().floor());
    assertThat(backtest.wins().skill()).isGreaterThanOrEqualTo(0.5);
    assertThat(backtest.wins().model().in90()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void mavenAMonthAhead() {
    Backtest backtest =
        Backtest.of(
            maven(),
            new BacktestPlan(
                LocalDate.of(2017, 6, 1),
                Period.ofMonths(1),
                Period.ofMonths(1),
                7,
                1000,
                1,
                Holidays.USUAL),
            step -> {});

    assertThat(backtest.windows()).hasSize(7);
    double best = backtest.wins().model().crps();
    assertThat(backtest.wins().contenders())
        .filteredOn(c -> c.kind() == Kind.RULE)
        .allSatisfy(rule -> assertThat(best).as(rule.name()).isLessThan(rule.crps()));
  }

  @Test
  void mavenAQuarterAhead() {
    Backtest backtest =
        Backtest.of(
            maven(),
            new BacktestPlan(
                LocalDate.of(2017, 7, 1),
                Period.ofMonths(3),
                Period.ofMonths(3),
                2,
                1000,
                1,
                Holidays.USUAL),
            step -> {});

    assertThat(backtest.wins().model().scores())
        .allSatisfy(s -> assertThat(s.orElseThrow().ape()).isLessThanOrEqualTo(0.15));
    assertThat(new BacktestReport("maven", backtest).json())
        .contains("same as the last window” did better for deals won");
    assertThat(backtest.groups().get(0).dimension()).isEqualTo("rep");
    assertThat(backtest.groups().get(0).wape())
        .isLessThanOrEqualTo(1.15 * backtest.groups().get(0).floor());
  }
}

package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.forecast.Forecast;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was won in the period of the start before it, counted by hand. */
class PeriodTextTest {

  @TempDir private Path folder;

  /**
   * A deal of 10 a day from 2024-01-01 on that is lost three days later, and these: the list price
   * of "Big" is 700, and the mean of what was won by 2024-05-15 is (100 + 200 + 40 + 60) / 4 = 100.
   */
  @BeforeEach
  void write() throws IOException {
    StringBuilder rows = new StringBuilder("id,created,status,closed,amount,product\n");
    rows.append("a,2024-01-03,Won,2024-03-31,100,Small\n");
    rows.append("b,2024-01-04,Won,2024-01-04,200,Small\n");
    rows.append("c,2024-02-01,Won,2024-04-01,40,Small\n");
    rows.append("d,2024-02-01,Won,2024-05-15,60,Small\n");
    rows.append("e,2024-02-01,Won,2024-05-01,,Big\n");
    rows.append("f,2024-02-01,Won,2024-05-02,,Small\n");
    rows.append("g,2024-02-01,Won,2024-05-16,5000,Small\n");
    for (LocalDate day = LocalDate.of(2024, 1, 1);
        day.isBefore(LocalDate.of(2024, 7, 1));
        day = day.plusDays(1)) {
      rows.append("x").append(day).append(',').append(day).append(",Lost,");
      rows.append(day.plusDays(3)).append(",10,Small\n");
    }
    Files.writeString(folder.resolve("deals.csv"), rows);
    Files.writeString(folder.resolve("prices.csv"), "product,price\nBig,700\n");
  }

  private Calibration learned(String evening) {
    CrmImport read = CrmImport.read(folder, MappingRules.NONE, step -> {});
    CrmHistory then =
        read.history().asOf((LocalDate.parse(evening).toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
    return Calibration.of(then, read.priceCents(), "small", "open.csv");
  }

  private static Scenario scenario(Calibration learned) {
    assertThat(learned.read().problems()).isEmpty();
    return learned.read().scenario().orElseThrow();
  }

  @Test
  void withinAQuarterWhatWasWonInItIsBooked() {
    Calibration learned = learned("2024-05-15");
    Scenario scenario = scenario(learned);

    assertThat(scenario.start()).isEqualTo(LocalDate.of(2024, 5, 16));
    assertThat(scenario.end()).isEqualTo(LocalDate.of(2024, 10, 1));
    assertThat(scenario.booked().byPeriod())
        .isEqualTo(Map.of("2024-Q2", (40 + 60 + 700 + 100) * 100L));
    assertThat(scenario.targets().byPeriod())
        .isEqualTo(Map.of("2024-Q2", 300_00L, "2024-Q3", 300_00L));
    assertThat(learned.scenario().replace("\n# ", " "))
        .contains("Won in 2024-Q2 before the start, by the export: 4 deals, of which 2 without an");
  }

  /** 900 are booked, so a target of 900 is reached in every future, and one above it is not. */
  @Test
  void theOddsKnowWhatIsBooked() {
    Scenario scenario = scenario(learned("2024-05-15"));

    Forecast forecast =
        Forecast.of(Runner.local(1).run(new RunPlan(scenario, 1, 20), Progress.SILENT));

    Forecast.PeriodOutlook first = forecast.periods().get(0);
    assertThat(first.booked()).isEqualTo(900);
    assertThat(first.range().get(0)).isGreaterThanOrEqualTo(900);
    assertThat(first.odds().orElseThrow().value().orElseThrow().estimate()).isEqualTo(1);
    assertThat(forecast.periods().get(1).booked()).isZero();
  }

  @Test
  void aQuarterThatBeginsHasNothingBooked() {
    Scenario scenario = scenario(learned("2024-03-31"));

    assertThat(scenario.end()).isEqualTo(LocalDate.of(2024, 7, 1));
    assertThat(scenario.booked().byPeriod()).isEmpty();
    assertThat(scenario.targets().byPeriod()).isEqualTo(Map.of("2024-Q2", 300_00L));
  }

  /** Where no amounts are known every deal is worth 1, those that are booked too. */
  @Test
  void withoutAmountsDealsAreCounted() throws IOException {
    String rows = Files.readString(folder.resolve("deals.csv"));
    Files.writeString(
        folder.resolve("deals.csv"), rows.replaceAll("(?m)^((?:[^,]*,){4})[0-9]+,", "$1,"));
    Files.delete(folder.resolve("prices.csv"));
    Calibration learned = learned("2024-05-15");
    Scenario scenario = scenario(learned);

    assertThat(scenario.booked().byPeriod()).isEqualTo(Map.of("2024-Q2", 4_00L));
    assertThat(scenario.targets().byPeriod()).containsEntry("2024-Q2", 2_00L);
    assertThat(learned.scenario()).contains("by the export: 4 deals.");
  }

  /** The first quarter was not recorded from its first day: it says nothing of a whole one. */
  @Test
  void aQuarterThatIsNotWholeIsNoTarget() throws IOException {
    String rows = Files.readString(folder.resolve("deals.csv"));
    Files.writeString(
        folder.resolve("deals.csv"), rows.replaceAll("(?m)^[^,]*,2024-01-0[12],.*\n", ""));

    assertThat(scenario(learned("2024-05-15")).targets().byPeriod()).isEmpty();
    Calibration early = learned("2024-02-20");
    assertThat(scenario(early).booked().byPeriod()).isEqualTo(Map.of("2024-Q1", 200_00L));
    assertThat(early.scenario().replace("\n# ", " "))
        .contains("by the export: 1 deal. Nothing is recorded before 2024-01-03.");
  }
}

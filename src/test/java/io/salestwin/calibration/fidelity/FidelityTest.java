package io.salestwin.calibration.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.MappingRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FidelityTest {

  private static final CrmImport MAVEN =
      CrmImport.read(Path.of("scenarios/maven-crm"), MappingRules.NONE, s -> {});

  @Test
  void mavenIsCutIntoHalvesOfWholeWeeks() {
    List<String> said = new ArrayList<>();
    CrmHistory history = asOf(LocalDate.of(2017, 6, 1));

    Fidelity fidelity = Fidelity.of(history, MAVEN.priceCents(), 1, 1, said::add);

    assertThat(fidelity.split().minusDays(fidelity.from().toEpochDay()).toEpochDay() % 7).isZero();
    assertThat(fidelity.from()).isAfterOrEqualTo(LocalDate.of(2017, 3, 1));
    assertThat(fidelity.until()).isEqualTo(lastArrival(history).plusDays(1));
    // dates are whole days: there is no hour of the day to compare
    assertThat(fidelity.distances())
        .extracting(Fidelity.Distance::measure)
        .doesNotContain(Measure.CIRCADIAN_EVENTS)
        .hasSize(Measure.values().length - 1);
    assertThat(fidelity.distances())
        .allSatisfy(d -> assertThat(d.simulated()).isGreaterThan(0))
        .allSatisfy(d -> assertThat(d.floor()).isGreaterThan(0));
    assertThat(fidelity.observed()).isEqualTo(countedByHand(history, fidelity));
    assertThat(said).hasSize(2);
  }

  private static CrmHistory asOf(LocalDate day) {
    return MAVEN.history().asOf(day.toEpochDay() * CrmHistory.DAY_MS - 1);
  }

  private static LocalDate lastArrival(CrmHistory history) {
    return LocalDate.ofEpochDay(history.createdMs(history.deals() - 1) / CrmHistory.DAY_MS);
  }

  private static int countedByHand(CrmHistory history, Fidelity halves) {
    int n = 0;
    for (int d = 0; d < history.deals(); d++) {
      boolean ended = history.outcome(d) != 0;
      n +=
          ended
                  && history.createdMs(d) / CrmHistory.DAY_MS >= halves.split().toEpochDay()
                  && history.closedMs(d) / CrmHistory.DAY_MS < halves.until().toEpochDay()
              ? 1
              : 0;
    }
    return n;
  }

  @Test
  void tooShortARecordIsSaid() {
    CrmHistory start = asOf(LocalDate.of(2017, 3, 4));

    assertThatThrownBy(() -> Fidelity.of(start, Map.of(), 1, 1, s -> {}))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("at least 20 of each are needed to compare");
  }

  /** Simulators from elsewhere are published at 44.6 hours, naive replay at 24.2. */
  @Test
  @Tag("validation")
  void cycleTimesOfTheWorkOnLoanApplications() {
    Path log = Path.of("../shared/data/bpic2012/BPI_Challenge_2012.csv.gz");
    assumeTrue(Files.exists(log), "the log is not in ../shared");
    MappingRules rules = MappingRules.read(Path.of("src/docs/calibrate/bpic2012-work.yaml"));
    CrmImport read = CrmImport.read(log, rules, s -> {});

    Fidelity fidelity = Fidelity.of(read.history(), read.priceCents(), 10, 1, s -> {});

    assertThat(fidelity.observed()).isEqualTo(2756);
    Fidelity.Distance cycle = fidelity.distances().get(0);
    assertThat(cycle.measure()).isEqualTo(Measure.CYCLE_TIME);
    assertThat(cycle.simulated()).isLessThan(1.5 * cycle.replay()).isGreaterThan(cycle.floor());
    assertThat(fidelity.distances())
        .filteredOn(Fidelity.Distance::isNearer)
        .extracting(Fidelity.Distance::measure)
        .containsExactly(Measure.ARRIVALS, Measure.ABSOLUTE_EVENTS);
  }
}

package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salestwin.run.Progress;
import io.salestwin.validation.Validation.Effort;
import io.salestwin.validation.Validation.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {

  private static final int THREADS = 2;

  /**
   * The whole table with a tenth of the replications and a fixed seed. For a seed that nobody
   * chose, a right program would fail with a chance of 1 %.
   */
  @Test
  void everyFigureAgreesWithTheory() {
    Validation found = Validation.run(List.of(), Effort.QUICK, 20270104, THREADS, Progress.SILENT);
    assertThat(found.rows()).hasSizeGreaterThan(80);
    assertThat(found.alarms()).isEmpty();
    // a table that could not see a fifth would be worth little
    assertThat(found.rows())
        .allSatisfy(
            row -> assertThat(row.tolerance(found.bound())).as(row.figure()).isBetween(0.0, 0.2));
  }

  @Test
  void aWrongTheoryRaisesAnAlarm() {
    Trial<?> trial =
        Trial.of("wrong", "M/M/1 with the theory of 5 % more load")
            .plays(
                60,
                new Scene("Wrong", "52 weeks")
                    .warmUp("30 days")
                    .perHour(0.6)
                    .role("SDR", "headcount: 1")
                    .stage(
                        "Talk",
                        "owner: SDR, advance: 50%, work: [{effort: {exponential: {mean: 1"
                            + " hour}}}]"))
            .figure("right", 0.6, play -> play.kpi("utilisation"))
            .figure("wrong", 0.63, play -> play.kpi("utilisation"))
            .equal("not equal", play -> play.kpi("won"), play -> play.kpi("leads"));
    List<Row> rows = new Playing(List.of(trial), Effort.FULL, 5).rows(1, Progress.SILENT);
    Validation found = new Validation(5, Effort.FULL, rows);
    assertThat(found.tested()).isEqualTo(2);
    assertThat(found.alarms()).extracting(Row::figure).containsExactly("wrong", "not equal");
    assertThat(found.beyondSingle()).isEqualTo(1);
  }

  @Test
  void aCaseGivesTheSameFiguresAloneAndAmongOthersOnAnyNumberOfThreads() {
    Validation alone = Validation.run(List.of("recycle"), Effort.QUICK, 9, 1, Progress.SILENT);
    Validation among =
        Validation.run(List.of("time-out", "recycle"), Effort.QUICK, 9, 3, Progress.SILENT);
    assertThat(among.rows()).extracting(row -> row.of().name()).contains("time-out");
    assertThat(among.rows()).containsAll(alone.rows());
  }

  @Test
  void eachCaseHasASeedOfItsOwn() {
    HashSet<Long> seeds = new HashSet<>();
    List<Case> cases = Validation.cases();
    cases.forEach(c -> seeds.add(Playing.seedOf(c.name(), 1)));
    assertThat(seeds).hasSameSizeAs(cases).hasSizeGreaterThan(30);
  }

  @Test
  void everyCaseSaysItsFormulaItsSourceAndWhatRemains() {
    assertThat(Validation.cases())
        .allSatisfy(
            c -> {
              assertThat(c.title()).isNotBlank();
              assertThat(c.formula()).isNotBlank();
              assertThat(c.source()).containsPattern("\\(\\d{4}\\)");
              assertThat(c.remainder()).matches("exact|below 1e-\\d.*");
              assertThat(c.figures()).doesNotHaveDuplicates().isNotEmpty();
            });
    assertThat(Validation.cases()).extracting(Case::name).doesNotHaveDuplicates();
  }

  @Test
  void progressCountsReplications() {
    List<Integer> asked = new ArrayList<>();
    Validation.run(List.of("mmc"), Effort.QUICK, 1, 1, (done, of, bookings) -> asked.add(of));
    assertThat(asked).allMatch(of -> of == 60);
  }

  @Test
  void thereIsNoCaseOfAnotherName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Validation.run(List.of("mm2"), Effort.QUICK, 1, 1, Progress.SILENT))
        .withMessageContaining("mm2");
  }
}

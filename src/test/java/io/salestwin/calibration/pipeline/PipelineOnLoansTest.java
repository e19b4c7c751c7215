package io.salestwin.calibration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.pipeline.TrackRecord.Realised;
import io.salestwin.calibration.pipeline.TrackRecord.Snapshot;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loan applications of a bank (BPI Challenge 2012): chances by stage and age hold. */
@Tag("validation")
class PipelineOnLoansTest {

  private static final Path LOG = Path.of("../shared/data/bpic2012/BPI_Challenge_2012.csv.gz");
  private static final LocalDate EVENING = LocalDate.of(2012, 2, 14);

  @Test
  void chancesAreWhatTheyWereWorth() {
    assumeTrue(Files.exists(LOG), "the log is not in ../shared");
    MappingRules rules = MappingRules.read(Path.of("src/docs/calibrate/bpic2012.yaml"));
    CrmImport read = CrmImport.read(LOG, rules, step -> {});

    Pipeline pipeline =
        Pipeline.of(
            read,
            Optional.of(EVENING),
            Optional.empty(),
            PipelineTest.plan(ChanceRule.LEARNED, OptionalDouble.of(20e6), 100),
            Runner.local(2),
            Progress.SILENT,
            step -> {});

    TrackRecord record = pipeline.record();
    assertThat(record.snapshots())
        .extracting(Snapshot::evening)
        .containsExactly(LocalDate.of(2011, 12, 7), LocalDate.of(2011, 12, 30));
    assertThat(record.brier().get(ChanceRule.LEARNED))
        .isLessThan(record.brier().get(ChanceRule.FORMULA))
        .isLessThan(record.baseBrier());
    for (Realised bin : record.bins()) {
      // four standard errors of a share: about one false alarm in two thousand by bin
      double error = Math.sqrt(Math.max(.01, bin.chance() * (1 - bin.chance())) / bin.n());
      assertThat(bin.share()).isCloseTo(bin.chance(), within(4 * error));
    }
    // what came of the deals that were open on the evening, in the rest of the quarter that is
    // known
    CrmHistory then = read.history().asOf((EVENING.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);
    long won =
        IntStream.range(0, then.deals())
            .filter(d -> then.outcome(d) == 0 && read.history().outcome(d) == CrmHistory.WON)
            .count();
    assertThat(pipeline.deals()).hasSize(871);
    assertThat(pipeline.chosen().wins()).isCloseTo(won, within(0.15 * won));
  }
}

package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.salestwin.calibration.DataQuality.Finding;
import io.salestwin.calibration.DataQuality.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past is what was known then, and two real histories are what is known of them. */
class CrmHistoryTest {

  private static final Path MAVEN = Path.of("scenarios/maven-crm");
  private static final Path BPIC = Path.of("../shared/data/bpic2012/BPI_Challenge_2012.csv.gz");

  @TempDir private Path folder;

  /** Whatever happens after a day, in whatever words: the past of that day stays as it is. */
  @Test
  void theFutureIsMasked() throws IOException {
    LocalDate day = LocalDate.of(2017, 6, 30);
    List<String> changed = new ArrayList<>();
    int touched = 0;
    for (String line : Files.readAllLines(MAVEN.resolve("sales_pipeline.csv"))) {
      String[] cells = line.split(",", -1);
      boolean created = after(cells[5], day);
      boolean closed = after(cells[6], day);
      if (created && touched % 2 == 0) {
        touched++;
        continue;
      }
      touched += created || closed ? 1 : 0;
      if (closed) {
        cells[4] = touched % 3 == 0 ? "Engaging" : touched % 3 == 1 ? "Won" : "Lost";
        cells[6] = touched % 3 == 0 ? "" : "2018-05-05";
        cells[7] = touched % 3 == 0 ? "" : "7";
      }
      changed.add(String.join(",", cells));
    }
    changed.add("NEW1,Nobody,Nothing,,Won,2017-07-01,2017-07-01,5");
    Files.write(folder.resolve("sales_pipeline.csv"), changed);
    long then = (day.toEpochDay() + 1) * CrmHistory.DAY_MS - 1;

    CrmHistory past = read(MAVEN).history().asOf(then);

    assertThat(touched).isGreaterThan(4000);
    assertThat(Dump.of(read(folder).history().asOf(then))).isEqualTo(Dump.of(past));
    assertThat(past.deals()).isEqualTo(4365);
    assertThat(past.asOf(then)).isSameAs(past);
  }

  /** Cutting twice is cutting once, at any day. */
  @Test
  void thePastOfThePastIsThePast() {
    CrmHistory all = read(MAVEN).history();
    for (String day : List.of("2016-11-01", "2017-03-01", "2017-05-17", "2017-12-30")) {
      long early = LocalDate.parse(day).toEpochDay() * CrmHistory.DAY_MS;
      long late = LocalDate.parse("2017-12-30").toEpochDay() * CrmHistory.DAY_MS;
      assertThat(Dump.of(all.asOf(late).asOf(early))).isEqualTo(Dump.of(all.asOf(early)));
    }
  }

  private static boolean after(String date, LocalDate day) {
    return date.matches("\\d{4}-.*") && LocalDate.parse(date).isAfter(day);
  }

  private static CrmImport read(Path export) {
    return CrmImport.read(export, MappingRules.NONE, step -> {});
  }

  /** Figures of the facts about the data set: 63.2 % won, medians 57 and 14 days, 81 % zombies. */
  @Test
  void mavenIsWhatIsKnownOfIt() {
    CrmImport read = read(MAVEN);
    CrmHistory history = read.history();
    assertThat(count(history, CrmHistory.WON)).isEqualTo(4238);
    assertThat(count(history, CrmHistory.LOST)).isEqualTo(2473);
    assertThat(median(days(history, CrmHistory.WON))).isEqualTo(57);
    assertThat(median(days(history, CrmHistory.LOST))).isEqualTo(14);
    assertThat(Arrays.stream(days(history, CrmHistory.WON)).average().orElseThrow())
        .isBetween(51.75, 51.85);
    Finding zombies = finding(read, Kind.ZOMBIES);
    assertThat(zombies.count() / (double) zombies.of()).isBetween(0.805, 0.815);
    assertThat(finding(read, Kind.LEFT_TRUNCATION).examples().get(0)).endsWith("2017-03-01");
    assertThat(finding(read, Kind.BAD_ROWS).count()).isEqualTo(500);
    assertThat(read.priceCents()).hasSize(7).containsEntry("GTXPro", 482_100L);
  }

  /** First reaches of the stages: 13,087, 7,367, 5,113, 5,015, 3,254; 2,246 won in 14.4 days. */
  @Test
  void bpicIsWhatIsKnownOfIt() {
    assumeTrue(Files.exists(BPIC), "the log is not in ../shared");
    MappingRules rules = MappingRules.read(Path.of("src/docs/calibrate/bpic2012.yaml"));
    CrmHistory history = CrmImport.read(BPIC, rules, step -> {}).history();
    long[] reached = new long[5];
    for (int d = 0; d < history.deals(); d++) {
      boolean[] seen = new boolean[5];
      for (int e = history.firstEvent(d); e < history.firstEvent(d + 1); e++) {
        if (history.eventStage(e) >= 0 && !seen[history.eventStage(e)]) {
          seen[history.eventStage(e)] = true;
          reached[history.eventStage(e)]++;
        }
      }
    }
    assertThat(reached).containsExactly(13_087, 7_367, 5_113, 5_015, 3_254);
    assertThat(count(history, CrmHistory.WON)).isEqualTo(2246);
    assertThat(median(days(history, CrmHistory.WON))).isBetween(14.3, 14.5);
  }

  private static long count(CrmHistory history, int outcome) {
    return IntStream.range(0, history.deals()).filter(d -> history.outcome(d) == outcome).count();
  }

  private static double[] days(CrmHistory history, int outcome) {
    return IntStream.range(0, history.deals())
        .filter(d -> history.outcome(d) == outcome)
        .mapToDouble(d -> (history.closedMs(d) - history.createdMs(d)) / (double) CrmHistory.DAY_MS)
        .sorted()
        .toArray();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static Finding finding(CrmImport read, Kind kind) {
    return read.quality().findings().stream()
        .filter(f -> f.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}

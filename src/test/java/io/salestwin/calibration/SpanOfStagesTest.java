package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deals of a log that last as long as they are worked on. */
class SpanOfStagesTest {

  private static final String LOG =
      """
      case:concept:name,concept:name,time:timestamp,lifecycle:transition
      a,Asked,2024-01-01T08:00:00,complete
      a,Call,2024-01-01T09:00:00,start
      a,Call,2024-01-01T10:00:00,complete
      a,Signed,2024-01-02T11:00:00,complete
      a,Check,2024-01-02T11:30:00,complete
      b,Asked,2024-01-01T08:00:00,complete
      b,Refused,2024-01-01T08:01:00,complete
      c,Call,2024-01-03T10:00:00,complete
      c,Refused,2024-01-04T10:00:00,complete
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CrmHistory read(String span) throws IOException {
    Path rules =
        file("rules.yaml", "stages: [Call, Check]\nwon: [Signed]\nlost: [Refused]\n" + span + "\n");
    return CrmImport.read(file("log.csv", LOG), MappingRules.read(rules), s -> {}).history();
  }

  @Test
  void aDealLastsFromItsFirstStageToItsLast() throws IOException {
    CrmHistory history = read("span: stages");

    assertThat(history.deals()).isEqualTo(2);
    assertThat(history.id(0)).isEqualTo("a");
    assertThat(HistoryBuilder.instant(history.createdMs(0))).isEqualTo("2024-01-01T10:00");
    assertThat(history.outcome(0)).isEqualTo(CrmHistory.WON);
    // signed while the check went on: won when that was complete
    assertThat(HistoryBuilder.instant(history.closedMs(0))).isEqualTo("2024-01-02T11:30");
    assertThat(history.firstEvent(1) - history.firstEvent(0)).isEqualTo(3);
    // what comes after the last stage is when it was
    assertThat(HistoryBuilder.instant(history.closedMs(1))).isEqualTo("2024-01-04T10:00");
  }

  @Test
  void elseFromItsFirstEventToItsLast() throws IOException {
    CrmHistory history = read("");

    assertThat(history.deals()).isEqualTo(3);
    assertThat(HistoryBuilder.instant(history.createdMs(0))).isEqualTo("2024-01-01T08:00");
  }

  @Test
  void anotherWordIsAnError() {
    assertThatThrownBy(() -> read("span: work"))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("or write span: stages");
  }
}

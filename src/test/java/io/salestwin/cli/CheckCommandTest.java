package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

  private static final String BUSY =
      """
      name: Busy
      start: 2027-01-01
      horizon: 1 quarter
      begin: {warmUp: 60 days}
      calendar: always
      products: {core: {value: 10000}}
      sources: {inbound: {arrivals: {perMonth: 300}}}
      roles:
        AE:
          headcount: 1
          hoursPerWeek: 40
      stages:
        - {name: Talk, owner: AE, work: [{effort: 1 hour}], delay: 5 days, advance: 40%}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("busy.yaml"), text).toString();
  }

  @Test
  void warningsComeFirstWithTheLineOfTheirKeyThenTheFiguresThenTheVerdict() throws IOException {
    assertThat(run("check", file(BUSY))).isZero();
    assertThat(out.toString())
        .startsWith("busy.yaml:10: warning: roles.AE.headcount: demand-over-capacity: Talk 300 a")
        .containsSubsequence(
            "Stages", "Talk", "40 %", "Team", "AE", "Expected", "2027-Q1", "AE cannot keep up")
        .endsWith("\nno errors, 1 warning\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aSoundScenarioHasTheFiguresAlone() throws IOException {
    assertThat(run("check", file(BUSY), "--set", "roles.AE.headcount=3")).isZero();
    assertThat(out.toString()).doesNotContain("warning:").endsWith("no errors, no warnings\n");
  }

  @Test
  void errorsAreExitCodeTwoAndNoFigures() throws IOException {
    assertThat(run("check", file(BUSY.replace("40%", "140%")))).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("busy.yaml:13: stages.Talk.advance");
  }

  @Test
  void withJsonThereIsNothingElse() throws IOException {
    assertThat(run("check", file(BUSY), "--json")).isZero();
    Document json = Document.parse(out.toString(), "out.json");
    assertThat(json.problems()).isEmpty();
    assertThat(json.root().get("warnings").items().get(0).get("line").text()).isEqualTo("10");
    assertThat(json.root().get("roles").items().get(0).get("utilisation").text()).startsWith("1.7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sources.inbound.arrivals.perMonth=0",
        "stages.Talk.advance=0%",
        "stages.Talk.advance=100%",
        "stages.Talk.delay={loglogistic: {scale: 5 days, shape: 1.1}}",
        "stages.Talk.delay=0 days",
        "stages.Talk.timeOut=1 minute",
        "season={buying: {quarterMonth: [0, 0, 0]}}",
        "season={arrivals: {quarterMonth: [0, 0, 0]}}",
        "begin.warmUp=0 days",
        "horizon=1 week",
        "horizon=10 years",
        "targets={2027-Q1: 1}",
        "targets={2027-Q1: 900M}",
        "calendar={hoursPerDay: 8, holidays: [2026-12-01..2027-04-30]}",
        "stages.Talk.recycle={of: [timed out], share: 100%, after: 3 days, to: Talk}"
      })
  void extremesAreChecked(String set) throws IOException {
    assertThat(run("check", file(BUSY), "--set", set)).as(err.toString()).isZero();
    assertThat(run("check", file(BUSY), "--json", "--set", set)).isZero();
    assertThat(out.toString()).doesNotContain("NaN", "Infinity", "2147483647");
  }

  @Test
  void aForecastShowsTheWarningsFirstAndKeepsThemInItsReport() throws IOException {
    assertThat(
            run(
                "forecast",
                file(BUSY),
                "--replications",
                "4",
                "--out",
                folder.toString(),
                "--json"))
        .isZero();
    assertThat(err.toString()).startsWith("busy.yaml:10: warning: roles.AE.headcount");
    assertThat(out.toString()).contains("roles.AE.headcount: demand-over-capacity: Talk 300 a");
  }
}

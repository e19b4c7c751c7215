package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  private static final String SCENARIO =
      """
      name: Tiny & small
      currency: USD
      start: 2027-01-01
      horizon: 1 quarter
      opportunityFrom: Talk
      begin: {warmUp: 30 days}
      targets: {2027-Q1: 100k}
      thresholds: ["p_hit(2027-Q1) >= 0.01"]
      products:
        core: {value: 10000, margin: 80%, contract: 12 months}
      sources:
        inbound: {arrivals: {perMonth: 20}, cost: 50}
      roles:
        AE: {headcount: 2}
      stages:
        - name: Talk
          owner: AE
          work: [{activity: call, effort: 1 hour}]
          delay: {advance: 5 days, otherwise: 5 days}
          advance: 40%
          lose: {no need: 100%}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path scenario;

  @BeforeEach
  void scenario() throws IOException {
    scenario = Files.writeString(folder.resolve("tiny.yaml"), SCENARIO);
  }

  @Test
  void aForecastWritesItsFolderAndSaysWhereTheReportIs() throws IOException {
    assertThat(forecast()).isZero();
    Path run = onlyRun();
    assertThat(run.getFileName().toString()).matches("tiny-small-\\d{8}-\\d{6}");
    for (String file : List.of("manifest.json", "summary.json", "report.html", "kpis.csv")) {
      assertThat(run.resolve(file)).isNotEmptyFile();
    }
    assertThat(run.resolve("charts")).doesNotExist();
    assertThat(out.toString())
        .containsSubsequence("Thresholds", "Odds", "of 100 simulated quarters you reach 100 k USD");
    assertThat(out.toString().strip()).endsWith("Report: " + run.resolve("report.html"));
  }

  @Test
  void anAudienceGetsItsPageFromTheRunAndFromItsFolder() throws IOException {
    assertThat(forecast("--for", "executives,Week")).isZero();
    Path run = onlyRun();
    assertThat(out.toString().strip()).endsWith("Page:   " + run.resolve("week.html"));
    String page = Files.readString(run.resolve("executives.html"));
    assertThat(page).contains("Report for executives: Tiny &amp; small", "Insights");
    Files.delete(run.resolve("executives.html"));
    assertThat(run("report", run.toString(), "--for", "all")).isZero();
    assertThat(run.resolve("executives.html")).hasContent(page);
    assertThat(run.resolve("quarter.html")).isNotEmptyFile();
  }

  @Test
  void anUnknownAudienceIsToldBeforeAnythingIsRun() {
    assertThat(forecast("--for", "bosses")).isEqualTo(2);
    assertThat(err.toString()).contains("--for bosses: there is no such page", "executives", "all");
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void withFilesThereAreChartsAndReplications() throws IOException {
    assertThat(forecast("--files")).isZero();
    assertThat(onlyRun().resolve("charts/fan.svg")).isNotEmptyFile();
    assertThat(onlyRun().resolve("replications.parquet")).isNotEmptyFile();
  }

  @Test
  void withJsonStandardOutputIsTheSummaryAlone() throws IOException {
    assertThat(forecast("--json")).isZero();
    assertThat(onlyRun().resolve("summary.json")).hasContent(out.toString());
    assertThat(Document.parse(out.toString(), "out.json").problems()).isEmpty();
    assertThat(err.toString()).contains("Report: ");
  }

  @Test
  void aMissedThresholdIsExitCodeThree() {
    assertThat(forecast("--set", "targets.2027-Q1=100M")).isEqualTo(3);
    assertThat(out.toString()).contains("0 of 1 met");
  }

  @Test
  void theNumberOfThreadsNeverShowsInTheBytes() throws IOException {
    assertThat(forecast("--threads", "1")).isZero();
    Path one = onlyRun();
    Path other = folder.resolve("other");
    assertThat(
            run(
                "forecast",
                scenario.toString(),
                "--replications",
                "20",
                "--threads",
                "3",
                "--out",
                other.toString(),
                "--files"))
        .isZero();
    Path three = runs(other).get(0);
    for (String file : List.of("summary.json", "report.html", "kpis.csv")) {
      assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void aManifestGivesTheSameBytesAgainWithoutTheScenariosFile() throws IOException {
    assertThat(forecast("--set", "roles.AE.headcount=3")).isZero();
    Path first = onlyRun();
    Files.delete(scenario);
    Path again = folder.resolve("again");
    assertThat(run("rerun", first.resolve("manifest.json").toString(), "--out", again.toString()))
        .isZero();
    assertThat(err.toString()).contains("The same bytes as the run of ");
    for (String file : List.of("summary.json", "report.html", "kpis.csv")) {
      assertThat(runs(again).get(0).resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void aRunEndsWhereItIsPreciseAndIsTheSameAgainOnAnyNumberOfThreads() throws IOException {
    String[] precise = {
      "--precision", "bookings:5%", "--precision", "odds:10%", "--antithetic", "--event-log", "2"
    };
    assertThat(forecast(precise)).isZero();
    assertThat(out.toString())
        .contains("20 replications (the most allowed; less precise than asked)");
    out.getBuffer().setLength(0);
    Path other = folder.resolve("other");
    assertThat(
            run(
                Stream.concat(
                        Stream.of("forecast", scenario.toString(), "--out", other.toString()),
                        Stream.of(precise))
                    .toArray(String[]::new)))
        .isZero();
    assertThat(out.toString())
        .contains("replications (as precise as asked)", "as precise as asked; of 2 figures");
    Path first = runs(other).get(0);
    assertThat(first.resolve("manifest.json"))
        .content()
        .contains("\"asked\": 32768", "bookings:5%", "\"antithetic\": true", "\"eventLog\": 2");
    assertThat(first.resolve("summary.json"))
        .content()
        .contains("\"end\": \"precise\"", "\"complete\": true");
    Path again = folder.resolve("again");
    assertThat(
            run(
                "rerun",
                first.resolve("manifest.json").toString(),
                "--threads",
                "3",
                "--out",
                again.toString()))
        .isZero();
    assertThat(err.toString()).contains("The same bytes as the run of ");
    for (String file : List.of("summary.json", "report.html", "kpis.csv", "events.csv")) {
      assertThat(runs(again).get(0).resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  @Test
  void aManifestFromBeforeThereWasAPrecisionIsRead() throws IOException {
    assertThat(forecast()).isZero();
    Path manifest = onlyRun().resolve("manifest.json");
    String text = Files.readString(manifest);
    String before =
        text.replaceAll("\\s*\"precision\": \\[\\s*\\],", "")
            .replaceAll("\\s*\"antithetic\": false,", "");
    assertThat(before).doesNotContain("precision", "antithetic");
    Files.writeString(manifest, before);
    assertThat(run("rerun", manifest.toString(), "--out", folder.resolve("b").toString())).isZero();
    assertThat(err.toString()).contains("The same bytes as the run of ");
  }

  @Test
  void aChangedManifestIsTold() throws IOException {
    assertThat(forecast()).isZero();
    Path manifest = onlyRun().resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"seed\": 1,", "\"seed\": 2,"));
    assertThat(run("rerun", manifest.toString(), "--out", folder.resolve("b").toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("other bytes", "summary.json");
  }

  @Test
  void anEventLogIsWrittenAndTheSameOnAnyNumberOfThreadsAndAgain() throws IOException {
    assertThat(forecast("--event-log", "3", "--threads", "1")).isZero();
    Path first = onlyRun();
    List<String> lines = Files.readAllLines(first.resolve("events.csv"));
    assertThat(lines.get(0)).startsWith("case:concept:name,concept:name,time:timestamp,");
    assertThat(lines).anyMatch(line -> line.startsWith("r0-lead-"));
    assertThat(lines).anyMatch(line -> line.startsWith("r2-lead-"));
    assertThat(lines).noneMatch(line -> line.startsWith("r3-"));
    Path again = folder.resolve("again");
    Path manifest = first.resolve("manifest.json");
    assertThat(run("rerun", manifest.toString(), "--threads", "3", "--out", again.toString()))
        .isZero();
    assertThat(err.toString()).contains("The same bytes as the run of ");
    assertThat(runs(again).get(0).resolve("events.csv"))
        .hasSameBinaryContentAs(first.resolve("events.csv"));
    Files.delete(first.resolve("events.csv"));
    assertThat(run("report", first.toString())).isZero();
    assertThat(first.resolve("events.csv"))
        .hasSameBinaryContentAs(runs(again).get(0).resolve("events.csv"));
  }

  @Test
  void anEventLogWithOtherBytesIsTold() throws IOException {
    assertThat(forecast("--event-log", "1")).isZero();
    Path manifest = onlyRun().resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst("(\"events.csv\": \")[0-9a-f]{8}", "$100000000"));
    assertThat(run("rerun", manifest.toString(), "--out", folder.resolve("b").toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("other bytes", "events.csv");
  }

  @Test
  void aManifestFromBeforeEventLogsIsRead() throws IOException {
    assertThat(forecast()).isZero();
    assertThat(onlyRun().resolve("events.csv")).doesNotExist();
    Path manifest = onlyRun().resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("  \"eventLog\": 0,\n", ""));
    assertThat(run("rerun", manifest.toString(), "--out", folder.resolve("b").toString())).isZero();
  }

  @Test
  void aWarmUpThatIsTooShortIsTold() throws IOException {
    Files.writeString(
        scenario,
        SCENARIO
            .replace("{warmUp: 30 days}", "{empty: true}")
            .replace("perMonth: 20", "perMonth: 200")
            .replace("effort: 1 hour", "effort: 1 minute")
            .replace("advance: 5 days", "advance: {exponential: {mean: 90 days}}"));
    assertThat(forecast("--set", "thresholds=[]")).isZero();
    String told = "tiny.yaml:6: warning: begin.warmUp: warm-up-not-settled: there is no warm-up";
    assertThat(err.toString()).contains(told);
    assertThat(Files.readString(onlyRun().resolve("summary.json"))).contains(told);
    Path again = folder.resolve("again");
    assertThat(
            run("rerun", onlyRun().resolve("manifest.json").toString(), "--out", again.toString()))
        .isZero();
  }

  @Test
  void explainNamesWhoHasAStoryAndTellsIt() {
    assertThat(run("explain", scenario.toString(), "--replication", "2")).isZero();
    String suggested = out.toString();
    assertThat(suggested).startsWith("Replication 2").contains("--lead lead-", "--rep \"AE ");
    String lead = suggested.replaceAll("(?s).*--lead (lead-\\d+) .*", "$1");
    out.getBuffer().setLength(0);
    assertThat(run("explain", scenario.toString(), "--replication", "2", "--lead", lead)).isZero();
    assertThat(out.toString()).startsWith(lead).contains("It arrives.", "The stated chance");
    out.getBuffer().setLength(0);
    assertThat(run("explain", scenario.toString(), "--rep", "ae 2")).isZero();
    assertThat(out.toString()).startsWith("AE 2").contains("touches (call", "In all");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void explainTellsOfTheMirroredLuckOfASecondOfAPair() {
    assertThat(explained("--replication", "2", "--antithetic"))
        .isEqualTo(explained("--replication", "2"));
    assertThat(explained("--replication", "3", "--antithetic"))
        .isNotEqualTo(explained("--replication", "3"));
  }

  private String explained(String... options) {
    out.getBuffer().setLength(0);
    Stream<String> line = Stream.of("explain", scenario.toString(), "--rep", "ae 2");
    assertThat(run(Stream.concat(line, Stream.of(options)).toArray(String[]::new))).isZero();
    return out.toString();
  }

  @Test
  void explainGivesJson() {
    for (List<String> more :
        List.of(List.<String>of(), List.of("--lead", "1"), List.of("--rep", "AE 1"))) {
      out.getBuffer().setLength(0);
      Stream<String> line = Stream.of("explain", scenario.toString(), "--json");
      assertThat(run(Stream.concat(line, more.stream()).toArray(String[]::new))).isZero();
      assertThat(Document.parse(out.toString(), "out.json").problems()).isEmpty();
    }
  }

  @Test
  void aReportIsShownAgainAndItsMissingFilesAreWritten() throws IOException {
    assertThat(forecast()).isZero();
    Path run = onlyRun();
    String page = Files.readString(run.resolve("report.html"));
    String shown = out.toString();
    Files.delete(run.resolve("report.html"));
    Files.writeString(run.resolve("kpis.csv"), "mine");
    out.getBuffer().setLength(0);
    assertThat(run("report", run.toString())).isZero();
    assertThat(out).hasToString(shown);
    assertThat(run.resolve("report.html")).hasContent(page);
    assertThat(run.resolve("kpis.csv")).hasContent("mine");
  }

  @Test
  void checkTellsThatAllIsWell() {
    assertThat(run("check", scenario.toString())).isZero();
    assertThat(out.toString()).contains("no errors");
  }

  @Test
  void initWritesATemplateThatChecksAndNeverOverwrites() throws IOException {
    assertThat(run("init", folder.toString(), "--template", "b2b-saas")).isZero();
    Path file = folder.resolve("b2b-saas.yaml");
    assertThat(file).isNotEmptyFile();
    assertThat(run("check", file.toString())).isZero();
    Files.writeString(file, "mine");
    assertThat(run("init", folder.toString())).isEqualTo(2);
    assertThat(file).hasContent("mine");
    assertThat(run("init", "--template", "nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("b2b-saas");
  }

  @Test
  void initLaysMotionsOverTheTemplateOneOverTheOther() throws IOException {
    String[] both = {"init", folder.toString(), "--motion", "channel", "--motion", "ops-over-10m"};
    assertThat(run(both)).isZero();
    assertThat(folder.resolve("channel.yaml")).content().contains("extends: b2b-saas.yaml");
    assertThat(folder.resolve("ops-over-10m.yaml")).content().contains("extends: channel.yaml");
    assertThat(run("check", folder.resolve("ops-over-10m.yaml").toString())).isZero();
    // the template may be one's own by now
    Files.writeString(folder.resolve("b2b-saas.yaml"), "mine");
    assertThat(run("init", folder.toString(), "--motion", "smb-inside")).isZero();
    assertThat(folder.resolve("b2b-saas.yaml")).hasContent("mine");
    assertThat(run(both)).isEqualTo(2);
    assertThat(run("init", folder + "/2", "--motion", "chanel")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no motion \"chanel\"; there are smb-inside");
    assertThat(run("init", folder + "/2", "--template", "seo-agency", "--motion", "channel"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("take --template b2b-saas");
    assertThat(folder.resolve("2")).doesNotExist();
  }

  @Test
  void theGlossaryAndTheSchemaAreTexts() {
    assertThat(run("kpis")).isZero();
    assertThat(out.toString()).contains("win_rate", "utilisation");
    out.getBuffer().setLength(0);
    assertThat(run("kpis", "--json")).isZero();
    assertThat(Document.parse(out.toString(), "kpis.json").problems()).isEmpty();
    out.getBuffer().setLength(0);
    assertThat(run("schema")).isZero();
    assertThat(Document.parse(out.toString(), "schema.json").problems()).isEmpty();
    out.getBuffer().setLength(0);
    assertThat(run("schema", "--markdown")).isZero();
    assertThat(out.toString()).contains("|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forecast",
        "forecast no-such-file.yaml",
        "forecast .",
        "check no-such-file.yaml",
        "report no-such-folder",
        "rerun no-such-file.json",
        "rerun SCENARIO",
        "report FOLDER",
        "forecast SCENARIO --replications 1",
        "forecast SCENARIO --replications many",
        "forecast SCENARIO --replications 99999999",
        "forecast SCENARIO --threads 0",
        "forecast SCENARIO --seed x",
        "forecast SCENARIO --set nonsense",
        "forecast SCENARIO --set roles.EA.headcount=3",
        "forecast SCENARIO --set roles.AE.headcount=lots",
        "forecast SCENARIO --replications 2 --out SCENARIO",
        "forecast SCENARIO --precision 0%",
        "forecast SCENARIO --precision 1",
        "forecast SCENARIO --precision bokings:1%",
        "forecast SCENARIO --precision odds.2027-Q2:1%",
        "forecast SCENARIO SCENARIO",
        "forecast SCENARIO --replications 2 --event-log 3",
        "forecast SCENARIO --event-log 0",
        "explain SCENARIO --lead 999999",
        "explain SCENARIO --rep Nobody",
        "explain SCENARIO --lead 1 --rep Nobody",
        "explain SCENARIO --replication -1",
        "explain no-such-file.yaml",
        "forcast SCENARIO",
        "init FOLDER --template",
      })
  void badInputIsExitCodeTwoAndNeverAStackTrace(String line) {
    String[] arguments =
        line.replace("SCENARIO", scenario.toString())
            .replace("FOLDER", folder.toString())
            .split(" ", -1);
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ", "Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forcast SCENARIO | there is no command \"forcast\"",
        "forecast SCENARIO --sed 3 | there is no option --sed",
        "forecast SCENARIO --seed x | x is not a whole number",
        "forecast SCENARIO --replications 99999999999 | 99999999999 is too large",
        "forecast SCENARIO SCENARIO | is one too many",
        "forecast SCENARIO --out SCENARIO | tiny.yaml is a file; name a folder",
        "report FOLDER | is not the folder of a run",
        "explain SCENARIO --lead 99999 | leads; name one of 1 to ",
        "explain SCENARIO --rep AE1 | there is no rep \"AE1\"; did you mean \"AE 1\"?",
        "explain SCENARIO --lead 1 --rep X | leave one of them out",
        "forecast SCENARIO --event-log 2000 | give a number from 1 to 1000",
        "forecast SCENARIO --precision 1 | --precision 1: give a percentage",
        "forecast SCENARIO --precision bokings:1% | \"bokings\" is no figure of this scenario",
      })
  void whatIsWrongWithACommandLineIsToldInWords(String line, String told) {
    run(
        line.replace("SCENARIO", scenario.toString())
            .replace("FOLDER", folder.toString())
            .split(" "));
    assertThat(err.toString()).contains(told).doesNotContain("replications,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name: [",
        "- a\n- b\n",
        "name: X\nnonsense: 3\n",
        "extends: ../../etc/passwd\n",
        "extends: bad.yaml\n",
        "name: !!java.net.URL [\"http://localhost\"]\n",
      })
  void aBrokenScenarioIsExitCodeTwoAndNamesItsFile(String text) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), text);
    assertThat(run("forecast", bad.toString())).isEqualTo(2);
    assertThat(run("check", bad.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("bad.yaml").doesNotContain("\tat ", "Exception");
  }

  @Test
  void everyProblemIsToldAtOnce() throws IOException {
    Files.writeString(
        scenario, SCENARIO.replace("advance: 40%", "advance: 1.4").replace("AE: {h", "AE: {hh"));
    assertThat(run("check", scenario.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("problems:", "tiny.yaml:14", "tiny.yaml:20");
  }

  private int forecast(String... more) {
    Stream<String> line =
        Stream.of(
            "forecast",
            scenario.toString(),
            "--replications",
            "20",
            "--out",
            folder.resolve("output").toString());
    return run(Stream.concat(line, Stream.of(more)).toArray(String[]::new));
  }

  private Path onlyRun() throws IOException {
    List<Path> all = runs(folder.resolve("output"));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Path> runs(Path parent) throws IOException {
    try (Stream<Path> runs = Files.list(parent)) {
      return runs.toList();
    }
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}

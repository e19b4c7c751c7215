package io.salestwin.run.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.cli.Main;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Small;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real cluster every command gives the bytes that it gives on one thread of this machine. */
class SparkClusterTest {

  @TempDir private static Path folder;
  private static StandaloneCluster cluster;
  private static Path scenario;

  @BeforeAll
  static void start() throws IOException {
    scenario = Files.writeString(folder.resolve("small.yaml"), Small.TEXT);
    cluster = new StandaloneCluster(folder);
    cluster.work();
  }

  @AfterAll
  static void end() throws IOException {
    cluster.close();
  }

  @Test
  void aForecastHasTheSameBytesOnOneThreadOnTwoAndOnACluster() throws IOException {
    String[] asked = {
      "forecast", scenario.toString(), "--replications", "128", "--set", "roles.AE.headcount=+1"
    };
    Map<String, String> one = files(asked, "--threads", "1");
    assertThat(one).containsKeys("summary.json", "kpis.csv", "report.html");
    assertThat(files(asked, "--threads", "2")).isEqualTo(one);
    assertThat(files(asked, "--runner", "spark", "--master", cluster.url())).isEqualTo(one);
  }

  @Test
  void aForecastToAPrecisionEndsAtTheSameLook() throws IOException {
    String[] asked = {"forecast", scenario.toString(), "--precision", "odds:9%", "--antithetic"};
    Map<String, String> one = files(asked, "--threads", "1");
    assertThat(one.get("summary.json")).contains("\"replications\"");
    assertThat(files(asked, "--runner", "spark", "--master", cluster.url())).isEqualTo(one);
  }

  @Test
  @Tag("validation")
  void everyCommandHasTheSameBytes() throws IOException {
    String file = scenario.toString();
    String hire = "roles.AE.headcount=+1";
    for (List<String> asked :
        List.of(
            List.of("compare", file, "--set", hire, "--precision", "4%"),
            List.of("stress", file, "--replications", "64"),
            List.of(
                "staff",
                file,
                "--goal",
                "p_hit(2027-Q1) >= 0.7",
                "--vary",
                "roles.AE.headcount=2..3",
                "--set",
                "roles.AE.salary=60k"),
            List.of("rerun", rerun(file)))) {
      String[] words = asked.toArray(String[]::new);
      assertThat(files(words, "--runner", "spark", "--master", cluster.url()))
          .as(asked.get(0))
          .isEqualTo(files(words, "--threads", "1"));
    }
  }

  /** The manifest of a run that was played here. */
  private static String rerun(String file) throws IOException {
    Path out = Files.createTempDirectory(folder, "run");
    run("forecast", file, "--replications", "32", "--quiet", "--out", out.toString());
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(path -> path.endsWith("manifest.json"))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  @Test
  @Tag("validation")
  void payTellsTheSame() {
    String[] asked = {"pay", "scenarios/b2b-saas.yaml", "--replications", "32", "--json"};
    String here = run(with(asked, "--threads", "1"));
    assertThat(here).contains("{");
    assertThat(run(with(asked, "--runner", "spark", "--master", cluster.url()))).isEqualTo(here);
  }

  @Test
  @Tag("validation")
  void aWorkerThatDiesChangesNothing() throws IOException {
    Process second = cluster.work();
    RunPlan plan = new RunPlan(Small.with(), 3, 4000);
    AtomicBoolean killed = new AtomicBoolean();
    RunResult there =
        Runner.on(SparkCrew.at(Optional.of(cluster.url()), 1))
            .run(
                plan,
                (done, of, bookings) -> {
                  if (done >= 200 && done < 2000 && killed.compareAndSet(false, true)) {
                    StandaloneCluster.end(second);
                  }
                });
    assertThat(killed).isTrue();
    assertThat(second.isAlive()).isFalse();
    List<double[]> here = Runner.local(2).run(plan, Progress.SILENT).rows();
    assertThat(there.rows()).hasSameSizeAs(here);
    for (int r = 0; r < here.size(); r++) {
      assertThat(there.rows().get(r)).isEqualTo(here.get(r));
    }
  }

  private static String[] with(String[] asked, String... how) {
    return Stream.of(asked, how).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
    assertThat(code).as(err.toString()).isIn(0, 3);
    return out.toString();
  }

  private static Map<String, String> files(String[] asked, String... how) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    run(with(with(asked, how), "--quiet", "--out", out.toString()));
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("manifest.json")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }
}

package io.salestwin.run.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.cli.Main;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Small;
import java.io.File;
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
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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

  /** Six accounts of two territories, played as they are and as divided. */
  @Test
  @Tag("validation")
  void aDivisionOfAccountsIsPlayedToTheSameBytes() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"),
            "id,potential,hours,territory\n"
                + "1,90,8,east\n2,70,7,east\n3,80,7,east\n4,60,8,west\n5,20,3,east\n6,30,4,\n");
    String[] asked = {
      "territories",
      accounts.toString(),
      "--scenario",
      scenario.toString(),
      "--replications",
      "64",
      "--set",
      "territories={east: {share: 60%}, west: {share: 40%}}",
      "--set",
      "roles.AE.territories={east: 2, west: 1}"
    };
    Map<String, String> one = files(asked, "--threads", "1");
    assertThat(one).containsKeys("assignment.csv", "summary.json");
    assertThat(one.get("summary.json")).contains("\"replications\": 64");
    assertThat(files(asked, "--runner", "spark", "--master", cluster.url())).isEqualTo(one);
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
  void startedBySparksOwnCommandItGivesTheSameBytes() throws Exception {
    String[] asked = {"forecast", scenario.toString(), "--replications", "96"};
    Path out = Files.createTempDirectory(folder, "submitted");
    Path said = folder.resolve("submit.txt");
    String[] how = {"--runner", "spark", "--quiet", "--out", out.toString()};
    int code = cluster.submit(program(), said, with(asked, how));
    assertThat(code).as(Files.readString(said)).isZero();
    assertThat(contents(out)).isEqualTo(files(asked, "--threads", "1"));
  }

  /** The program's own classes as a jar that names its main class. */
  private static Path program() throws Exception {
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    Path jar = folder.resolve("program.jar");
    try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        to.putNextEntry(new JarEntry(name));
        Files.copy(file, to);
        to.closeEntry();
      }
    }
    return jar;
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
    return contents(out);
  }

  /** What a command has written; its manifest tells where it was played. */
  private static Map<String, String> contents(Path out) throws IOException {
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

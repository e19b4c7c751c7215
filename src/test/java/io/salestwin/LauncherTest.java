package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.salestwin.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the launcher to its word that the class archive is only ever a help. All but the last test
 * use a Java that is a script: it writes down how it was called, and makes archives of its own.
 */
class LauncherTest {

  private static final String JAVA =
      """
      #!/bin/sh
      echo "$*" >>"${0%/bin/java}/calls"
      for argument; do
        case $argument in
          -XX:SharedArchiveFile=*) file=${argument#*=} ;;
          -Xshare:dump) dump=yes ;;
        esac
      done
      if [ "${dump:-}" = yes ]; then
        [ ! -e "${0%/bin/java}/broken" ] || exit 134
        echo "an archive" >"$file"
      else
        echo "played"
      fi
      """;

  private static final String PREPARING =
      "salestwin: preparing for fast starts (once, a few seconds)\n";

  @TempDir private Path folder;
  private Path target;
  private String spark = "";

  /** How a start went. */
  private record Start(int code, String out, String err) {}

  @BeforeEach
  void project() throws IOException {
    assumeTrue(File.separatorChar == '/', "the launcher is a shell script");
    Path project = folder.resolve("my project");
    target = Files.createDirectories(project.resolve("target"));
    Files.copy(Path.of("salestwin"), project.resolve("salestwin"));
    Path jar = Files.writeString(target.resolve("salestwin.jar"), "no need of one");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  @Test
  void theFirstStartMakesTheArchiveAndEveryStartUsesIt() throws Exception {
    Path java = java("17.0.1+1-A");
    assertThat(start(java)).isEqualTo(new Start(0, "played\n", PREPARING));
    assertThat(start(java)).isEqualTo(new Start(0, "played\n", ""));
    Path archive = target.resolve("salestwin-17.0.1+1-A.jsa").toRealPath();
    assertThat(archive).hasContent("an archive");
    assertThat(calls(java)).filteredOn(call -> call.contains("-Xshare:dump")).hasSize(1);
    assertThat(calls(java))
        .filteredOn(call -> call.endsWith(" forecast plan.yaml"))
        .hasSize(2)
        .allMatch(call -> call.contains("-XX:SharedArchiveFile=" + archive + " "));
    assertThat(target).isDirectoryNotContaining("glob:**/archive.*");
  }

  @Test
  void whatIsNotWholeOrNotOfThisJarIsMadeAgain() throws Exception {
    Path java = java("17.0.1+1-A");
    Path archive = target.resolve("salestwin-17.0.1+1-A.jsa");
    start(java);
    Files.writeString(archive, "an arch");
    assertThat(start(java).err()).isEqualTo(PREPARING);
    assertThat(archive).hasContent("an archive");
    Files.delete(archive);
    assertThat(start(java).err()).isEqualTo(PREPARING);
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    assertThat(start(java).err()).isEqualTo(PREPARING);
    Files.writeString(target.resolve("salestwin-17.0.1+1-A.jsa.note"), "what is this\n");
    assertThat(start(java)).isEqualTo(new Start(0, "played\n", PREPARING));
    assertThat(start(java).err()).isEmpty();
    Files.move(target.getParent(), folder.resolve("moved"));
    target = folder.resolve("moved/target");
    assertThat(start(java).err()).isEqualTo(PREPARING);
    assertThat(start(java).err()).isEmpty();
  }

  @Test
  void eachJavaHasItsOwn() throws Exception {
    Path one = java("17.0.1+1-A");
    Path other = java("25+36");
    assertThat(start(one).err()).isEqualTo(PREPARING);
    assertThat(start(other).err()).isEqualTo(PREPARING);
    assertThat(start(one).err()).isEmpty();
    assertThat(start(other).err()).isEmpty();
    assertThat(calls(one).get(calls(one).size() - 1)).contains("salestwin-17.0.1+1-A.jsa ");
    assertThat(calls(other).get(calls(other).size() - 1)).contains("salestwin-25+36.jsa ");
  }

  @Test
  void onlyWhatDoesNotSimulateIsLeftWithoutTheBestCode() throws Exception {
    Path java = java("17.0.1+1-A");
    for (String command : List.of("check", "forecast", "rerun", "report", "--version")) {
      start(java, command);
      String call = calls(java).get(calls(java).size() - 1);
      assertThat(call.contains(" -XX:TieredStopAtLevel=1 ")).isEqualTo(command.equals("check"));
      assertThat(call).endsWith("/target/salestwin.jar " + command);
    }
  }

  @Test
  void onSparkItsLibrariesAreBesideTheProgram() throws Exception {
    Path java = java("17.0.1+1-A");
    Path jars = Files.createDirectories(folder.resolve("my spark/jars"));
    spark = jars.getParent().toString();
    String besides =
        " -cp " + jars + "/*:" + target.toRealPath() + "/salestwin.jar io.salestwin.cli.Main ";
    for (String way : List.of("--runner spark", "--runner=Spark")) {
      List<String> words = new ArrayList<>(List.of("forecast", "plan.yaml"));
      words.addAll(List.of(way.split(" ")));
      assertThat(start(java, words.toArray(String[]::new)).out()).isEqualTo("played\n");
      assertThat(calls(java).get(calls(java).size() - 1))
          .contains(" --add-opens=java.base/sun.nio.ch=ALL-UNNAMED ")
          .endsWith(besides + String.join(" ", words));
    }
    start(java, "forecast", "spark", "--runner", "local");
    assertThat(calls(java).get(calls(java).size() - 1)).contains(" -jar ");
    spark = folder.resolve("nowhere").toString();
    assertThat(start(java, "forecast", "plan.yaml", "--runner", "spark"))
        .isEqualTo(
            new Start(
                1,
                "",
                "salestwin: SPARK_HOME is "
                    + spark
                    + ", but there is no folder jars in it. Correct SPARK_HOME.\n"));
    spark = "";
    start(java, "forecast", "plan.yaml", "--runner", "spark");
    assertThat(calls(java).get(calls(java).size() - 1)).contains(" -jar ");
  }

  @Test
  void whereMakingItFailsTheProgramStartsWithoutAndDoesNotTryAgain() throws Exception {
    Path java = java("17.0.1+1-A");
    Files.createFile(java.resolve("broken"));
    assertThat(start(java)).isEqualTo(new Start(0, "played\n", PREPARING));
    assertThat(start(java)).isEqualTo(new Start(0, "played\n", ""));
    assertThat(calls(java)).filteredOn(call -> call.contains("-Xshare:dump")).hasSize(1);
    assertThat(calls(java).get(calls(java).size() - 1)).doesNotContain("Shared");
    assertThat(target).isDirectoryNotContaining("glob:**/archive.*");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsLeftAsItIs() throws Exception {
    Path java = java("17.0.1+1-A");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(target), "this user may write everywhere");
      assertThat(start(java)).isEqualTo(new Start(0, "played\n", ""));
      assertThat(calls(java)).hasSize(1).noneMatch(call -> call.contains("Shared"));
    } finally {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** With the Java that runs this test and the program itself. */
  @Test
  void theProgramsClassesComeFromTheArchiveAndStrangersAreIgnored() throws Exception {
    Path java = Path.of(System.getProperty("java.home"));
    // Java 17 archives nothing from a jar whose path has blanks
    Files.move(target.getParent(), folder.resolve("project"));
    target = folder.resolve("project/target");
    program(target.resolve("salestwin.jar"));
    Start first = start(java, "--version");
    assertThat(first).isEqualTo(new Start(0, "salestwin (not packaged)\n", PREPARING));
    List<Path> archives = archives();
    assertThat(archives).hasSize(1);
    String loaded = startWith("-Xlog:class+load", java, "--version").out();
    assertThat(loaded.lines())
        .filteredOn(line -> line.contains("io.salestwin.cli.Main "))
        .hasSize(1)
        .allMatch(line -> line.contains("shared objects file"));
    byte[] stranger = new byte[(int) Files.size(archives.get(0))];
    Files.write(archives.get(0), stranger);
    assertThat(start(java, "--version")).isEqualTo(new Start(0, first.out(), ""));
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  /** A Java that is a script, of the given build. */
  private Path java(String build) throws IOException {
    Path home = folder.resolve("java " + build);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        home.resolve("release"),
        "JAVA_RUNTIME_VERSION=\"" + build + "\"\nJAVA_VERSION=\"" + build + "\"\n");
    return home;
  }

  private static List<String> calls(Path java) throws IOException {
    return Files.readAllLines(java.resolve("calls"));
  }

  private Start start(Path java) throws Exception {
    return start(java, "forecast", "plan.yaml");
  }

  private Start start(Path java, String... arguments) throws Exception {
    return startWith("", java, arguments);
  }

  private Start startWith(String options, Path java, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", target.resolveSibling("salestwin") + ""));
    command.addAll(List.of(arguments));
    Path err = folder.resolve("err");
    ProcessBuilder launcher = new ProcessBuilder(command).redirectError(err.toFile());
    launcher.environment().put("JAVA_HOME", java.toString());
    launcher.environment().put("SALESTWIN_JAVA_OPTS", options);
    launcher.environment().put("SPARK_HOME", spark);
    Process process = launcher.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Start(process.waitFor(), out, Files.readString(err));
  }

  /** One jar with the program and its libraries, without the database, which has no part here. */
  private static void program(Path jar) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> seen = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> ours = Files.walk(classes)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (Path path : ours.filter(Files::isRegularFile).toList()) {
        add(out, classes.relativize(path).toString(), Files.readAllBytes(path), seen);
      }
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (entry.endsWith(".jar") && !entry.contains("duckdb")) {
          addAll(out, entry, seen);
        }
      }
    }
  }

  private static void addAll(JarOutputStream out, String library, Set<String> seen)
      throws IOException {
    try (JarFile jar = new JarFile(library)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
          try (InputStream content = jar.getInputStream(entry)) {
            add(out, entry.getName(), content.readAllBytes(), seen);
          }
        }
      }
    }
  }

  private static void add(JarOutputStream out, String name, byte[] content, Set<String> seen)
      throws IOException {
    if (seen.add(name) && !name.equals("module-info.class")) {
      out.putNextEntry(new JarEntry(name));
      out.write(content);
    }
  }
}

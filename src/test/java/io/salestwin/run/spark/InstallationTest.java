package io.salestwin.run.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.cli.Main;
import io.salestwin.run.Small;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: without Spark. */
class InstallationTest {

  @TempDir private Path folder;

  @Test
  void withoutSparkItIsToldKindlyWhatToDo() throws Exception {
    String libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.matches(".*[/\\\\](spark|scala)-[^/\\\\]*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    Path scenario = Files.writeString(folder.resolve("small.yaml"), Small.TEXT);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                libraries,
                Main.class.getName(),
                "forecast",
                scenario.toString(),
                "--out",
                folder.toString(),
                "--quiet"));
    assertThat(start(command)).isEmpty();
    command.addAll(List.of("--runner", "spark"));
    assertThat(start(command))
        .startsWith("salestwin: --runner spark: Apache Spark is not there.")
        .contains("SPARK_HOME", "spark-submit")
        .hasLineCount(1);
  }

  /** What a process says on standard error. */
  private String start(List<String> command) throws Exception {
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectOutput(folder.resolve("out").toFile()).start();
    process.waitFor();
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}

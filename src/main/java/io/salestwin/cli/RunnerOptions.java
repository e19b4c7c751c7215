package io.salestwin.cli;

import io.salestwin.run.Runner;
import io.salestwin.run.spark.ClusterException;
import io.salestwin.run.spark.Installation;
import io.salestwin.run.spark.SparkCrew;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of every command whose replications can be played elsewhere; never change a result.
 */
final class RunnerOptions {

  /** Who plays. */
  private enum Kind {
    LOCAL,
    SPARK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private ScreenOptions screen;

  @Option(
      names = "--runner",
      paramLabel = "local|spark",
      defaultValue = "local",
      description = "Play on the threads of this machine (default) or on Apache Spark.")
  private Kind kind;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "With --runner spark: where Spark is, such as spark://host:7077 (default: what its own"
            + " settings say, else this machine).",
      })
  private String master;

  ScreenOptions screen() {
    return screen;
  }

  /**
   * What plays replications.
   *
   * @param err hears that Spark is being started, which takes a few seconds
   */
  Runner runner(PrintWriter err) {
    if (kind == Kind.LOCAL) {
      if (master != null) {
        throw new BadInput("--master " + master + " is only for --runner spark; add that");
      }
      return Runner.local(screen.threads());
    }
    Optional<String> obstacle = Installation.obstacle();
    if (obstacle.isPresent()) {
      throw new BadInput(
          "--runner spark: "
              + obstacle.get()
              + ". Spark is not part of this program: install it (4.1, https://spark.apache.org), set"
              + " SPARK_HOME to its folder and start ./salestwin again; or start"
              + " target/salestwin.jar by spark-submit. Without --runner the answer is the same.");
    }
    if (!screen.quiet()) {
      err.println("Starting Spark " + (master == null ? "" : "at " + master + " ") + "...");
      err.flush();
    }
    try {
      return Runner.on(SparkCrew.at(Optional.ofNullable(master), screen.threads()));
    } catch (ClusterException e) {
      throw new BadInput("--runner spark: " + e.getMessage(), e);
    }
  }
}

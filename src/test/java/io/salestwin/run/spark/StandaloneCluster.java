package io.salestwin.run.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * A Spark cluster of its own on the loopback address: a master and workers, each a process, started
 * by Spark's own classes. Executors are processes of the workers. Works with the libraries of the
 * test's class path, as if they were installed.
 */
final class StandaloneCluster implements AutoCloseable {

  private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern JOINED = Pattern.compile("Successfully registered with master");

  private static final String LOG =
      """
      <configuration>
        <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%msg%n</pattern></encoder>
        </appender>
        <logger name="org.apache.spark.deploy" level="INFO"/>
        <root level="WARN"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final Path home;
  private final Process master;
  private final String url;
  private final List<Process> workers = new ArrayList<>();

  /** Starts a master. */
  StandaloneCluster(Path folder) throws IOException {
    home = Files.createDirectories(folder.resolve("spark"));
    Path jars = Files.createDirectories(home.resolve("jars"));
    Files.writeString(home.resolve("log.xml"), LOG);
    List<String> loose = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (entry.endsWith(".jar")) {
        Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
      } else {
        loose.add(path.toString());
      }
    }
    System.setProperty("spark.executor.extraClassPath", String.join(File.pathSeparator, loose));
    System.setProperty("spark.executor.memory", "512m");
    System.setProperty("spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1");
    master = start("master.Master");
    url = await(master, STARTED).group(1);
  }

  /** Starts a worker with one core. */
  Process work() throws IOException {
    Process worker =
        start(
            "worker.Worker",
            url,
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            home.resolve("work" + workers.size()).toString());
    workers.add(worker);
    await(worker, JOINED);
    return worker;
  }

  /** Where it is. */
  String url() {
    return url;
  }

  private Process start(String type, String... arguments) throws IOException {
    List<String> command = java("256m", "org.apache.spark.deploy." + type);
    command.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    return process(command).start();
  }

  /** A program of Spark's, with what its start scripts set. */
  private List<String> java(String memory, String program) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + memory,
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "-Dlogback.configurationFile=" + home.resolve("log.xml"),
            "-cp",
            home.resolve("jars") + File.separator + "*",
            program));
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder;
  }

  /**
   * Starts the program by Spark's own command, as {@code spark-submit} does, on two cores of this
   * machine, and waits for it: its own classes come in a jar, the libraries are those of the
   * cluster, whose cores belong to this JVM.
   *
   * @param program the jar
   * @param said the file for what it says
   * @param words the words after the jar
   * @return its exit code
   */
  int submit(Path program, Path said, String... words) throws IOException, InterruptedException {
    List<String> command = java("512m", "org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--master", "local[2]", program.toString()));
    command.addAll(List.of(words));
    return process(command).redirectOutput(said.toFile()).start().waitFor();
  }

  /** Reads what a process says until it says this; from then on somebody else does. */
  private static Matcher await(Process process, Pattern wanted) throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher found = wanted.matcher(line);
      if (found.find()) {
        Thread listener = new Thread(() -> said.lines().forEach(ignored -> {}));
        listener.setDaemon(true);
        listener.start();
        return found;
      }
      all.append(line).append('\n');
    }
    throw new IOException("it ended before it was ready:\n" + all);
  }

  /** Ends this JVM's part in it, and all processes. */
  @Override
  public void close() throws IOException {
    SparkContext.getOrCreate(new SparkConf().setMaster("local").setAppName("end")).stop();
    workers.forEach(StandaloneCluster::end);
    end(master);
    System.clearProperty("spark.executor.extraClassPath");
    System.clearProperty("spark.executor.memory");
    System.clearProperty("spark.executor.extraJavaOptions");
    try (Stream<Path> jars = Files.list(home.resolve("jars"))) {
      for (Path link : jars.toList()) {
        Files.delete(link);
      }
    }
  }

  /** Ends a process and all that it has started. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}

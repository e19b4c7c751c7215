package io.salestwin.bench;

import io.salestwin.run.Speed;
import io.salestwin.run.Workload;
import io.salestwin.scenario.Scenario;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of a replication goes: the JVM's own sampler looks a hundred times a second at
 * which method runs, inlined ones included. A share carries a sampling error of sqrt(share /
 * samples).
 */
final class Profile {

  private static final long WARM_UP_MS = 5000;
  private static final long MEASURED_MS = 20_000;
  private static final int COUNTED = 8;
  private static final double LEAST_SHARE = 0.01;
  private static final double NANOS_PER_MS = 1e6;

  private Profile() {}

  static void print(PrintStream out) throws IOException {
    Scenario scenario = Speed.template("b2b-saas");
    Played played = new Played(scenario);
    play(played, WARM_UP_MS);
    Path file = Files.createTempFile("b2b-saas", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.start();
      double ms = play(played, MEASURED_MS);
      recording.stop();
      recording.dump(file);
      Workload size = Workload.of(scenario, Played.SEED, COUNTED);
      out.printf(
          Locale.ROOT,
          "b2b-saas: %.2f ms a replication, %.0f leads, %.0f events: %.0f ns per lead, %.0f ns per event%n",
          ms,
          size.leads(),
          size.events(),
          NANOS_PER_MS * ms / size.leads(),
          NANOS_PER_MS * ms / size.events());
      shares(file, NANOS_PER_MS * ms / size.leads(), out);
    } finally {
      Files.delete(file);
    }
  }

  /** Plays until so much processor time is used; milliseconds of it per replication. */
  private static double play(Played played, long forMs) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    int replications = 0;
    double figures = 0;
    long used = 0;
    while (used < forMs * NANOS_PER_MS || figures == 0) {
      figures += played.next().length;
      replications++;
      used = threads.getCurrentThreadCpuTime() - begin;
    }
    return used / NANOS_PER_MS / replications;
  }

  private static void shares(Path file, double nanosPerLead, PrintStream out) throws IOException {
    Map<String, Integer> byClass = new HashMap<>();
    int samples = 0;
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getStackTrace() != null
          && event.getThread("sampledThread").getJavaName().equals("main")) {
        byClass.merge(owner(event), 1, Integer::sum);
        samples++;
      }
    }
    out.println("| class | share | ns per lead |");
    out.println("| --- | ---: | ---: |");
    List<Map.Entry<String, Integer>> rows =
        byClass.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .toList();
    int rest = samples;
    for (Map.Entry<String, Integer> row : rows) {
      if (row.getValue() >= LEAST_SHARE * samples) {
        print(row.getKey(), row.getValue(), samples, nanosPerLead, out);
        rest -= row.getValue();
      }
    }
    print("all others", rest, samples, nanosPerLead, out);
    out.println();
    out.println(samples + " samples");
  }

  private static void print(
      String name, int count, int samples, double nanosPerLead, PrintStream out) {
    double share = (double) count / samples;
    out.printf(Locale.ROOT, "| %s | %.1f %% | %.0f |%n", name, 100 * share, nanosPerLead * share);
  }

  /** The innermost class of this program on the stack. */
  private static String owner(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getType().getName())
        .filter(name -> name.startsWith("io.salestwin."))
        .map(name -> name.substring("io.salestwin.".length()))
        .findFirst()
        .orElse("the JDK");
  }
}

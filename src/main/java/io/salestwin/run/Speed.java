package io.salestwin.run;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * How quickly this machine, as busy as it is, played a scenario.
 *
 * @param threads on how many threads
 * @param replications how many replications were played
 * @param seconds how long that took on the clock, from the start of a run to its last row
 */
public record Speed(int threads, int replications, double seconds) {

  private static final long SEED = 1;
  private static final double WARM_UP = 0.4;
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Plays a scenario for a while.
   *
   * @param scenario the scenario
   * @param threads number of threads, at least 1
   * @param seconds about how long it takes, above 0; two fifths of it are warm-up
   * @return what was reached after the warm-up
   */
  public static Speed measure(Scenario scenario, int threads, double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("seconds (" + seconds + ") must be above 0");
    }
    Speed last = run(scenario, threads, threads);
    for (double warm = last.seconds; warm < WARM_UP * seconds; warm += last.seconds) {
      int growing = 2 * last.replications;
      int left = last.replicationsIn(WARM_UP * seconds - warm);
      last = run(scenario, threads, Math.max(threads, Math.min(growing, left)));
    }
    int asked = last.replicationsIn((1 - WARM_UP) * seconds);
    return run(scenario, threads, Math.max(threads, asked));
  }

  private static Speed run(Scenario scenario, int threads, int replications) {
    long begin = System.nanoTime();
    Runner.local(threads).run(new RunPlan(scenario, SEED, replications), Progress.SILENT);
    double seconds = Math.max(1, System.nanoTime() - begin) / NANOS_PER_SECOND;
    return new Speed(threads, replications, seconds);
  }

  private int replicationsIn(double time) {
    return (int) Math.min(1_000_000, time / seconds * replications);
  }

  /**
   * The reference funnel: leads by a Poisson process, six stages in a row with reps of their own, a
   * year; a load on which simulators are compared.
   *
   * @return the scenario
   */
  public static Scenario referenceFunnel() {
    try (InputStream in = Speed.class.getResourceAsStream("funnel.yaml")) {
      return scenario("funnel", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A template as it is.
   *
   * @param name one of {@link Template#list()}
   * @return the scenario
   */
  public static Scenario template(String name) {
    return scenario(name, Template.text(name));
  }

  private static Scenario scenario(String name, String text) {
    String file = name + ".yaml";
    ScenarioFile read = ScenarioFile.read(file, Attachments.ofTexts(Map.of(file, text)), List.of());
    return read.scenario()
        .orElseThrow(() -> new IllegalStateException(file + ": " + read.problems()));
  }

  /**
   * How long one replication takes of the run; on several threads that many are under way at once.
   *
   * @return milliseconds
   */
  public double msPerReplication() {
    return 1e3 * seconds / replications;
  }

  /**
   * The rate of something of which each replication has so many, such as leads.
   *
   * @param perReplication how many, see {@link Workload}
   * @return how many in a second
   */
  public double perSecond(double perReplication) {
    return perReplication * replications / seconds;
  }
}

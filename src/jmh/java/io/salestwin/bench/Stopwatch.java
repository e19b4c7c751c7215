package io.salestwin.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Times work by JMH, each time in a new JVM, and remembers what it has timed. */
final class Stopwatch {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final TimeValue warmUp;
  private final TimeValue iteration;
  private final Map<Work, List<Score>> scores = new HashMap<>();

  /**
   * Nothing is timed yet.
   *
   * @param iterationMs how long an iteration takes; five are measured
   * @param busy how many processes share a core: as much longer are the five iterations that warm
   *     up, so that everything is compiled at their end
   */
  Stopwatch(long iterationMs, double busy) {
    warmUp = TimeValue.milliseconds((long) (busy * iterationMs));
    iteration = TimeValue.milliseconds(iterationMs);
  }

  /** The score of a round, timed now if it was not before. */
  Score score(Work work, int round) {
    List<Score> known = scores.computeIfAbsent(work, w -> new ArrayList<>());
    while (known.size() <= round) {
      known.add(time(work));
    }
    return known.get(round);
  }

  private Score time(Work work) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(
                "^" + Pattern.quote(Bench.class.getPackageName() + "." + work.benchmark()) + "$")
            .forks(1)
            .warmupIterations(5)
            .warmupTime(warmUp)
            .measurementIterations(5)
            .measurementTime(iteration)
            // as the launcher starts the program; SSJ, too, is quickest with this collector
            .jvmArgs("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g")
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTime.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    work.parameters().forEach(options::param);
    try {
      RunResult run = new Runner(options.build()).runSingle();
      return new Score(
          secondary(run, CpuTime.NAME),
          run.getPrimaryResult().getStatistics().getMin(),
          secondary(run, ALLOCATED));
    } catch (RunnerException e) {
      throw new IllegalStateException(work.benchmark() + " failed", e);
    }
  }

  @SuppressWarnings("rawtypes") // JMH gives a map of them
  private static double secondary(RunResult run, String name) {
    for (var result : run.getSecondaryResults().entrySet()) {
      // JMH writes a dot before the names of some of its own results
      if (result.getKey().equals(name) || result.getKey().equals("·" + name)) {
        return result.getValue().getScore();
      }
    }
    throw new IllegalStateException("no result " + name);
  }
}

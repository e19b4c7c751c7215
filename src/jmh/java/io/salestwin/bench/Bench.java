package io.salestwin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code mvn -Pbench}: times the engine and a peer side by side, prints what came of it as tables
 * and compares it with the ratios that are stored.
 *
 * <p>Words that may follow, as in {@code mvn -Pbench -Djmh.args="quick only=funnel"}:
 *
 * <ul>
 *   <li>{@code quick}: half the time, no growth;
 *   <li>{@code only=a,b}: only these, of mm1-kernel, mm1-scenario, funnel, funnel-lfsr113,
 *       funnel-facts, b2b-saas, threads, growth;
 *   <li>{@code store}: stores the ratios that are measured;
 *   <li>{@code profile}: tells where the time of b2b-saas goes, by class, in place of all else;
 *   <li>{@code jmh …}: JMH's own command line, such as {@code jmh SsjFunnelVariants}.
 * </ul>
 *
 * <p>The exit code is 1 when a ratio is more than 10 % worse than stored.
 */
public final class Bench {

  private static final Path RESULT = Path.of("target", "bench", "performance.md");
  private static final String GROWTH = "growth";
  private static final int ROUNDS = 3;
  private static final long FULL_MS = 1000;
  private static final long QUICK_MS = 500;

  private final StringBuilder written = new StringBuilder();
  private final List<String> words;

  private Bench(List<String> words) {
    this.words = words;
  }

  /**
   * Runs.
   *
   * @param words see above
   */
  public static void main(String[] words) throws Exception {
    String first = words.length == 0 ? "" : words[0];
    if (first.equals("jmh")) {
      org.openjdk.jmh.Main.main(Arrays.copyOfRange(words, 1, words.length));
    } else if (first.equals("profile")) {
      Profile.print(System.out);
    } else {
      System.exit(new Bench(List.of(words)).run() ? 0 : 1);
    }
  }

  private boolean run() throws IOException {
    Set<String> only = only();
    boolean quick = words.contains("quick");
    Agreement.check(System.out);
    Stopwatch stopwatch = new Stopwatch(quick ? QUICK_MS : FULL_MS, busy());
    StoredRatios stored = StoredRatios.read();
    List<String> worse = new ArrayList<>();
    machine();
    say(
        "| | ours, ns per event | peer | times quicker (rounds) | stored | goal | bytes per event |");
    say("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (Comparison comparison : Figures.comparisons()) {
      if (only.isEmpty() || only.contains(comparison.name())) {
        compare(comparison, stopwatch, stored, worse);
      }
    }
    if (only.isEmpty() ? !quick : only.contains(GROWTH)) {
      Figures.growth().forEach(growth -> grow(growth, stopwatch));
    }
    if (words.contains("store")) {
      stored.write();
    }
    Files.createDirectories(RESULT.getParent());
    Files.writeString(RESULT, written, StandardCharsets.UTF_8);
    worse.forEach(System.out::println);
    return worse.isEmpty();
  }

  /** How many processes share a core, this one included. */
  private static double busy() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return Math.max(1, (1 + system.getSystemLoadAverage()) / system.getAvailableProcessors());
  }

  private Set<String> only() {
    Set<String> names =
        Set.copyOf(
            words.stream()
                .filter(word -> word.startsWith("only="))
                .flatMap(word -> Arrays.stream(word.substring("only=".length()).split(",")))
                .toList());
    Set<String> known = new TreeSet<>(Figures.names());
    known.add(GROWTH);
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(name + " is not compared; what is: " + known);
      }
    }
    return names;
  }

  /** A ratio that seems to be worse is measured again, in as many rounds once more. */
  private void compare(
      Comparison comparison, Stopwatch stopwatch, StoredRatios stored, List<String> worse) {
    String name = comparison.name();
    Comparison.Outcome outcome = comparison.measure(stopwatch, ROUNDS);
    double before = stored.get(name);
    boolean store = words.contains("store");
    if (!store && stored.isWorse(name, outcome.ratio())) {
      outcome = comparison.measure(stopwatch, 2 * ROUNDS);
      if (stored.isWorse(name, outcome.ratio())) {
        worse.add(
            String.format(
                Locale.ROOT,
                "WORSE: %s is %.2f times as quick as its peer; %.2f is stored (-%.0f %%)",
                name,
                outcome.ratio(),
                before,
                100 * (1 - outcome.ratio() / before)));
      }
    }
    stored.put(name, store ? outcome.ratio() : before);
    say(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.1f | **%.2f** (%.2f–%.2f) | %s | %s | %.2f |",
            comparison.text(),
            outcome.ourNs(),
            outcome.peerNs(),
            outcome.ratio(),
            outcome.least(),
            outcome.most(),
            before == 0 ? "" : String.format(Locale.ROOT, "%.2f", before),
            goal(comparison.goal(), outcome.ratio()),
            outcome.bytesPerEvent()));
  }

  private static String goal(double goal, double ratio) {
    return goal == 0
        ? ""
        : String.format(Locale.ROOT, "%s %s", goal, ratio >= goal ? "reached" : "MISSED");
  }

  private void grow(Figures.Growth growth, Stopwatch stopwatch) {
    say("");
    say("| " + growth.title() + " | ms per replication | leads | ns per lead | ns per event |");
    say("| ---: | ---: | ---: | ---: | ---: |");
    for (int i = 0; i < growth.works().size(); i++) {
      Work work = growth.works().get(i);
      double ms = stopwatch.score(work, 0).cpuMs();
      say(
          String.format(
              Locale.ROOT,
              "| %s | %.3g | %,.0f | %.0f | %.0f |",
              growth.sizes().get(i),
              ms,
              work.leads(),
              1e6 * ms / work.leads(),
              1e6 * ms / work.events()));
    }
  }

  private void machine() throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    say(
        String.format(
            Locale.ROOT,
            "%s, %d cores; Java %s; before the run %.1f processes wanted a core. Processor time, but for threads.",
            processor(),
            system.getAvailableProcessors(),
            System.getProperty("java.version"),
            Math.max(0, system.getSystemLoadAverage())));
    say("");
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private void say(String line) {
    System.out.println(line);
    written.append(line).append('\n');
  }
}

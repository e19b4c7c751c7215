package io.salestwin.cli;

import io.salestwin.document.Json;
import io.salestwin.run.Speed;
import io.salestwin.run.Workload;
import io.salestwin.scenario.Scenario;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What this machine does in a second. */
@Command(
    name = "bench",
    description = "Measures in some seconds how quickly this machine plays scenarios.",
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {

  private static final double MOST_SECONDS = 3600;

  /** The number of replications that a run has when nothing else is asked. */
  private static final int USUAL_RUN = 1000;

  private static final int COUNTED = 4;
  private static final long SEED = 1;

  /** Measured on one thread and on all; equal where there is one core. */
  private record Measured(String name, Scenario scenario, Speed one, Speed all) {

    Workload workload() {
      return Workload.of(scenario, SEED, COUNTED);
    }
  }

  @Option(
      names = "--seconds",
      paramLabel = "NUMBER",
      defaultValue = "12",
      description = "How long to measure, in all (default ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
      throw new BadInput(
          "--seconds " + seconds + ": give a number above 0, at most 3600; 12 is usual");
    }
    int cores = Runtime.getRuntime().availableProcessors();
    List<Measured> measured = new ArrayList<>();
    measured.add(measure("reference funnel", Speed.referenceFunnel(), cores));
    measured.add(measure("b2b-saas", Speed.template("b2b-saas"), cores));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.write(fields(measured, cores)));
    } else {
      print(measured, cores, out);
    }
    return Exit.FINE;
  }

  private Measured measure(String name, Scenario scenario, int cores) {
    double share = seconds / (cores == 1 ? 2 : 4);
    Speed one = measure(name, scenario, 1, share);
    Speed all = cores == 1 ? one : measure(name, scenario, cores, share);
    return new Measured(name, scenario, one, all);
  }

  private Speed measure(String name, Scenario scenario, int threads, double share) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(Locale.ROOT, "measuring %s on %s%n", name, threads(threads));
    err.flush();
    return Speed.measure(scenario, threads, share);
  }

  private static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  // ---- as text

  private static void print(List<Measured> measured, int cores, PrintWriter out) {
    out.printf("This machine: %s, Java %s%n", cores(cores), Runtime.version());
    for (Measured m : measured) {
      Workload workload = m.workload();
      out.printf(
          Locale.ROOT,
          "%n%s: %,.0f leads and %,.0f events in a replication%n",
          m.name,
          workload.leads(),
          workload.events());
      print(m.one, workload, out);
      if (cores > 1) {
        print(m.all, workload, out);
      }
    }
    Measured last = measured.get(measured.size() - 1);
    out.printf(
        Locale.ROOT,
        "%nSo %,d replications of a scenario like %s take about %s here%s.%n",
        USUAL_RUN,
        last.name,
        duration(USUAL_RUN * last.all.msPerReplication() / 1000),
        cores == 1
            ? ""
            : ", on one thread " + duration(USUAL_RUN * last.one.msPerReplication() / 1000));
    out.println("What else runs on this machine at the same time makes every figure worse.");
  }

  private static String cores(int cores) {
    return cores == 1 ? "1 core" : cores + " cores";
  }

  private static void print(Speed speed, Workload workload, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  on %-10s %8s ms per replication, %s leads/s, %s events/s%n",
        threads(speed.threads()),
        rounded(speed.msPerReplication()),
        brief(speed.perSecond(workload.leads())),
        brief(speed.perSecond(workload.events())));
  }

  private static String rounded(double value) {
    return String.format(
        Locale.ROOT, value < 9.95 ? "%.2f" : value < 99.5 ? "%.1f" : "%.0f", value);
  }

  /** Such as "1.23 M" or "60.1 k". */
  private static String brief(double perSecond) {
    return perSecond < 1e6 ? rounded(perSecond / 1e3) + " k" : rounded(perSecond / 1e6) + " M";
  }

  /** Such as "0.8 s", "14 s" or "3 min". */
  private static String duration(double time) {
    return time < 9.95
        ? String.format(Locale.ROOT, "%.1f s", time)
        : time < 99.5
            ? String.format(Locale.ROOT, "%.0f s", time)
            : String.format(Locale.ROOT, "%.0f min", time / 60);
  }

  // ---- as JSON

  private static Map<String, Object> fields(List<Measured> measured, int cores) {
    List<Object> rows = new ArrayList<>();
    for (Measured m : measured) {
      Workload workload = m.workload();
      rows.add(fields(m.name, m.one, workload));
      if (cores > 1) {
        rows.add(fields(m.name, m.all, workload));
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cores", cores);
    fields.put("java", Runtime.version().toString());
    fields.put("measured", rows);
    return fields;
  }

  private static Map<String, Object> fields(String name, Speed speed, Workload workload) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("scenario", name);
    fields.put("threads", speed.threads());
    fields.put("replications", speed.replications());
    fields.put("seconds", speed.seconds());
    fields.put("leadsPerReplication", workload.leads());
    fields.put("eventsPerReplication", workload.events());
    fields.put("msPerReplication", speed.msPerReplication());
    fields.put("leadsPerSecond", speed.perSecond(workload.leads()));
    fields.put("eventsPerSecond", speed.perSecond(workload.events()));
    return fields;
  }
}

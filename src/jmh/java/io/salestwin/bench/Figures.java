package io.salestwin.bench;

import io.salestwin.run.Speed;
import io.salestwin.run.Workload;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that is measured. */
final class Figures {

  /** Two events for each customer. */
  private static final double MM1_EVENTS = 2.0 * Mm1Benchmark.CUSTOMERS;

  /** Replications in which leads and events are counted. */
  private static final int COUNTED = 8;

  private static final int ENOUGH_LEADS = 300_000;
  private static final int LONGEST_DAYS = 7300;

  /**
   * Works that differ only in size.
   *
   * @param title what grows
   * @param sizes the sizes, for people
   * @param works one per size
   */
  record Growth(String title, List<String> sizes, List<Work> works) {}

  private Figures() {}

  /** The names of the {@link #comparisons()}. */
  static List<String> names() {
    return comparisons().stream().map(Comparison::name).toList();
  }

  static List<Comparison> comparisons() {
    Workload year = count(Speed.referenceFunnel());
    Work funnel = new Work("FunnelBenchmark.salestwin", year);
    Work ssjFunnel = ssjFunnel(Generator.MRG32K3A, year);
    Work ssjMm1 = ssjMm1(Generator.MRG32K3A);
    Work b2b = new Work("ScenarioBenchmark.b2bSaas", count(Speed.template("b2b-saas")));
    return List.of(
        new Comparison(
            "mm1-kernel",
            "M/M/1 on the bare kernel, against SSJ",
            new Work("Mm1Benchmark.kernel", Map.of(), MM1_EVENTS, Mm1Benchmark.CUSTOMERS),
            ssjMm1,
            5,
            Comparison.Clock.CPU),
        new Comparison(
            "mm1-scenario",
            "M/M/1 as a scenario, against SSJ",
            new Work("Mm1Benchmark.scenario", count(Played.mm1())),
            ssjMm1,
            2,
            Comparison.Clock.CPU),
        new Comparison(
            "funnel",
            "the reference funnel as a scenario, against SSJ's written by hand",
            funnel,
            ssjFunnel,
            1.6,
            Comparison.Clock.CPU),
        new Comparison(
            "funnel-lfsr113",
            "the same, against SSJ with its quickest generator",
            funnel,
            ssjFunnel(Generator.LFSR113, year),
            0,
            Comparison.Clock.CPU),
        new Comparison(
            "funnel-facts",
            "the same without KPIs",
            new Work("FunnelBenchmark.play", year),
            ssjFunnel,
            0,
            Comparison.Clock.CPU),
        new Comparison(
            "b2b-saas",
            "the template b2b-saas, against SSJ's funnel",
            b2b,
            ssjFunnel,
            0,
            Comparison.Clock.CPU),
        new Comparison(
            "threads",
            "a run of the funnel on two threads, against one",
            run(2, year),
            run(1, year),
            1.85,
            Comparison.Clock.WALL));
  }

  private static Workload count(Scenario scenario) {
    return Workload.of(scenario, Played.SEED, COUNTED);
  }

  private static Work ssjMm1(Generator generator) {
    return new Work(
        "Mm1Benchmark.ssj",
        Map.of("list", SsjMm1.QUICKEST.name(), "generator", generator.name()),
        MM1_EVENTS,
        Mm1Benchmark.CUSTOMERS);
  }

  private static Work ssjFunnel(Generator generator, Workload year) {
    return new Work(
        "FunnelBenchmark.ssj", Map.of("generator", generator.name()), year.events(), year.leads());
  }

  private static Work run(int threads, Workload year) {
    int n = ScenarioBenchmark.REPLICATIONS;
    return new Work(
        "ScenarioBenchmark.run",
        Map.of("threads", "" + threads),
        n * year.events(),
        n * year.leads());
  }

  static List<Growth> growth() {
    List<Growth> all = new ArrayList<>();
    List<String> sizes = List.of("1,000", "10,000", "100,000", "1,000,000");
    List<Work> inFlight = new ArrayList<>();
    List<Work> leads = new ArrayList<>();
    for (int size = 1000; size <= 1_000_000; size *= 10) {
      double perDay = size / 30.0;
      inFlight.add(flow(perDay, 30, days(perDay, 30)));
      leads.add(flow(size / 365.0, 0.1 * 365_000 / size, 365));
    }
    List<Work> reps = new ArrayList<>();
    for (int size = 10; size <= 10_000; size *= 10) {
      reps.add(reps(size, days(2.4 * size, 1)));
    }
    all.add(new Growth("leads in flight", sizes, inFlight));
    all.add(new Growth("leads in a replication, 100 in flight", sizes, leads));
    all.add(
        new Growth("reps, each with the same load", List.of("10", "100", "1,000", "10,000"), reps));
    return all;
  }

  /** As many days as bring enough leads. */
  private static int days(double leadsPerDay, int least) {
    return (int) Math.max(least, Math.min(LONGEST_DAYS, Math.ceil(ENOUGH_LEADS / leadsPerDay)));
  }

  private static Work flow(double leadsPerDay, double delayDays, int days) {
    Workload size = Workload.of(Texts.flow(leadsPerDay, delayDays, days), Played.SEED, 1);
    Map<String, String> parameters =
        Map.of("leadsPerDay", "" + leadsPerDay, "delayDays", "" + delayDays, "days", "" + days);
    return new Work("GrowthBenchmark.flow", parameters, size.events(), size.leads());
  }

  private static Work reps(int reps, int days) {
    Workload size = Workload.of(Texts.reps(reps, days), Played.SEED, 1);
    Map<String, String> parameters = Map.of("reps", "" + reps, "days", "" + days);
    return new Work("GrowthBenchmark.reps", parameters, size.events(), size.leads());
  }
}

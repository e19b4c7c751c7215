package io.salestwin.experiment.design;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.metrics.Trace;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import io.salestwin.statistics.cluster.ClusterComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A few plays of a scenario without any experiment, seen as the experiment would see them: leads
 * from the moment at which they would be assigned.
 */
final class Pilot {

  private static final double MS_PER_DAY = 86_400_000.0;

  private final Scenario scenario;
  private final double days;
  private final List<List<Unit>> plays = new ArrayList<>();

  /**
   * One lead; times in days from its assignment, infinite for never.
   *
   * @param assigned days from the start to the assignment
   * @param cluster number of its rep or territory; -1 without one
   * @param reached when it first entered each stage; the last entry is when it was won
   * @param value annual value in units of the currency
   */
  record Unit(double assigned, int cluster, double[] reached, double value) {}

  private Pilot(Scenario scenario, double days) {
    this.scenario = scenario;
    this.days = days;
  }

  /** Plays a scenario. */
  static Pilot of(Scenario scenario, ExperimentPlan plan, long seed, int plays) {
    Tracer tracer = new Tracer(new RunPlan(scenario, seed, plays));
    Pilot pilot = null;
    for (int r = 0; r < plays; r++) {
      Trace trace = tracer.trace(r);
      if (pilot == null) {
        pilot = new Pilot(scenario, trace.endMs() / MS_PER_DAY);
      }
      pilot.plays.add(new Following(scenario, plan, trace).units());
    }
    return pilot;
  }

  int plays() {
    return plays.size();
  }

  /** Leads that enter in a week, over the horizon. */
  double leadsPerWeek() {
    return plays.stream().mapToInt(List::size).sum() / (plays.size() * days / 7);
  }

  /** The place of a stage among those of {@link Unit#reached}. */
  private int end(String name) {
    List<String> names = scenario.stages().stream().map(Stage::name).toList();
    return name.equals(Metric.WON) ? names.size() : names.indexOf(name);
  }

  /** The values of a metric in one play: only units whose whole window lies in the horizon. */
  double[] values(Metric metric, int play) {
    return plays.get(play).stream()
        .filter(unit -> isMature(metric, unit))
        .filter(unit -> isBelowTheLine(metric, unit))
        .mapToDouble(unit -> value(metric, unit))
        .toArray();
  }

  private boolean isMature(Metric metric, Unit unit) {
    return unit.assigned() + metric.withinDays() <= days;
  }

  private boolean isBelowTheLine(Metric metric, Unit unit) {
    return metric.measure() != Metric.Measure.RATIO
        || metric.of().equals(Metric.ASSIGNED)
        || unit.reached()[end(metric.of())] <= metric.withinDays();
  }

  private double value(Metric metric, Unit unit) {
    boolean there = unit.reached()[end(metric.to())] <= metric.withinDays();
    return metric.measure() == Metric.Measure.VALUE
        ? unit.reached()[scenario.stages().size()] <= metric.withinDays() ? unit.value() : 0
        : there ? 1 : 0;
  }

  /** All values of a metric, of all plays. */
  double[] values(Metric metric) {
    double[][] each = new double[plays.size()][];
    int n = 0;
    for (int r = 0; r < each.length; r++) {
      each[r] = values(metric, r);
      n += each[r].length;
    }
    double[] all = new double[n];
    int at = 0;
    for (double[] values : each) {
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }

  /** The mean of each play; NaN of a play without a unit. */
  double[] means(Metric metric) {
    double[] means = new double[plays.size()];
    for (int r = 0; r < means.length; r++) {
      means[r] =
          metric.measure() == Metric.Measure.CYCLE
              ? median(times(metric, r))
              : Arrays.stream(values(metric, r)).average().orElse(Double.NaN);
    }
    return means;
  }

  /** Median days of those who get there within the window; NaN if nobody does. */
  double medianDays(Metric metric) {
    List<Double> all = new ArrayList<>();
    for (int r = 0; r < plays.size(); r++) {
      Arrays.stream(times(metric, r)).forEach(all::add);
    }
    return median(all.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double[] times(Metric metric, int play) {
    return plays.get(play).stream()
        .filter(unit -> isMature(metric, unit))
        .mapToDouble(unit -> unit.reached()[end(metric.to())])
        .filter(t -> t <= metric.withinDays())
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Mean intracluster correlation over the plays; NaN where no play has two clusters. */
  double icc(Metric metric, Lever.Unit unit) {
    double sum = 0;
    int n = 0;
    for (int r = 0; r < plays.size(); r++) {
      double[][] clusters = clusters(metric, unit, r);
      if (clusters.length >= 4) {
        // arms of every second cluster: what an analysis within arms would find
        boolean[] arm = new boolean[clusters.length];
        for (int c = 0; c < arm.length; c++) {
          arm[c] = c % 2 == 1;
        }
        double icc = ClusterComparison.of(clusters, arm).icc();
        sum += Double.isNaN(icc) ? 0 : icc;
        n += Double.isNaN(icc) ? 0 : 1;
      }
    }
    return n == 0 ? Double.NaN : Math.max(0, sum / n);
  }

  /** Mean coefficient of variation of the clusters' sizes. */
  double sizeVariation(Metric metric, Lever.Unit unit) {
    double sum = 0;
    int n = 0;
    for (int r = 0; r < plays.size(); r++) {
      double[][] clusters = clusters(metric, unit, r);
      double mean = Arrays.stream(clusters).mapToInt(c -> c.length).average().orElse(0);
      double squares =
          Arrays.stream(clusters).mapToDouble(c -> (c.length - mean) * (c.length - mean)).sum();
      if (clusters.length > 1 && mean > 0) {
        sum += Math.sqrt(squares / (clusters.length - 1)) / mean;
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }

  /**
   * How much the rates of clusters differ beyond chance: the coefficient of variation that is left
   * of their numbers of events when what Poisson numbers vary by is taken off.
   */
  double rateVariation(Metric metric, Lever.Unit unit) {
    double sum = 0;
    int n = 0;
    for (int r = 0; r < plays.size(); r++) {
      double[] events =
          Arrays.stream(clusters(metric, unit, r))
              .mapToDouble(c -> Arrays.stream(c).sum())
              .toArray();
      double mean = Arrays.stream(events).average().orElse(0);
      if (events.length > 1 && mean > 0) {
        double squares = Arrays.stream(events).map(x -> (x - mean) * (x - mean)).sum();
        sum += (squares / (events.length - 1) - mean) / (mean * mean);
        n++;
      }
    }
    return n == 0 ? 0 : Math.sqrt(Math.max(0, sum / n));
  }

  private static int cluster(Unit unit, Lever.Unit kind) {
    return kind == Lever.Unit.WEEK ? (int) (unit.assigned() / 7) : unit.cluster();
  }

  private double[][] clusters(Metric metric, Lever.Unit kind, int play) {
    Map<Integer, List<Double>> byCluster = new LinkedHashMap<>();
    for (Unit unit : plays.get(play)) {
      int cluster = cluster(unit, kind);
      if (cluster >= 0 && isMature(metric, unit) && isBelowTheLine(metric, unit)) {
        byCluster.computeIfAbsent(cluster, c -> new ArrayList<>()).add(value(metric, unit));
      }
    }
    return byCluster.values().stream()
        .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  /** Follows the leads of one play. */
  private static final class Following {

    private final ExperimentPlan plan;
    private final Trace trace;
    private final int won;
    private final int from;
    private final int role;
    private final List<Integer> territoryOfRep;
    private final long[] assigned;
    private final int[] owner;
    private final int[] cluster;
    private final double[][] reached;

    Following(Scenario scenario, ExperimentPlan plan, Trace trace) {
      this.plan = plan;
      this.trace = trace;
      won = scenario.stages().size();
      from = plan.assignAt().map(name -> trace.names().stages().indexOf(name)).orElse(-1);
      role = roleOf(scenario, plan).orElse(-1);
      territoryOfRep =
          scenario.roles().stream()
              .flatMap(r -> r.reps().stream())
              .map(rep -> rep.territory())
              .toList();
      int n = trace.leads().size();
      assigned = new long[n];
      Arrays.fill(assigned, Long.MAX_VALUE);
      owner = new int[n];
      Arrays.fill(owner, -1);
      cluster = new int[n];
      Arrays.fill(cluster, -1);
      reached = new double[n][won + 1];
      for (double[] times : reached) {
        Arrays.fill(times, Double.POSITIVE_INFINITY);
      }
    }

    List<Unit> units() {
      trace.events().forEach(this::see);
      List<Unit> units = new ArrayList<>();
      for (int lead = 0; lead < assigned.length; lead++) {
        if (assigned[lead] != Long.MAX_VALUE && assigned[lead] >= 0) {
          double at = assigned[lead] / MS_PER_DAY;
          double value = trace.leads().get(lead).valueCents() / 100.0;
          units.add(new Unit(at, cluster[lead], reached[lead], value));
        }
      }
      return units;
    }

    private void see(Trace.Event event) {
      int lead = event.lead();
      switch (event.kind()) {
        case ARRIVED -> {
          if (from < 0) {
            assign(lead, event.timeMs());
          }
        }
        case OWNED -> {
          owner[lead] = event.rep();
          belong(lead);
        }
        case RELEASED -> owner[lead] = -1;
        case ENTERED -> {
          if (event.stage() == from) {
            assign(lead, event.timeMs());
          }
          reach(lead, event.stage(), event.timeMs());
        }
        case WON -> reach(lead, won, event.timeMs());
        default -> {
          // nothing that an experiment sees
        }
      }
    }

    private void assign(int lead, long timeMs) {
      if (assigned[lead] == Long.MAX_VALUE) {
        assigned[lead] = timeMs;
        belong(lead);
      }
    }

    /** The first owner of the assigned role from the assignment on. */
    private void belong(int lead) {
      int rep = owner[lead];
      boolean ours = rep >= 0 && (role < 0 || trace.names().roleOfRep().get(rep) == role);
      if (assigned[lead] != Long.MAX_VALUE && cluster[lead] < 0 && ours) {
        cluster[lead] =
            plan.unit() == Lever.Unit.TERRITORY && rep < territoryOfRep.size()
                ? territoryOfRep.get(rep)
                : rep;
      }
    }

    private void reach(int lead, int end, long timeMs) {
      if (assigned[lead] != Long.MAX_VALUE && Double.isInfinite(reached[lead][end])) {
        reached[lead][end] = (timeMs - assigned[lead]) / MS_PER_DAY;
      }
    }
  }

  /** The role whose reps are assigned: as named, else the owner of the first stage that changes. */
  static OptionalInt roleOf(Scenario scenario, ExperimentPlan plan) {
    if (plan.unit() != Lever.Unit.REP) {
      return OptionalInt.empty();
    }
    for (int r = 0; r < scenario.roles().size(); r++) {
      if (plan.role().isPresent() && plan.role().get().equals(scenario.roles().get(r).name())) {
        return OptionalInt.of(r);
      }
    }
    for (var override : plan.treatment()) {
      for (Stage stage : scenario.stages()) {
        if (override.path().startsWith("stages." + stage.name() + ".")) {
          return OptionalInt.of(stage.owner());
        }
      }
    }
    return OptionalInt.of(0);
  }
}

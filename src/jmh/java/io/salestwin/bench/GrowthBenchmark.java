package io.salestwin.bench;

import io.salestwin.model.Ledger;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How the cost of a replication grows with its size. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GrowthBenchmark {

  /** {@link Texts#flow}. */
  @State(Scope.Thread)
  public static class Flow {
    @Param("1000")
    private double leadsPerDay;

    @Param("1")
    private double delayDays;

    @Param("100")
    private int days;

    private Replication replication;
    private int number;

    /** Makes the scenario. */
    @Setup
    public void build() {
      replication = replication(Texts.flow(leadsPerDay, delayDays, days));
    }
  }

  /** {@link Texts#reps}. */
  @State(Scope.Thread)
  public static class Reps {
    @Param("10")
    private int reps;

    @Param("1000")
    private int days;

    private Replication replication;
    private int number;

    /** Makes the scenario. */
    @Setup
    public void build() {
      replication = replication(Texts.reps(reps, days));
    }
  }

  private static Replication replication(Scenario scenario) {
    return new Replication(SalesModel.of(scenario), Played.SEED);
  }

  /** Leads with their buyers. */
  @Benchmark
  public Ledger flow(Flow state) {
    state.replication.play(state.number++);
    return state.replication.ledger();
  }

  /** Leads with reps. */
  @Benchmark
  public Ledger reps(Reps state) {
    state.replication.play(state.number++);
    return state.replication.ledger();
  }
}

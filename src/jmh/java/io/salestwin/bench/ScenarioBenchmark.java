package io.salestwin.bench;

import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.run.Speed;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a user's run costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScenarioBenchmark {

  /** Replications of a {@link #run}. */
  static final int REPLICATIONS = 200;

  /** One thread's share of a run. */
  @State(Scope.Thread)
  public static class B2bSaas {
    private Played played;

    /** Reads the scenario. */
    @Setup
    public void load() {
      played = new Played(Speed.template("b2b-saas"));
    }
  }

  /** A run of the reference funnel. */
  @State(Scope.Benchmark)
  public static class Funnel {
    @Param({"1", "2"})
    private int threads;

    private RunPlan plan;

    /** Reads the scenario. */
    @Setup
    public void load() {
      plan = new RunPlan(Speed.referenceFunnel(), Played.SEED, REPLICATIONS);
    }
  }

  /** A replication. */
  @Benchmark
  public double[] b2bSaas(B2bSaas state) {
    return state.played.next();
  }

  /** A run by the runner that a user's command takes. */
  @Benchmark
  public RunResult run(Funnel state) {
    return Runner.local(state.threads).run(state.plan, Progress.SILENT);
  }
}

package io.salestwin.bench;

import io.salestwin.model.Ledger;
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

/** One year of the reference funnel. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FunnelBenchmark {

  /** The funnel as a scenario, with all facts and KPIs. */
  @State(Scope.Thread)
  public static class AsScenario {
    private Played played;

    /** Reads the scenario. */
    @Setup
    public void load() {
      played = new Played(Speed.referenceFunnel());
    }
  }

  /** The funnel written by hand with SSJ in its quickest configuration. */
  @State(Scope.Thread)
  public static class Ssj {
    @Param private Generator generator;
    private SsjFunnel funnel;

    /** Makes the streams. */
    @Setup
    public void build() {
      funnel = SsjFunnel.quickest(generator);
    }
  }

  /** A replication with all its facts and KPIs. */
  @Benchmark
  public double[] salestwin(AsScenario state) {
    return state.played.next();
  }

  /** A replication without KPIs: what is allocated here is allocated for every replication. */
  @Benchmark
  public Ledger play(AsScenario state) {
    return state.played.play();
  }

  /** The peer. */
  @Benchmark
  public long ssj(Ssj state) {
    state.funnel.play();
    return state.funnel.visits();
  }
}

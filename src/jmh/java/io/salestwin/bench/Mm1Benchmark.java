package io.salestwin.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** M/M/1, arrival rate 0.9, service rate 1: {@link #CUSTOMERS} served. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Mm1Benchmark {

  /** How many are served in one operation, from an empty start. */
  public static final int CUSTOMERS = 100_000;

  /** On the event list and the streams alone. */
  @State(Scope.Thread)
  public static class Kernel {
    private final KernelMm1 queue = new KernelMm1();
  }

  /** As a scenario: a year in which about {@link #CUSTOMERS} leads arrive. */
  @State(Scope.Thread)
  public static class AsScenario {
    private Played played;

    /** Reads the scenario. */
    @Setup
    public void load() {
      played = new Played(Played.mm1());
    }
  }

  /** Written with SSJ. */
  @State(Scope.Thread)
  public static class Ssj {
    @Param private Lists list;
    @Param private Generator generator;
    private SsjMm1 queue;

    /** Makes the queue. */
    @Setup
    public void build() {
      queue = new SsjMm1(list, generator);
    }
  }

  /** The bare kernel. */
  @Benchmark
  public double kernel(Kernel state) {
    return state.queue.play(CUSTOMERS);
  }

  /** The whole model. */
  @Benchmark
  public double[] scenario(AsScenario state) {
    return state.played.next();
  }

  /** The peer. */
  @Benchmark
  public double ssj(Ssj state) {
    return state.queue.play(CUSTOMERS);
  }
}

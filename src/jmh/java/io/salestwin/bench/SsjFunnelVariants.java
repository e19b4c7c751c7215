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

/** Looks for the quickest way to write the reference funnel with SSJ: the peer is the best one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SsjFunnelVariants {

  @Param Lists list;
  @Param Generator generator;
  @Param SsjFunnel.Normals normals;

  @Param({"false", "true"})
  boolean reuse;

  private SsjFunnel funnel;

  @Setup
  public void build() {
    funnel = new SsjFunnel(list, generator, normals, reuse);
  }

  @Benchmark
  public long year() {
    funnel.play();
    return funnel.visits();
  }
}

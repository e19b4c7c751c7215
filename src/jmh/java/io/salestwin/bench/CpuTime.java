package io.salestwin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time of the whole process per operation, in milliseconds: garbage collection and
 * compilation included, waiting for a processor that others use excluded. Of several iterations the
 * best counts: what others do on the machine only ever adds time.
 */
public final class CpuTime implements InternalProfiler {

  /** The name of the result. */
  static final String NAME = "cpu";

  private static final double NANOS_PER_MS = 1e6;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long before;

  /** For JMH. */
  public CpuTime() {}

  @Override
  public String getDescription() {
    return "processor time per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double ms = (system.getProcessCpuTime() - before) / NANOS_PER_MS;
    long operations = result.getMetadata().getMeasuredOps();
    return List.of(new ScalarResult(NAME, ms / operations, "ms/op", AggregationPolicy.MIN));
  }
}

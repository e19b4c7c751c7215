package io.salestwin.bench;

import io.salestwin.run.Workload;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that can be timed.
 *
 * @param benchmark class and method, such as {@code FunnelBenchmark.ssj}
 * @param parameters values for the benchmark's parameters
 * @param events events in one operation
 * @param leads leads (or customers) in one operation
 */
record Work(String benchmark, Map<String, String> parameters, double events, double leads) {

  Work {
    parameters = new TreeMap<>(parameters);
  }

  Work(String benchmark, Workload size) {
    this(benchmark, Map.of(), size.events(), size.leads());
  }
}

package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.Rich;
import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is traced is the replication of the run, mirrored luck and uncertain inputs included. */
class TracerTest {

  private static final Scenario UNCERTAIN =
      Rich.with("uncertainty={stages.Discovery.advance: {beta: {mean: 55%, sd: 8%}}}");

  static List<RunPlan> plans() {
    return List.of(
        new RunPlan(Rich.fromDeals(), 5, 4),
        new RunPlan(UNCERTAIN, 5, 4),
        new RunPlan(UNCERTAIN, 5, 4).mirrored());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void itIsThatOfTheRun(RunPlan plan) {
    RunResult result = Runner.local(2).run(plan, Progress.SILENT);
    Tracer tracer = new Tracer(plan);
    for (int number : List.of(3, 0, 1, 2)) {
      Trace trace = tracer.trace(number);
      assertThat(result.column("won")[number]).isEqualTo(inHorizon(trace, Kind.WON)).isPositive();
      assertThat(result.column("leads")[number]).isEqualTo(inHorizon(trace, Kind.ARRIVED));
      assertThat(result.column("bookings")[number]).isEqualTo(bookings(trace));
    }
  }

  private static double inHorizon(Trace trace, Kind kind) {
    return trace.events().stream().filter(e -> e.kind() == kind && e.timeMs() >= 0).count();
  }

  private static double bookings(Trace trace) {
    return trace.events().stream()
            .filter(e -> e.kind() == Kind.WON && e.timeMs() >= 0)
            .mapToLong(e -> trace.leads().get(e.lead()).valueCents())
            .sum()
        / 100.0;
  }
}

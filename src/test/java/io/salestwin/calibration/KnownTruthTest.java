package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.report.EventLog;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.fitting.Family;
import io.salestwin.statistics.fitting.LawFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A known organisation is played, its events are exported and read again, and what is learned is
 * held against what is true. Seeds are fixed.
 */
class KnownTruthTest {

  private static final double Z90 = 1.6448536269514722;
  static final String TRUTH =
      """
      name: truth
      start: 2025-01-01
      horizon: 4 quarters
      begin: {empty: true}
      calendar: always
      products: {one: {value: 1000}}
      sources: {all: {arrivals: {perMonth: 60}}}
      stages:
        - name: First
          advance: 50%
          delay: {advance: {exponential: {mean: 10 days}}, otherwise: {exponential: {mean: 30 days}}}
        - name: Second
          advance: 40%
          delay: {advance: {lognormal: {median: 20 days, sigma: 0.6}}, otherwise: {exponential: {mean: 25 days}}}
      """;

  /** How its events read. */
  static final MappingRules RULES =
      new MappingRules(
          Map.of(),
          Map.of(),
          List.of("Entered First", "Entered Second"),
          List.of("Won"),
          List.of("Lost"),
          "USD");

  @TempDir private Path folder;

  private final Scenario scenario =
      ScenarioFile.read("t.yaml", Attachments.ofTexts(Map.of("t.yaml", TRUTH)), List.of())
          .scenario()
          .orElseThrow();
  private final Map<String, int[]> covered = new TreeMap<>();

  /** 8 repeats of 6 parameters, 48 intervals: 36 or fewer would come in 2 of 1,000 such tests. */
  @Test
  void intervalsHoldTheTruth() throws IOException {
    repeat(8);
    int in = covered.values().stream().mapToInt(c -> c[0]).sum();
    int all = covered.values().stream().mapToInt(c -> c[1]).sum();
    assertThat(all).isGreaterThan(36);
    assertThat(in / (double) all).as(said()).isBetween(0.75, 1.0);
  }

  /** 200 repeats: each parameter's 90 % interval holds the truth in 85 to 95 % of them. */
  @Test
  @Tag("validation")
  void intervalsHoldTheTruthAsOftenAsTheySay() throws IOException {
    repeat(200);
    covered.forEach(
        (parameter, c) ->
            assertThat(c[0] / (double) c[1]).as(parameter + " of " + said()).isBetween(0.85, 0.95));
  }

  private String said() {
    StringBuilder said = new StringBuilder();
    covered.forEach((k, c) -> said.append(k + " " + c[0] + " of " + c[1] + "; "));
    return said.toString();
  }

  private void repeat(int times) throws IOException {
    for (int seed = 1; seed <= times; seed++) {
      Path file = folder.resolve("log.csv");
      Tracer tracer = new Tracer(new RunPlan(scenario, seed, 1));
      new EventLog(1, tracer::trace).write(file, n -> {});
      CrmHistory history = CrmImport.read(file, RULES, step -> {}).history();
      ArrivalFit arrivals = ArrivalFit.of(history, CrmHistory.NEVER);
      within("arrivals", arrivals.perMonth() - 60, arrivals.error());
      List<StageFit> stages = StageFit.all(history, CrmHistory.NEVER);
      share("First.advance", stages.get(0), 0.5);
      share("Second.advance", stages.get(1), 0.4);
      law("First.delay.advance", stages.get(0), Stays.ADVANCE, Family.EXPONENTIAL, 10);
      law("First.delay.lost", stages.get(0), Stays.LOST, Family.EXPONENTIAL, 30);
      law("Second.delay.advance", stages.get(1), Stays.ADVANCE, Family.LOGNORMAL, 20);
    }
  }

  private void share(String parameter, StageFit stage, double truth) {
    double p = stage.advance();
    double error = stage.fit().standardErrors().get(0).get(Stays.ADVANCE);
    within(parameter, Math.log(p / (1 - p)) - Math.log(truth / (1 - truth)), error);
  }

  /** Another family has other parameters; then there is nothing to compare. */
  private void law(String parameter, StageFit stage, int way, Family family, double truth) {
    LawFit law = stage.law(way);
    if (law.family() == family) {
      double error = stage.fit().standardErrors().get(way + 1).get(0);
      within(parameter, Math.log(law.parameters().get(0) / truth), error);
    }
  }

  private void within(String parameter, double distance, double error) {
    int[] count = covered.computeIfAbsent(parameter, p -> new int[2]);
    count[0] += Math.abs(distance) <= Z90 * error ? 1 : 0;
    count[1]++;
  }
}

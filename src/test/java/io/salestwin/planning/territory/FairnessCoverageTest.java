package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Csv;
import io.salestwin.planning.Effort;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the errors of a played division hold the truth. The truth comes from 40,000
 * replications of a seed of its own, whose error is a tenth of that of a play with 512.
 */
@Tag("validation")
class FairnessCoverageTest {

  private static final Path PAGE = Path.of("src/docs/territories.md");
  private static final int RUNS = 400;
  private static final int TRUTH = 40_000;
  private static final double LEAST = 0.917;
  private static final String YAML =
      """
      name: Three patches
      start: 2027-01-01
      horizon: 1 quarter
      begin: {warmUp: 30 days}
      products: {core: {value: {lognormal: {mean: 12000, cv: 0.8}}}}
      sources: {inbound: {arrivals: {perMonth: 30}}}
      roles: {AE: {headcount: 3, quota: 60k/quarter}}
      stages:
        - {name: Discovery, owner: AE, delay: 5 days, advance: 50%}
        - {name: Closing, owner: AE, delay: 5 days, advance: 40%}
      uncertainty:
        sources.inbound.arrivals.perMonth: {normal: {mean: 30, sd: 3}}
      """;

  private static final Map<String, Function<Fairness, Estimate>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("spread today", Fairness::spreadBefore);
    FIGURES.put("spread as planned", Fairness::spreadAfter);
    FIGURES.put("change of the spread", Fairness::spreadDifference);
    FIGURES.put("share that reaches it", Fairness::reachedAfter);
    FIGURES.put("change of bookings", Fairness::bookingsDifference);
    FIGURES.put("attainment of Ana today", f -> f.territories().get(0).attainmentBefore());
    FIGURES.put("odds of Ana today", f -> f.territories().get(0).oddsBefore());
    FIGURES.put("odds of Cleo as planned", f -> f.territories().get(2).oddsAfter());
  }

  @ParameterizedTest
  @CsvSource({
    "'50, 25, 25', 50, 25, 0",
    "'36, 32, 32', 36, 32, 0",
    "'36, 32, 32; --precision 2%', 36, 32, 2",
  })
  void errorsHoldTheTruth(String name, int ana, int ben, int precision) throws IOException {
    Effort effort =
        precision == 0
            ? Effort.usual()
            : new Effort(Effort.Rule.PRECISE, 4096, OptionalDouble.of(precision / 100.0));
    TerritoryPlan plan = plan(ana, ben);
    Fairness truth = fairness(plan, 1_000_003, Effort.of(TRUTH));
    Map<String, Integer> held = new LinkedHashMap<>();
    long replications = 0;
    for (int seed = 1; seed <= RUNS; seed++) {
      Fairness fairness = fairness(plan, seed, effort);
      replications += fairness.replications();
      FIGURES.forEach(
          (figure, of) ->
              held.merge(figure, holds(of.apply(fairness), of.apply(truth).orNaN()), Integer::sum));
    }
    String page = Files.readString(PAGE);
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<String, Integer> figure : held.entrySet()) {
      rows.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.1f | %d | %.1f %% |%n",
              name,
              figure.getKey(),
              100
                  * FIGURES.get(figure.getKey()).apply(truth).orNaN()
                  / (figure.getKey().endsWith("bookings") ? 100_000 : 1),
              replications / RUNS,
              100.0 * figure.getValue() / RUNS));
    }
    assertThat(held.values()).as(rows.toString()).allMatch(n -> n / (double) RUNS > LEAST);
    assertThat(page).contains(rows.toString());
  }

  private static int holds(Estimate estimate, double truth) {
    return estimate.value().orElseThrow().interval().contains(truth) ? 1 : 0;
  }

  private static Fairness fairness(TerritoryPlan plan, long seed, Effort effort) {
    Role role = PlayedDivision.role(read(List.of()), "").orElseThrow();
    return Fairness.of(
        new Fairness.Question(
            plan, role, played(plan, false), played(plan, true), seed, false, effort),
        Runner.local(2),
        Progress.SILENT);
  }

  private static Scenario played(TerritoryPlan plan, boolean planned) {
    Scenario scenario = read(List.of());
    return read(
        PlayedDivision.overrides(
            plan, planned, scenario, PlayedDivision.role(scenario, "").orElseThrow()));
  }

  private static Scenario read(List<String> sets) {
    List<LeverOverride> overrides =
        sets.stream().map(set -> LeverOverride.parse(set).value()).toList();
    return ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", YAML)), overrides)
        .scenario()
        .orElseThrow();
  }

  /** Of 100 accounts Ana and Ben have so many today, all the same. */
  private static TerritoryPlan plan(int ana, int ben) {
    StringBuilder rows = new StringBuilder("id,potential,hours,owner\n");
    for (int a = 0; a < 100; a++) {
      String owner = a < ana ? "Ana" : a < ana + ben ? "Ben" : "Cleo";
      rows.append(a).append(",100,7.5,").append(owner).append('\n');
    }
    TerritoryFiles files =
        TerritoryFiles.of(
            Csv.parse(rows.toString(), "a.csv", Csv.Limits.DEFAULT),
            Csv.parse("name,hours\nAna,333\nBen,333\nCleo,334\n", "r.csv", Csv.Limits.DEFAULT),
            Map.of());
    return TerritoryPlan.of(files, DivisionRules.USUAL, 1, 20_000, Search.whole(cost -> {}));
  }
}

package io.salestwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A warning comes where the warm-up is too short, and not where it is long enough. */
class WarmUpTest {

  /** Deals take 20 days on the mean: after 120 days e^-6, a quarter of a percent, is missing. */
  private static final String SHORT_CYCLES =
      """
      name: Short cycles
      start: 2027-01-01
      horizon: 2 quarters
      products: {core: {value: 100}}
      sources: {inbound: {arrivals: {perMonth: 40}}}
      stages: [{name: Talk, advance: 30%, delay: {exponential: {mean: 20 days}}}]
      """;

  private static final String LONG_CYCLES = SHORT_CYCLES.replace("mean: 20 days", "mean: 130 days");

  private static Scenario scenario(String text, String... lines) {
    String whole = text + String.join("\n", lines) + "\n";
    Map<String, String> files =
        Map.of("s.yaml", whole, "open.csv", "id,stage,age\nA,Talk,3 days\n");
    ScenarioFile file = ScenarioFile.read("s.yaml", Attachments.ofTexts(files), List.of());
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
  }

  private static RunResult play(Scenario scenario, long seed, int replications) {
    return Runner.local(2).run(new RunPlan(scenario, seed, replications), Progress.SILENT);
  }

  private static Optional<WarmUp> look(Scenario scenario, long seed, int replications) {
    return WarmUp.tooShort(play(scenario, seed, replications));
  }

  /**
   * With exponential delays of mean d weeks a share M(t) = d (e^(-t/d) - e^(-(t+1)/d)) of the deals
   * of week t after an empty beginning is missing. Ages beyond the last of T weeks are not seen, so
   * that what is seen is (M(t) - M(T - 1)) / (1 - M(T - 1)).
   */
  private static double seen(double d, int from, int weeks) {
    double beyond = missing(d, weeks - 1);
    double sum = 0;
    for (int t = from; t < from + 13; t++) {
      sum += (missing(d, t) - beyond) / (1 - beyond);
    }
    return sum / 13;
  }

  private static double missing(double d, int week) {
    return d * (Math.exp(-week / d) - Math.exp(-(week + 1) / d));
  }

  /**
   * The share is that of theory: the mean over 30 seeds is within 4 of its standard errors (false
   * alarm 1 in 16,000 per row), and its 95 % errors hold it in 24 or more of 30 (false alarm 0.3 %
   * per row; the seeds are fixed).
   */
  @ParameterizedTest
  @CsvSource({
    "130, 0, 25, false", // empty start
    "130, 65, 35, false",
    "60, 30, 30, false",
    "60, 30, 30, true",
  })
  void theShareThatIsMissingIsThatOfTheory(int days, int warmUp, int weeks, boolean mirrored) {
    Scenario scenario =
        scenario(
            SHORT_CYCLES.replace("mean: 20 days", "mean: " + days + " days"),
            warmUp == 0 ? "begin: {empty: true}" : "begin: {warmUp: " + warmUp + " days}");
    int from = (warmUp + 6) / 7;
    double expected = seen(days / 7.0, from, weeks);
    double[] shares = new double[30];
    int held = 0;
    for (int i = 0; i < shares.length; i++) {
      RunPlan plan = new RunPlan(scenario, i + 1, 60);
      RunResult result = Runner.local(2).run(mirrored ? plan.mirrored() : plan, Progress.SILENT);
      WarmUp found = WarmUp.tooShort(result).orElseThrow();
      Estimate.Value share = found.missing().value().orElseThrow();
      assertThat(found.weeks()).isEqualTo(weeks);
      assertThat(share.interval().level()).isEqualTo(Interval.ERROR);
      shares[i] = share.estimate();
      held += share.interval().contains(expected) ? 1 : 0;
    }
    Tally tally = Tally.of(shares);
    assertThat(Math.abs(tally.mean() - expected)).isLessThan(4 * tally.standardError());
    assertThat(held).isGreaterThanOrEqualTo(24);
  }

  @Test
  void anEmptyStartWithLongCyclesIsToldInWords() {
    WarmUp found = look(scenario(LONG_CYCLES, "begin: {empty: true}"), 1, 100).orElseThrow();
    assertThat(found.days()).isZero();
    assertThat(found.message())
        .startsWith("there is no warm-up: ")
        .contains("of the deals of the first 13 weeks are missing")
        .endsWith("those of leads from before the start");
    assertThat(found.advice()).endsWith("; leave it if the organisation does start from nothing");
  }

  @Test
  void aWarmUpOfHalfACycleIsToldInWords() {
    WarmUp found = look(scenario(LONG_CYCLES, "begin: {warmUp: 65 days}"), 1, 100).orElseThrow();
    assertThat(found.days()).isEqualTo(65);
    assertThat(found.message())
        .startsWith("the warm-up of 65 days is too short: ")
        .endsWith("those of leads from before it");
    assertThat(found.advice()).startsWith("give a ").endsWith("longer warm-up");
  }

  /** After an advice is followed, nothing is left to say. */
  @Test
  void theWarmUpThatIsAdvisedIsLongEnough() {
    String cycles = SHORT_CYCLES.replace("2 quarters", "6 quarters");
    WarmUp found =
        look(scenario(cycles.replace("20 days", "40 days"), "begin: {warmUp: 28 days}"), 1, 100)
            .orElseThrow();
    int days = 7 * found.settled().orElseThrow();
    assertThat(found.advice()).isEqualTo("give a warm-up of at least " + days + " days");
    // e^(-84 / 40) / 3.3, the mean of the 13 weeks behind it, is 4 %
    assertThat(days).isBetween(84, 280);
    String longer = "begin: {warmUp: " + days + " days}";
    assertThat(look(scenario(cycles.replace("20 days", "40 days"), longer), 2, 100)).isEmpty();
  }

  /**
   * Where at most 5 % are missing, at most 1 run of 200 warns (one side of a 99 % interval). Here
   * 4.6 % are; more than 4 alarms of 100 then have a probability below 0.02 %. The seeds are fixed.
   */
  @Test
  void falseAlarmsAreAsRareAsStated() {
    String cycles = SHORT_CYCLES.replace("20 days", "27 days");
    assertThat(seen(27 / 7.0, 7, 32)).isBetween(0.046, 0.05);
    Scenario scenario = scenario(cycles, "begin: {warmUp: 49 days}");
    int alarms = 0;
    for (long seed = 1; seed <= 100; seed++) {
      alarms += look(scenario, seed, 40).isPresent() ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "season: {arrivals: {jan: 0.2, feb: 0.3, jun: 3}, winning: {quarterMonth: [-1, 0, 1]}}",
        "season: {buying: {jan: 0.1, feb: 0.2}}",
        "calendar: {hoursPerDay: 8, holidays: [2027-01-01..2027-03-01]}",
        "uncertainty: {stages.Talk.advance: {beta: {mean: 30%, sd: 15%}}}",
      })
  void whatTheCalendarDoesIsNoBias(String line) {
    Scenario scenario = scenario(SHORT_CYCLES, "begin: {warmUp: 120 days}", line);
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(look(scenario, seed, 128)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "season: {arrivals: {jan: 0.2, feb: 0.3, jun: 3}, winning: {quarterMonth: [-0.4, -0.1, 0.4]}}",
        "season: {buying: {jan: 0.5, feb: 0.7}}",
        "uncertainty: {stages.Talk.advance: {beta: {mean: 30%, sd: 15%}}}",
      })
  void whatTheCalendarDoesHidesNoBias(String line) {
    Scenario scenario = scenario(LONG_CYCLES, "begin: {warmUp: 65 days}", line);
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(look(scenario, seed, 128)).isPresent();
    }
  }

  @Test
  void growthAndDatedLeadsAreNoBias() {
    String text =
        SHORT_CYCLES.replace(
            "{perMonth: 40}", "{perMonth: 40, growthPerMonth: 20%, on: {2027-02-01: 500}}");
    assertThat(look(scenario(text, "begin: {warmUp: 120 days}"), 1, 128)).isEmpty();
  }

  @Test
  void aGivenPipelineHasNoWarmUpToLookAt() {
    assertThat(look(scenario(LONG_CYCLES, "begin: {pipeline: open.csv}"), 1, 40)).isEmpty();
  }

  @Test
  void whereNothingIsWonOrLittleIsPlayedThereIsNothingToSay() {
    String nothing = LONG_CYCLES.replace("perMonth: 40", "perMonth: 0");
    assertThat(look(scenario(nothing, "begin: {empty: true}"), 1, 40)).isEmpty();
    String week = LONG_CYCLES.replace("2 quarters", "5 days");
    assertThat(look(scenario(week, "begin: {empty: true}"), 1, 40)).isEmpty();
    assertThat(look(scenario(LONG_CYCLES, "begin: {empty: true}"), 1, 18)).isEmpty();
  }

  @Test
  void theAnswerIsTheSameOnAnyNumberOfThreadsAndCostsNoLuck() {
    RunPlan plan = new RunPlan(scenario(LONG_CYCLES, "begin: {empty: true}"), 3, 200);
    RunResult one = Runner.local(1).run(plan, Progress.SILENT);
    RunResult three = Runner.local(3).run(plan, Progress.SILENT);
    assertThat(one.weeks()).hasSize(RunResult.MOST_COUNTED);
    assertThat(WarmUp.tooShort(one)).isEqualTo(WarmUp.tooShort(three)).isPresent();
  }

  @Test
  void theShippedScenarioIsLongEnoughAndOneThirdOfItsWarmUpIsNot() {
    assertThat(look(shipped(), 1, 40)).isEmpty();
    assertThat(look(shipped("begin={warmUp: 60 days}"), 1, 40)).isPresent();
  }

  /**
   * A second way: the same quarter after a warm-up of 400 days has those deals. What is missing is
   * that of weeks that are all alike, and the scenario has season and growth, hence 8 points.
   */
  @Test
  void whatIsMissingIsThereAfterALongWarmUp() {
    RunResult few = play(shipped("begin={warmUp: 60 days}"), 1, 60);
    RunResult all = play(shipped("begin={warmUp: 400 days}"), 1, 60);
    double gone = 1 - deals(few) / deals(all);
    assertThat(WarmUp.tooShort(few).orElseThrow().missing().orNaN())
        .isBetween(gone - 0.08, gone + 0.08);
  }

  private static double deals(RunResult result) {
    return Tally.of(result.column("won.2027-Q1")).mean();
  }

  private static Scenario shipped(String... sets) {
    List<LeverOverride> overrides =
        List.of(sets).stream().map(set -> LeverOverride.parse(set).value()).toList();
    return ScenarioFile.read(Path.of("scenarios/b2b-saas.yaml"), overrides)
        .scenario()
        .orElseThrow();
  }
}

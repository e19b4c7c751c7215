package io.salestwin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentPlan.Looks;
import io.salestwin.scenario.Lever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFileTest {

  private static final String SOUND =
      """
      name: Trial
      scenario: s.yaml
      hypothesis: More is better.
      treatment: {stages.Sell.advance: +5pp}
      unit: lead
      metric: {measure: conversion, within: 30 days}
      effect: +5pp
      """;

  private static final String SCENARIO =
      """
      name: One stage
      currency: USD
      start: 2027-01-01
      horizon: 2 quarters
      begin: {warmUp: 30 days}
      targets: {2027-Q1: 100k}
      products: {core: {value: 10k}}
      sources: {inbound: {arrivals: {perMonth: 100}}}
      roles: {AE: {headcount: 4, hoursPerWeek: 28}}
      stages:
        - name: Sell
          owner: AE
          work: [{activity: call, effort: 1 hour}]
          delay: {advance: 10 days, otherwise: 10 days}
          advance: 30%
          lose: {price: 100%}
      """;

  @TempDir private Path folder;

  private ExperimentFile read(String text) throws IOException {
    Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    Path file = folder.resolve("e.yaml");
    Files.writeString(file, text);
    return ExperimentFile.read(file, List.of());
  }

  private List<String> errors(String text) throws IOException {
    return read(text).problems().stream()
        .filter(Problem::isError)
        .map(p -> p.line() + " " + p.path() + ": " + p.message() + "; " + p.advice())
        .toList();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("experiments"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void whatIsShippedIsSound(Path file) {
    ExperimentFile read = ExperimentFile.read(file, List.of());
    assertThat(read.problems().stream().filter(Problem::isError)).isEmpty();
    assertThat(read.treatment()).isPresent().isNotEqualTo(read.control());
    assertThat(read.control()).isEqualTo(read.scenario());
  }

  @Test
  void theFourInitiativesAreThere() throws IOException {
    assertThat(shipped().map(file -> file.getFileName().toString()))
        .contains(
            "follow-up-automation.yaml",
            "onboarding-hand-over.yaml",
            "proposal.yaml",
            "qualification.yaml");
  }

  @Test
  void whatIsNotSaidHasItsDefault() throws IOException {
    ExperimentPlan plan = read(SOUND).plan().orElseThrow();
    assertThat(plan.unit()).isEqualTo(Lever.Unit.LEAD);
    assertThat(plan.share()).isEqualTo(0.5);
    assertThat(plan.alpha()).isEqualTo(0.05);
    assertThat(plan.power()).isEqualTo(0.8);
    assertThat(plan.twoSided()).isTrue();
    assertThat(plan.looks()).isEqualTo(Looks.ONCE);
    assertThat(plan.primary().to()).isEqualTo(Metric.WON);
    assertThat(plan.primary().withinDays()).isEqualTo(30);
    assertThat(plan.effect()).isEqualTo(new Effect(Effect.Scale.ABSOLUTE, 0.05));
    assertThat(plan.control()).isEmpty();
    assertThat(plan.treatment()).hasSize(1);
    assertThat(plan.guardrails()).isEmpty();
  }

  @Test
  void armsAreTheScenarioWithTheirOverrides() throws IOException {
    ExperimentFile read = read(SOUND + "control: {stages.Sell.advance: 20%}\n");
    assertThat(read.scenario().orElseThrow().stages().get(0).advance().values()).containsOnly(0.3);
    assertThat(read.control().orElseThrow().stages().get(0).advance().values()).containsOnly(0.2);
    assertThat(read.treatment().orElseThrow().stages().get(0).advance().values())
        .allSatisfy(p -> assertThat(p).isCloseTo(0.35, offset(1e-12)));
  }

  @Test
  void everyWayToSayWhenToLook() throws IOException {
    assertThat(looks("3").shares()).containsExactly(1 / 3.0, 2 / 3.0, 1.0);
    assertThat(looks("anyTime").kind()).isEqualTo(Looks.Kind.ANY_TIME);
    assertThat(looks("{always: sequence}")).isEqualTo(looks("anyTime"));
    assertThat(looks("{always: mixture}").kind()).isEqualTo(Looks.Kind.MIXTURE);
    assertThat(looks("{count: 3, futility: 20%}").futility())
        .contains(new Looks.Futility.BelowChance(0.2));
    assertThat(looks("{count: 3, futility: spending}").futility())
        .contains(new Looks.Futility.Spent());
    assertThat(looks("{count: 4, spending: pocock}").kind()).isEqualTo(Looks.Kind.POCOCK);
    assertThat(looks("{at: [50%, 100%]}").shares()).containsExactly(0.5, 1.0);
    assertThat(looks("{on: [2027-02-01, 2027-03-01]}").dates())
        .containsExactly(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 1));
    assertThat(errors(SOUND + "looks: {at: [50%, 40%]}\n")).hasSize(2);
    assertThat(errors(SOUND + "looks: {count: 2, at: [100%]}\n"))
        .singleElement()
        .asString()
        .contains("2 of count, at, on and always are given");
  }

  private Looks looks(String text) throws IOException {
    return read(SOUND + "looks: " + text + "\n").plan().orElseThrow().looks();
  }

  @Test
  void everyWayToSayAnEffect() throws IOException {
    assertThat(effect("conversion", "+4pp")).isEqualTo(new Effect(Effect.Scale.ABSOLUTE, 0.04));
    assertThat(effect("conversion", "+10%").scale()).isEqualTo(Effect.Scale.RELATIVE);
    assertThat(effect("value", "+500")).isEqualTo(new Effect(Effect.Scale.ABSOLUTE, 500));
    assertThat(effect("cycle", "-5 days")).isEqualTo(new Effect(Effect.Scale.ABSOLUTE, -5));
    assertThat(effect("cycle", "-5 days").of(40)).isEqualTo(-5);
    assertThat(effect("conversion", "+10%").of(0.3)).isCloseTo(0.03, offset(1e-12));
  }

  private Effect effect(String measure, String effect) throws IOException {
    String text =
        SOUND
            .replace("measure: conversion", "measure: " + measure)
            .replace("effect: +5pp", "effect: " + effect);
    return read(text).plan().orElseThrow().effect();
  }

  @Test
  void allErrorsAreToldAtOnceWithTheirPlace() throws IOException {
    String text =
        """
        name: Trial
        scenario: s.yaml
        hypothesis: More is better.
        treatment: {stages.Sel.advance: +5pp}
        unit: led
        metric: {measure: conversion, to: Sel, within: 30 days, analysis: log}
        effect: 5
        alpha: 70%
        looks: {count: 2, spendng: pocock}
        guardrail: []
        """;
    assertThat(errors(text))
        .anyMatch(e -> e.startsWith("10 ") && e.contains("did you mean \"guardrails\""))
        .anyMatch(e -> e.startsWith("5 unit") && e.contains("did you mean \"lead\""))
        .anyMatch(e -> e.startsWith("6 metric.analysis") && e.contains("allowed are standard"))
        .anyMatch(e -> e.startsWith("6 metric.to") && e.contains("did you mean \"Sell\""))
        .anyMatch(e -> e.startsWith("7 effect") && e.contains("is no change"))
        .anyMatch(e -> e.startsWith("8 alpha") && e.contains("above 0% and below 50%"))
        .anyMatch(e -> e.startsWith("9 looks.spendng") && e.contains("did you mean"))
        .anyMatch(e -> e.startsWith("4 ") && e.contains("did you mean \"Sell\""))
        .hasSize(8);
  }

  /** Where reps are assigned, leads cannot be compared as if they had been. */
  @Test
  void analysesOfLeadsAreNoneOfReps() throws IOException {
    String exact = SOUND.replace("within: 30 days", "within: 30 days, analysis: exact");
    assertThat(errors(exact)).isEmpty();
    assertThat(errors(exact.replace("unit: lead", "unit: rep")))
        .singleElement()
        .asString()
        .contains("exact is no analysis of a conversion where the unit is the rep")
        .contains("allowed are standard, permutation");
  }

  @Test
  void anEffectTheWrongWayIsNoEffect() throws IOException {
    assertThat(errors(SOUND.replace("effect: +5pp", "effect: -5pp")))
        .singleElement()
        .asString()
        .startsWith("7 effect: -5pp would be no improvement");
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertThat(errors("scenario: s.yaml\n"))
        .anyMatch(e -> e.contains("\"name\" is missing"))
        .anyMatch(e -> e.contains("\"treatment\" is missing"))
        .anyMatch(e -> e.contains("\"metric\" is missing"))
        .anyMatch(e -> e.contains("\"effect\" is missing"));
    assertThat(errors(SOUND + "guardrails: [{margin: 2pp}]\n"))
        .singleElement()
        .asString()
        .contains("\"metric\" is missing");
  }

  @Test
  void aScenarioOutsideIsNotRead() throws IOException {
    assertThat(errors(SOUND.replace("s.yaml", "../../s.yaml")))
        .singleElement()
        .asString()
        .contains("outside of the experiment's folder");
    assertThat(errors(SOUND.replace("s.yaml", "t.yaml")))
        .singleElement()
        .asString()
        .contains("there is no file");
  }

  /**
   * When this fails: {@code ./salestwin schema --experiment --markdown >
   * src/docs/experiment-format.md}.
   */
  @Test
  void theReferenceOfTheFormatIsTheFormat() {
    assertThat(Path.of("src/docs/experiment-format.md")).hasContent(ExperimentSchema.markdown());
  }

  @Test
  void everyKeyIsInTheSchema() {
    String schema = ExperimentSchema.json();
    PlanFormat.sections().values().stream()
        .flatMap(List::stream)
        .forEach(key -> assertThat(schema).contains("\"" + key.name() + "\": {"));
  }
}

package io.salestwin.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design.Advice;
import io.salestwin.experiment.design.Design.LookPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignTest {

  private static final String SCENARIO =
      """
      name: One stage
      currency: USD
      start: 2027-01-01
      horizon: 4 quarters
      begin: {warmUp: 30 days}
      targets: {2027-Q1: 100k}
      products: {core: {value: 10k}}
      sources: {inbound: {arrivals: {perMonth: 100}}}
      roles: {AE: {headcount: 8, hoursPerWeek: 38, skill: {sd: 0.5}}}
      stages:
        - name: Sell
          owner: AE
          work: [{activity: call, effort: 30 min}]
          delay: {advance: 10 days, otherwise: 10 days}
          advance: 30%
          lose: {price: 100%}
        - name: Sign
          owner: AE
          delay: {advance: 20 days, otherwise: 20 days}
          advance: 50%
          lose: {price: 100%}
      """;

  @TempDir private Path folder;

  private Design design(String plan) throws IOException {
    Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    Path file = folder.resolve("e.yaml");
    Files.writeString(file, "name: T\nscenario: s.yaml\nhypothesis: H\n" + plan);
    ExperimentFile read = ExperimentFile.read(file, List.of());
    assertThat(read.problems()).filteredOn(p -> p.isError()).isEmpty();
    return Design.of(read, 1, 6);
  }

  private static String stated(String baseline, String effect, String volume) {
    return """
        treatment: {stages.Sell.advance: +5pp}
        unit: lead
        metric: {measure: conversion, within: 30 days, baseline: %s}
        effect: %s
        volume: %s
        """
        .formatted(baseline, effect, volume);
  }

  /** The table of what can be tested at the volumes of the SEO agency: 150 leads a month. */
  @ParameterizedTest
  @CsvSource({
    "25%, +7pp, 150, 652, 8.7",
    "25%, +3pp, 150, 3396, 45",
    "60%, +6pp, 37.5, 1015, 54",
    "30%, +10pp, 22.5, 356, 31.6",
    "30%, +5pp, 22.5, 1376, 122",
  })
  void theTableOfWhatCanBeTested(
      String baseline, String effect, String volume, double perArm, double months)
      throws IOException {
    Design design = design(stated(baseline, effect, volume));
    // the table rounds to the nearest; a whole lead more is needed to have the power in full
    assertThat(Math.rint(design.size().unrounded())).isEqualTo(perArm);
    assertThat(design.size().control()).isEqualTo(Math.ceil(design.size().unrounded()));
    assertThat(design.size().treatment()).isEqualTo(design.size().control());
    assertThat(design.duration().enrolMonths()).isCloseTo(months, within(months < 40 ? 0.05 : 0.5));
    assertThat(design.verdict().advice()).isEqualTo(Advice.TOO_LONG);
    assertThat(design.baseline().plays()).isZero();
  }

  @Test
  void theVerdictSaysHowLongAndWhatItCouldFindInstead() throws IOException {
    Design design = design(stated("30%", "+10pp", "22.5") + "atMost: 12 months\n");
    assertThat(design.verdict().sentence())
        .isEqualTo(
            "This test needs 33 months: do not run it. In 12 months it could find an effect of +17.2"
                + " points, not +10 points.");
  }

  /** Golden values of naive peeking: Armitage, McPherson and Rowe 1969. */
  @Test
  void looksCostWhatTheExactRecursionSays() throws IOException {
    Design design = design(stated("30%", "+10pp", "150") + "looks: 5\n");
    assertThat(design.scheme().naive()).isCloseTo(0.142, within(0.0005));
    assertThat(design.scheme().inflation()).isBetween(1.02, 1.03);
    assertThat(design.looks()).hasSize(5);
    assertThat(design.looks().get(4).spent()).isCloseTo(0.05, within(1e-6));
    assertThat(design.looks().stream().mapToDouble(LookPlan::stops).sum())
        .isCloseTo(0.8, within(0.001));
    assertThat(design.looks().get(0).date()).isBefore(design.looks().get(4).date());
    assertThat(design.looks().get(4).date()).isEqualTo(design.duration().end());
  }

  @Test
  void dayOfALookSaysHowMuchOfTheInformationIsThere() throws IOException {
    Design design =
        design(stated("30%", "+10pp", "150") + "looks: {on: [2027-03-31, 2027-05-01]}\n");
    LookPlan first = design.looks().get(0);
    assertThat(first.date().toString()).isEqualTo("2027-03-31");
    assertThat(design.looks().get(design.looks().size() - 1).share()).isEqualTo(1);
  }

  @Test
  void lookingAtAnyTimeCostsMore() throws IOException {
    Design design = design(stated("30%", "+10pp", "150") + "looks: anyTime\n");
    assertThat(design.scheme().inflation()).isBetween(1.7, 2.2);
    assertThat(design.looks()).isEmpty();
    assertThat(design.alternatives()).anyMatch(a -> a.what().startsWith("one look"));
  }

  /** A correlation of 0.6 takes 36 % of the variance away, and so of the leads. */
  @Test
  void aCovariateSavesLeads() throws IOException {
    Design plain = design(stated("30%", "+10pp", "150"));
    Design sharper =
        design(stated("30%", "+10pp", "150") + "covariate: {column: score, correlation: 0.6}\n");
    assertThat(sharper.size().unrounded()).isCloseTo(0.64 * plain.size().unrounded(), within(1e-6));
    assertThat(sharper.notes())
        .anyMatch(note -> note.contains("without it the test would need 1.56"));
    Design unknown = design(stated("30%", "+10pp", "150") + "covariate: {column: score}\n");
    assertThat(unknown.size()).isEqualTo(plain.size());
  }

  /** 30 % of 100 leads a month; 50 % of those sign after another 20 days. */
  @Test
  void whatIsNotStatedIsMeasuredInTheScenario() throws IOException {
    Design design =
        design(
            """
            treatment: {stages.Sell.advance: +10pp}
            unit: lead
            metric: {measure: conversion, within: 60 days}
            effect: +5pp
            """);
    assertThat(design.baseline().leadsPerWeek()).isCloseTo(100 / (365.25 / 84), within(1.0));
    // 15 % stated; reps differ, which takes a little off
    assertThat(design.baseline().mean()).isBetween(0.13, 0.17);
    assertThat(design.baseline().modelled().orNaN()).isBetween(0.03, 0.07);
    assertThat(design.alternatives())
        .anyMatch(a -> a.what().equals("a nearer metric: reached Sign within 60 days"));
  }

  @Test
  void moreLeadsOfTheSameFewRepsAreNotEnough() throws IOException {
    Design design =
        design(
            """
            treatment: {stages.Sell.advance: +10pp}
            unit: rep
            metric: {measure: conversion, to: Sign, within: 30 days}
            effect: +5pp
            """);
    assertThat(design.size().controlClusters()).isEqualTo(4);
    assertThat(design.baseline().icc()).isBetween(0.005, 0.15);
    assertThat(design.verdict().advice()).isEqualTo(Advice.NEVER);
    assertThat(design.verdict().sentence()).contains("with 8 reps no time is enough");
    assertThat(design.alternatives()).anyMatch(a -> a.what().equals("another unit: assign leads"));
  }

  @Test
  void aLongerTimeNeverTellsLess() throws IOException {
    for (String metric :
        List.of(
            "{measure: conversion, within: 60 days}",
            "{measure: value, within: 60 days}",
            "{measure: value, within: 60 days, analysis: winsorised}",
            "{measure: cycle, within: 60 days}")) {
      String effect = metric.contains("cycle") ? "-20%" : "+30%";
      Design design =
          design(
              "treatment: {stages.Sell.advance: +10pp}\nunit: lead\nmetric: "
                  + metric
                  + "\neffect: "
                  + effect
                  + "\n");
      double last = 0;
      for (Design.Moment moment : design.course()) {
        assertThat(moment.power()).isGreaterThanOrEqualTo(last);
        last = moment.power();
      }
      assertThat(design.size().control()).isPositive().isFinite();
      assertThat(design.effects().get(0).weeks()).isGreaterThan(design.effects().get(2).weeks());
    }
  }

  @Test
  void eventsOfUnitsAreCounted() throws IOException {
    for (String unit : List.of("rep", "week")) {
      for (String measure : List.of("count", "ratio")) {
        String of = measure.equals("ratio") ? ", of: Sign" : "";
        Design design =
            design(
                "treatment: {stages.Sell.advance: +10pp}\nunit: "
                    + unit
                    + "\nmetric: {measure: "
                    + measure
                    + ", within: 60 days"
                    + of
                    + "}\neffect: +30%\n");
        assertThat(design.baseline().mean()).isPositive();
        assertThat(design.course().get(23).power()).isPositive();
      }
    }
  }

  @Test
  void whatSpeaksAgainstAPlanThatCanBeRunIsSaid() throws IOException {
    String metric = "metric: {measure: conversion, to: Sign, within: 30 days}\n";
    String guarded =
        "guardrails: [{metric: {measure: conversion, within: 60 days}, margin: 1pp}]\natMost: 60 months\n";
    Design weak =
        design(
            "treatment: {stages.Sell.advance: +3pp}\nunit: lead\neffect: +10pp\n"
                + metric
                + guarded);
    assertThat(weak.verdict().advice()).isEqualTo(Design.Advice.RUN);
    assertThat(weak.warnings()).hasSize(2);
    assertThat(weak.warnings().get(0))
        .startsWith("In the scenario the treatment brings less (+")
        .contains("than the test is sized for (+10 points): it would find that in ");
    assertThat(weak.warnings().get(1)).contains("can be shown to hold in ", "of 100 experiments");
    Design harmful =
        design("treatment: {stages.Sell.advance: -20pp}\nunit: lead\neffect: +10pp\n" + metric);
    assertThat(harmful.warnings())
        .singleElement()
        .asString()
        .startsWith("In the scenario the treatment brings no gain: it moves the metric by -");
    Design sound =
        design("treatment: {stages.Sell.advance: +15pp}\nunit: lead\neffect: +10pp\n" + metric);
    assertThat(sound.warnings()).isEmpty();
  }
}

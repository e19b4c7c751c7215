package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeverOverrideTest {

  private static String value(String path, String... sets) {
    ScenarioFile file = Texts.read(Template.text("b2b-saas"), sets);
    assertThat(file.problems().stream().filter(p -> p.isError())).isEmpty();
    return Lever.of(file.tree()).stream()
        .filter(lever -> lever.path().equals(path))
        .map(Lever::value)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roles.AE.headcount | 14 | 14
          roles.AE.headcount | +2 | 14
          roles.AE.headcount | x1.5 | 18
          roles.AE.quota | -10% | 171000/quarter
          stages.Discovery.advance | +5pp | 65%
          stages.Discovery.timeOut | +1 week | 127 days
          stages.Proposal.quality | +0.1 | 0.1
          stages.Proposal.quality | =-0.2 | -0.2
          stages.Discovery.work[0].times | +1 | 2
          targets.2027-Q1 | x1.1 | 1650000
          products.core.effects.Negotiation | 0.2 | 0.2
          segments.small.value | x2 | x1
          season.winning.quarterMonth[2] | +0.1 | 0.2
          """)
  void aValueIsSetOrChanged(String path, String text, String expected) {
    assertThat(value(path, path + "=" + text)).isEqualTo(expected);
  }

  @Test
  void aDistributionIsMultipliedInItsUnit() {
    String delay = "stages.Discovery.delay.advance";
    assertThat(value(delay + ".lognormal.median", delay + "=x1.2")).isEqualTo("8.4 days");
    assertThat(value(delay + ".lognormal.p90", delay + "=x1.2")).isEqualTo("24 days");
    assertThat(
            value("stages.Proposal.work[0].effort.gamma.cv", "stages.Proposal.work[0].effort=x2"))
        .isEqualTo("0.5");
  }

  @Test
  void aWholeSubtreeIsReplaced() {
    String set = "stages.Discovery.delay={exponential: {mean: 4 days}}";
    assertThat(value("stages.Discovery.delay.exponential.mean", set)).isEqualTo("4 days");
    assertThat(value("stages.Discovery.delay.advance.lognormal.median", set)).isEmpty();
  }

  @Test
  void overridesApplyInTheirOrder() {
    String path = "roles.AE.headcount";
    assertThat(value(path, path + "=10", path + "=x2", path + "=+1")).isEqualTo("21");
    assertThat(value(path, path + "=x2", path + "=+1", path + "=10")).isEqualTo("10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stages.Discovry.advance=30% | stages has no "Discovry"; did you mean "Discovery"?
          roles.EA.headcount=3 | roles has no "EA"; did you mean "AE"?
          roles.AE.headcont=3 | roles.AE has no "headcont"; did you mean "headcount"?
          stages.Discovery.advance=fast | fast is not a probability; give a number from 0 to 1, or a percentage
          stages.Discovery.advance=+2 | +2 cannot be added to 60%; give percentage points such as +2pp, or a relative change such as +10%
          stages.Discovery.delay=x2 | stages.Discovery.delay is a mapping, not one value to change by x2; name one of its parts
          roles.SE.openLeads=+5 | roles.SE.openLeads is not given, so it cannot be changed by +5; give the new value itself
          roles.AE.headcount.x=5 | roles.AE.headcount is one value and has no part "x"; set roles.AE.headcount
          products.core.effects.Nowhere=1 | products.core.effects has no "Nowhere"
          extends=other.yaml | extends is no lever; change the file itself
          """)
  void whatNamesNothingIsTold(String set, String told) {
    ScenarioFile file = Texts.read(Template.text("b2b-saas"), set);
    assertThat(file.scenario()).isEmpty();
    assertThat(Texts.messages(file)).anySatisfy(m -> assertThat(m).endsWith(told));
  }

  @Test
  void aTextWithoutAnEqualsSignIsNoOverride() {
    assertThat(LeverOverride.parse("roles.AE.headcount").reason()).contains("is no override");
    assertThat(LeverOverride.parse("=3").isBad()).isTrue();
    assertThat(LeverOverride.parse("a=").isBad()).isTrue();
  }

  @Test
  void everyLeverCanBeSetToWhatItIs() {
    String text = Template.text("b2b-saas");
    ScenarioFile file = Texts.read(text);
    Scenario before = file.scenario().orElseThrow();
    for (Lever lever : Lever.of(file.tree())) {
      ScenarioFile set = Texts.read(text, lever.path() + "==" + lever.value());
      assertThat(set.scenario()).as(lever.path()).contains(before);
    }
  }

  @Test
  void leversSayWhatTheyCanDifferBy() {
    List<Lever> levers = Lever.of(Texts.read(Template.text("b2b-saas")).tree());
    assertThat(levers)
        .anySatisfy(
            lever -> {
              assertThat(lever.path()).isEqualTo("stages.Discovery.advance");
              assertThat(lever.per()).contains(Lever.Unit.LEAD);
              assertThat(lever.timeVarying()).isTrue();
            })
        .anySatisfy(
            lever -> {
              assertThat(lever.path()).isEqualTo("roles.AE.hoursPerWeek");
              assertThat(lever.per()).containsExactly(Lever.Unit.REP);
            });
  }

  @Test
  void aFileThatExtendsAnotherIsLaidOverIt() {
    String child =
        """
        extends: base.yaml
        name: More
        roles: {AE: {headcount: 5}}
        stages: {Proposal: {delay: {exponential: {mean: 4 days}}}}
        overrides: {stages.Discovery.advance: +5pp, roles.AE.headcount: x2}
        """;
    Map<String, String> files = Map.of("child.yaml", child, "base.yaml", Texts.SMALL);
    ScenarioFile file = Texts.read(files, "child.yaml", "roles.AE.headcount=+1");
    assertThat(Texts.messages(file)).isEmpty();
    Scenario scenario = file.scenario().orElseThrow();
    assertThat(scenario.name()).isEqualTo("More");
    assertThat(scenario.roles().get(0).reps()).hasSize(11);
    assertThat(scenario.stages().get(0).advance().at(0, 0, 0)).isEqualTo(0.35);
    assertThat(file.files()).containsOnlyKeys("child.yaml", "base.yaml");
    assertThat(file.tree().has("extends")).isFalse();
  }

  @Test
  void aProblemOfTheBaseIsToldAtItsOwnPlace() {
    Map<String, String> files =
        Map.of(
            "child.yaml",
            "extends: base.yaml\nname: x\n",
            "base.yaml",
            Texts.SMALL.replace("30%", "3"));
    assertThat(Texts.messages(Texts.read(files, "child.yaml")))
        .singleElement()
        .asString()
        .startsWith("base.yaml:8: stages.Discovery.advance: 3 is not");
  }

  @Test
  void aCircleOfExtendsIsTold() {
    Map<String, String> files =
        Map.of(
            "a.yaml",
            "extends: b.yaml\n",
            "b.yaml",
            "extends: c.yaml\n",
            "c.yaml",
            "extends: a.yaml\n");
    assertThat(Texts.messages(Texts.read(files, "a.yaml")).get(0))
        .isEqualTo(
            "c.yaml:1: extends: this goes in a circle: a.yaml -> b.yaml -> c.yaml -> a.yaml; let"
                + " one of them stand on its own");
    assertThat(Texts.messages(Texts.read(Map.of("a.yaml", "extends: a.yaml\n"), "a.yaml")).get(0))
        .contains("circle");
  }

  @Test
  void anUnknownLeverInOverridesIsToldWithItsLine() {
    Map<String, String> files =
        Map.of(
            "c.yaml",
            "extends: b.yaml\noverrides:\n  roles.AX.headcount: 3\n",
            "b.yaml",
            Texts.SMALL);
    assertThat(Texts.messages(Texts.read(files, "c.yaml")))
        .containsExactly(
            "c.yaml:3: overrides.\"roles.AX.headcount\": roles has no \"AX\"; did you mean"
                + " \"AE\"?");
  }
}

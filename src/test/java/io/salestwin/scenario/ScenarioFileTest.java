package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.random.Scaled;
import io.salestwin.scenario.Scenario.Basis;
import io.salestwin.scenario.Scenario.Grain;
import io.salestwin.scenario.Uncertainty.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {

  private static final double DAY = 86_400_000.0;

  private static Scenario scenario(String text, String... sets) {
    ScenarioFile file = Texts.read(text, sets);
    assertThat(Texts.messages(file)).isEmpty();
    return file.scenario().orElseThrow();
  }

  @Test
  void theTemplateReadsWithoutProblems() {
    Scenario scenario = scenario(Template.text("b2b-saas"));
    assertThat(scenario.roles().stream().mapToInt(role -> role.reps().size()).sum()).isEqualTo(20);
    assertThat(scenario.sources().get(0).arrivals().perMonth()).isEqualTo(420);
    assertThat(scenario.uncertainty().parameters()).hasSize(6);
  }

  @Test
  void everyShippedScenarioReadsWithoutProblems() throws Exception {
    try (var files = Files.list(Path.of("scenarios"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        ScenarioFile read = ScenarioFile.read(file, List.of());
        assertThat(Texts.messages(read)).as(file.toString()).isEmpty();
        assertThat(read.scenario()).isPresent();
      }
    }
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    Scenario scenario = scenario(Texts.SMALL);
    assertThat(scenario.currency()).isEqualTo("USD");
    assertThat(scenario.end()).isEqualTo(LocalDate.of(2028, 1, 1));
    assertThat(scenario.reporting()).isEqualTo(Grain.QUARTER);
    assertThat(scenario.opportunityFrom()).isZero();
    assertThat(scenario.seasons().winningStages()).containsExactly(0, 1);
    assertThat(scenario.calendar().hoursPerWeek()).isEqualTo(40);
    assertThat(scenario.segments())
        .singleElement()
        .satisfies(s -> assertThat(s.name()).isEqualTo("all"));
    assertThat(scenario.roles().get(0).hoursPerWeek()).isEqualTo(40);
    assertThat(scenario.roles().get(0).take()).isEqualTo(Role.Take.WHEN_FREE);
    assertThat(scenario.stages().get(0).lose()).containsExactly(new Stage.Reason("lost", 1));
    assertThat(scenario.sources().get(0).quality().mean()).isEqualTo(0.5);
    assertThat(scenario.products().get(0).contractMonths()).isEqualTo(12);
  }

  @Test
  void withoutABeginTheWarmUpIsTwiceTheSumOfTheMeanDelays() {
    assertThat(scenario(Texts.SMALL).begin().warmUpMs()).isEqualTo((long) (2 * (5 + 9) * DAY));
    String slow = Texts.SMALL.replace("5 days", "3 years");
    assertThat(scenario(slow).begin().warmUpMs()).isEqualTo((long) (730 * DAY));
  }

  @Test
  void everyKeyOfTheFormatIsUnderstood() {
    ScenarioFile file = Texts.read(Texts.full(), "full.yaml");
    assertThat(Texts.messages(file)).isEmpty();
    Scenario scenario = file.scenario().orElseThrow();
    assertThat(scenario.targets().basis()).isEqualTo(Basis.TCV);
    assertThat(scenario.targets().byPeriod()).containsEntry("2028-Q1", 240_000_000L);
    assertThat(scenario.products().get(1).value()).isInstanceOf(Scaled.class);
    assertThat(scenario.products().get(1).value().mean()).isCloseTo(550_000, within(1e-6));
    assertThat(scenario.segments().get(1).mix().at(1, 0, 1)).isEqualTo(0.5);
    assertThat(scenario.stages().get(0).advance().at(1, 0, 0)).isEqualTo(0.2);
    assertThat(scenario.stages().get(0).delay().lost().at(0, 0, 0).high()).isEqualTo(60 * DAY);
    assertThat(scenario.stages().get(1).timeOut())
        .contains(new Stage.TimeOut((long) (31 * DAY), true));
    assertThat(scenario.seasons().winningStages()).containsExactly(1, 2);
    assertThat(file.files())
        .containsOnlyKeys("full.yaml", "booked.csv", "open-deals.csv", "posterior.csv");
  }

  @Test
  void openDealsAreReadFromTheirTable() {
    Scenario scenario = Texts.read(Texts.full(), "full.yaml").scenario().orElseThrow();
    List<Scenario.OpenDeal> deals = scenario.begin().pipeline().orElseThrow();
    assertThat(deals).hasSize(3);
    assertThat(deals.get(0).ageMs()).contains((long) (12 * DAY));
    assertThat(deals.get(1).ageMs()).contains((long) (21 * DAY));
    assertThat(deals.get(1).owner()).contains("SDR 2");
    assertThat(deals.get(2).valueCents()).contains(150_000L);
    assertThat(deals.get(2).source()).isEqualTo(-1);
  }

  @Test
  void whatIsWrongWithTheTableOfOpenDealsIsToldWithItsLine() {
    Map<String, String> files = new HashMap<>(Texts.full());
    files.put("open-deals.csv", "id,stage,age,owner\nd1,Discovry,12,Anna\nd1,Close,-3,\n");
    assertThat(Texts.messages(Texts.read(files, "full.yaml")))
        .containsExactly(
            "open-deals.csv:2: owner: there is no rep \"Anna\"; did you mean \"Ana\"?",
            "open-deals.csv:2: stage: there is no stage \"Discovry\"; did you mean \"Discovery\"?",
            "open-deals.csv:3: age: -3 is below 0; correct it",
            "open-deals.csv:3: id: there are two deals with the id \"d1\"; remove one");
  }

  @Test
  void theSeasonOfWinningNamesStagesThatExistEachOnce() {
    String text = Texts.SMALL + "season: {winning: {dec: 0.4, stages: [HERE]}}\n";
    assertThat(scenario(text.replace("HERE", "Proposal")).seasons().winningStages())
        .containsExactly(1);
    assertThat(Texts.messages(Texts.read(text.replace("HERE", "Propsal, Discovery, Discovery"))))
        .containsExactly(
            "s.yaml:10: season.winning.stages[0]: there is no stage \"Propsal\"; did you mean"
                + " \"Proposal\"?",
            "s.yaml:10: season.winning.stages[2]: the stage is there twice; remove one");
    assertThat(Texts.messages(Texts.read(text.replace("HERE", ""))))
        .containsExactly("s.yaml:10: season.winning.stages: 0 stages are too few; give at least 1");
    assertThat(Texts.messages(Texts.read(text.replace("[HERE]", "Proposal"))))
        .singleElement()
        .satisfies(m -> assertThat(m).contains("season.winning.stages: expected a list of stages"));
  }

  @Test
  void uncertaintyFindsWhatItPatches() {
    Uncertainty uncertainty =
        Texts.read(Texts.full(), "full.yaml").scenario().orElseThrow().uncertainty();
    assertThat(uncertainty.parameters().get(0).target()).isEqualTo(new Target.Advance(1, -1));
    assertThat(uncertainty.parameters().get(1).target()).isEqualTo(new Target.Advance(0, 0));
    assertThat(uncertainty.parameters().get(2).value().mean()).isCloseTo(3 * DAY, within(1e-3));
    assertThat(uncertainty.joint().orElseThrow().rows())
        .containsExactly(List.of(410.0, 0.1), List.of(430.0, 0.2));
  }

  @Test
  void allProblemsOfAFileAreToldAtOnce() {
    String text = Texts.SMALL.replace("30%", "1.2").replace("24000", "many").replace("AE,", "EA,");
    assertThat(Texts.messages(Texts.read(text)))
        .containsExactly(
            "s.yaml:4: products.core.value: many is not an amount of money; give an amount such as"
                + " 24000, 52k, 2.4M or USD 95",
            "s.yaml:8: stages.Discovery.owner: there is no role \"EA\"; did you mean \"AE\"?",
            "s.yaml:8: stages.Discovery.advance: 1.2 is not a probability; give a number from 0 to"
                + " 1, or a percentage",
            "s.yaml:9: stages.Proposal.owner: there is no role \"EA\"; did you mean \"AE\"?");
  }

  @Test
  void theCanonicalTextReadsToTheSameScenario() {
    ScenarioFile file = Texts.read(Texts.full(), "full.yaml");
    Map<String, String> files = new HashMap<>(Texts.full());
    files.put("full.yaml", file.canonicalText());
    ScenarioFile again = Texts.read(files, "full.yaml");
    assertThat(again.scenario()).isEqualTo(file.scenario());
    assertThat(again.canonicalText()).isEqualTo(file.canonicalText());
  }

  @Test
  void anEmptyFileIsToldAndNotThrown() {
    for (String text :
        List.of("", "[]", "x", "a: [", "{}", "stages: 3", "stages: [3]", "roles: []")) {
      ScenarioFile file = Texts.read(text);
      assertThat(file.scenario()).as(text).isEmpty();
      assertThat(file.problems()).as(text).isNotEmpty();
    }
  }

  @Test
  void aMissingFileIsTold(@TempDir Path folder) {
    ScenarioFile file = ScenarioFile.read(folder.resolve("none.yaml"), List.of());
    assertThat(file.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).isEqualTo("there is no such file"));
  }

  @Test
  void aFileOutsideOfTheFolderIsNeverOpened(@TempDir Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.writeString(folder.resolve("secret.csv"), "id,stage\nsecret,Discovery\n");
    Files.createSymbolicLink(inner.resolve("link.csv"), folder.resolve("secret.csv"));
    Path absolute = folder.resolve("secret.csv");
    for (String name :
        List.of("../secret.csv", "link.csv", absolute.toString(), "x/../../secret.csv")) {
      Path file = inner.resolve("s.yaml");
      Files.writeString(file, Texts.SMALL + "begin: {pipeline: " + name + "}\n");
      ScenarioFile read = ScenarioFile.read(file, List.of());
      assertThat(read.problems())
          .as(name)
          .singleElement()
          .satisfies(
              p -> assertThat(p.toString()).contains("begin.pipeline").contains("outside of the"));
    }
  }

  @Test
  void theArrivalsBeforeAnyOverrideAreKept() {
    Source source = scenario(Texts.SMALL, "sources.inbound.arrivals.perMonth=x3").sources().get(0);
    assertThat(source.arrivals().perMonth()).isEqualTo(120);
    assertThat(source.arrivals().rootPerMonth()).isEqualTo(40);
  }

  @Test
  void anUncertainLeverRemembersWhatItWasBeforeOverrides() {
    String text =
        Texts.SMALL + "uncertainty: {stages.Discovery.advance: {beta: {mean: 30%, sd: 2%}}}\n";
    ScenarioFile file = Texts.read(text, "stages.Discovery.advance=40%");
    assertThat(Texts.messages(file)).isEmpty();
    Uncertainty.Nominal nominal =
        file.scenario().orElseThrow().uncertainty().parameters().get(0).nominal();
    assertThat(nominal.current()).isEqualTo(0.40);
    assertThat(nominal.stated()).isNotEqualTo(0.40).isBetween(0.0, 1.0);
    assertThat(nominal.isMoved()).isTrue();
  }

  @Test
  void aRuleMustBeOneAndItsPeriodMustHaveATarget() {
    String text =
        Texts.SMALL
            + "targets: {2027-Q1: 1M}\n"
            + "thresholds: [\"p_hit(2027-Q2) >= 0.8\", \"p_hit(2027-Q1) > 0.8\"]\n";
    assertThat(Texts.messages(Texts.read(text)))
        .hasSize(2)
        .anySatisfy(m -> assertThat(m).contains("thresholds[0]: there is no target \"2027-Q2\""))
        .anySatisfy(m -> assertThat(m).contains("thresholds[1]: ").contains("is not a rule"));
  }

  @Test
  void noMemberIsNamedLikeAPeriod() {
    String text =
        """
        name: Names
        start: 2027-01-01
        horizon: 4 quarters
        products: {2027-Q1: {value: 24000}}
        segments: {2027-02: {product: 2027-Q1}}
        sources: {horizon: {arrivals: {perMonth: 40}}}
        roles: {2031-Q4: {reps: [2027-03, Ann]}}
        stages:
          - name: 2027-Q2
            owner: 2031-Q4
            advance: 30%
            work: [{activity: 2027-Q3, effort: 2 hours}]
            delay: 5 days
            lose: {2027-Q4: 60%, price: 40%}
        """;
    assertThat(Texts.messages(Texts.read(text)))
        .hasSize(8)
        .contains(
            "s.yaml:4: products.2027-Q1: the product cannot be named \"2027-Q1\": results call a"
                + " period so; rename it, such as \"product 2027-Q1\"")
        .anySatisfy(m -> assertThat(m).contains("the segment cannot be named \"2027-02\""))
        .anySatisfy(m -> assertThat(m).contains("the source cannot be named \"horizon\""))
        .anySatisfy(m -> assertThat(m).contains("the role cannot be named \"2031-Q4\""))
        .anySatisfy(m -> assertThat(m).contains("the rep cannot be named \"2027-03\""))
        .anySatisfy(m -> assertThat(m).contains("the stage cannot be named \"2027-Q2\""))
        .anySatisfy(m -> assertThat(m).contains("the activity cannot be named \"2027-Q3\""))
        .anySatisfy(m -> assertThat(m).contains("the reason cannot be named \"2027-Q4\""));
  }

  @Test
  void absurdSizesAreRefused() {
    assertThat(Texts.messages(Texts.read(Texts.SMALL.replace("4 quarters", "30 years"))))
        .containsExactly("s.yaml:3: horizon: 30 years is too long; give at most 20 years");
    StringBuilder many = new StringBuilder(Texts.SMALL);
    for (int i = 0; i < 99; i++) {
      many.append("  - {name: S").append(i).append(", advance: 1}\n");
    }
    assertThat(Texts.messages(Texts.read(many.toString())))
        .containsExactly("s.yaml:7: stages: 101 stages are too many; give at most 100");
  }
}

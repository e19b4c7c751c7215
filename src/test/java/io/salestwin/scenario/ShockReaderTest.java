package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Shock.Change;
import io.salestwin.scenario.Shock.Loss;
import io.salestwin.scenario.Shock.Target;
import io.salestwin.scenario.Shock.When;
import io.salestwin.scenario.Shock.Who;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShockReaderTest {

  private static final double DAY = 86_400_000.0;

  private static ScenarioFile read(String shocks) {
    return Texts.read(Texts.SMALL + "shocks: " + shocks + "\n");
  }

  private static List<Shock> shocks(String shocks) {
    ScenarioFile file = read(shocks);
    assertThat(Texts.messages(file)).isEmpty();
    return file.scenario().orElseThrow().shocks();
  }

  @Test
  void aShockIsReadInCanonicalUnits() {
    Shock shock =
        shocks(
                "[{name: a, from: 2027-01-11, for: 60 days, set: {sources.inbound.arrivals.perMonth:"
                    + " -10%, stages.Discovery.advance: +5pp, roles.AE.hoursPerWeek: 12}, odds:"
                    + " {Proposal: -0.4}}]")
            .get(0);
    assertThat(shock.when()).isEqualTo(new When.On((long) (10 * DAY), 1));
    assertThat(shock.lasts().mean()).isEqualTo(60 * DAY);
    assertThat(shock.changes())
        .containsExactly(
            new Change(new Target.PerMonth(0), 0.9, 0),
            new Change(new Target.Advance(0), 1, 0.05),
            new Change(new Target.HoursPerWeek(0), 0, 12),
            new Change(new Target.Odds(1), 1, -0.4));
  }

  @Test
  void lossesAreReadOneOrMany() {
    Shock shock =
        shocks(
                "[{name: a, from: 2027-01-11, for: 9 days, leave: [{rep: AE 1}, {role: AE, count: 2,"
                    + " who: best}], absent: {share: 30%}}]")
            .get(0);
    assertThat(shock.losses())
        .containsExactly(
            new Loss(0, Optional.of("AE 1"), Who.CHANCE, 1, 0, true),
            new Loss(0, Optional.empty(), Who.BEST, 2, 0, true),
            new Loss(0, Optional.empty(), Who.CHANCE, 0, 0.3, false));
  }

  @Test
  void aRateIsOncePerTimeAndADayIsMeantWhole() {
    Shock shock =
        shocks(
                "[{name: a, rate: 1/quarter, from: 2027-01-02, until: 2027-01-02, for: 1 day, odds:"
                    + " 1}]")
            .get(0);
    assertThat(shock.when()).isEqualTo(new When.AtRandom(4, (long) DAY, (long) (2 * DAY)));
  }

  @Test
  void aStarStandsForEveryName() {
    assertThat(shocks("[{name: a, from: 2027-02-01, for: 1 day, set: {stages.*.advance: x0.5}}]"))
        .singleElement()
        .satisfies(
            s ->
                assertThat(s.changes())
                    .containsExactly(
                        new Change(new Target.Advance(0), 0.5, 0),
                        new Change(new Target.Advance(1), 0.5, 0)));
  }

  static List<String> library() {
    return ShockLibrary.list();
  }

  @ParameterizedTest
  @MethodSource("library")
  void everyShockOfTheLibraryReadsAndSaysWhereItsFiguresComeFrom(String name) {
    Shock shock = shocks("[{use: " + name + ", from: 2027-02-01}]").get(0);
    assertThat(shock.name()).isEqualTo(name);
    assertThat(shock.changes().size() + shock.losses().size()).isPositive();
    assertThat(ShockLibrary.text(name)).startsWith("# ").containsAnyOf("Assumption", "Source");
  }

  @Test
  void whatIsWrittenBesideUseGoesFirst() {
    Shock shock =
        shocks(
                "[{name: mine, use: budget freeze, from: 2027-02-01, for: 9 days, odds: -1, set:"
                    + " {stages.*.delay: x2, sources.inbound.arrivals: x0.9}}]")
            .get(0);
    assertThat(shock.lasts().mean()).isEqualTo(9 * DAY);
    assertThat(shock.changes()).hasSize(5).contains(new Change(new Target.PerMonth(0), 0.9, 0));
    assertThat(shock.changes().get(0).times()).isEqualTo(2);
    assertThat(shock.changes()).contains(new Change(new Target.Odds(0), 1, -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[{from: 2027-02-01, for: 1 day, odds: 1}]; the shock has no name",
        "[{name: a, for: 1 day, odds: 1}]; not said when the shock strikes",
        "[{name: a, from: 2027-02-01, odds: 1}]; not said how long",
        "[{name: a, from: 2027-02-01, for: 1 day}]; changes nothing",
        "[{name: a, rate: often, for: 1 day, odds: 1}]; \"often\" is not",
        "[{name: a, rate: 1/year, chance: 5%, for: 1 day, odds: 1}]; chance belongs to a day",
        "[{name: a, from: 2027-02-01, until: 2027-03-01, for: 1 day, odds: 1}]; until belongs",
        "[{use: budget frieze, from: 2027-02-01}]; did you mean \"budget freeze\"",
        "[{name: a, from: 2027-02-01, for: 1 day, odds: {Prop: 1}}]; there is no stage \"Prop\"",
        "[{name: a, from: 2027-02-01, for: 1 day, odds: 1, with: {b: 5%}}]; no other shock \"b\"",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {roles.AE.headcount: 2}}]; sets no head-count",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {stages.Discovery.quality: 2}}]; nothing"
            + " that a shock can change",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {roles.AE.attrition: x2}}]; is not given",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {products.core.value: 900}}]; can only"
            + " multiply",
        "[{name: a, from: 2027-02-01, leave: {role: AF, count: 2}}]; there is no role \"AF\"",
        "[{name: a, from: 2027-02-01, leave: {role: AE}}]; how many reps is not said",
        "[{name: a, from: 2027-02-01, leave: {share: 9%, count: 2}}]; how many reps is not said",
        "[{name: a, from: 2027-02-01, leave: {rep: Zoe}}]; there is no rep \"Zoe\"",
        "[{name: a, from: 2027-02-01, leave: {rep: AE 1, count: 2}}]; one rep is named",
        "[{name: a, from: 2027-02-01, leave: {role: AE, count: 1, who: worst}}]; \"worst\"",
        "[{name: a, from: 2027-02-01, absent: {role: AE, count: 1}}]; not said how long",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {roles.*.headcuont: 2}}]; has no"
            + " \"headcuont\"",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {stages.Discovery.advance: x9}}]; 270% is not a probability",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {stages.Discovery.delay: 3 days}}]; can only"
            + " multiply",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {sources.inbound.arrivals.perRepDay: x2}}];"
            + " is not given",
        "[{name: a, from: 2027-02-01, for: 1 day, set: {sources.inbound.arrivals.perMonth: [1]}}];"
            + " expected one value",
        "[{name: a, from: 2027-02-01, for: 1 day, odds: 1}, {name: a, from: 2027-02-01, for: 1 day,"
            + " odds: 1}]; two shocks named",
      })
  void whatIsWrongIsToldWithWhatToDo(String shocks, String message) {
    ScenarioFile file = read(shocks);
    assertThat(file.scenario()).isEmpty();
    assertThat(String.join("\n", Texts.messages(file)))
        .containsIgnoringCase(message)
        .contains("s.yaml:");
  }
}

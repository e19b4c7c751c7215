package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Role.Policy;
import io.salestwin.scenario.Role.Rep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People, territories and tiers as people write them. */
class TeamReaderTest {

  private static final String MARKET =
      "territories: {east: {share: 60%}, west: {share: 40%}}\n"
          + "segments: {smb: {mix: 70%}, mid: {mix: 30%}}\n"
          + "accounts: {tiers: {key: {from: 60}, rest: {}}}\n";

  static Stream<Arguments> wrong() {
    return Stream.of(
        role("{}", "the number of reps is missing; give headcount: 12"),
        role("{headcount: 2, reps: [Ana]}", "headcount and reps are both given"),
        role("{headcount: 2, headcountPer: {role: AE, ratio: 1}}", "headcount is given twice"),
        role("{reps: [Ana, Ana]}", "there are two reps named \"Ana\"; rename one"),
        role("{headcount: 1, hires: [{on: 2027-02-01, territory: est}]}", "did you mean \"east\"?"),
        role(
            "{headcount: 1, hires: [{on: 2027-02-01, territory: east}]}",
            "some reps have a territory and some have none; give a territory to each, or to none"),
        role("{reps: [Ana], experts: {smb: 1}}", "belong to a head-count"),
        role("{headcount: 2, experts: {smb: 0}}", "nobody is dealt out"),
        role("{headcount: 2, experts: {smbb: 2}}", "did you mean \"smb\"?"),
        role("{reps: {Ana: {expertise: {smb: 120%}}}}", "expertise.smb"),
        role("{reps: {Ana: {tier: kex}}}", "did you mean \"key\"?"),
        role(
            "{headcount: 1, leavers: [{on: 2027-01-01}]}",
            "nobody can leave before the second day"),
        role(
            "{headcount: 1, leavers: [{on: 2027-02-01, count: 2}]}",
            "2 leave, but there are only 1"),
        role("{reps: [Ana], leavers: [{on: 2027-02-01, rep: Anna}]}", "did you mean \"Ana\"?"),
        role(
            "{reps: [Ana], leavers: [{on: 2027-02-01, rep: Ana, count: 2}]}",
            "one rep is named, so one leaves"),
        role("{headcount: 1, attrition: -20%/year}", "attrition"),
        role(
            "{headcount: 1, attrition: {rate: 10%/year, tenure: [{rate: x2}, {rate: x1}]}}",
            "give each but the last an until that is later than the one before"),
        role(
            "{headcount: 1, attrition: {rate: 10%/year, tenure: [{until: 3 months, rate: x2}]}}",
            "the last span has no end"),
        role(
            "{headcount: 1, attrition: {rate: 10%/year, attainment: [{below: 50%, rate: x2}]}}",
            "there is no quota to attain; give the role a quota"),
        role(
            "{headcount: 1, quota: 9k/quarter, attrition: {rate: 10%/year, attainment: [{below: 80%,"
                + " rate: x2}, {below: 50%, rate: x3}]}}",
            "the bands do not go up; put them in ascending order"),
        role("{headcount: 1, ramp: {from: 25%}}", "how long the ramp takes is not said"),
        role("{headcount: 1, ramp: {months: 2, curve: [10%]}}", "a ramp is a line or a curve"),
        role("{headcount: 1, leave: {daysPerYear: 300}}", "daysPerYear"),
        role("{headcount: 1, leave: {on: [2027-03-09..2027-03-01]}}", "leave"),
        role("{headcount: 1, routing: roundrobin}", "did you mean \"roundRobin\"?"),
        role(
            "{headcount: 1, routing: {weighted: {}}}",
            "every weight is 0; give at least one above 0"),
        role("{headcount: 1, routing: {weighted: {teritory: 1}}}", "did you mean \"territory\"?"),
        role("{headcount: 1, backfill: 90}", "backfill"),
        all(
            "roles: {AE: {headcountPer: {role: SE, ratio: 1}}, SE: {headcountPer: {role: AE, ratio:"
                + " 1}}}\n",
            MARKET,
            "the head-count of SE is a ratio, too; name a role with a head-count of its own"),
        all(roles("{headcount: 1, routing: byTier}"), "", "there are no tiers of accounts"),
        all(roles("{headcount: 1}"), "territories: {east: {share: 60%}}\n", "sum to 60%"),
        all(
            roles("{headcount: 1}"),
            "accounts: {tiers: {rest: {}, key: {from: 60}}}\n",
            "the tiers do not go down from the highest score"),
        all(
            roles("{headcount: 1}"),
            "accounts: {tiers: {key: {from: 60}}}\n",
            "no tier takes the lowest scores; let the last one begin at 0"),
        all(
            roles("{headcount: 1}"),
            "accounts: {tiers: {key: {from: 60, time: 50%}, rest: {time: 30%}}}\n",
            "the shares of time are 80% in all"),
        all(roles("{headcount: 1}"), "accounts: {intent: 26, tiers: {rest: {}}}\n", "intent"),
        all(
            roles("{headcount: 1}"),
            "training: [{name: talk, on: 2027-02-01, role: AF, effects: {Discovery: 1}}]\n",
            "did you mean \"AE\"?"),
        all(
            roles("{headcount: 1}"),
            "training: [{name: talk, on: 2027-02-01, role: AE, effects: {Discovry: 1}}]\n",
            "did you mean \"Discovery\"?"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsToldWithItsPlaceAndWhatToDo(String text, String message) {
    ScenarioFile file = Texts.read(text);
    assertThat(file.scenario()).isEmpty();
    assertThat(Texts.messages(file))
        .anySatisfy(m -> assertThat(m).contains(message).startsWith("s.yaml:").contains("; "));
  }

  @Test
  void repsByNumberAreDealtInTheirProportion() {
    Role role =
        read(
            "{headcount: 7, territories: {east: 2, west: 1}, experts: {mid: 2}, tiers: {key: 1, rest: 6}}");
    assertThat(role.reps()).extracting(Rep::territory).containsExactly(0, 0, 0, 0, 0, 1, 1);
    assertThat(role.reps()).extracting(Rep::tier).containsExactly(0, 1, 1, 1, 1, 1, 1);
    assertThat(role.reps().get(1).expertise()).containsExactly(0.0, 1.0);
    assertThat(role.reps().get(2).expertise()).containsExactly(0.5, 0.5);
    assertThat(read("{territories: {east: 2, west: 1}}").reps()).hasSize(3);
  }

  @Test
  void whoComesAndGoesIsReadWithItsUnits() {
    Role role =
        read(
            "{headcount: 2, hires: [{on: 2027-03-01, count: 2, expert: mid}], leavers: [{on:"
                + " 2027-05-01, rep: AE 1}, {on: 2027-06-01, count: 2}], attrition: {rate: 26%/year,"
                + " tenure: [{until: 6 months, rate: x0.5}, {rate: x1.2}]}, backfill: 90 days}");
    assertThat(role.reps()).extracting(Rep::name).containsExactly("AE 1", "AE 2", "AE 3", "AE 4");
    assertThat(role.reps().get(3).started()).contains(LocalDate.of(2027, 3, 1));
    assertThat(role.staffing().leavers()).hasSize(3);
    assertThat(role.staffing().leavers().get(0).rep()).contains("AE 1");
    assertThat(role.staffing().attrition().perYear()).isEqualTo(0.26);
    assertThat(role.staffing().attrition().byTenure().get(1).untilMonths()).isInfinite();
    assertThat(role.headcount(LocalDate.of(2027, 2, 28))).isEqualTo(2);
    assertThat(role.headcount(LocalDate.of(2027, 3, 1))).isEqualTo(4);
    assertThat(role.headcount(LocalDate.of(2027, 6, 1))).isEqualTo(1);
  }

  @Test
  void weightsAreReadAsSharesOfTheirSum() {
    Role role = read("{headcount: 1, routing: {weighted: {territory: 3, tier: 1}}}");
    assertThat(role.routing().policy()).isEqualTo(Policy.WEIGHTED);
    assertThat(role.routing().weights()).containsExactly(0.75, 0.0, 0.0, 0.25, 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headcount: 5",
        "reps: [Ana, Ben, Cid, Dot, Eve]",
        "reps: {Ana: {}, Ben: {}, Cid: {}, Dot: {}, Eve: {started: 2026-09-01}, Fay: {started:"
            + " 2027-02-01}}",
        "headcount: 5, hires: [{on: 2027-05-01, count: 4}]"
      })
  void aHeadcountMayFollowAnotherRolesOfDayOne(String other) {
    String roles = "SE: {headcountPer: {role: AE, ratio: 0.5}}, AE: {" + other + "}";
    Scenario scenario = Texts.read(text("roles: {" + roles + "}\n", "")).scenario().orElseThrow();
    assertThat(scenario.roles().get(0).name()).isEqualTo("SE");
    assertThat(scenario.roles().get(0).reps()).hasSize(3);
  }

  @Test
  void repsMayStandInAFile() {
    String reps =
        "name,skill,started,territory,tier,quota\nAna,0.2,2026-11-01,east,key,90k/quarter\nBen,,,west,,0\n";
    Map<String, String> files =
        Map.of(
            "s.yaml",
            text(roles("{reps: reps.csv, quota: 50k/quarter}"), MARKET),
            "reps.csv",
            reps);
    Role role = Texts.read(files, "s.yaml").scenario().orElseThrow().roles().get(0);
    assertThat(role.reps()).extracting(Rep::name).containsExactly("Ana", "Ben");
    Rep ana = role.reps().get(0);
    assertThat(ana.skill()).contains(0.2);
    assertThat(ana.started()).contains(LocalDate.of(2026, 11, 1));
    assertThat(ana.quotaCents()).contains(9_000_000L);
    assertThat(role.reps().get(1).quotaCents()).isEmpty();
    Map<String, String> wrong =
        Map.of(
            "s.yaml",
            text(roles("{reps: reps.csv}"), MARKET),
            "reps.csv",
            "name,skill,territory,quota\n,0.2,est,lots\nBen,high,west,\n");
    List<String> messages = Texts.messages(Texts.read(wrong, "s.yaml"));
    assertThat(messages)
        .anySatisfy(m -> assertThat(m).startsWith("reps.csv:2").contains("a rep has no name"))
        .anySatisfy(m -> assertThat(m).startsWith("reps.csv:2").contains("did you mean \"east\"?"))
        .anySatisfy(m -> assertThat(m).startsWith("reps.csv:2").contains("quota: lots"))
        .anySatisfy(m -> assertThat(m).startsWith("reps.csv:3").contains("high"));
  }

  private static Role read(String role) {
    return Texts.read(text(roles(role), MARKET)).scenario().orElseThrow().roles().get(0);
  }

  private static Arguments role(String role, String message) {
    return all(roles(role), MARKET, message);
  }

  private static Arguments all(String roles, String more, String message) {
    return Arguments.of(text(roles, more), message);
  }

  private static String roles(String role) {
    return "roles: {AE: " + role + "}\n";
  }

  private static String text(String roles, String more) {
    return Texts.SMALL.replace("roles: {AE: {headcount: 3}}\n", roles) + more;
  }
}

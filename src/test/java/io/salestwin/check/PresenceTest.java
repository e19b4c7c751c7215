package io.salestwin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Fact;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many reps are there in expectation, by hand and against plays. */
class PresenceTest {

  private static final double DAY = 86_400_000.0;
  private static final LocalDate START = LocalDate.of(2027, 1, 1);

  private static Scenario scenario(String role, String more) {
    String text =
        "name: S\nstart: 2027-01-01\nhorizon: 730 days\ncalendar: always\nbegin: {empty: true}\n"
            + "products: {core: {value: 12000}}\nsources: {in: {arrivals: {perMonth: 0}}}\n"
            + "roles: {AE: {"
            + role
            + "}}\nstages: [{name: Talk, owner: AE, advance: 50%}]\n"
            + more;
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", text)), List.of());
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems()));
  }

  private static Presence presence(String role, String more) {
    Scenario scenario = scenario(role, more);
    return new Presence(scenario, scenario.roles().get(0));
  }

  @Test
  void withoutAnythingItIsTheHeadCountByDates() {
    Presence presence =
        presence("headcount: 3, hires: [{on: 2027-02-01}], leavers: [{on: 2027-03-01}]", "");
    assertThat(presence.reps(START)).isEqualTo(3);
    assertThat(presence.reps(LocalDate.of(2027, 2, 1))).isEqualTo(4);
    assertThat(presence.reps(LocalDate.of(2027, 3, 1))).isEqualTo(3);
  }

  @Test
  void whoIsNotReplacedIsMissedForGood() {
    Presence presence = presence("headcount: 10, attrition: 40%/year", "");
    assertThat(presence.reps(START.plusDays(365)))
        .isCloseTo(10 * Math.exp(-0.4 * 365 / 365.25), within(1e-9));
  }

  @Test
  void inTheLongRunAVacancyIsItsShareOfTheTime() {
    Presence presence = presence("headcount: 10, attrition: 200%/year, backfill: 73.05 days", "");
    // tenure 182.625 days, then 73.05 days without anybody
    assertThat(presence.reps(START.plusDays(725)))
        .isCloseTo(10 * 182.625 / (182.625 + 73.05), within(0.01));
  }

  @Test
  void leaveAndLessonsAreTakenOff() {
    // 36.525 days of 365.25 working days
    Presence presence =
        presence(
            "headcount: 10, leave: {daysPerYear: 36.525, on: [2027-05-01]}",
            "training: [{name: a, on: 2027-03-01, role: AE, every: 30 days, from: 20%, to: 80%,"
                + " hours: 5, effects: {}}]\n");
    assertThat(presence.reps(START)).isCloseTo(9, within(1e-9));
    assertThat(presence.reps(LocalDate.of(2027, 5, 1))).isZero();
    assertThat(presence.lessonHours(LocalDate.of(2027, 3, 31))).isCloseTo(27, within(1e-9));
    assertThat(presence.lessonHours(LocalDate.of(2027, 3, 30))).isZero();
  }

  @Test
  void itIsWhatPlaysShowOnTheMean() {
    String role =
        "headcount: 400, attrition: 90%/year, backfill: {exponential: {mean: 60 days}}, hires: [{on:"
            + " 2027-06-01, count: 100}], ramp: {curve: [0%, 25%, 50%, 75%]}";
    Scenario scenario = scenario(role, "");
    Presence presence = new Presence(scenario, scenario.roles().get(0));
    double expected = 0;
    for (int d = 0; d < 730; d++) {
      expected += presence.reps(START.plusDays(d));
    }
    Replication replication = new Replication(SalesModel.of(scenario), 5);
    int plays = 30;
    double[] days = new double[plays];
    double mean = 0;
    for (int r = 0; r < plays; r++) {
      replication.play(r);
      for (int row = 0; row < replication.ledger().periods(); row++) {
        days[r] += replication.ledger().get(Fact.RAMPED_MS, row, 0) / DAY;
      }
      mean += days[r] / plays;
    }
    double squares = 0;
    for (double each : days) {
      squares += (each - mean) * (each - mean);
    }
    // Student's t with 29 degrees of freedom: beyond 4.5 in 1e-4 of the cases; half a day of each
    // rep's 730 is lost where a day is looked at as a whole
    double error = Math.sqrt(squares / (plays - 1) / plays);
    assertThat(expected).isCloseTo(mean, within(4.5 * error + 0.0007 * mean));
    assertThat(4.5 * error).isLessThan(0.02 * mean);
  }

  @ParameterizedTest
  @CsvSource({
    "roles.AE.headcount, rolesname",
    "roles.AE.ramp.months, rolesnameramp",
    "stages[2].timeOut, stagesnametimeout",
    "stages.Talk.advance, stages",
    "targets.2027-Q1, targets",
    "payPlans.ae.cap, payplansname",
    "'', scenario",
    "sources.in.arrivals.growthPerMonth, sourcesnamearrivals",
  })
  void aRuleLeadsToItsKeyInTheReference(String path, String anchor) {
    assertThat(Schema.sectionOf(path)).isEqualTo("scenario-format.md#" + anchor);
    String heading =
        Pattern.compile("(?m)^### (.*)$")
            .matcher(Schema.markdown())
            .results()
            .map(m -> m.group(1).toLowerCase(Locale.ROOT).replace(".", "").replace(' ', '-'))
            .filter(anchor::equals)
            .findFirst()
            .orElse("");
    assertThat(heading).isEqualTo(anchor);
  }
}

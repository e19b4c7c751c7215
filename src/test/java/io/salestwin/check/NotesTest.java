package io.salestwin.check;

import static io.salestwin.check.Scenarios.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotesTest {

  private static List<Warning> notes(Scenario scenario, String rule) {
    return Check.notes(scenario, Expectation.of(scenario)).stream()
        .filter(note -> note.rule().equals(rule))
        .toList();
  }

  /** 30.4375 leads a month x 2 hours on 24 hours a day: 10 hours a week are 43.5 a month. */
  @Test
  void aRoleOutsideOfTheBandIsToldHowManyWouldBeInside() {
    // 60.9 / (3 x 43.5) = 47 %; 60.9 / 43.5 / 0.8 = 1.75, / 0.7 = 2
    String[] three = {"roles.AE.headcount=3", "roles.AE.hoursPerWeek=10"};
    assertThat(notes(daily(three), "utilisation-band"))
        .extracting(Warning::message)
        .containsExactly(
            "3 AE are asked for 47 % of their hours; 70 to 80 % leaves room for growth, which is 2"
                + " of them");
    assertThat(notes(daily("roles.AE.headcount=2", "roles.AE.hoursPerWeek=10"), "utilisation-band"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stages.Talk.advance=95%; stages.Deal.advance=60% | win rate of opportunities: 57 %",
        "products.core.value=200k | cycle of deals from 100,000 on: 30.1 days",
        "stages.Deal.delay=80 days | cycle of deals under 25,000: 90.1 days",
        "roles.AE.ramp={months: 20} | ramp: 20 months",
        "roles.AE.attrition=60%/year | attrition in a year: 60 %",
        "roles.AE.quota=100k/quarter; roles.AE.salary=30k; roles.AE.variable=10k | quota over pay"
            + " at quota: 10 times",
        "segments={all: {churn: 40%/year}}; customers={} | customers kept in a year: 60 %",
        "calendar={hoursPerDay: 8}; roles.AE.hoursPerWeek=10 | share of the week for sales: 25 %",
        "sources.inbound.arrivals.perRepDay=2; sources.inbound.arrivals.role=AE | qualified leads"
            + " that a rep finds a month: 21",
        "roles.AE.quota=10k/quarter; plan={roles: {AE: {pipeline: 90k/quarter}}} | pipeline over"
            + " quota: 9 times",
      })
  void aFigureOutsideOfItsRangeIsToldWithItsSource(String sets, String message) {
    List<Warning> found = notes(daily(sets.split("; ")), "benchmark");
    assertThat(found).extracting(Warning::message).anyMatch(m -> m.startsWith(message));
    assertThat(found).allSatisfy(w -> assertThat(w.message()).contains("published are", "("));
    assertThat(notes(daily(), "benchmark"))
        .extracting(Warning::message)
        .noneMatch(m -> m.startsWith(message));
  }

  /** (10 x 2,400 + 365 leads x 20) / (365 x 20 % x 1,000 / 12 months) = 5.14. */
  @Test
  void paybackIsPayAndLeadsOverTheMarginOfAMonth() {
    assertThat(notes(daily("roles.AE.salary=2400", "sources.inbound.cost=20"), "benchmark"))
        .extracting(Warning::message)
        .anyMatch(m -> m.startsWith("payback of sellers' pay and leads: 5.14 months"));
  }

  @Test
  void whatTheArithmeticLeavesOutIsNamed() {
    assertThat(notes(daily(), "not-in-this-arithmetic")).isEmpty();
    Scenario more =
        daily(
            "roles.AE.attrition=20%/year",
            "roles.AE.leave={daysPerYear: 25}",
            "hygiene={slips: {limit: 2}}",
            "shocks=[{name: drought, from: 2027-05-01, for: 60 days, odds: -0.2}]");
    assertThat(notes(more, "not-in-this-arithmetic"))
        .extracting(Warning::message)
        .containsExactly("the figures above leave out shocks, hygiene");
  }

  /** 40 % is 0.67 to 1; an effect of -1 makes 0.245 to 1, 19.7 %: 0.7 x 40 + 0.3 x 19.7 = 33.9. */
  @Test
  void aStatedChanceIsThatAgainstNobody() {
    Scenario both =
        daily("competitors={Acme: {share: 30%, effects: {Deal: -1}}, Globex: {share: 10%}}");
    assertThat(notes(both, "competitor-odds"))
        .extracting(Warning::message)
        .containsExactly(
            "a stated chance is that of a lead that meets nobody: 40 %, 20 % against Acme, 34 %"
                + " over all leads that come");
    assertThat(notes(both, "competitor-without-effect"))
        .extracting(Warning::path)
        .containsExactly("competitors.Globex.effects");
    assertThat(notes(daily(), "competitor-odds")).isEmpty();
  }

  /** Ten reps find a lead a day each; ten more from the middle of the year on double that. */
  @Test
  void datedHiresBringLeadsFromTheirFirstDay() {
    String[] own = {
      "sources.inbound.arrivals={perRepDay: 1, role: AE}",
      "roles.AE.hires=[{on: 2027-07-02, count: 10}]"
    };
    Expectation expected = Expectation.of(daily(own));
    assertThat(expected.sources().get(0).leads()).isCloseTo(182 * 10 + 183 * 20, within(1e-6));
    assertThat(expected.sources().get(0).perMonthAtEnd())
        .isCloseTo(2 * expected.sources().get(0).perMonthAtStart(), within(1e-9));
  }
}

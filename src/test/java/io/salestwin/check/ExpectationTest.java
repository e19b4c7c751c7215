package io.salestwin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.check.Expectation.Coverage;
import io.salestwin.check.Expectation.PeriodFigure;
import io.salestwin.check.Expectation.RoleFigure;
import io.salestwin.scenario.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  private static final double FINE = 1e-9;

  @Test
  void inSteadyStateTheFlowIsArrivalsTimesChances() {
    Expectation e = Expectation.of(Scenarios.daily());
    assertThat(e.stages().get(0).visitsPerMonth()).isCloseTo(30.4375, within(FINE));
    assertThat(e.stages().get(1).visitsPerMonth()).isCloseTo(15.21875, within(FINE));
    assertThat(e.winRate()).isCloseTo(0.2, within(FINE));
    assertThat(e.dealValue()).isCloseTo(1000, within(FINE));
    // 90, 91, 92 and 92 days, each with 0.2 wins
    assertThat(e.periods().stream().map(PeriodFigure::wins).toList())
        .usingElementComparator((a, b) -> Math.abs(a - b) < FINE ? 0 : 1)
        .containsExactly(18.0, 18.2, 18.4, 18.4);
    assertThat(e.periods().get(0).bookings()).isCloseTo(18_000, within(1e-6));
  }

  @Test
  void cycleAndOpenLeadsFollowFromTheStays() {
    Expectation e = Expectation.of(Scenarios.daily());
    double talk = 10 + 2.0 / 24; // an hour of effort is an hour of plain time, day and night
    assertThat(e.stages().get(0).meanDays()).isCloseTo(talk, within(FINE));
    assertThat(e.cycleDays()).isCloseTo(talk + 20, within(FINE));
    RoleFigure ae = e.roles().get(0);
    assertThat(ae.openLeadsInTheLongRun()).isCloseTo((talk + 0.5 * 20) / 10, within(FINE));
    assertThat(ae.openLeads()).isCloseTo((talk + 0.5 * 20) / 10, within(0.02));
  }

  @Test
  void hoursAreVisitsTimesExpectedRepeats() {
    Scenario three = Scenarios.daily("stages.Talk.work[0].times=3", "stages.Talk.work[0].stop=50%");
    RoleFigure ae = Expectation.of(three).roles().get(0);
    // 1 + 0.5 + 0.25 repeats of 2 hours
    assertThat(ae.tasks().get(0).hours()).isCloseTo(3.5, within(FINE));
    assertThat(ae.neededHours()).isCloseTo(30.4375 * 3.5, within(1e-6));
    assertThat(ae.availableHours()).isCloseTo(10 * 24 * 30.4375, within(1e-6));
  }

  @Test
  void loopsAreSolvedByLinearEquations() {
    Scenario loop = Scenarios.daily("stages.Deal.regress={to: Talk, probability: 20%}");
    Expectation e = Expectation.of(loop);
    // visits: a = 1 + 0.2 b, b = 0.5 a, so a = 1 / 0.9; won: b x 0.8 x 0.4
    assertThat(e.stages().get(0).visitsPerLead()).isCloseTo(1 / 0.9, within(FINE));
    assertThat(e.winRate()).isCloseTo(0.5 / 0.9 * 0.32, within(FINE));
    assertThat(e.stages().get(0).visitsPerMonth()).isCloseTo(30.4375 / 0.9, within(1e-6));
    // opportunities begin at the first stage: those that come back are not created again
    assertThat(e.periods().get(1).created()).isCloseTo(91, within(1e-6));
  }

  @Test
  void advanceIsShownAfterTimeOuts() {
    Scenario cut =
        Scenarios.daily(
            "stages.Deal.delay={exponential: {mean: 20 days}}", "stages.Deal.timeOut=20 days");
    Expectation e = Expectation.of(cut);
    double kept = 1 - StrictMath.exp(-1);
    assertThat(e.stages().get(1).stated()).isEqualTo(0.4);
    assertThat(e.stages().get(1).afterTimeOut()).isCloseTo(0.4 * kept, within(FINE));
    assertThat(e.stages().get(1).cut()).isCloseTo(1 - kept, within(FINE));
    // the mean of an exponential cut at its mean is mean x (1 - 1/e)
    assertThat(e.stages().get(1).meanDays()).isCloseTo(20 * kept, within(0.01));
    assertThat(e.winRate()).isCloseTo(0.5 * 0.4 * kept, within(FINE));
    assertThat(e.periods().get(2).wins()).isCloseTo(92 * 0.2 * kept, within(1e-6));
  }

  @Test
  void coverageIsTheBinomialTail() {
    Scenario target = Scenarios.daily("targets={2027-Q2: 18k}");
    Expectation e = Expectation.of(target);
    assertThat(e.coverage(e.periods().get(0))).isEmpty();
    Coverage c = e.coverage(e.periods().get(1)).orElseThrow();
    assertThat(c.needed()).isEqualTo(18);
    // 91 created, and 10 + 1/12 days + half of 20 days open at the start
    assertThat(c.opportunities()).isEqualTo(111);
    assertThat(c.winRate()).isCloseTo(0.2, within(FINE));
    assertThat(c.odds()).isCloseTo(binomialAtLeast(18, 111, 0.2), within(1e-9));
    assertThat(c.forEven()).isLessThan(c.forEighty());
    assertThat(c.forEighty()).isLessThan(c.forNinety());
  }

  /** The sum of the binomial probabilities, term by term. */
  private static double binomialAtLeast(int k, int n, double p) {
    double term = StrictMath.pow(1 - p, n);
    double below = 0;
    for (int i = 0; i < k; i++) {
      below += term;
      term *= (n - i) / (i + 1.0) * p / (1 - p);
    }
    return 1 - below;
  }

  @Test
  void openDealsGoOnGivenTheirAge() {
    String csv =
        """
        id,stage,age,owner,value
        a,Deal,5,AE 1,500
        b,Deal,30,AE 1,500
        c,Talk,,,
        """;
    String text = Scenarios.DAILY.replace("{warmUp: 400 days}", "{pipeline: open.csv}");
    Scenario given =
        Scenarios.read(
            Map.of("s.yaml", text, "open.csv", csv), "sources.inbound.arrivals.perMonth=0");
    Expectation e = Expectation.of(given);
    // a: 40 %; b is older than any; c: 50 % x 40 %
    assertThat(e.periods().get(0).wins()).isCloseTo(0.4 + 0.2, within(1e-6));
    assertThat(e.periods().get(0).bookings()).isCloseTo(0.4 * 500 + 0.2 * 1000, within(1e-3));
    assertThat(e.pipeline()).isEqualTo(new Expectation.GivenPipeline(3, 1, 1, 1));
  }

  @Test
  void growthAndBurstsCountFromTheStart() {
    Scenario grows =
        Scenarios.daily(
            "sources.inbound.arrivals.growthPerMonth=10%",
            "sources.inbound.arrivals.on={2027-03-01: 60}");
    Expectation.SourceFigure inbound = Expectation.of(grows).sources().get(0);
    double months = 365 / 30.4375;
    assertThat(inbound.perMonthAtStart()).isCloseTo(30.4375, within(FINE));
    assertThat(inbound.perMonthAtEnd())
        .isCloseTo(30.4375 * StrictMath.pow(1.1, months), within(1e-6));
    assertThat(inbound.burstLeads()).isEqualTo(60);
    double growth = StrictMath.pow(1.1, 1 / 30.4375);
    double days = (StrictMath.pow(growth, 365) - 1) / (growth - 1);
    assertThat(inbound.leads()).isCloseTo(days + 60, within(1e-6));
  }
}

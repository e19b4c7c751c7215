package io.salestwin.planning.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Rich;
import io.salestwin.planning.pay.PayReview.QuotaReview;
import io.salestwin.planning.pay.PayReview.RoleReview;
import io.salestwin.report.PayReport;
import io.salestwin.report.TextStyle;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pay plan costs, from the rows of a run. */
class PayReviewTest {

  private static final String TIERS =
      "payPlans={ae: {rate: 10%, tiers: [{from: 0%, pays: x1}, {from: 100%, pays: x1.5}, {from:"
          + " 125%, pays: x2}]}}";

  private static RunResult run(String... sets) {
    Scenario scenario = Rich.with(sets);
    return Runner.local(2).run(new RunPlan(scenario, 3, 40), Progress.SILENT);
  }

  @Test
  void acceleratorsCostMoreThanTheMeanAttainmentSays() {
    RunResult rows = run(TIERS, "roles.AE.payPlan=ae");
    PayReview review = PayReview.of(rows);
    assertThat(review.roles()).hasSize(1);
    RoleReview ae = review.roles().get(0);
    assertThat(ae.plans()).containsExactly("ae");
    assertThat(ae.target()).isCloseTo(2 * 8_000, within(1e-9));
    assertThat(ae.bands().stream().mapToDouble(b -> b).sum()).isCloseTo(1, within(1e-12));
    // the mean attainment is within one tier, so the pay at it is known by hand
    double mean = ae.attainment().orNaN();
    double atMean =
        mean <= 1 ? mean : 1 + 1.5 * (Math.min(mean, 1.25) - 1) + 2 * Math.max(0, mean - 1.25);
    assertThat(ae.atExpected().orElseThrow()).isCloseTo(atMean, within(1e-9));
    assertThat(ae.convexity()).isGreaterThan(0.02);
    double pay = 0;
    for (double p : rows.column("pay")) {
      pay += p / rows.replications();
    }
    assertThat(review.pay().orNaN()).isCloseTo(pay, within(1e-6));
    assertThat(ae.pay().orNaN()).isCloseTo(pay / 6, within(1e-6));
    QuotaReview q1 = review.quotas().get(0);
    assertThat(q1.quotas()).isEqualTo(6 * 80_000);
    assertThat(q1.target()).hasValue(900_000);
  }

  /** A plan without tiers is a straight line: the mean of the pay is the pay of the mean. */
  @Test
  void aPlainRateHasNoConvexity() {
    RoleReview ae =
        PayReview.of(run("payPlans={ae: {rate: 10%}}", "roles.AE.payPlan=ae")).roles().get(0);
    assertThat(ae.convexity()).isCloseTo(0, within(1e-9));
    assertThat(ae.accelerated().orNaN()).isCloseTo(0, within(1e-12));
  }

  /** What a cap withholds is the difference to the plan without it, on the same deals. */
  @Test
  void whatACapWithholdsIsTheDifferenceToThePlanWithoutIt() {
    RoleReview free = PayReview.of(run(TIERS, "roles.AE.payPlan=ae")).roles().get(0);
    RoleReview capped =
        PayReview.of(run(TIERS, "payPlans.ae.cap=110%", "roles.AE.payPlan=ae")).roles().get(0);
    assertThat(capped.lostToCap().orNaN()).isGreaterThan(0);
    assertThat(capped.pay().orNaN() + capped.lostToCap().orNaN())
        .isCloseTo(free.pay().orNaN(), within(1e-6));
    assertThat(capped.convexity()).isLessThan(free.convexity());
  }

  @Test
  void theReviewIsToldInWordsAndInJson() {
    PayReport report = new PayReport(PayReview.of(run(TIERS, "roles.AE.payPlan=ae")), List.of());
    assertThat(report.text(TextStyle.PLAIN))
        .contains("AE  6 reps, ae", "accelerators' share of the pay", "2027-Q1  480 k USD, 53 %");
    assertThat(report.json()).contains("\"payToTargetAtExpectedAttainment\"", "\"under 50 %\"");
  }

  @Test
  void withoutVariablePayThereIsNothingToReview() {
    PayReview review = PayReview.of(run());
    assertThat(review.roles()).isEmpty();
    assertThat(review.pay().value()).isEmpty();
    assertThat(new PayReport(review, List.of()).text(TextStyle.PLAIN))
        .contains("The scenario has no variable pay. Give a role a payPlan");
  }
}

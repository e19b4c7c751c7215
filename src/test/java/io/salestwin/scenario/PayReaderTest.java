package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Pay plans as people write them. */
class PayReaderTest {

  private static final String ROLE = "{AE: {headcount: 2, quota: 90k/quarter, payPlan: ae}}";

  @Test
  void aPlanIsReadWithItsUnits() {
    Scenario scenario =
        Texts.read(
                small(
                        "{AE: {headcount: 2, quota: 90k/quarter, payPlan: {2027-01-01: ae},"
                            + " variable: 40k/year}}")
                    + "payPlans: {ae: {components: {own: {weight: 75%}, wins: {weight: 25%, of:"
                    + " deals, quota: 8}}, tiers: [{from: 0%, pays: x1}, {from: 110%, pays: 2}],"
                    + " draw: {amount: 1k/month, recoverable: false}}}\n")
            .scenario()
            .orElseThrow();
    PayTerms plan = scenario.payPlans().get(0);
    assertThat(plan.components().get(1).quota()).contains(8L);
    assertThat(plan.tiers()).contains(new PayTerms.Tier(1.1, 2));
    assertThat(plan.draw()).contains(new PayTerms.Draw(300_000, false));
    RolePay pay = scenario.roles().get(0).pay();
    assertThat(pay.variableCents()).contains(4_000_000L);
    assertThat(pay.planOn(LocalDate.of(2026, 12, 31))).isEmpty();
    assertThat(pay.planOn(LocalDate.of(2027, 1, 1))).contains(0);
  }

  @Test
  void whatIsWrongWithAPlanIsToldAtOnce() {
    assertThat(
            Texts.messages(
                Texts.read(
                    small("{AE: {headcount: 2, payPlan: ea}, BE: {headcount: 1, payPlan: ae}}")
                        + "payPlans: {ae: {components: {a: {weight: 60%, of: margin}, b: {weight:"
                        + " 30%}}, tiers: [{from: 10%, pays: x1}, {from: 5%, pays: x2}]}}\n")))
        .anySatisfy(
            m -> assertThat(m).contains("there is no pay plan \"ea\"; did you mean \"ae\"?"))
        .anySatisfy(m -> assertThat(m).contains("the weights of the components sum to 90%, not to"))
        .anySatisfy(m -> assertThat(m).contains("says nothing of margin; add quota: 60k"))
        .anySatisfy(m -> assertThat(m).contains("the first tier begins at 10%, not at 0%"))
        .anySatisfy(m -> assertThat(m).contains("a tier must begin above the one before it, 10%"))
        .anySatisfy(m -> assertThat(m).contains("pays by attainment, but the role has no quota"))
        .anySatisfy(m -> assertThat(m).contains("nor the role says how much is paid"));
  }

  @Test
  void aPlanPerDealNeedsAnAmount() {
    assertThat(
            Texts.messages(
                Texts.read(
                    small(ROLE)
                        + "payPlans: {ae: {rate: 10%, components: {wins: {of: deals, quota:"
                        + " 8}}}}\n")))
        .singleElement()
        .satisfies(m -> assertThat(m).contains("pays for deals, of which a rate is no money"));
  }

  private static String small(String roles) {
    return Texts.SMALL.replace("{AE: {headcount: 3}}", roles);
  }
}

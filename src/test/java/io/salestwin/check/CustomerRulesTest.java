package io.salestwin.check;

import static io.salestwin.check.Scenarios.DAILY;
import static io.salestwin.check.Scenarios.daily;
import static io.salestwin.check.Scenarios.read;
import static io.salestwin.check.Scenarios.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerRulesTest {

  @Test
  void moreWinsThanCanBeTakenInAreToldWithTheirArithmetic() {
    // 30.4375 leads a month x 50 % x 40 % = 6.0875 wins, each of which takes 2 months
    String text = DAILY + "customers: {onboarding: {duration: 2 months, capacity: %s}}\n";
    Warning w = warnings(read(text.replace("%s", "10")), "onboarding-over-capacity").get(0);
    assertThat(w.path()).isEqualTo("customers.onboarding.capacity");
    assertThat(w.message())
        .isEqualTo(
            "6.09 wins a month x 2 months = 12.2 customers at once for 10 places, 122 %: the"
                + " go-live backlog grows by 1.09 a month");
    assertThat(w.advice()).startsWith("have 15 places for at most 85 %");
    assertThat(
            warnings(read(text.replace("%s", "13")), "onboarding-over-capacity").get(0).message())
        .endsWith("13 places, 94 %: won deals will wait to be taken in");
    assertThat(warnings(read(text.replace("%s", "15")), "onboarding-over-capacity")).isEmpty();
  }

  @Test
  void placesOfARoleArePerRepAndTheRoleIsUsed() {
    String text =
        DAILY.replace("roles: {", "roles: {CSM: {headcount: 4}, ")
            + "customers: {onboarding: {duration: 2 months, capacity: 3, role: CSM}}\n";
    assertThat(warnings(read(text), "onboarding-over-capacity").get(0).message())
        .contains("for 12 places, 101 %");
    assertThat(warnings(read(text, "roles.CSM.headcount=5"), "onboarding-over-capacity")).isEmpty();
    assertThat(warnings(read(text), "unused")).isEmpty();
  }

  @Test
  void expansionWithoutCustomersChangesNothing() {
    String text = DAILY + "segments: {smb: {expansion: 8%/year}}\n";
    assertThat(warnings(read(text), "unused").get(0).path()).isEqualTo("segments.smb.expansion");
    assertThat(warnings(read(text + "customers: {}\n"), "unused")).isEmpty();
    assertThat(Check.warnings(daily())).isEmpty();
  }
}

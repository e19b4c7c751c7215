package io.salestwin.check;

import io.salestwin.scenario.Customers.Onboarding;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can what is sold be delivered, and does what is said about customers have an effect? */
final class CustomerRules {

  private static final double MONTH_MS = 365.25 / 12 * 86_400_000.0;

  private CustomerRules() {}

  /** Wins a month times the months that each takes to go live, against the places there are. */
  static List<Warning> onboardingOverCapacity(Scenario scenario, Expectation expected) {
    Optional<Onboarding> given = scenario.customers().flatMap(c -> c.onboarding());
    if (given.isEmpty() || given.get().capacity() == 0) {
      return List.of();
    }
    double wins = expected.periods().stream().mapToDouble(p -> p.wins()).sum() / expected.months();
    double months = given.get().duration().mean() / MONTH_MS;
    long places = places(scenario, given.get());
    double load = wins * months / places;
    if (!(load > CapacityRules.BUSY) || Double.isInfinite(load)) {
      return List.of();
    }
    String end =
        load > 1
            ? ": the go-live backlog grows by " + Say.number(wins - places / months) + " a month"
            : ": won deals will wait to be taken in";
    return List.of(
        new Warning(
            "onboarding-over-capacity",
            "customers.onboarding.capacity",
            Say.number(wins)
                + " wins a month x "
                + Say.number(months)
                + " months = "
                + Say.number(wins * months)
                + " customers at once for "
                + Say.number(places)
                + " places, "
                + Say.percent(load)
                + end,
            "have "
                + (long) Math.ceil(wins * months / CapacityRules.BUSY)
                + " places for at most 85 %, or make onboarding shorter"));
  }

  private static long places(Scenario scenario, Onboarding onboarding) {
    if (onboarding.role() < 0) {
      return onboarding.capacity();
    }
    Role role = scenario.roles().get(onboarding.role());
    return (long) onboarding.capacity() * role.headcount(scenario.start());
  }

  /** Expansion is played with customers only. */
  static List<Warning> expansionWithoutCustomers(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (Segment segment : scenario.segments()) {
      if (segment.expansion() > 0 && scenario.customers().isEmpty()) {
        found.add(
            new Warning(
                "unused",
                Warning.path("segments", segment.name(), ".expansion"),
                "this changes nothing: no customers are played",
                "add customers: {}, or take it out"));
      }
    }
    return found;
  }
}

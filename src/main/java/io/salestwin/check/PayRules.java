package io.salestwin.check;

import io.salestwin.calendar.CalendarUnit;
import io.salestwin.calendar.Period;
import io.salestwin.check.Expectation.PeriodFigure;
import io.salestwin.scenario.PayTerms;
import io.salestwin.scenario.PayTerms.Component;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What makes pay plans work against those who wrote them. */
final class PayRules {

  private static final int MOST_PARTS = 3;

  private PayRules() {}

  /** A plan that nobody can work out on a napkin. */
  static List<Warning> tooManyParts(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        plan -> {
          if (plan.components().size() <= MOST_PARTS) {
            return List.of();
          }
          return List.of(
              new Warning(
                  "pay-plan-parts",
                  "payPlans." + plan.name() + ".components",
                  plan.components().size()
                      + " components ("
                      + plan.components().stream()
                          .map(Component::name)
                          .collect(Collectors.joining(", "))
                      + "): reps cannot work out what a deal pays",
                  "keep the two or three that matter"));
        });
  }

  /** A plan that pays nothing to those who come close. */
  static List<Warning> cliff(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        plan -> {
          if (plan.cliff() <= 0) {
            return List.of();
          }
          String cliff = Say.percent(plan.cliff());
          return List.of(
              new Warning(
                  "pay-plan-cliff",
                  "payPlans." + plan.name() + ".cliff",
                  "nothing is paid under "
                      + cliff
                      + " of the quota, and the pay for all of it at "
                      + cliff
                      + ": that discourages new reps, and moves deals across the end of a period",
                  "remove it; the command pay says what it withholds"));
        });
  }

  /** A plan that makes the best stop. */
  static List<Warning> cap(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        plan -> {
          if (plan.cap().isEmpty()) {
            return List.of();
          }
          return List.of(
              new Warning(
                  "pay-plan-cap",
                  "payPlans." + plan.name() + ".cap",
                  "no more is paid than "
                      + Say.percent(plan.cap().get())
                      + " of the pay at quota: the best keep deals back for the next period, or"
                      + " leave",
                  "remove it; the command pay says what it withholds"));
        });
  }

  private static List<Warning> each(Scenario scenario, Function<PayTerms, List<Warning>> rule) {
    return scenario.payPlans().stream().flatMap(plan -> rule.apply(plan).stream()).toList();
  }

  /** Another plan while the fiscal year runs. */
  static List<Warning> changeInTheYear(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (Role role : scenario.roles()) {
      List<LocalDate> days = role.pay().plans().keySet().stream().skip(1).toList();
      for (LocalDate day : days) {
        if (!isBeginOfYear(scenario, day) && day.isAfter(scenario.start())) {
          found.add(
              new Warning(
                  "pay-plan-change",
                  "roles." + role.name() + ".payPlan",
                  "the pay plan changes on "
                      + day
                      + ", in the middle of the fiscal year: reps who planned by the old one lose"
                      + " trust",
                  "change it with the fiscal year, or let deals in progress keep the old one"));
        }
      }
    }
    return found;
  }

  private static boolean isBeginOfYear(Scenario scenario, LocalDate day) {
    return day.getDayOfMonth() == 1
        && scenario.fiscalYear().monthOfQuarter(day) == 0
        && day.getMonth() == scenario.fiscalYear().startMonth();
  }

  /** The quotas of a quarter together against its target. */
  static List<Warning> quotasAgainstTarget(Scenario scenario, Expectation expected) {
    double quotas = 0;
    String sum = "";
    for (Role role : scenario.roles()) {
      if (role.quotaCents().isPresent()) {
        double quota = role.quotaCents().get() / 100.0;
        quotas += quota * role.headcount(scenario.start());
        sum +=
            (sum.isEmpty() ? "" : " + ")
                + role.headcount(scenario.start())
                + " "
                + role.name()
                + " x "
                + Say.money(scenario, quota);
      }
    }
    List<Warning> found = new ArrayList<>();
    boolean quarters = scenario.reporting() == Scenario.Grain.QUARTER;
    if (quotas == 0 || !quarters || scenario.targets().basis() != Scenario.Basis.ACV) {
      return found;
    }
    for (PeriodFigure period : expected.periods()) {
      if (period.target().isPresent()
          && !partial(scenario, period.name())
          && quotas < period.target().getAsDouble()) {
        found.add(
            new Warning(
                "quotas-under-target",
                Warning.path("targets", period.name(), ""),
                sum
                    + " = "
                    + Say.money(scenario, quotas)
                    + ", less than the target of "
                    + Say.money(scenario, period.target().getAsDouble())
                    + ": it is missed even if every rep reaches the quota",
                "quotas together of 120 % to 125 % of the target are usual"));
      }
    }
    return found;
  }

  private static boolean partial(Scenario scenario, String name) {
    return scenario
        .fiscalYear()
        .periods(scenario.start(), scenario.end(), CalendarUnit.QUARTER)
        .stream()
        .filter(p -> p.name().equals(name))
        .anyMatch(Period::clipped);
  }
}

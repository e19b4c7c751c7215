package io.salestwin.check;

import io.salestwin.check.Expectation.Coverage;
import io.salestwin.check.Expectation.PeriodFigure;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can what is asked for come out of what goes in? */
final class TargetRules {

  /** A target or the sum of quotas this much above the mean is called out of reach. */
  static final double OVER = 1.25;

  private TargetRules() {}

  /** The targets against the expected bookings, per period. */
  static List<Warning> targetAgainstExpectation(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (PeriodFigure period : expected.periods()) {
      double mean = period.booked() + period.bookings();
      if (period.target().isEmpty() || period.target().getAsDouble() <= OVER * mean) {
        continue;
      }
      double target = period.target().getAsDouble();
      String booked =
          period.booked() > 0 ? Say.amount(scenario, period.booked()) + " booked before + " : "";
      String size =
          period.wins() > 0
              ? Say.number(period.wins())
                  + " deals won x "
                  + Say.amount(scenario, period.bookings() / period.wins())
              : "no deal won";
      found.add(
          new Warning(
              "target-against-expectation",
              Warning.path("targets", period.name(), ""),
              booked
                  + size
                  + " = "
                  + Say.amount(scenario, mean)
                  + " on the mean even if no lead waits for a rep, but the target is "
                  + Say.amount(scenario, target)
                  + (mean > 0 ? ", " + Say.number(target / mean) + " times that" : ""),
              "lower the target, or change what brings leads, odds or deal size"));
    }
    return found;
  }

  /** The opportunities of a period against what its target needs at the win rate, as odds. */
  static List<Warning> coverageAgainstWinRate(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (PeriodFigure period : expected.periods()) {
      Optional<Coverage> coverage = expected.coverage(period).filter(c -> c.odds() < 0.5);
      if (coverage.isEmpty()) {
        continue;
      }
      Coverage c = coverage.get();
      found.add(
          new Warning(
              "coverage-against-win-rate",
              Warning.path("targets", period.name(), ""),
              Say.number(period.open())
                  + " opportunities open at its start + "
                  + Say.number(period.created())
                  + " created = "
                  + Say.number(c.opportunities())
                  + " for the "
                  + Say.number(c.needed())
                  + " deals that the target needs, a coverage of "
                  + Say.number(c.atHand())
                  + "; at a win rate of "
                  + Say.percent(c.winRate())
                  + " that reaches it in "
                  + Say.ofHundred(c.odds())
                  + " cases even if every deal is decided in time",
              "even odds take a coverage of "
                  + Say.number(c.forEven())
                  + ", 80 of 100 "
                  + Say.number(c.forEighty())
                  + ", 90 of 100 "
                  + Say.number(c.forNinety())));
    }
    return found;
  }

  /** The sum of quotas over the horizon against the expected bookings. */
  static List<Warning> quotaAgainstPipeline(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    double wins = expected.periods().stream().mapToDouble(PeriodFigure::wins).sum();
    double annual = expected.periods().stream().mapToDouble(PeriodFigure::annual).sum();
    double quarters = expected.months() / 3;
    for (Role role : scenario.roles()) {
      if (role.quotaCents().isEmpty()) {
        continue;
      }
      double quota = role.quotaCents().get() / 100.0;
      double sum = quota * role.headcount(scenario.start()) * quarters;
      if (sum > OVER * annual) {
        found.add(
            new Warning(
                "quota-against-pipeline",
                Warning.path("roles", role.name(), ".quota"),
                role.headcount(scenario.start())
                    + " "
                    + role.name()
                    + " x "
                    + Say.money(scenario, quota)
                    + " x "
                    + Say.number(quarters)
                    + " quarters = "
                    + Say.money(scenario, sum)
                    + ", but pipeline x win rate gives "
                    + Say.number(wins)
                    + " deals or "
                    + Say.money(scenario, annual)
                    + " on the mean, "
                    + Say.percent(annual / sum)
                    + " of the quotas"
                    + overAssigned(scenario, expected, sum),
                "quotas of up to "
                    + Say.money(
                        scenario, OVER * annual / quarters / role.headcount(scenario.start()))
                    + " a quarter keep the mean attainment at 80 % or more"));
      }
    }
    return found;
  }

  /** The quotas beside the targets, where every period has one in the same money. */
  private static String overAssigned(Scenario scenario, Expectation expected, double quotas) {
    boolean all = expected.periods().stream().allMatch(p -> p.target().isPresent());
    if (!all || scenario.targets().basis() != Scenario.Basis.ACV) {
      return "";
    }
    double targets = expected.periods().stream().mapToDouble(p -> p.target().orElse(0)).sum();
    return " (the targets sum to "
        + Say.money(scenario, targets)
        + ", so "
        + Say.number(quotas / targets)
        + " times as much quota is handed out as is needed)";
  }

  /** A rule about reaching targets where there is none. */
  static List<Warning> thresholdWithoutTarget(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    List<Threshold> rules = scenario.thresholds();
    for (int i = 0; i < rules.size(); i++) {
      Threshold rule = rules.get(i);
      if (rule.measure() != Threshold.Measure.HIT || !rule.figure().isEmpty()) {
        continue;
      }
      List<String> without =
          expected.periods().stream()
              .filter(p -> p.target().isEmpty())
              .map(PeriodFigure::name)
              .toList();
      if (!without.isEmpty()) {
        found.add(
            new Warning(
                "threshold-without-target",
                "thresholds[" + i + "]",
                "\""
                    + rule.text()
                    + "\" is about the whole horizon, but there is no target for "
                    + String.join(", ", without),
                "give targets to all periods, or name the period in the rule"));
      }
    }
    return found;
  }
}

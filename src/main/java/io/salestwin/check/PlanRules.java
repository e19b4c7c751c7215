package io.salestwin.check;

import io.salestwin.scenario.Plan.OfRole;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Do the things that are wanted of a role's reps fit together? */
final class PlanRules {

  /** Figures for the same thing this far apart, as a ratio, contradict each other. */
  static final double APART = 1.25;

  private PlanRules() {}

  /** A head-count that one wish asks for, with its arithmetic. */
  private record Asked(String sum, double reps) {}

  /** How many reps each of the wishes asks for, given the leads that come. */
  static List<Warning> headCounts(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          List<Asked> asked = asked(wishes, role);
          double least = asked.stream().mapToDouble(Asked::reps).min().orElse(0);
          double most = asked.stream().mapToDouble(Asked::reps).max().orElse(0);
          if (!(most > 1.5 * least)) {
            return List.of();
          }
          String name = wishes.role(role).name();
          return List.of(
              new Warning(
                  "plan-head-counts",
                  wishes.path(role, ""),
                  Say.number(wishes.leads())
                      + " leads a month give "
                      + String.join("; ", asked.stream().map(Asked::sum).toList())
                      + ": the same leads ask for "
                      + Say.number(least)
                      + " to "
                      + Say.number(most)
                      + " "
                      + name
                      + ", where there are "
                      + wishes.role(role).headcount(scenario.start()),
                  "choose which of these counts, and set the others by it"));
        });
  }

  private static List<Asked> asked(Wishes wishes, OfRole role) {
    List<Asked> asked = new ArrayList<>();
    for (Map.Entry<Integer, Double> visit : sorted(role).entrySet()) {
      double flow = wishes.entering(visit.getKey());
      asked.add(asked(Say.number(flow) + " x " + name(wishes, visit), flow, visit.getValue()));
    }
    double deals = wishes.deals();
    role.deals()
        .ifPresent(
            wanted -> asked.add(asked(Say.number(deals) + " deals a quarter", deals, wanted)));
    wishes
        .role(role)
        .quotaCents()
        .ifPresent(
            cents -> {
              double quota = cents / 100.0;
              double money = deals * wishes.dealSize();
              asked.add(
                  new Asked(
                      wishes.money(money)
                          + " a quarter / a quota of "
                          + wishes.money(quota)
                          + " = "
                          + Say.number(money / quota),
                      money / quota));
            });
    return asked;
  }

  private static Asked asked(String what, double flow, double each) {
    return new Asked(
        what + " / " + Say.number(each) + " = " + Say.number(flow / each), flow / each);
  }

  private static String name(Wishes wishes, Map.Entry<Integer, Double> visit) {
    return wishes.stage(visit.getKey()).name();
  }

  private static Map<Integer, Double> sorted(OfRole role) {
    return new TreeMap<>(role.visits());
  }

  /** What the visits of a month come to in deals, against the deals that are wanted. */
  static List<Warning> visitsAgainstDeals(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          List<String> sums = new ArrayList<>();
          for (Map.Entry<Integer, Double> visit : sorted(role).entrySet()) {
            double chance = wishes.chance(visit.getKey(), wishes.win());
            double deals = 3 * visit.getValue() * chance;
            if (role.deals().isPresent() && apart(deals, role.deals().get())) {
              sums.add(
                  Say.number(visit.getValue())
                      + " x "
                      + name(wishes, visit)
                      + " a month x 3 x "
                      + Say.percent(chance)
                      + " = "
                      + Say.number(deals));
            }
          }
          return sums.isEmpty()
              ? List.of()
              : List.of(
                  new Warning(
                      "plan-visits-against-deals",
                      wishes.path(role, ".visits"),
                      String.join(", and ", sums)
                          + " deals a quarter, where "
                          + Say.number(role.deals().orElse(0.0))
                          + " are wanted",
                      "set the visits by the deals, or the deals by the visits"));
        });
  }

  /** The win rate that visits to the last stage and deals together imply. */
  static List<Warning> impliedWinRate(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          if (role.visits().isEmpty() || role.deals().isEmpty()) {
            return List.of();
          }
          int last = new TreeMap<>(role.visits()).lastKey();
          double visits = 3 * role.visits().get(last);
          double implied = role.deals().get() / visits;
          double wanted = wishes.chance(last, wishes.win());
          if (!apart(implied, wanted)) {
            return List.of();
          }
          return List.of(
              new Warning(
                  "plan-implied-win-rate",
                  wishes.path(role, ".deals"),
                  Say.number(role.deals().get())
                      + " deals / "
                      + Say.number(visits)
                      + " x "
                      + wishes.stage(last).name()
                      + " a quarter = "
                      + Say.percent(implied)
                      + " are won, where "
                      + Say.percent(wanted)
                      + " are wanted",
                  "at "
                      + Say.percent(wanted)
                      + " it takes "
                      + Say.number(role.deals().get() / wanted)
                      + " x "
                      + wishes.stage(last).name()
                      + " a quarter"));
        });
  }

  /** The conversion between two stages that their visits imply. */
  static List<Warning> impliedConversion(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          List<Warning> found = new ArrayList<>();
          Map.Entry<Integer, Double> before = null;
          for (Map.Entry<Integer, Double> visit : sorted(role).entrySet()) {
            if (before != null) {
              double implied = visit.getValue() / before.getValue();
              double wanted = wishes.chance(before.getKey(), visit.getKey());
              if (apart(implied, wanted)) {
                found.add(conversion(wishes, role, before, visit, wanted));
              }
            }
            before = visit;
          }
          return found;
        });
  }

  private static Warning conversion(
      Wishes wishes,
      OfRole role,
      Map.Entry<Integer, Double> before,
      Map.Entry<Integer, Double> visit,
      double wanted) {
    return new Warning(
        "plan-implied-conversion",
        wishes.path(role, ".visits"),
        Say.number(visit.getValue())
            + " x "
            + name(wishes, visit)
            + " / "
            + Say.number(before.getValue())
            + " x "
            + name(wishes, before)
            + " = "
            + Say.percent(visit.getValue() / before.getValue())
            + ", where "
            + Say.percent(wanted)
            + " of the one are to come to the other",
        "at "
            + Say.percent(wanted)
            + " it is "
            + Say.number(before.getValue() * wanted)
            + " x "
            + name(wishes, visit));
  }

  /** Deals times their size against the quota. */
  static List<Warning> dealsAgainstQuota(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          double quota = wishes.role(role).quotaCents().orElse(0L) / 100.0;
          double brought = role.deals().orElse(0.0) * wishes.dealSize();
          if (quota == 0 || role.deals().isEmpty() || !apart(brought, quota)) {
            return List.of();
          }
          return List.of(
              new Warning(
                  "plan-deals-against-quota",
                  wishes.path(role, ".deals"),
                  Say.number(role.deals().get())
                      + " deals x "
                      + wishes.money(wishes.dealSize())
                      + " = "
                      + wishes.money(brought)
                      + ", "
                      + Say.percent(brought / quota)
                      + " of the quota of "
                      + wishes.money(quota),
                  "a quota of this size is " + Say.number(quota / wishes.dealSize()) + " deals"));
        });
  }

  /** The pipeline that is wanted, at the win rate, against the quota. */
  static List<Warning> pipelineAgainstQuota(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          double quota = wishes.role(role).quotaCents().orElse(0L) / 100.0;
          double pipeline = role.pipelineCents().orElse(0L) / 100.0;
          double won = pipeline * wishes.winRate();
          if (quota == 0 || pipeline == 0 || !(won < quota)) {
            return List.of();
          }
          return List.of(
              new Warning(
                  "plan-pipeline-against-quota",
                  wishes.path(role, ".pipeline"),
                  wishes.money(pipeline)
                      + " x "
                      + Say.percent(wishes.winRate())
                      + " won = "
                      + wishes.money(won)
                      + ", less than the quota of "
                      + wishes.money(quota)
                      + ": a coverage of "
                      + Say.number(pipeline / quota)
                      + " is a planned miss of "
                      + Say.percent(1 - won / quota),
                  "it takes a coverage of 1 / "
                      + Say.percent(wishes.winRate())
                      + " = "
                      + Say.number(1 / wishes.winRate())
                      + " for even odds, and more for better ones"));
        });
  }

  /** The revenue that a rep is said to bring against the quota of a year. */
  static List<Warning> revenueAgainstQuota(Scenario scenario, Expectation expected) {
    return each(
        scenario,
        expected,
        (wishes, role) -> {
          double year = 4 * wishes.role(role).quotaCents().orElse(0L) / 100.0;
          double revenue = role.revenueCents().orElse(0L) / 100.0;
          if (year == 0 || revenue == 0 || !apart(revenue, year)) {
            return List.of();
          }
          return List.of(
              new Warning(
                  "plan-revenue-against-quota",
                  wishes.path(role, ".revenue"),
                  wishes.money(revenue)
                      + " a year from each / 4 x "
                      + wishes.money(year / 4)
                      + " of quota = "
                      + Say.percent(revenue / year)
                      + " attainment by plan",
                  "set the quota by what reps bring, or explain what will change"));
        });
  }

  static boolean apart(double one, double other) {
    return one > APART * other || other > APART * one;
  }

  private static List<Warning> each(
      Scenario scenario, Expectation expected, BiFunction<Wishes, OfRole, List<Warning>> rule) {
    List<Warning> found = new ArrayList<>();
    scenario
        .plan()
        .map(plan -> new Wishes(scenario, plan, expected))
        .ifPresent(
            wishes ->
                wishes.plan().roles().forEach(role -> found.addAll(rule.apply(wishes, role))));
    return found;
  }
}

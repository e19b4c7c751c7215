package io.salestwin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The people, made up: roles and their reps, how they come, learn and go, and what they earn. */
final class AnyTeam {

  private final Dice dice;
  private final Cast cast;
  private final List<String> reps = new ArrayList<>();

  AnyTeam(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
  }

  void tell(Story story) {
    for (int r = 0; r < cast.roles(); r++) {
      story.role("R" + r, role(story, r));
    }
    if (dice.maybe(0.3)) {
      String coach =
          "{name: coach, on: 2027-01-02, role: R0, every: 20 days, from: 20%, to: 80%, effects:"
              + " {S0: 0.1}}";
      story.with(
          "training",
          "[{name: talk, on: 2027-02-10, role: R0, hours: 16, halfLife: 3 months, cost: 800,"
              + " effects: {S0: 0.4}}, "
              + coach
              + "]");
    }
    story.with("payPlans", payPlans());
    if (dice.maybe(0.2)) {
      story.with(
          "costs", "{crm: 60k/year, dialler: {cost: 9k, from: 2027-02-01, until: 2027-06-30}}");
    }
    if (dice.maybe(0.3)) {
      story.with("plan", plan());
    }
  }

  /** A rep of each role who is there from the first day on. */
  List<String> reps() {
    return reps;
  }

  private String role(Story story, int r) {
    boolean split = cast.territories() && dice.maybe(0.6);
    boolean named = dice.maybe(0.3);
    String about = named ? byName(story, r, split) : byCount(r, split);
    about += dice.perhaps(0.5, ", openLeads: " + (1 + dice.below(12)));
    about += dice.perhaps(0.4, ", take: " + dice.pick("onArrival", "whenFree"));
    about += dice.perhaps(0.7, ", routing: " + routing());
    about += dice.perhaps(0.4, ", hoursPerWeek: " + dice.number(1, 80));
    about += dice.perhaps(0.3, ", adminShare: " + dice.number(0, 0.99));
    about += dice.perhaps(0.4, ", skill: {sd: 0.4, drift: " + dice.number(-1, 1) + "}");
    about +=
        dice.perhaps(0.3, ", pace: {asked: 50, sound: " + dice.number(1, 90) + ", effect: -0.5}");
    boolean quota = dice.maybe(0.3);
    if (quota) {
      about +=
          ", quota: 90k/quarter, quotaRamp: [0%, 50%], timing: {days: 9, hold: 40%, over: 0%, pull:"
              + " 50%, near: 100%}";
    }
    about += dice.perhaps(0.3, ", expertise: 0.7");
    about += split ? ", territoryRule: " + dice.pick("strict", "first", "open") : "";
    about += dice.maybe(0.4) ? staffing(split, quota, reps.get(r)) : "";
    return about + pay(quota);
  }

  private String byCount(int r, boolean split) {
    reps.add("R" + r + " 1");
    String about =
        r > 0 && reps.get(0).startsWith("R0") && dice.maybe(0.3)
            ? "headcountPer: {role: R0, ratio: " + dice.number(0.2, 2) + "}"
            : "headcount: " + (1 + dice.below(4));
    about += split ? ", territories: {t0: 1, t1: 1}" : "";
    about += dice.perhaps(0.2, ", experts: {g0: 1}");
    return about + (cast.tiers() ? dice.perhaps(0.5, ", tiers: {key: 1, rest: 2}") : "");
  }

  private String byName(Story story, int r, boolean split) {
    int count = 1 + dice.below(4);
    reps.add("Ann" + r + "0");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("Ann" + r + i);
    }
    if (dice.maybe(0.3) && !split) {
      return "reps: [" + String.join(", ", names) + "]";
    }
    if (dice.maybe(0.3)) {
      StringBuilder file = new StringBuilder("name,skill,started,territory,tier,quota\n");
      for (int i = 0; i < count; i++) {
        file.append(names.get(i) + "," + dice.pick("", dice.number(-1, 1)) + "," + started(i));
        file.append("," + territory(split) + "," + dice.pick("", tier()) + ",");
        file.append(dice.pick("", "0", "50k") + "\n");
      }
      story.file("reps" + r + ".csv", file.toString());
      return "reps: reps" + r + ".csv";
    }
    StringJoiner each = new StringJoiner(", ", "reps: {", "}");
    for (int i = 0; i < count; i++) {
      each.add(names.get(i) + ": {" + rep(i, split) + "}");
    }
    return each.toString();
  }

  private String rep(int i, boolean split) {
    String started = started(i);
    return "skill: "
        + dice.number(-1, 1)
        + (started.isEmpty() ? "" : ", started: " + started)
        + (split ? ", territory: " + territory(true) : "")
        + (cast.tiers() ? dice.perhaps(0.5, ", tier: " + tier()) : "")
        + dice.perhaps(0.3, ", expertise: {g0: " + dice.number(0, 1) + "}")
        + dice.perhaps(0.3, ", quota: " + dice.pick("0", "50k") + "/quarter")
        + dice.perhaps(0.3, ", leave: [2027-02-01..2027-02-09, 2028-03-03]");
  }

  /** The first is there from the beginning. */
  private String started(int i) {
    return i == 0 ? "" : dice.pick("", "2026-11-01", "2027-02-05", cast.soon());
  }

  private String territory(boolean split) {
    return split ? dice.pick("t0", "t1") : "";
  }

  private String tier() {
    return cast.tiers() ? dice.pick("key", "rest") : "";
  }

  private String routing() {
    return dice.pick(
        "roundRobin",
        "leastLoaded",
        "random",
        "expertise",
        "bestPerformer",
        "sticky",
        cast.tiers() ? "byTier" : "sticky",
        "{weighted: {territory: 0.25, expertise: 0.3, workload: 0.2, tier: 0.15, performance:"
            + " 0.1}}");
  }

  private String staffing(boolean split, boolean quota, String rep) {
    String hire =
        "on: 2027-03-03, count: 2"
            + (split ? ", territory: t1" : "")
            + dice.perhaps(0.3, ", expert: g0")
            + (cast.tiers() ? dice.perhaps(0.5, ", tier: key") : "");
    String leaver = "on: " + cast.soon() + dice.pick("", ", count: 1", ", rep: " + rep);
    String rates =
        "{rate: 200%/year, tenure: [{until: 1 months, rate: x3}, {rate: x1}]"
            + (quota ? ", attainment: [{below: 50%, rate: x5}]" : "")
            + "}";
    String cover = dice.pick("true", "false");
    return ", handOver: "
        + dice.number(-1, 0)
        + dice.perhaps(0.6, ", hires: [{" + hire + "}]")
        + dice.perhaps(0.6, ", leavers: [{" + leaver + "}]")
        + dice.pick("", ", attrition: 300%/year", ", attrition: " + rates)
        + dice.perhaps(0.6, ", backfill: " + dice.hours(720))
        + dice.pick(
            "",
            ", ramp: {months: 2, from: 10%, skill: -0.5, cv: 0.5}",
            ", ramp: {curve: [0%, 25%, 80%]}")
        + dice.pick(
            "",
            ", leave: {daysPerYear: 40, block: 3, cover: " + cover + "}",
            ", leave: {on: [2027-02-05..2027-02-16], cover: " + cover + "}");
  }

  private String pay(boolean quota) {
    return dice.perhaps(0.4, ", salary: 52k")
        + dice.pick(
            "",
            ", variable: 20k",
            quota ? ", payPlan: plain" : "",
            quota ? ", variable: 30k, payPlan: {2027-01-01: plain, 2027-04-01: all}" : "");
  }

  private String payPlans() {
    String more =
        cast.customers() && dice.maybe(0.5)
            ? "{weight: 15%, of: margin, quota: 50k}, more: {weight: 5%, of: expansion, quota: 4k}"
            : "{weight: 20%, of: margin, quota: 50k}";
    return "{plain: {rate: 10%}, all: {components: {own: {weight: 60%"
        + dice.perhaps(0.5, ", of: bookings")
        + "}, margin: "
        + more
        + ", deals: {weight: 10%, of: deals, quota: 3}, team: {weight: 10%, of: team}}, tiers:"
        + " [{from: 0%, pays: x1}, {from: 50%, pays: x2}], cliff: 20%, cap: 140%, draw: {amount:"
        + " 1k/quarter"
        + dice.pick("", ", recoverable: true", ", recoverable: false")
        + "}}}";
  }

  /** Nothing of it is played. */
  private String plan() {
    return Cast.some(
        dice,
        0.6,
        List.of(
            "dealSize: 5000",
            "winRate: " + dice.number(0, 1),
            "advance: {S0: 30%}",
            "cycle: {from: 45 days, to: 35 days, gain: 22%}",
            "acquisition: {cost: 25%, payback: 12 months}",
            "roles: {R0: {deals: 3, visits: {S0: 40}, handsOn: 6, pipeline: 600k/quarter, revenue:"
                + " 1M/year}}"));
  }
}

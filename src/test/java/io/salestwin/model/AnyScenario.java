package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A small scenario made up at random over the whole format; always the same for a seed. */
final class AnyScenario {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final RandomStream chance;
  private final Story story = new Story();
  private final List<String> stageNames = new ArrayList<>();
  private int roles;
  private int sources;
  private int segments;
  private int products;
  private int territories;
  private boolean tiers;
  private boolean late;

  private AnyScenario(RandomStream chance) {
    this.chance = chance;
  }

  static Story of(long seed) {
    AnyScenario any = new AnyScenario(new RandomStream(seed, 0, Purpose.SYNTHETIC));
    any.frame();
    any.market();
    any.team();
    any.stages();
    any.beginning();
    any.customers(new RandomStream(seed, 1, Purpose.SYNTHETIC));
    any.hygiene();
    any.costs();
    any.shocks();
    any.plan();
    any.extras(new RandomStream(seed, 2, Purpose.SYNTHETIC));
    return any.story;
  }

  private void frame() {
    String start = pick("2027-01-01", "2027-02-28", "2027-11-15", "2028-02-29");
    late = !start.equals("2027-01-01");
    story.with("start", start);
    story.with("horizon", pick("5 weeks", "2 quarters", "100 days", "4 months", "1 day"));
    story.with("periods", pick("quarter", "month"));
    story.with("fiscalYearStart", pick("january", "february", "july"));
    story.with("targets", "{basis: " + pick("acv", "tcv", "count") + "}");
    story.with(
        "calendar",
        pick(
            "always",
            "{hoursPerDay: 8}",
            "{hoursPerDay: 7.5, from: 08:30, week: [mon, wed, sat], holidays:"
                + " [2027-03-01..2027-03-20]}",
            "{hoursPerDay: 24, from: 00:00}"));
    story.with(
        "queue",
        pick(
            "fifo",
            "lifo",
            priority("value"),
            priority("score"),
            priority("age"),
            priority("stage")));
    if (maybe(0.6)) {
      story.with(
          "season",
          ("{arrivals: {%s: %s, sun: 0.1}, buying: {quarterMonth: [%s, 1, %s]}, losing: {%s:"
                  + " 0}, winning: {%s: %s, quarterMonth: [-0.5, 0, 0.4]}}")
              .formatted(
                  month(),
                  number(0, 2),
                  number(0.1, 2),
                  number(0.1, 3),
                  month(),
                  month(),
                  number(-1, 1)));
    }
    story.with("alerts", pick("[]", "[]", "[leads < 9 for 2 weeks, coverage < 3]"));
    story.with("qualityReference", number(0, 1));
  }

  private static String priority(String by) {
    return "{order: priority, by: " + by + "}";
  }

  private void market() {
    products = 1 + below(2);
    segments = 1 + below(3);
    sources = 1 + below(3);
    roles = 1 + below(3);
    StringJoiner all = new StringJoiner(", ", "{", "}");
    for (int p = 0; p < products; p++) {
      all.add(
          "p%d: {value: %s, margin: 70%%, contract: 18 months}"
              .formatted(
                  p,
                  pick(
                      "24000",
                      "{lognormal: {mean: 9000, cv: 2}}",
                      "0",
                      "{normal: {mean: 10, sd: 100}}")));
    }
    story.with("products", all.toString());
    story.with("sizeBands", pick("[]", "[10k]", "[100, 12k, 2.5M]"));
    all = new StringJoiner(", ", "{", "}");
    for (int s = 0; s < segments; s++) {
      String mix = segments == 1 ? "100%" : s == 0 ? (100 - 20 * (segments - 1)) + "%" : "20%";
      String product = products == 1 ? "p0" : pick("p0", "{p0: 30%, p1: 70%}");
      all.add(
          "g%d: {mix: %s, product: %s, value: x%s, delay: x%s, effects: {S0: %s}}"
              .formatted(s, mix, product, number(0.01, 2), number(0.1, 2), number(-1, 1)));
    }
    story.with("segments", all.toString());
    all = new StringJoiner(", ", "{", "}");
    for (int s = 0; s < sources; s++) {
      all.add(
          "o%d: {arrivals: {%s}, quality: %s, scoreNoise: %s}"
              .formatted(
                  s,
                  arrivals(),
                  pick("0.5", "{beta: {mean: 0.6, sd: 0.2}}", "1"),
                  pick("0", "0.3")));
    }
    story.with("sources", all.toString());
  }

  private String arrivals() {
    return switch (below(4)) {
      case 0 -> "perMonth: " + number(0, 120);
      case 1 ->
          "perMonth: %s, growthPerMonth: %s%%, dispersion: %s"
              .formatted(number(1, 90), number(-50, 30), number(1, 9));
      case 2 -> "on: {2027-02-28: %d, 2028-03-01: 7}".formatted(below(50));
      default ->
          "perRepDay: %s, role: R%d%s"
              .formatted(number(0.1, 4), below(roles), maybe(0.5) ? ", effort: " + hours(3) : "");
    };
  }

  private void team() {
    territories = maybe(0.3) ? 2 : 0;
    tiers = maybe(0.3);
    if (territories > 0) {
      story.with(
          "territories",
          "{t0: {share: 60%%, effects: {'S0': %s}}, t1: {share: 40%%, value: x2%s}}"
              .formatted(
                  number(-1, 1),
                  pick("", ", opens: 2027-03-01", ", opens: 2027-03-01, startUp: 2 months")));
    }
    if (tiers) {
      String times = maybe(0.5) ? ", time: 70%" : "";
      story.with(
          "accounts",
          "{intent: {uniform: {min: 0, max: 25}}, fit: 3, tiers: {key: {from: 50, effects: {'S0': 0.5}%s}, rest: {%s}}}"
              .replace(" fit: 3,", "")
              .formatted(times, times.isEmpty() ? "" : "time: 30%"));
    }
    for (int r = 0; r < roles; r++) {
      int count = 1 + below(4);
      String about = "headcount: " + count;
      about += maybe(0.5) ? ", openLeads: " + (1 + below(12)) : "";
      about += maybe(0.4) ? ", take: " + pick("onArrival", "whenFree") : "";
      about += maybe(0.7) ? ", routing: " + routing() : "";
      about += maybe(0.4) ? ", hoursPerWeek: " + number(1, 80) : "";
      about += maybe(0.4) ? ", skill: {sd: 0.4, drift: " + number(-1, 1) + "}" : "";
      about += maybe(0.3) ? ", pace: {asked: 50, sound: " + number(1, 90) + ", effect: -0.5}" : "";
      about +=
          maybe(0.3)
              ? ", quota: 90k/quarter, quotaRamp: [0%, 50%], timing: {days: 9, hold: 40%, over: 0%,"
                  + " pull: 50%, near: 100%}"
              : "";
      boolean split = territories > 0 && maybe(0.6);
      if (split) {
        about += ", territories: {t0: 1, t1: 1}, territoryRule: " + pick("strict", "first", "open");
      }
      about += maybe(0.2) ? ", experts: {g0: 1}, expertise: 0.7" : "";
      about += maybe(0.2) && tiers ? ", tiers: {key: 1, rest: 2}" : "";
      about += maybe(0.4) ? staffing(split, about.contains("quota")) : "";
      story.role("R" + r, about + pay(about.contains("quota: 90k")));
    }
    payPlans();
    if (maybe(0.3)) {
      story.with(
          "training",
          "[{name: talk, on: 2027-02-10, role: R0, hours: 16, halfLife: 3 months, effects: {'S0':"
              + " 0.4}}, {name: coach, on: 2027-01-02, role: R0, every: 20 days, from: 20%, to: 80%,"
              + " effects: {'S0': 0.1}}]");
    }
  }

  private String routing() {
    return pick(
        "roundRobin",
        "leastLoaded",
        "random",
        "expertise",
        "bestPerformer",
        "sticky",
        tiers ? "byTier" : "sticky",
        "{weighted: {territory: 0.25, expertise: 0.3, workload: 0.2, tier: 0.15, performance: 0.1}}");
  }

  private String staffing(boolean split, boolean quota) {
    String territory = split ? ", territory: t1" : "";
    String about = ", handOver: " + number(-1, 0);
    about += maybe(0.6) ? ", hires: [{on: 2027-03-03, count: 2%s}]".formatted(territory) : "";
    about += maybe(0.6) ? ", leavers: [{on: " + (late ? "2028-03-07" : "2027-02-20") + "}]" : "";
    about +=
        pick(
            "",
            ", attrition: 300%/year",
            ", attrition: {rate: 200%/year, tenure: [{until: 1 months, rate: x3}, {rate: x1}]"
                + (quota ? ", attainment: [{below: 50%, rate: x5}]" : "")
                + "}");
    about += maybe(0.6) ? ", backfill: " + days(1, 30) : "";
    about +=
        pick(
            "",
            ", ramp: {months: 2, from: 10%, skill: -0.5, cv: 0.5}",
            ", ramp: {curve: [0%, 25%, 80%]}");
    about +=
        pick(
            "",
            ", leave: {daysPerYear: 40, block: 3, cover: " + pick("true", "false") + "}",
            ", leave: {on: [2027-02-05..2027-02-16], cover: " + pick("true", "false") + "}");
    return about;
  }

  private void payPlans() {
    story.with(
        "payPlans",
        "{plain: {rate: 10%}, all: {components: {own: {weight: 60%}, margin: {weight: 20%, of:"
            + " margin, quota: 50k}, deals: {weight: 10%, of: deals, quota: 3}, team: {weight: 10%,"
            + " of: team}}, tiers: [{from: 0%, pays: x1}, {from: 50%, pays: x2}], cliff: 20%, cap:"
            + " 140%, draw: {amount: 1k/quarter}}}");
  }

  private void costs() {
    if (maybe(0.2)) {
      story.with("costs", "{crm: 60k/year, dialler: {cost: 9k, from: 2027-02-01}}");
    }
  }

  /** From a stream of its own, so that the rest of a seed's scenario is the same without it. */
  private void extras(RandomStream own) {
    AnyScenario any = new AnyScenario(own);
    if (any.maybe(0.4)) {
      story.change(
          "margin: 70%",
          "discount: %s, elasticity: {S0: %s}, margin: 70%%"
              .formatted(any.number(0, 0.99), any.number(-3, 3)));
    }
    if (any.maybe(0.4)) {
      story.change("scoreNoise:", "assists: " + any.number(0, 1) + ", cost: 35, scoreNoise:");
    }
    if (any.maybe(0.4) && story.has("customers")) {
      story.change(
          "margin: {weight: 20%, of: margin, quota: 50k}",
          "margin: {weight: 15%, of: margin, quota: 50k}, more: {weight: 5%, of: expansion, quota:"
              + " 4k}");
    }
    if (any.maybe(0.4)) {
      story.with(
          "budget", "{" + story.model().periods().get(0).name() + ": " + any.below(400) + "k}");
    }
  }

  private String pay(boolean quota) {
    return pick(
        "",
        ", variable: 20k",
        quota ? ", payPlan: plain" : "",
        quota ? ", variable: 30k, payPlan: {2027-01-01: plain, 2027-04-01: all}" : "");
  }

  private void stages() {
    int count = 1 + below(4);
    for (int s = 0; s < count; s++) {
      stageNames.add("S" + s);
    }
    for (int s = 0; s < count; s++) {
      story.stage(stage(s));
    }
    story.with("opportunityFrom", stageNames.get(below(count)));
  }

  private String stage(int s) {
    StringJoiner about = new StringJoiner(", ");
    about.add("name: S" + s);
    about.add("advance: " + pick("0%", "100%", "30%", "60%", number(0, 1)));
    boolean owned = maybe(0.7);
    if (owned) {
      about.add("owner: R" + below(roles));
    }
    StringJoiner work = new StringJoiner(", ", "work: [", "]");
    int touches = below(4);
    for (int t = 0; t < touches; t++) {
      String touch = "{activity: %s, effort: %s".formatted(pick("call", "mail"), hours(6));
      touch += owned && maybe(0.6) ? "" : ", role: R" + below(roles);
      touch += maybe(0.4) ? ", times: 3, every: " + hours(50) + ", stop: 20%" : "";
      work.add(touch + "}");
    }
    about.add(work.toString());
    if (maybe(0.8)) {
      about.add(
          maybe(0.5)
              ? "delay: " + hours(500)
              : "delay: {advance: %s, lost: %s, regress: %s}"
                  .formatted(hours(300), hours(900), hours(20)));
    }
    about.add("quality: " + number(-0.3, 0.3));
    if (maybe(0.3)) {
      about.add("respondWithin: {halfLife: 5 hours, floor: -1.2}");
    }
    if (maybe(0.4)) {
      about.add("patience: " + hours(400));
    }
    about.add("lose: {no: 50%, later: 50%}");
    if (maybe(0.15)) {
      about.add("accept: {score: " + number(0, 0.7) + "}");
    }
    if (maybe(0.2)) {
      about.add("leak: " + number(0, 0.5));
      about.add("rescore: " + number(0, 0.3));
    }
    if (maybe(0.5)) {
      about.add(
          "recycle: {of: [%s], share: %s%%, after: %s, to: S%d, quality: x0.9}"
              .formatted(
                  pick("later", "later, timed out", "went cold, no"),
                  below(70),
                  days(1, 40),
                  below(s + 1)));
    }
    if (s > 0 && maybe(0.5)) {
      about.add("regress: {to: S%d, probability: %d%%}".formatted(below(s), below(60)));
    }
    if (maybe(0.4)) {
      about.add(
          "timeOut: {after: %s, clock: %s}".formatted(days(0.5, 60), pick("calendar", "buying")));
    }
    return about.toString();
  }

  private void beginning() {
    switch (below(3)) {
      case 0 -> story.with("begin", "{warmUp: " + days(1, 90) + "}");
      case 1 -> story.with("begin", "{empty: true}");
      default -> {
        int deals = 1 + below(30);
        for (int d = 0; d < deals; d++) {
          story.deal(stageNames.get(below(stageNames.size())), maybe(0.2) ? "" : days(0.1, 90));
        }
      }
    }
  }

  /** From a stream of its own, so that the rest of a scenario does not depend on it. */
  private void customers(RandomStream own) {
    if (own.nextDouble() < 0.5) {
      return;
    }
    AnyScenario any = new AnyScenario(own);
    String about = "leaving: " + any.pick("atRenewal", "anytime");
    if (any.maybe(0.6)) {
      about +=
          ", opening: {g0: {count: %d, arr: %s}}".formatted(1 + any.below(40), any.number(0, 9e5));
    }
    if (any.maybe(0.6)) {
      about +=
          ", onboarding: {duration: %s, capacity: %d, failure: %d%%, backlogEffect: %s%s}"
              .formatted(
                  any.hours(900),
                  1 + any.below(4),
                  any.below(100),
                  any.pick("0", any.number(-2, 0)),
                  any.pick("", ", role: R0"));
    }
    about +=
        ", health: {mean: %s, sd: %s, persistence: %d%%, renewal: %s, expansion: %s}"
            .formatted(
                any.number(0, 1),
                any.pick("0", any.number(0, 0.5)),
                any.below(101),
                any.number(-1, 1),
                any.number(-1, 1));
    about +=
        ", renewal: {price: %s%%, contraction: %d%%, contract: %s months}"
            .formatted(any.number(-20, 30), any.below(100), any.number(0.1, 14));
    about +=
        ", expansion: {threshold: %s, size: %d%%, win: %d%%}"
            .formatted(any.number(0, 1), 1 + any.below(90), any.below(101));
    story.with("customers", "{" + about + "}");
    String churn = any.pick("0%", "100%", any.number(0, 90) + "%/year");
    story.change(
        "effects: {S0:",
        "churn: " + churn + ", expansion: " + any.number(0, 90) + "%, effects: {S0:");
    story.change(
        "margin: 70%, contract: 18 months",
        any.pick(
            "margin: 70%, contract: 18 months",
            "margin: 70%, contract: 2 weeks, recognition: upfront, costs: {success: 8%}",
            "margin: 70%, contract: 40 days, recognition: milestones, milestones: {9 days: 40%, 1"
                + " days: 60%}, costs: {overhead: 12%, perCustomer: 900}"));
  }

  /** Last, so that the rest of a seed's scenario is the same with and without it. */
  private void hygiene() {
    if (maybe(0.4)) {
      return;
    }
    StringJoiner rules = new StringJoiner(", ", "{", "}");
    if (maybe(0.7)) {
      rules.add(
          "stale: {factor: %s, of: %s, then: %s}"
              .formatted(
                  number(0.1, 3),
                  pick("cycle", "stage"),
                  pick("keep", "lose", "requalify", "requalify, lost: 40%, to: S0")));
    }
    if (maybe(0.7)) {
      String review = pick("", ", review: {effort: " + hours(3) + "}");
      String byRole = ", review: {effort: 1 hour, role: R" + below(roles) + "}";
      rules.add(
          "slips: {planAt: %s, limit: %d, effect: %s%s}"
              .formatted(
                  number(0.05, 0.95), 1 + below(3), number(-2, 0), maybe(0.3) ? byRole : review));
    }
    if (maybe(0.6)) {
      rules.add(
          "nextStep: {compliance: %s, effect: %s, delay: x%s}"
              .formatted(number(0, 1), number(-1, 0), number(1, 3)));
    }
    rules.add("regression: " + pick("truthful", "inflated"));
    if (maybe(0.6)) {
      rules.add("weighting: {slip: " + number(0, 1) + ", byRep: " + pick("true", "false") + "}");
      rules.add("categories: " + pick("{}", "{commit: 40%, bestCase: 20%, pipeline: 5%}"));
      rules.add(
          "belief: {bias: %s, noise: %s, byRole: {R0: %s}}"
              .formatted(number(-1, 4), pick("0", "0.8"), number(-1, 4)));
      rules.add(
          pick(
              "inspection: {miss: 20%}",
              "inspection: {every: 2 weeks, contactWithin: 40 days, paperFrom: S0}"));
    }
    story.with("hygiene", rules.toString());
  }

  /** Nothing of it is played. */
  private void plan() {
    if (maybe(0.3)) {
      story.with(
          "plan", "{dealSize: 5000, winRate: " + number(0, 1) + ", roles: {R0: {deals: 3}}}");
    }
  }

  private void shocks() {
    if (maybe(0.3)) {
      story.with(
          "push",
          "{last: %s, stages: [S0], discount: 10%%, odds: %s, pullForward: 40%%}"
              .formatted(days(1, 40), number(-1, 1)));
    }
    StringJoiner all = new StringJoiner(", ", "[", "]");
    int count = maybe(0.4) ? 1 + below(3) : 0;
    for (int k = 0; k < count; k++) {
      String about = "name: K" + k + ", for: " + days(0.1, 60) + ", ";
      about += pick("from: 2027-02-20", "from: 2027-01-01, chance: 50%", "rate: 9/year");
      about += maybe(0.4) ? ", severity: {uniform: {min: 0, max: 1}}" : "";
      about += maybe(0.5) ? ", odds: " + number(-2, 2) : ", odds: {S0: 0.3}";
      about += k > 0 && maybe(0.5) ? ", with: {K0: 60%}" : "";
      about +=
          ", set: {sources.*.arrivals: x%s, stages.*.delay: x%s, roles.*.hoursPerWeek: %s, %s}"
              .formatted(
                  number(0, 2),
                  number(0, 3),
                  pick("x0", "x0.5", "5"),
                  pick(
                      "products.*.value: x0.5, stages.*.work: x1.5",
                      "roles.*.attrition: x3, sources.*.cost: x2",
                      "sources.*.quality: x0.7, stages.*.recycle.share: x0.5"));
      about += maybe(0.3) ? ", leave: {role: R0, share: " + number(0, 1) + "}" : "";
      about += maybe(0.3) ? ", absent: {role: R0, count: 1, who: best}" : "";
      all.add("{" + about + "}");
    }
    if (count > 0) {
      story.with("shocks", all.toString());
    }
  }

  private String hours(double most) {
    String mean = number(0.05, most) + " hours";
    return pick(
        mean,
        "{exponential: {mean: " + mean + "}}",
        "{lognormal: {mean: " + mean + ", cv: 1.2}}",
        "{gamma: {mean: " + mean + ", cv: 0.5}}",
        "{slowest: {of: {discrete: {2: 40%, 3: 60%}}, each: {exponential: {mean: " + mean + "}}}}",
        "{uniform: {min: 0 hours, max: " + mean + "}}");
  }

  private String days(double least, double most) {
    return number(least, most) + " days";
  }

  private String month() {
    return MONTHS.get(below(12));
  }

  private String number(double least, double most) {
    double thousandth = Math.round((least + chance.nextDouble() * (most - least)) * 1000) / 1000.0;
    return Double.toString(thousandth);
  }

  private String pick(String... from) {
    return from[below(from.length)];
  }

  private int below(int bound) {
    return chance.nextInt(bound);
  }

  private boolean maybe(double p) {
    return chance.nextDouble() < p;
  }
}

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

  private AnyScenario(long seed) {
    chance = new RandomStream(seed, 0, Purpose.SYNTHETIC);
  }

  static Story of(long seed) {
    AnyScenario any = new AnyScenario(seed);
    any.frame();
    any.market();
    any.team();
    any.stages();
    any.beginning();
    any.shocks();
    return any.story;
  }

  private void frame() {
    story.with("start", pick("2027-01-01", "2027-02-28", "2027-11-15", "2028-02-29"));
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
    for (int r = 0; r < roles; r++) {
      String about = "headcount: " + (1 + below(4));
      about += maybe(0.5) ? ", openLeads: " + (1 + below(12)) : "";
      about += maybe(0.4) ? ", take: " + pick("onArrival", "whenFree") : "";
      about += maybe(0.6) ? ", routing: " + pick("roundRobin", "leastLoaded") : "";
      about += maybe(0.4) ? ", hoursPerWeek: " + number(1, 80) : "";
      about += maybe(0.4) ? ", skill: {sd: 0.4}" : "";
      about += maybe(0.3) ? ", quota: 90k/quarter" : "";
      story.role("R" + r, about);
    }
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
          ", set: {sources.*.arrivals: x%s, stages.*.delay: x%s, roles.*.hoursPerWeek: %s}"
              .formatted(number(0, 2), number(0, 3), pick("x0", "x0.5", "5"));
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

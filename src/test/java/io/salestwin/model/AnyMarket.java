package io.salestwin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What is sold, to whom, and where leads come from, made up; and what customers do. */
final class AnyMarket {

  private final Dice dice;
  private final Cast cast;

  AnyMarket(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
  }

  void tell(Story story) {
    story.with("products", Cast.mapping("p", cast.products(), p -> product()));
    story.with("sizeBands", dice.pick("[]", "[10k]", "[100, 12k, 2.5M]"));
    boolean bySource = dice.maybe(0.2);
    story.with("segments", Cast.mapping("g", cast.segments(), g -> segment(g, bySource)));
    story.with("sources", Cast.mapping("o", cast.sources(), o -> source()));
    story.with("qualityReference", dice.number(0, 1));
    if (cast.territories()) {
      story.with("territories", territories());
    }
    if (cast.tiers()) {
      story.with("accounts", accounts());
    }
    if (cast.customers()) {
      story.with("customers", customers());
    }
    if (cast.competitors()) {
      story.with("competitors", Cast.mapping("c", 2, c -> competitor()));
    }
  }

  private String effects() {
    return "effects: {S0: " + dice.number(-1, 1) + "}";
  }

  private String product() {
    String worth =
        dice.pick(
            "value: 24000",
            "value: {lognormal: {mean: 9000, cv: 2}}",
            "value: 0",
            "value: {normal: {mean: 10, sd: 100}}",
            "price: 550, ratio: {gamma: {mean: 1, cv: 0.3}}");
    String recognised =
        dice.pick(
            "",
            ", recognition: monthly",
            ", recognition: upfront",
            ", recognition: milestones, milestones: {9 days: 40%, 1 days: 60%}");
    String length =
        dice.pick("", ", contract: 18 months", ", contract: 2 weeks", ", contract: 40 days");
    String costs =
        ", costs: "
            + Cast.some(dice, 0.6, List.of("success: 8%", "overhead: 12%", "perCustomer: 900"));
    String discount =
        ", discount: %s, elasticity: {S0: %s}".formatted(dice.number(0, 0.99), dice.number(-3, 3));
    return "{"
        + worth
        + dice.perhaps(0.8, ", margin: 70%")
        + length
        + recognised
        + dice.perhaps(0.4, costs)
        + dice.perhaps(0.4, discount)
        + dice.perhaps(0.3, ", " + effects())
        + "}";
  }

  private String segment(int number, boolean bySource) {
    int count = cast.segments();
    String share = count == 1 ? "100%" : number == 0 ? (100 - 20 * (count - 1)) + "%" : "20%";
    String mix =
        bySource ? "{bySource: " + Cast.mapping("o", cast.sources(), o -> share) + "}" : share;
    String product = cast.products() == 1 ? "p0" : dice.pick("p0", "{p0: 30%, p1: 70%}");
    String season =
        ", season: {arrivals: {%s: %s, %s: 0}, winning: {%s: %s}}"
            .formatted(
                dice.month(), dice.number(0, 3), dice.day(), dice.month(), dice.number(-1, 1));
    return "{mix: %s, product: %s, value: x%s, delay: x%s, churn: %s, expansion: %s%%, %s%s}"
        .formatted(
            mix,
            product,
            dice.number(0.01, 2),
            dice.number(0.1, 2),
            dice.pick("0%", "100%", dice.number(0, 90) + "%/year"),
            dice.number(0, 90),
            effects(),
            dice.perhaps(0.3, season));
  }

  private String competitor() {
    return "{share: %s%s%s}"
        .formatted(
            cast.table(dice, g -> dice.pick("0%", "50%", dice.number(0, 0.5))),
            dice.perhaps(0.7, ", " + effects()),
            dice.perhaps(0.6, ", lostTo: " + dice.number(0, 1)));
  }

  private String source() {
    String quality = dice.pick("0.5", "{beta: {mean: 0.6, sd: 0.2}}", "1");
    return "{arrivals: {"
        + arrivals()
        + "}, quality: "
        + quality
        + dice.perhaps(0.5, ", scoreNoise: 0.3")
        + dice.perhaps(0.4, ", assists: " + dice.number(0, 1) + ", cost: 35")
        + dice.perhaps(0.3, ", share: " + dice.number(0, 1))
        + dice.perhaps(0.3, ", " + effects())
        + "}";
  }

  private String arrivals() {
    String one =
        switch (dice.below(4)) {
          case 0 -> "perMonth: " + dice.number(0, 120);
          case 1 ->
              "perMonth: %s, growthPerMonth: %s%%, dispersion: %s"
                  .formatted(dice.number(1, 90), dice.number(-50, 30), dice.number(1, 9));
          case 2 -> burst();
          default -> outbound();
        };
    boolean both = one.startsWith("perMonth") && dice.maybe(0.2);
    return both ? one + ", " + burst() + ", " + outbound() : one;
  }

  private String burst() {
    return "on: {2027-02-28: %d, 2028-03-01: 7}".formatted(dice.below(50));
  }

  private String outbound() {
    return "perRepDay: %s, role: R%d%s"
        .formatted(
            dice.number(0.1, 2),
            dice.below(cast.roles()),
            dice.perhaps(0.5, ", effort: " + dice.hours(3)));
  }

  private String territories() {
    String opens = dice.pick("", ", opens: 2027-03-01", ", opens: 2027-03-01, startUp: 2 months");
    return "{t0: {share: 60%%, %s%s}, t1: {share: 40%%, value: x2%s}}"
        .formatted(effects(), dice.perhaps(0.5, ", potential: 310M"), opens);
  }

  private String accounts() {
    boolean times = dice.maybe(0.5);
    List<String> parts = new ArrayList<>();
    for (String part : List.of("firmographic", "technographic", "intent", "relationship")) {
      if (dice.maybe(0.5)) {
        parts.add(part + ": " + dice.pick("3", "25", "{uniform: {min: 0, max: 25}}"));
      }
    }
    parts.add(
        "tiers: {key: {from: 50, %s%s%s}, rest: {%s}}"
            .formatted(
                effects(),
                dice.perhaps(0.5, ", value: x1.5"),
                times ? ", time: 70%" : "",
                times ? "time: 30%" : ""));
    return "{" + String.join(", ", parts) + "}";
  }

  private String customers() {
    StringJoiner about = new StringJoiner(", ", "{", "}");
    about.add("leaving: " + dice.pick("atRenewal", "anytime"));
    if (dice.maybe(0.6)) {
      about.add(
          "opening: {g0: {count: %d, arr: %s%s}}"
              .formatted(
                  1 + dice.below(40),
                  dice.number(0, 9e5),
                  dice.perhaps(0.5, ", renewals: [40%, 0%, 60%]")));
    }
    if (dice.maybe(0.6)) {
      about.add(
          "onboarding: {duration: %s, capacity: %d, failure: %d%%, backlogEffect: %s%s%s}"
              .formatted(
                  dice.hours(900),
                  1 + dice.below(4),
                  dice.below(100),
                  dice.pick("0", dice.number(-2, 0)),
                  dice.perhaps(0.5, ", failureEffect: " + dice.number(-3, 1)),
                  dice.perhaps(0.5, ", role: R0")));
    }
    about.add(
        "health: {mean: %s, sd: %s, persistence: %d%%, renewal: %s, expansion: %s%s}"
            .formatted(
                dice.number(0, 1),
                dice.pick("0", dice.number(0, 0.5)),
                dice.below(101),
                dice.number(-1, 1),
                dice.number(-1, 1),
                dice.perhaps(0.5, ", reference: " + dice.number(0, 1))));
    about.add(
        "renewal: {price: %s%%, contraction: %d%%%s%s}"
            .formatted(
                dice.number(-20, 30),
                dice.below(100),
                dice.perhaps(0.7, ", contract: " + dice.number(0.1, 14) + " months"),
                dice.perhaps(0.5, ", by: " + dice.number(0, 1))));
    about.add(
        "expansion: {threshold: %s, size: %d%%, win: %d%%}"
            .formatted(dice.number(0, 1), 1 + dice.below(90), dice.below(101)));
    return about.toString();
  }
}

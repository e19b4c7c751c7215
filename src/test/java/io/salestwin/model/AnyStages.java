package io.salestwin.model;

import java.util.StringJoiner;

/** The stages, made up, and what is done about deals that stand in them. */
final class AnyStages {

  private final Dice dice;
  private final Cast cast;

  AnyStages(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
  }

  void tell(Story story) {
    for (int s = 0; s < cast.stages(); s++) {
      story.stage(stage(s));
    }
    story.with("opportunityFrom", anyStage());
    story.with(
        "queue",
        dice.pick(
            "fifo",
            "lifo",
            "{order: fifo}",
            "{order: lifo}",
            priority("value"),
            priority("score"),
            priority("age"),
            priority("stage")));
    if (dice.maybe(0.3)) {
      story.with(
          "push",
          "{last: %s%s, discount: 10%%, odds: %s, pullForward: 40%%}"
              .formatted(
                  dice.days(1, 40), dice.perhaps(0.7, ", stages: [S0]"), dice.number(-1, 1)));
    }
  }

  private static String priority(String by) {
    return "{order: priority, by: " + by + "}";
  }

  private String anyStage() {
    return "S" + dice.below(cast.stages());
  }

  private String stage(int s) {
    StringJoiner about = new StringJoiner(", ");
    about.add("name: S" + s);
    about.add(
        "advance: "
            + cast.table(dice, i -> dice.pick("0%", "100%", "30%", "60%", dice.number(0, 1))));
    boolean owned = dice.maybe(0.7);
    if (owned) {
      about.add("owner: R" + dice.below(cast.roles()));
    }
    about.add(work(owned));
    if (dice.maybe(0.8)) {
      about.add(delay());
    }
    about.add("quality: " + dice.number(-0.3, 0.3));
    if (dice.maybe(0.3)) {
      about.add("respondWithin: {halfLife: 5 hours, floor: -1.2}");
    }
    if (dice.maybe(0.4)) {
      about.add("patience: " + dice.hours(400));
    }
    about.add("lose: {no: 50%, later: 50%}");
    if (dice.maybe(0.15)) {
      about.add("accept: {score: " + dice.number(0, 0.7) + "}");
    }
    if (dice.maybe(0.2)) {
      about.add("leak: " + dice.number(0, 0.5));
      about.add("rescore: " + dice.number(0, 0.3));
    }
    if (dice.maybe(0.5)) {
      about.add(recycle(s));
    }
    if (s > 0 && dice.maybe(0.5)) {
      about.add("regress: {to: S%d, probability: %d%%}".formatted(dice.below(s), dice.below(60)));
    }
    if (dice.maybe(0.4)) {
      about.add(
          dice.pick(
              "timeOut: " + dice.days(0.5, 60),
              "timeOut: {after: %s, clock: calendar}".formatted(dice.days(0.5, 60)),
              "timeOut: {after: %s, clock: buying}".formatted(dice.days(0.5, 60))));
    }
    return about.toString();
  }

  private String work(boolean owned) {
    StringJoiner work = new StringJoiner(", ", "work: [", "]");
    int touches = dice.below(4);
    for (int t = 0; t < touches; t++) {
      String touch =
          "{activity: %s, effort: %s".formatted(dice.pick("call", "mail"), dice.hours(6));
      touch += owned && dice.maybe(0.6) ? "" : ", role: R" + dice.below(cast.roles());
      touch += dice.perhaps(0.4, ", times: 3, every: " + dice.hours(50) + ", stop: 20%");
      work.add(touch + "}");
    }
    return work.toString();
  }

  private String delay() {
    return switch (dice.below(4)) {
      case 0, 1 -> "delay: " + cast.table(dice, i -> dice.hours(500));
      case 2 ->
          "delay: {advance: %s, lost: %s, regress: %s}"
              .formatted(cast.table(dice, i -> dice.hours(300)), dice.hours(900), dice.hours(20));
      default -> "delay: {advance: %s, otherwise: %s}".formatted(dice.hours(300), dice.hours(900));
    };
  }

  private String recycle(int s) {
    String of = dice.pick("", "of: [later], ", "of: [later, timed out], ", "of: [went cold, no], ");
    return "recycle: {%sshare: %s%%, after: %s, to: S%d, quality: x0.9}"
        .formatted(of, dice.below(70), dice.days(1, 40), dice.below(s + 1));
  }

  /** The rules of hygiene. */
  void hygiene(Story story, String rep) {
    if (dice.maybe(0.4)) {
      return;
    }
    StringJoiner rules = new StringJoiner(", ", "{", "}");
    if (dice.maybe(0.7)) {
      rules.add(
          "stale: {factor: %s, of: %s, then: %s}"
              .formatted(
                  dice.number(0.1, 3),
                  dice.pick("cycle", "stage"),
                  dice.pick("keep", "lose", "requalify", "requalify, lost: 40%, to: S0")));
    }
    if (dice.maybe(0.7)) {
      rules.add(slips());
    }
    if (dice.maybe(0.6)) {
      rules.add(
          "nextStep: {compliance: %s, effect: %s, delay: x%s}"
              .formatted(dice.number(0, 1), dice.number(-1, 0), dice.number(1, 3)));
    }
    rules.add("regression: " + dice.pick("truthful", "inflated"));
    if (dice.maybe(0.6)) {
      rules.add(
          "weighting: {slip: %s, byRep: %s}"
              .formatted(dice.number(0, 1), dice.pick("true", "false")));
      rules.add("categories: " + dice.pick("{}", "{commit: 40%, bestCase: 20%, pipeline: 5%}"));
      rules.add(
          "belief: {bias: %s, noise: %s, byRole: {R0: %s}%s}"
              .formatted(
                  dice.number(-1, 4),
                  dice.pick("0", "0.8"),
                  dice.number(-1, 4),
                  dice.perhaps(0.5, ", byRep: {" + rep + ": " + dice.number(-1, 4) + "}")));
      rules.add(
          dice.pick(
              "inspection: {miss: 20%}",
              "inspection: {every: 2 weeks, contactWithin: 40 days, paperFrom: S0}"));
    }
    story.with("hygiene", rules.toString());
  }

  private String slips() {
    String review = ", review: {effort: " + dice.hours(3) + "}";
    String byRole = ", review: {effort: 1 hour, role: R" + dice.below(cast.roles()) + "}";
    return "slips: {planAt: %s, limit: %d, effect: %s%s}"
        .formatted(
            dice.number(0.05, 0.95),
            1 + dice.below(3),
            dice.number(-2, 0),
            dice.pick("", review, byRole));
  }
}

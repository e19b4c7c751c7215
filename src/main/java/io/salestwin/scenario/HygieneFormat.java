package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.DURATION;
import static io.salestwin.scenario.Kind.EFFECT;
import static io.salestwin.scenario.Kind.FACTOR;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.ROLES;
import static io.salestwin.scenario.Scalars.STAGES;
import static io.salestwin.scenario.Scalars.YEARS_20;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;

/** The keys of the rules of pipeline hygiene and of the forecast categories. */
final class HygieneFormat {

  private static final double WEEK = 7 * Scalars.MS_PER_DAY;

  static final Section STALE =
      section(
          "hygiene.stale",
          Key.of(
                  "factor",
                  above(NUMBER, 0, 1000),
                  "how many times the usual an opportunity may stay in its stage")
              .orElse("2")
              .perLead(),
          Key.of(
                  "of",
                  words("cycle", "stage"),
                  "what is usual: the median cycle of won deals, or the median time in the stage of"
                      + " those that advance, both without waiting for reps")
              .orElse("cycle"),
          Key.of(
                  "then",
                  words("keep", "requalify", "lose"),
                  "what is done then: nothing (it is counted only), sent back to be qualified"
                      + " again, or closed as lost")
              .needed()
              .like("requalify"),
          Key.of("lost", CHANCES, "with requalify: share that is found to be lost")
              .orElse("0%")
              .like("60%")
              .perLead(),
          Key.of(
                  "to",
                  STAGES,
                  "with requalify: the stage that it goes back to, or its own if that comes before;"
                      + " the one before its own if not said")
              .like("Discovery"));

  static final Section REVIEW =
      section(
          "hygiene.slips.review",
          Key.of("effort", new Chance(DURATIONS), "rep time that it takes")
              .needed()
              .like("0.5 hours")
              .perLead(),
          Key.of("role", ROLES, "who does it, if not the owner of the deal").like("Manager"));

  static final Section SLIPS =
      section(
          "hygiene.slips",
          Key.of(
                  "planAt",
                  scalar(Kind.PROBABILITY, 0.01, 0.99),
                  "the share of won deals that would have closed by the day that is planned: 50% is"
                      + " the median remaining cycle")
              .orElse("50%")
              .perLead(),
          Key.of("limit", scalar(WHOLE, 1, 1000), "from how many slips on the effect acts")
              .orElse("2")
              .perLead(),
          Key.of("effect", scalar(EFFECT, -20, 0), "log-odds of advancing from the limit on")
              .orElse("0")
              .like("-0.3")
              .perLead(),
          Key.of(
                  "review",
                  REVIEW,
                  "at the limit the close is planned anew, which takes work and ends the effect")
              .like("{effort: 0.5 hours}"));

  static final Section NEXT_STEP =
      section(
          "hygiene.nextStep",
          Key.of("compliance", CHANCES, "share of the visits to a stage with an agreed next step")
              .needed()
              .like("80%")
              .perLead(),
          Key.of("effect", scalar(EFFECT, -20, 0), "log-odds of advancing without one")
              .orElse("0")
              .like("-0.2")
              .perLead(),
          Key.of(
                  "delay",
                  scalar(FACTOR, 1, 1000),
                  "how many times as long the buyer takes without one")
              .orElse("x1")
              .like("x1.5")
              .perLead());

  static final Section BELIEF =
      section(
          "hygiene.belief",
          Key.of("bias", EFFECTS, "log-odds by which a rep believes too much in a deal")
              .orElse("0")
              .like("+0.5")
              .perRep(),
          Key.of(
                  "noise",
                  scalar(NUMBER, 0, 20),
                  "spread of what a rep believes around that, in log-odds")
              .orElse("0")
              .like("0.4")
              .perRep(),
          Key.of("byRole", new Members("role", MEMBERS, EFFECTS), "the bias of a role's reps")
              .like("{AE: +0.3}"),
          Key.of("byRep", new Members("rep", 10_000, EFFECTS), "the bias of one rep")
              .like("{AE 1: +1}"));

  static final Section CATEGORIES =
      section(
          "hygiene.categories",
          Key.of("commit", CHANCES, "least belief of a commit").orElse("90%").varies(),
          Key.of("bestCase", CHANCES, "least belief of a best case").orElse("60%").varies(),
          Key.of("pipeline", CHANCES, "least belief that is not left out of the forecast")
              .orElse("20%")
              .varies());

  static final Section INSPECTION =
      section(
          "hygiene.inspection",
          Key.of("every", scalar(DURATION, WEEK, YEARS_20), "time between inspections")
              .orElse("1 week")
              .varies(),
          Key.of(
                  "contactWithin",
                  above(DURATION, 0, YEARS_20),
                  "longest time since the last touch; 14 days are 10 business days")
              .orElse("14 days")
              .varies(),
          Key.of(
                  "paperFrom",
                  STAGES,
                  "the stage from which on the paperwork is under way; not asked if not said")
              .like("Negotiation"),
          Key.of("miss", CHANCES, "chance that a deal which fails is overlooked")
              .orElse("0%")
              .like("10%")
              .varies());

  static final Section WEIGHTING =
      section(
          "hygiene.weighting",
          Key.of("slip", CHANCES, "what each slip of the planned close takes off a deal's value")
              .orElse("0%")
              .like("20%"),
          Key.of(
                  "byRep",
                  words("true", "false"),
                  "whether a deal counts by how often its rep wins, over how often his role does")
              .orElse("false")
              .like("true"));

  static final Section HYGIENE =
      section(
          "hygiene",
          Key.of("stale", STALE, "opportunities that do not move")
              .like("{factor: 2, of: cycle, then: requalify, lost: 60%}"),
          Key.of("slips", SLIPS, "opportunities that their planned close passes")
              .like("{limit: 2, effect: -0.3}"),
          Key.of("nextStep", NEXT_STEP, "opportunities without an agreed next step")
              .like("{compliance: 80%, effect: -0.2, delay: x1.5}"),
          Key.of(
                  "regression",
                  words("truthful", "inflated"),
                  "the stage that the CRM shows of a deal that went back: where it is, or where it"
                      + " was")
              .orElse("truthful")
              .like("inflated"),
          Key.of("categories", CATEGORIES, "the categories in which reps forecast")
              .like("{commit: 90%, bestCase: 60%, pipeline: 20%}"),
          Key.of("belief", BELIEF, "with categories: what reps believe of a deal's chance")
              .like("{bias: +0.5, noise: 0.4}"),
          Key.of(
                  "weighting",
                  WEIGHTING,
                  "with categories: how the weighted forecast is adjusted, beside the plain one")
              .like("{slip: 20%, byRep: true}"),
          Key.of("inspection", INSPECTION, "with categories: how commits are inspected")
              .like("{every: 1 week, contactWithin: 14 days, miss: 10%}"));

  private HygieneFormat() {}
}

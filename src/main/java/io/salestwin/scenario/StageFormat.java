package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.DURATION;
import static io.salestwin.scenario.Kind.EFFECT;
import static io.salestwin.scenario.Kind.FACTOR;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.DELAYS;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.ROLES;
import static io.salestwin.scenario.Scalars.STAGES;
import static io.salestwin.scenario.Scalars.TEXTS;
import static io.salestwin.scenario.Scalars.YEARS_20;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.List;

/** The keys of a stage. */
final class StageFormat {

  static final Section TOUCH =
      section(
          "stages.NAME.work",
          Key.of("activity", TEXTS, "what it is").orElse("work").like("call"),
          Key.of("effort", new Chance(DURATIONS), "rep time that it takes")
              .needed()
              .like("{gamma: {mean: 0.4 hours, cv: 0.6}}")
              .perLead(),
          Key.of("role", ROLES, "who does it, if not the owner of the stage").like("SE"),
          Key.of("times", scalar(WHOLE, 1, 1000), "how often it is done at the most")
              .orElse("1")
              .like("3")
              .perLead(),
          Key.of("every", new Chance(DURATIONS), "gap from the end of one to the next")
              .orElse("0 hours")
              .like("2 days")
              .perLead(),
          Key.of("stop", CHANCES, "chance after each that the rest is skipped: the buyer answered")
              .orElse("0%")
              .like("18%")
              .perLead());

  static final Section DELAY =
      section(
          "stages.NAME.delay",
          Key.of("advance", new Table(DELAYS), "before advancing; as otherwise if not said")
              .like("{lognormal: {median: 3 days, p90: 9 days}}")
              .perLead(),
          Key.of("otherwise", new Table(DELAYS), "before any other exit; as advance if not said")
              .like("{lognormal: {median: 8 days, p90: 25 days}}")
              .perLead(),
          Key.of("lost", new Table(DELAYS), "before a loss; as otherwise if not said")
              .like("10 days")
              .perLead(),
          Key.of("regress", new Table(DELAYS), "before going back; as otherwise if not said")
              .like("5 days")
              .perLead());

  static final Section RESPONSE =
      section(
          "stages.NAME.respondWithin",
          Key.of("halfLife", above(DURATION, 0, YEARS_20), "wait at which half of the harm is done")
              .needed()
              .like("5 hours")
              .perLead(),
          Key.of("floor", scalar(EFFECT, -20, 0), "log-odds of an endless wait")
              .needed()
              .like("-1.2")
              .perLead());

  static final Section RECYCLE =
      section(
          "stages.NAME.recycle",
          Key.of(
                  "of",
                  new Items("reason", 1, MEMBERS, TEXTS),
                  "reasons of losing that it concerns; all if not said")
              .like("[no response]"),
          Key.of("share", CHANCES, "share of those that come back").needed().like("15%").perLead(),
          Key.of("after", new Chance(DURATIONS), "how long they sleep")
              .needed()
              .like("90 days")
              .perLead(),
          Key.of("to", STAGES, "the stage that they come back to; the first if not said")
              .like("Qualification"),
          Key.of(
                  "quality",
                  scalar(FACTOR, 0, 1000),
                  "factor on the quality of a lead that comes back")
              .orElse("x1")
              .like("x0.8")
              .perLead());

  static final Section ACCEPT =
      section(
          "stages.NAME.accept",
          Key.of("score", scalar(NUMBER, -10, 11), "the least score: quality and its noise")
              .needed()
              .like("0.4")
              .perLead());

  static final Section REGRESS =
      section(
          "stages.NAME.regress",
          Key.of("to", STAGES, "an earlier stage").needed().like("Qualification"),
          Key.of("probability", CHANCES, "chance at the exit").needed().like("4%").perLead());

  static final Section TIME_OUT =
      section(
          "stages.NAME.timeOut",
          Key.of("after", above(DURATION, 0, YEARS_20), "longest stay, waiting and work included")
              .needed()
              .like("31 days")
              .perLead(),
          Key.of("clock", words("calendar", "buying"), "which clock it runs on")
              .orElse("calendar"));

  static final Section STAGE_SECTION =
      section(
          "stages",
          Key.of("name", TEXTS, "what it is called").needed().like("Discovery"),
          Key.of("owner", ROLES, "the role whose rep owns the lead; nobody if not said").like("AE"),
          Key.of("work", new Items("touch", 0, MEMBERS, TOUCH), "the touches in their order")
              .orElse("[]")
              .like("[{activity: call, effort: 0.5 hours}]"),
          Key.of(
                  "delay",
                  new Either(List.of(new Table(DELAYS), DELAY)),
                  "the buyers' delay after the work: one for all exits, or by outcome")
              .orElse("0 days")
              .like("{lognormal: {median: 8 days, p90: 25 days}}")
              .perLead(),
          Key.of(
                  "advance",
                  new Table(CHANCES),
                  "chance of the reference lead to advance; effects act on its log-odds")
              .needed()
              .like("26%")
              .perLead(),
          Key.of(
                  "quality",
                  scalar(EFFECT, -10, 10),
                  "log-odds per 0.1 of quality above the reference")
              .orElse("0")
              .like("0.15")
              .perLead(),
          Key.of("respondWithin", RESPONSE, "the effect of waiting for the first touch")
              .like("{halfLife: 5 hours, floor: -1.2}"),
          Key.of("recycle", RECYCLE, "lost leads that come back")
              .like("{of: [no response], share: 15%, after: 90 days}"),
          Key.of(
                  "patience",
                  new Chance(DURATIONS),
                  "how long an unworked lead waits before it goes cold; for ever if not said")
              .like("{exponential: {mean: 20 days}}")
              .perLead(),
          Key.of(
                  "leak",
                  CHANCES,
                  "chance that a lead is dropped on its way into the stage when it first comes: the"
                      + " hand-over from marketing, or from the team of the stage before")
              .orElse("0%")
              .like("6%")
              .perLead(),
          Key.of(
                  "rescore",
                  scalar(NUMBER, 0, 10),
                  "the score is made anew at each visit, before accept looks at it: quality, and"
                      + " noise with this standard deviation")
              .like("0.05")
              .perLead(),
          Key.of(
                  "accept",
                  ACCEPT,
                  "which leads are worked on here; the others are lost at once as \"below the"
                      + " threshold\"")
              .like("{score: 0.4}"),
          Key.of(
                  "lose",
                  new Members("reason", MEMBERS, CHANCES),
                  "why leads are lost, with shares that sum to 100%")
              .orElse("{lost: 100%}")
              .like("{no fit: 60%, no response: 40%}")
              .perLead(),
          Key.of("regress", REGRESS, "going back to an earlier stage")
              .like("{to: Qualification, probability: 4%}"),
          Key.of(
                  "timeOut",
                  new Either(List.of(above(DURATION, 0, YEARS_20), TIME_OUT)),
                  "longest stay in the stage, in calendar time; then the lead is lost")
              .like("31 days")
              .perLead());

  private StageFormat() {}
}

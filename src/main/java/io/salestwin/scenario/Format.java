package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.*;

import io.salestwin.scenario.Shape.Anything;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every key of a scenario file with its shape, unit, range, default and meaning: the one list from
 * which the reader, the levers, the JSON Schema and the reference are made.
 */
final class Format {

  static final List<String> MONTHS_SHORT =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final double MS_PER_DAY = 86_400_000.0;
  private static final double YEARS_20 = 20 * 365.25 * MS_PER_DAY;
  private static final double MONEY_MOST = 1e15; // cents: ten million million
  private static final int MEMBERS = 100;

  private static final Scalar TEXTS = scalar(TEXT, 0, 0);
  private static final Scalar EFFECTS = scalar(EFFECT, -20, 20);
  private static final Scalar CHANCES = scalar(PROBABILITY, 0, 1);
  private static final Scalar SPEED = scalar(NUMBER, 0, 100);
  private static final Scalar FACTORS = above(FACTOR, 0, 1000);
  private static final Scalar DURATIONS = scalar(DURATION, 0, YEARS_20);
  private static final Scalar AMOUNTS = scalar(MONEY, 0, MONEY_MOST);
  private static final Scalar STAGES = scalar(STAGE, 0, 0);
  private static final Scalar ROLES = scalar(ROLE, 0, 0);

  private static final Members STAGE_EFFECTS = new Members("stage", MEMBERS, EFFECTS);
  private static final Chance DELAYS = new Chance(DURATIONS);

  static final Section BEGIN =
      section(
          "begin",
          Key.of(
                  "warmUp",
                  DURATIONS,
                  "how long the organisation is played before the start, so that day one is not"
                      + " empty; without any begin it is twice the sum of the stages' mean delays,"
                      + " at most 2 years")
              .like("180 days"),
          Key.of(
                  "pipeline",
                  scalar(FILE, 0, 0),
                  "CSV of today's open deals: id, stage, age, owner, value and, if known, product,"
                      + " segment, source; the file lies beside the scenario")
              .like("open-deals.csv"),
          Key.of("empty", words("true"), "start with no leads at all").like("true"));

  static final Section TARGETS =
      new Section(
          "targets",
          List.of(
              Key.of(
                      "basis",
                      words("acv", "tcv", "count"),
                      "what counts: annual contract value, total contract value, or deals won")
                  .orElse("acv")),
          Optional.of(new Members("period", 240, scalar(AMOUNT, 0, MONEY_MOST))));

  static final Section CALENDAR =
      section(
          "calendar",
          Key.of("hoursPerDay", above(NUMBER, 0, 24), "working hours of a day").orElse("8"),
          Key.of("from", scalar(TIME, 0, 0), "when the working day begins").orElse("09:00"),
          Key.of("week", new Items("day", 1, 7, words(weekdays())), "the working days")
              .orElse("[mon, tue, wed, thu, fri]"),
          Key.of(
                  "holidays",
                  new Items("holiday", 0, 2000, scalar(DATES, 0, 0)),
                  "days off: a date, or two dates with .. between them")
              .orElse("[]")
              .like("[2027-01-01, 2027-12-24..2027-12-31]"));

  static final Section SPEEDS = season("season of a speed", SPEED, "1", "speed in ");
  static final Section ODDS = season("season of the odds", EFFECTS, "0", "log-odds in ");

  static final Section SEASON =
      section(
          "season",
          Key.of("arrivals", SPEEDS, "speed at which leads arrive; 1 is neutral")
              .like("{nov: 1.15, dec: 0.7}"),
          Key.of("buying", SPEEDS, "speed of buyers on their way to a yes; 1 is neutral")
              .like("{quarterMonth: [0.8, 0.9, 1.3]}"),
          Key.of("losing", SPEEDS, "speed of buyers on their way to a no; as buying if not said")
              .like("{dec: 0.8}"),
          Key.of("winning", ODDS, "log-odds added to advancing, by the date of advancing")
              .like("{quarterMonth: [-0.2, -0.1, 0.3]}"));

  static final Section PRODUCT =
      section(
          "products.NAME",
          Key.of(
                  "value",
                  new Chance(AMOUNTS),
                  "annual contract value of a deal; or give price and ratio")
              .like("{lognormal: {mean: 24000, cv: 0.9}}")
              .varies(),
          Key.of("price", above(MONEY, 0, MONEY_MOST), "list price; the value is price x ratio")
              .like("550")
              .varies(),
          Key.of(
                  "ratio",
                  new Chance(scalar(NUMBER, 0, 1000)),
                  "what a deal brings of the list price")
              .orElse("1")
              .like("{normal: {mean: 1, sd: 0.1}}")
              .varies(),
          Key.of("margin", CHANCES, "gross margin").orElse("100%").varies(),
          Key.of(
                  "contract",
                  above(MONTHS, 0, 240),
                  "length of the contract; a year's value times its years is the total value")
              .orElse("12 months")
              .varies(),
          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing, by stage")
              .like("{Proposal: +0.4}")
              .perLead());

  static final Section SEGMENT =
      section(
          "segments.NAME",
          Key.of(
                  "mix",
                  new Table(CHANCES),
                  "share of the leads; the shares of all segments sum to 100%; 100% if it is the"
                      + " only one")
              .like("70%")
              .varies(),
          Key.of(
                  "product",
                  new Either(List.of(scalar(PRODUCT_NAME, 0, 0), new Members("product", MEMBERS, CHANCES))),
                  "what it buys: a product, or shares that sum to 100%; the only product if not"
                      + " said")
              .like("{core: 60%, plus: 40%}")
              .varies(),
          Key.of("value", FACTORS, "factor on the value of a deal").orElse("x1").like("x0.5").varies(),
          Key.of("delay", FACTORS, "factor on every delay of the buyers")
              .orElse("x1")
              .like("x1.4")
              .perLead(),
          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing, by stage")
              .like("{Negotiation: +0.4}")
              .perLead());

  static final Section ARRIVALS =
      section(
          "sources.NAME.arrivals",
          Key.of(
                  "perMonth",
                  scalar(NUMBER, 0, 1e7),
                  "leads a month (of 365.25 / 12 days) at the start, before season")
              .orElse("0")
              .like("420")
              .varies(),
          Key.of("growthPerMonth", scalar(CHANGE, -0.99, 10), "growth of that rate, compounding")
              .orElse("0%")
              .like("1%")
              .varies(),
          Key.of(
                  "dispersion",
                  scalar(NUMBER, 1, 10_000),
                  "variance over mean of the weekly counts; 1 is pure chance (Poisson)")
              .orElse("1")
              .like("1.8"),
          Key.of(
                  "perRepDay",
                  above(NUMBER, 0, 1000),
                  "leads that each rep of a role brings on a working day")
              .like("2")
              .varies(),
          Key.of("role", ROLES, "the role that brings them").like("SDR"),
          Key.of(
                  "effort",
                  new Chance(DURATIONS),
                  "rep time that each of them costs before it enters the first stage")
              .like("1.5 hours")
              .varies(),
          Key.of(
                  "on",
                  new Members("date", 5000, scalar(WHOLE, 0, 1_000_000)),
                  "exact number of leads on single days, such as a trade fair's")
              .like("{2027-03-10: 260}"));

  static final Section SOURCE =
      section(
          "sources.NAME",
          Key.of("arrivals", ARRIVALS, "when leads come; the parts may be combined").needed(),
          Key.of("cost", AMOUNTS, "cost of one lead").orElse("0").like("95").varies(),
          Key.of(
                  "quality",
                  new Chance(scalar(NUMBER, 0, 1)),
                  "quality of a lead, from 0 to 1; at qualityReference if not said")
              .like("{beta: {mean: 0.55, sd: 0.2}}")
              .varies(),
          Key.of(
                  "scoreNoise",
                  scalar(NUMBER, 0, 10),
                  "standard deviation of what the score mis-states of the quality")
              .orElse("0")
              .like("0.1"),
          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing, by stage")
              .like("{Discovery: -0.2}")
              .perLead());

  static final Section REP =
      section(
          "roles.NAME.reps.REP",
          Key.of("skill", EFFECTS, "log-odds added for this rep's leads; drawn if not said")
              .like("+0.2")
              .perRep());

  static final Section SKILL =
      section(
          "roles.NAME.skill",
          Key.of("sd", scalar(NUMBER, 0, 5), "spread of the reps' skill, in log-odds")
              .orElse("0")
              .like("0.25")
              .perRep());

  static final Section ROLE_SECTION =
      section(
          "roles.NAME",
          Key.of("headcount", scalar(WHOLE, 1, 10_000), "number of reps; or name them under reps")
              .like("12")
              .varies(),
          Key.of(
                  "reps",
                  new Either(
                      List.of(
                          new Items("rep", 1, 10_000, TEXTS), new Members("rep", 10_000, REP))),
                  "the reps by name, as a list, or as a mapping with what is known of each")
              .like("[Ana, Ben, Chris]"),
          Key.of(
                  "take",
                  words("onArrival", "whenFree"),
                  "onArrival: a rep is chosen at once and the lead waits for that rep; whenFree:"
                      + " leads wait in one queue; onArrival if openLeads is given, else whenFree")
              .like("onArrival"),
          Key.of("routing", words("roundRobin", "leastLoaded"), "how a rep with room is chosen")
              .orElse("roundRobin"),
          Key.of(
                  "hoursPerWeek",
                  above(NUMBER, 0, 168),
                  "selling time of a rep in a full working week; the calendar's hours if not said")
              .like("28")
              .perRep(),
          Key.of("openLeads", scalar(WHOLE, 1, 1_000_000), "most leads that a rep owns at once; no limit if not said")
              .like("35")
              .perRep(),
          Key.of("skill", SKILL, "how much reps differ").like("{sd: 0.25}"),
          Key.of("quota", scalar(MONEY_PER_QUARTER, 0, MONEY_MOST), "quota of one rep")
              .like("200k/quarter")
              .varies(),
          Key.of("salary", scalar(MONEY_PER_YEAR, 0, MONEY_MOST), "fixed pay of one rep for a year")
              .like("52k")
              .varies());

  static final Section QUEUE =
      section(
          "queue",
          Key.of("order", words("fifo", "lifo", "priority"), "the order").orElse("fifo"),
          Key.of(
                  "by",
                  words("value", "score", "age", "stage"),
                  "what decides under priority: the larger goes first")
              .like("value"));

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
          Key.of("of", new Items("reason", 1, MEMBERS, TEXTS), "reasons of losing that it concerns; all if not said")
              .like("[no response]"),
          Key.of("share", CHANCES, "share of those that come back").needed().like("15%").perLead(),
          Key.of("after", new Chance(DURATIONS), "how long they sleep").needed().like("90 days").perLead(),
          Key.of("to", STAGES, "the stage that they come back to; the first if not said")
              .like("Qualification"));

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
          Key.of("clock", words("calendar", "buying"), "which clock it runs on").orElse("calendar"));

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
          Key.of("quality", scalar(EFFECT, -10, 10), "log-odds per 0.1 of quality above the reference")
              .orElse("0")
              .like("0.15")
              .perLead(),
          Key.of("respondWithin", RESPONSE, "the effect of waiting for the first touch")
              .like("{halfLife: 5 hours, floor: -1.2}"),
          Key.of("recycle", RECYCLE, "lost leads that come back")
              .like("{of: [no response], share: 15%, after: 90 days}"),
          Key.of("patience", new Chance(DURATIONS), "how long an unworked lead waits before it goes cold; for ever if not said")
              .like("{exponential: {mean: 20 days}}")
              .perLead(),
          Key.of("lose", new Members("reason", MEMBERS, CHANCES), "why leads are lost, with shares that sum to 100%")
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

  static final Section UNCERTAINTY =
      new Section(
          "uncertainty",
          List.of(
              Key.of("joint", scalar(FILE, 0, 0), "CSV of levers that are drawn together: a lever per column")
                  .like("posterior.csv")),
          Optional.of(new Members("lever", 1000, new Chance(scalar(LEVER_VALUE, -1e15, 1e15)))));

  /** The whole file. */
  static final Section ROOT =
      section(
          "scenario",
          Key.of("name", TEXTS, "what the scenario is called").needed().like("Mid-market SaaS, FY2027"),
          Key.of("extends", scalar(FILE, 0, 0), "another scenario that this file changes").like("base.yaml"),
          Key.of(
                  "overrides",
                  new Members("lever", 1000, new Anything()),
                  "with extends: levers with their new values, absolute or relative")
              .like("{roles.AE.headcount: +2}"),
          Key.of("currency", scalar(CURRENCY, 0, 0), "the currency of every amount").orElse("USD"),
          Key.of("start", scalar(DATE, 0, 0), "first simulated day").needed().like("2027-01-01"),
          Key.of("horizon", scalar(HORIZON, 0, 0), "how far it is played: quarters, months, weeks, days, years, or until a last day; at most 20 years")
              .needed()
              .like("4 quarters"),
          Key.of("fiscalYearStart", words(months()), "first month of the fiscal year").orElse("january"),
          Key.of("periods", words("quarter", "month"), "length of the reporting periods")
              .orElse("quarter"),
          Key.of("opportunityFrom", STAGES, "from this stage on a lead counts as pipeline; the first if not said")
              .like("Discovery"),
          Key.of("begin", BEGIN, "what stands in the pipeline on day one").like("{warmUp: 180 days}"),
          Key.of("targets", TARGETS, "what each period must reach").like("{2027-Q1: 2.4M}"),
          Key.of(
                  "booked",
                  new Members("period", 240, scalar(AMOUNT, 0, MONEY_MOST)),
                  "what has closed already in the period of the start")
              .like("{2027-Q1: 0.9M}"),
          Key.of("thresholds", new Items("rule", 0, MEMBERS, TEXTS), "rules that a forecast must meet")
              .orElse("[]")
              .like("[\"p_hit(2027-Q1) >= 0.80\"]"),
          Key.of(
                  "calendar",
                  new Either(List.of(words("always"), CALENDAR)),
                  "working hours and holidays; always means day and night")
              .like("{hoursPerDay: 8, week: [mon, tue, wed, thu, fri]}"),
          Key.of("season", SEASON, "what follows the calendar").like("{arrivals: {dec: 0.7}}"),
          Key.of("products", new Members("product", MEMBERS, PRODUCT), "what is bought").needed(),
          Key.of("segments", new Members("segment", MEMBERS, SEGMENT), "which kinds of buyers; one segment named all if not said"),
          Key.of("qualityReference", CHANCES, "the quality at which a stated chance to advance holds")
              .orElse("0.5"),
          Key.of("sources", new Members("source", MEMBERS, SOURCE), "where leads come from").needed(),
          Key.of("roles", new Members("role", MEMBERS, ROLE_SECTION), "the kinds of sellers"),
          Key.of(
                  "queue",
                  new Either(List.of(words("fifo", "lifo"), QUEUE)),
                  "the order in which waiting leads are taken")
              .orElse("fifo")
              .like("{order: priority, by: value}"),
          Key.of("stages", new Items("stage", 1, MEMBERS, STAGE_SECTION), "the steps in their order").needed(),
          Key.of("uncertainty", UNCERTAINTY, "what is not known about the inputs: levers with distributions")
              .like("{stages.Discovery.advance: {beta: {successes: 412, trials: 1580}}}"));

  private Format() {}

  private static Section season(String title, Scalar of, String neutral, String what) {
    List<Key> keys = new ArrayList<>();
    for (String month : MONTHS_SHORT) {
      keys.add(Key.of(month, of, what + month).orElse(neutral).varies());
    }
    keys.add(
        Key.of("quarterMonth", new Items("month", 3, 3, of), what + "the three months of a fiscal quarter")
            .orElse("[" + neutral + ", " + neutral + ", " + neutral + "]")
            .varies());
    for (String day : weekdays()) {
      keys.add(Key.of(day, of, what + "each " + day).orElse(neutral).varies());
    }
    return new Section(title, keys, Optional.empty());
  }

  static String[] weekdays() {
    return new String[] {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  }

  static String[] months() {
    return new String[] {
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december"
    };
  }

  private static Section section(String title, Key... keys) {
    return new Section(title, List.of(keys), Optional.empty());
  }

  private static Scalar scalar(Kind kind, double min, double max) {
    return new Scalar(kind, min, true, max, List.of());
  }

  private static Scalar above(Kind kind, double min, double max) {
    return new Scalar(kind, min, false, max, List.of());
  }

  private static Scalar words(String... words) {
    return new Scalar(WORD, 0, true, 0, List.of(words));
  }
}

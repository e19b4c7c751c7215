package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.AMOUNT;
import static io.salestwin.scenario.Kind.CURRENCY;
import static io.salestwin.scenario.Kind.DATE;
import static io.salestwin.scenario.Kind.DATES;
import static io.salestwin.scenario.Kind.DURATION;
import static io.salestwin.scenario.Kind.FILE;
import static io.salestwin.scenario.Kind.HORIZON;
import static io.salestwin.scenario.Kind.LEVER_VALUE;
import static io.salestwin.scenario.Kind.MONEY;
import static io.salestwin.scenario.Kind.MONEY_PER_YEAR;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.TIME;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.MS_PER_DAY;
import static io.salestwin.scenario.Scalars.STAGES;
import static io.salestwin.scenario.Scalars.TEXTS;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Anything;
import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;
import java.util.List;
import java.util.Optional;

/**
 * Every key of a scenario file with its shape, unit, range, default and meaning: the one list from
 * which the reader, the levers, the JSON Schema and the reference are made. Those of larger
 * sections stand in classes of their own, such as {@link MarketFormat}, {@link TeamFormat} and
 * {@link StageFormat}.
 */
final class Format {

  static final Section COST =
      section(
          "costs.NAME",
          Key.of("cost", scalar(MONEY_PER_YEAR, 0, MONEY_MOST), "what it costs in a year")
              .needed()
              .like("20k/year"),
          Key.of(
                  "from",
                  scalar(DATE, 0, 0),
                  "the first day on which it is paid for; always if not said")
              .like("2027-04-01"),
          Key.of("until", scalar(DATE, 0, 0), "the last day; always if not said")
              .like("2027-06-30"));

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
                      + " segment, source, competitor; the file lies beside the scenario")
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

  static final Section BOOKED =
      new Section(
          "booked",
          List.of(
              Key.of(
                      "reps",
                      scalar(FILE, 0, 0),
                      "CSV of what each rep has booked in that period: name, booked and, for pay"
                          + " that counts them, deals and margin; the file lies beside the scenario")
                  .like("booked.csv")),
          Optional.of(new Members("period", 240, scalar(AMOUNT, 0, MONEY_MOST))));

  static final Section CALENDAR =
      section(
          "calendar",
          Key.of("hoursPerDay", above(NUMBER, 0, 24), "working hours of a day").orElse("8"),
          Key.of("from", scalar(TIME, 0, 0), "when the working day begins").orElse("09:00"),
          Key.of("week", new Items("day", 1, 7, words(SeasonFormat.weekdays())), "the working days")
              .orElse("[mon, tue, wed, thu, fri]"),
          Key.of(
                  "holidays",
                  new Items("holiday", 0, 2000, scalar(DATES, 0, 0)),
                  "days off: a date, or two dates with .. between them")
              .orElse("[]")
              .like("[2027-01-01, 2027-12-24..2027-12-31]"));

  static final Section PUSH =
      section(
          "push",
          Key.of("last", above(DURATION, 0, 92 * MS_PER_DAY), "the last days of a fiscal quarter")
              .needed()
              .like("14 days"),
          Key.of(
                  "stages",
                  new Items("stage", 1, MEMBERS, STAGES),
                  "the stages whose deals are pushed; the last one if not said")
              .like("[Negotiation]"),
          Key.of("discount", CHANCES, "what every deal won in those days gives up of its value")
              .orElse("0%")
              .like("10%"),
          Key.of("odds", EFFECTS, "log-odds added to advancing in those days")
              .orElse("0")
              .like("+0.4"),
          Key.of(
                  "pullForward",
                  CHANCES,
                  "share of the deals that would advance in the next quarter and are talked into"
                      + " these days")
              .orElse("0%")
              .like("20%"));

  static final Section QUEUE =
      section(
          "queue",
          Key.of("order", words("fifo", "lifo", "priority"), "the order").orElse("fifo"),
          Key.of(
                  "by",
                  words("value", "score", "age", "stage"),
                  "what decides under priority: the larger goes first")
              .like("value"));

  static final Section UNCERTAINTY =
      new Section(
          "uncertainty",
          List.of(
              Key.of(
                      "joint",
                      scalar(FILE, 0, 0),
                      "CSV of levers that are drawn together: a lever per column")
                  .like("posterior.csv")),
          Optional.of(new Members("lever", 1000, new Chance(scalar(LEVER_VALUE, -1e15, 1e15)))));

  /** The whole file. */
  static final Section ROOT =
      section(
          "scenario",
          Key.of("name", TEXTS, "what the scenario is called")
              .needed()
              .like("Mid-market SaaS, FY2027"),
          Key.of("extends", scalar(FILE, 0, 0), "another scenario that this file changes")
              .like("base.yaml"),
          Key.of(
                  "overrides",
                  new Members("lever", 1000, new Anything()),
                  "with extends: levers with their new values, absolute or relative")
              .like("{roles.AE.headcount: +2}"),
          Key.of("currency", scalar(CURRENCY, 0, 0), "the currency of every amount").orElse("USD"),
          Key.of("start", scalar(DATE, 0, 0), "first simulated day").needed().like("2027-01-01"),
          Key.of(
                  "horizon",
                  scalar(HORIZON, 0, 0),
                  "how far it is played: quarters, months, weeks, days, years, or until a last day;"
                      + " at most 20 years")
              .needed()
              .like("4 quarters"),
          Key.of("fiscalYearStart", words(SeasonFormat.months()), "first month of the fiscal year")
              .orElse("january"),
          Key.of("periods", words("quarter", "month"), "length of the reporting periods")
              .orElse("quarter"),
          Key.of(
                  "opportunityFrom",
                  STAGES,
                  "from this stage on a lead counts as pipeline; the first if not said")
              .like("Discovery"),
          Key.of("begin", BEGIN, "what stands in the pipeline on day one")
              .like("{warmUp: 180 days}"),
          Key.of("targets", TARGETS, "what each period must reach").like("{2027-Q1: 2.4M}"),
          Key.of("booked", BOOKED, "what has closed already in the period of the start")
              .like("{2027-Q1: 0.9M}"),
          Key.of(
                  "thresholds",
                  new Items("rule", 0, MEMBERS, TEXTS),
                  "rules that a forecast must meet")
              .orElse("[]")
              .like("[\"p_hit(2027-Q1) >= 0.80\"]"),
          SignalFormat.HEALTH,
          SignalFormat.ALERTS,
          Key.of(
                  "calendar",
                  new Either(List.of(words("always"), CALENDAR)),
                  "working hours and holidays; always means day and night")
              .like("{hoursPerDay: 8, week: [mon, tue, wed, thu, fri]}"),
          Key.of("season", SeasonFormat.SEASON, "what follows the calendar")
              .like("{arrivals: {dec: 0.7}}"),
          Key.of(
                  "products",
                  new Members("product", MEMBERS, MarketFormat.PRODUCT),
                  "what is bought")
              .needed(),
          Key.of(
                  "sizeBands",
                  new Items("size", 0, 20, above(MONEY, 0, MONEY_MOST)),
                  "annual contract values that part the results into bands of deal size")
              .orElse("[]")
              .like("[10k, 50k]"),
          Key.of(
              "segments",
              new Members("segment", MEMBERS, MarketFormat.SEGMENT),
              "which kinds of buyers; one segment named all if not said"),
          Key.of(
                  "qualityReference",
                  CHANCES,
                  "the quality at which a stated chance to advance holds")
              .orElse("0.5"),
          Key.of(
                  "sources",
                  new Members("source", MEMBERS, MarketFormat.SOURCE),
                  "where leads come from")
              .needed(),
          Key.of(
                  "competitors",
                  new Members("competitor", MEMBERS, MarketFormat.COMPETITOR),
                  "whom else the leads meet; without it nobody is told apart")
              .like("{Acme: {share: 30%, effects: {Negotiation: -0.4}}}"),
          Key.of(
                  "territories",
                  new Members("territory", MEMBERS, TeamFormat.TERRITORY),
                  "the parts of the market, each with its leads and its reps")
              .like("{east: {share: 55%}, west: {share: 45%}}"),
          Key.of("accounts", TeamFormat.ACCOUNTS, "how leads are scored and sorted into tiers"),
          Key.of(
              "roles",
              new Members("role", MEMBERS, TeamFormat.ROLE_SECTION),
              "the kinds of sellers"),
          Key.of(
                  "training",
                  new Items("training", 0, 100, TeamFormat.TRAINING),
                  "what reps are taught")
              .orElse("[]"),
          Key.of(
                  "costs",
                  new Members(
                      "line of cost",
                      MEMBERS,
                      new Either(List.of(scalar(MONEY_PER_YEAR, 0, MONEY_MOST), COST))),
                  "what selling costs beside leads, pay and training: tools, offices, agencies")
              .like("{crm: 60k/year, dialler: {cost: 20k/year, until: 2027-06-30}}"),
          Key.of(
                  "budget",
                  new Members("period", 240, scalar(MONEY, 0, MONEY_MOST)),
                  "what may be spent in a period on leads, pay, training and costs")
              .like("{2027-Q1: 800k}"),
          Key.of(
                  "payPlans",
                  new Members("pay plan", MEMBERS, PayFormat.PLAN),
                  "how variable pay follows from what is won")
              .like("{ae: {rate: 10%}}"),
          Key.of(
                  "queue",
                  new Either(List.of(words("fifo", "lifo"), QUEUE)),
                  "the order in which waiting leads are taken")
              .orElse("fifo")
              .like("{order: priority, by: value}"),
          Key.of(
                  "stages",
                  new Items("stage", 1, MEMBERS, StageFormat.STAGE_SECTION),
                  "the steps in their order")
              .needed(),
          Key.of("push", PUSH, "what is done at the end of each fiscal quarter to close more")
              .like("{last: 14 days, discount: 10%, odds: +0.4, pullForward: 20%}"),
          Key.of("shocks", ShockFormat.SHOCKS, "what may happen in the middle of the horizon")
              .orElse("[]")
              .like("[{use: budget freeze, from: 2027-05-01}]"),
          Key.of(
                  "customers",
                  CustomersFormat.CUSTOMERS,
                  "what becomes of customers after the win; without it none are played")
              .like("{opening: {smb: {count: 180, arr: 2.1M}}}"),
          Key.of(
                  "hygiene",
                  HygieneFormat.HYGIENE,
                  "the rules that keep the pipeline honest, and how reps forecast")
              .like("{stale: {factor: 2, then: requalify}}"),
          Key.of(
                  "plan",
                  PlanFormat.PLAN,
                  "what is wanted beside targets and quotas; only a check reads it, and nothing of"
                      + " it is played")
              .like("{dealSize: 28k, roles: {AE: {deals: 8}}}"),
          Key.of(
                  "uncertainty",
                  UNCERTAINTY,
                  "what is not known about the inputs: levers with distributions")
              .like("{stages.Discovery.advance: {beta: {successes: 412, trials: 1580}}}"));

  private Format() {}
}

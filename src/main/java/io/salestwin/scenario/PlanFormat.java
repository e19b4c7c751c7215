package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.DURATION;
import static io.salestwin.scenario.Kind.MONEY_PER_QUARTER;
import static io.salestwin.scenario.Kind.MONEY_PER_YEAR;
import static io.salestwin.scenario.Kind.MONTHS;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.YEARS_20;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.section;

import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;

/** The keys of what is wanted, which only a check reads. */
final class PlanFormat {

  private static final Shape.Scalar COUNT = above(NUMBER, 0, 1e6);

  private static final Section CYCLE =
      section(
          "plan.cycle",
          Key.of("from", above(DURATION, 0, YEARS_20), "what it is").needed().like("45 days"),
          Key.of("to", above(DURATION, 0, YEARS_20), "what it is to be").needed().like("35 days"),
          Key.of("gain", CHANCES, "how much more is said to come of it").like("22%"));

  private static final Section ACQUISITION =
      section(
          "plan.acquisition",
          Key.of("cost", CHANCES, "cost of a customer, as a share of the first year's value")
              .needed()
              .like("25%"),
          Key.of("payback", above(MONTHS, 0, 240), "time of gross margin in which it comes back")
              .needed()
              .like("12 months"));

  private static final Section ROLE =
      section(
          "plan.roles.ROLE",
          Key.of(
                  "visits",
                  new Members("stage", MEMBERS, COUNT),
                  "leads that enter a stage in a month, such as discovery calls or proposals")
              .like("{Discovery: 40, Proposal: 15}"),
          Key.of("handsOn", COUNT, "leads that are handed on to the next role in a month")
              .like("65"),
          Key.of("deals", COUNT, "deals won in a quarter").like("8"),
          Key.of(
                  "pipeline",
                  above(MONEY_PER_QUARTER, 0, MONEY_MOST),
                  "value of the pipeline that is created")
              .like("45M/quarter"),
          Key.of("revenue", above(MONEY_PER_YEAR, 0, MONEY_MOST), "annual value that is won")
              .like("12M/year"));

  static final Section PLAN =
      section(
          "plan",
          Key.of("dealSize", above(Kind.MONEY, 0, MONEY_MOST), "annual value of the mean deal")
              .like("28k"),
          Key.of("winRate", CHANCES, "share of the pipeline that is won").like("30%"),
          Key.of(
                  "advance",
                  new Members("stage", MEMBERS, CHANCES),
                  "chance to advance from a stage")
              .like("{Proposal: 30%}"),
          Key.of("cycle", CYCLE, "how the cycle becomes shorter")
              .like("{from: 45 days, to: 35 days, gain: 22%}"),
          Key.of("acquisition", ACQUISITION, "what winning a customer may cost")
              .like("{cost: 25%, payback: 12 months}"),
          Key.of("roles", new Members("role", MEMBERS, ROLE), "what each rep of a role brings")
              .like("{AE: {deals: 8, pipeline: 600k/quarter}}"));

  private PlanFormat() {}
}

package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.CHANGE;
import static io.salestwin.scenario.Kind.MONEY;
import static io.salestwin.scenario.Kind.MONEY_PER_YEAR;
import static io.salestwin.scenario.Kind.MONTHS;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.PRODUCT_NAME;
import static io.salestwin.scenario.Kind.RATE_PER_YEAR;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.AMOUNTS;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.CHURNS;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.FACTORS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.ROLES;
import static io.salestwin.scenario.Scalars.STAGE_EFFECTS;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;
import io.salestwin.scenario.Shape.Table;
import java.util.List;

/** The keys of products, segments and sources. */
final class MarketFormat {

  static final Section COSTS =
      section(
          "products.NAME.costs",
          Key.of("success", CHANCES, "cost of customer success, as a share of the revenue")
              .orElse("0%")
              .like("8%")
              .varies(),
          Key.of("overhead", CHANCES, "overhead, as a share of the revenue")
              .orElse("0%")
              .like("12%")
              .varies(),
          Key.of(
                  "perCustomer",
                  scalar(MONEY_PER_YEAR, 0, MONEY_MOST),
                  "cost of customer success of one customer for a year, beside its share of the"
                      + " revenue")
              .orElse("0")
              .like("1,200/year")
              .varies());

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
          Key.of(
                  "recognition",
                  words("monthly", "upfront", "milestones"),
                  "when a contract's value becomes revenue: evenly over its length, at once, or at"
                      + " its milestones")
              .orElse("monthly"),
          Key.of(
                  "milestones",
                  new Members("milestone", MEMBERS, CHANCES),
                  "with recognition: milestones: share of the contract's value by time after its"
                      + " beginning; the shares sum to 100%")
              .like("{0 days: 30%, 60 days: 70%}"),
          Key.of("costs", COSTS, "what serving a customer costs besides the delivery")
              .like("{success: 8%, overhead: 12%}"),
          Key.of(
                  "discount",
                  scalar(Kind.PROBABILITY, 0, 0.99),
                  "given on every deal: off the value and off the margin")
              .orElse("0%")
              .like("8%"),
          Key.of(
                  "elasticity",
                  STAGE_EFFECTS,
                  "log-odds of advancing for each 10% of discount, by stage")
              .like("{Proposal: +0.3}"),
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
                  new Either(
                      List.of(
                          scalar(PRODUCT_NAME, 0, 0), new Members("product", MEMBERS, CHANCES))),
                  "what it buys: a product, or shares that sum to 100%; the only product if not"
                      + " said")
              .like("{core: 60%, plus: 40%}")
              .varies(),
          Key.of("value", FACTORS, "factor on the value of a deal")
              .orElse("x1")
              .like("x0.5")
              .varies(),
          Key.of("delay", FACTORS, "factor on every delay of the buyers")
              .orElse("x1")
              .like("x1.4")
              .perLead(),
          Key.of(
                  "churn",
                  CHURNS,
                  "share of the customers that leave in a year; a contract of m months is renewed"
                      + " with the chance (1 - churn)^(m / 12)")
              .orElse("0%/year")
              .like("24%/year"),
          Key.of(
                  "expansion",
                  scalar(RATE_PER_YEAR, 0, 10),
                  "growth a year of what a healthy customer buys, if every expansion offered is"
                      + " won")
              .orElse("0%/year")
              .like("8%/year"),
          Key.of("season", SeasonFormat.OF_SEGMENT, "what in this segment follows the calendar")
              .like("{arrivals: {nov: 1.8, dec: 1.6}}"),
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
                  "share",
                  CHANCES,
                  "what a partner who brings the leads keeps of the value of a deal won, as margin"
                      + " or commission")
              .orElse("0%")
              .like("20%")
              .varies(),
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
          Key.of(
                  "assists",
                  CHANCES,
                  "share of the other sources' leads that meet this one, too: attribution sees both,"
                      + " though the lead would have come without it")
              .orElse("0%")
              .like("30%"),
          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing, by stage")
              .like("{Discovery: -0.2}")
              .perLead());

  static final Section COMPETITOR =
      section(
          "competitors.NAME",
          Key.of(
                  "share",
                  new Table(CHANCES),
                  "share of the leads that meet it; a lead meets one competitor or none, so that"
                      + " the shares of all sum to 100% at most")
              .needed()
              .like("30%"),
          Key.of(
                  "effects",
                  STAGE_EFFECTS,
                  "log-odds of advancing for the leads that meet it, by stage; a stated chance"
                      + " holds for those that meet nobody")
              .like("{Negotiation: -0.4}"),
          Key.of(
                  "lostTo",
                  CHANCES,
                  "of the leads that met it and are decided against from opportunityFrom on, the"
                      + " share whose reason is \"competitor\"; the others have the reasons of"
                      + " their stage")
              .orElse("0%")
              .like("60%"));

  private MarketFormat() {}
}

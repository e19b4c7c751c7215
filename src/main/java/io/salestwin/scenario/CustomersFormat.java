package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.CHANGE;
import static io.salestwin.scenario.Kind.EFFECT;
import static io.salestwin.scenario.Kind.MONEY;
import static io.salestwin.scenario.Kind.MONTHS;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.ROLES;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Section;

/** The keys of the customers' life after the win. */
final class CustomersFormat {

  static final Section OPENING =
      section(
          "customers.opening.SEGMENT",
          Key.of("count", scalar(WHOLE, 1, 1_000_000), "how many there are").needed().like("180"),
          Key.of("arr", scalar(MONEY, 0, MONEY_MOST), "what they pay in a year, together")
              .needed()
              .like("2.1M"),
          Key.of(
                  "renewals",
                  new Items("share", 1, 240, CHANCES),
                  "share of them whose contracts end in each of that many equal parts of a"
                      + " contract's length, from the start on; evenly if not said")
              .orElse("[100%]")
              .like("[40%, 20%, 20%, 20%]"));

  static final Section ONBOARDING =
      section(
          "customers.onboarding",
          Key.of("duration", new Chance(DURATIONS), "from being taken in to going live")
              .needed()
              .like("{lognormal: {median: 30 days, p90: 70 days}}"),
          Key.of(
                  "capacity",
                  scalar(WHOLE, 1, 1_000_000),
                  "how many can be taken in at once, per rep if a role is named; the others wait in"
                      + " the order of their wins; no limit if not said")
              .like("6"),
          Key.of("role", ROLES, "the role whose head-count the capacity is multiplied by")
              .like("Onboarding"),
          Key.of("failure", CHANCES, "chance that it goes badly").orElse("0%").like("10%"),
          Key.of(
                  "failureEffect",
                  EFFECTS,
                  "log-odds added to the first renewal of a customer with whom it went badly")
              .orElse("-1"),
          Key.of(
                  "backlogEffect",
                  scalar(EFFECT, -20, 0),
                  "log-odds added to advancing from the last stage for each month that a new"
                      + " customer would have to wait; needs a capacity")
              .orElse("0")
              .like("-0.2"));

  static final Section HEALTH =
      section(
          "customers.health",
          Key.of("mean", scalar(NUMBER, 0, 1), "its mean").orElse("0.7"),
          Key.of("sd", scalar(NUMBER, 0, 1), "how much customers differ, and one differs in time")
              .orElse("0")
              .like("0.15"),
          Key.of("persistence", CHANCES, "its correlation with itself a year later").orElse("50%"),
          Key.of(
                  "reference",
                  scalar(NUMBER, 0, 1),
                  "the health for which churn and expansion.win hold as stated")
              .orElse("0.7"),
          Key.of("renewal", EFFECTS, "log-odds of renewing per 0.1 of health above the reference")
              .orElse("0")
              .like("0.3"),
          Key.of(
                  "expansion",
                  EFFECTS,
                  "log-odds of taking an expansion per 0.1 of health above the reference")
              .orElse("0")
              .like("0.2"));

  static final Section RENEWAL =
      section(
          "customers.renewal",
          Key.of("price", scalar(CHANGE, -0.99, 10), "change of the price at a renewal")
              .orElse("0%")
              .like("3%"),
          Key.of(
                  "contract",
                  above(MONTHS, 0, 240),
                  "length of a renewed contract; that of the product if not said")
              .like("12 months"),
          Key.of("contraction", CHANCES, "chance that a renewal is for less")
              .orElse("0%")
              .like("8%"),
          Key.of("by", CHANCES, "how much less").orElse("20%"));

  static final Section EXPANSION =
      section(
          "customers.expansion",
          Key.of(
                  "threshold",
                  scalar(NUMBER, 0, 1),
                  "health from which on a customer is offered more")
              .orElse("0.7"),
          Key.of("size", above(CHANGE, 0, 10), "what an offer adds to the customer's annual value")
              .orElse("25%"),
          Key.of("win", CHANCES, "chance that an offer is taken").orElse("100%").like("60%"));

  static final Section CUSTOMERS =
      section(
          "customers",
          Key.of(
                  "opening",
                  new Members("segment", MEMBERS, OPENING),
                  "the customers of day one by segment; without it the wins of the warm-up are the"
                      + " only ones, and retention is not computable")
              .like("{smb: {count: 180, arr: 2.1M}}"),
          Key.of(
                  "leaving",
                  words("atRenewal", "anytime"),
                  "when those leave who do not renew: when the contract ends, or at any time of it")
              .orElse("atRenewal"),
          Key.of("onboarding", ONBOARDING, "how a won deal goes live; at once if not said")
              .like("{duration: 30 days, capacity: 6}"),
          Key.of("health", HEALTH, "how well customers do, from 0 to 1")
              .like("{mean: 0.7, sd: 0.15, renewal: 0.3}"),
          Key.of("renewal", RENEWAL, "what happens when a contract ends").like("{price: 3%}"),
          Key.of("expansion", EXPANSION, "when customers buy more")
              .like("{threshold: 0.7, size: 25%, win: 60%}"));

  private CustomersFormat() {}
}

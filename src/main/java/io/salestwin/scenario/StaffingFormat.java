package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.CHANGE;
import static io.salestwin.scenario.Kind.DATE;
import static io.salestwin.scenario.Kind.DATES;
import static io.salestwin.scenario.Kind.MONEY_PER_QUARTER;
import static io.salestwin.scenario.Kind.MONTHS;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.RATE_PER_YEAR;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.TEXTS;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;

/** The keys of single reps and of how reps come, grow, are away and go. */
final class StaffingFormat {

  static final int MOST_REPS = 10_000;
  private static final Scalar FACTOR_OF_RATE = scalar(Kind.FACTOR, 0, 1000);
  private static final Items AWAY = new Items("absence", 0, 1000, scalar(DATES, 0, 0));

  static final Shape.Section REP =
      section(
          "roles.NAME.reps.REP",
          Key.of("skill", EFFECTS, "log-odds added for this rep's leads; drawn if not said")
              .like("+0.2")
              .perRep(),
          Key.of(
                  "started",
                  scalar(DATE, 0, 0),
                  "when this rep began; long ago and fully ramped if not said, a hire if after the"
                      + " start")
              .like("2026-11-01"),
          Key.of("territory", TEXTS, "the territory that the rep works").like("east"),
          Key.of(
                  "expertise",
                  new Members("segment", MEMBERS, CHANCES),
                  "how well the rep knows each segment; 50% where not said")
              .like("{smb: 90%, mid-market: 30%}"),
          Key.of("tier", TEXTS, "the tier of accounts that the rep is meant for").like("key"),
          Key.of(
                  "quota",
                  scalar(MONEY_PER_QUARTER, 0, MONEY_MOST),
                  "this rep's quota; the role's if not said, and 0 for a rep who carries none")
              .like("150k/quarter"),
          Key.of("leave", AWAY, "days on which this rep is away")
              .orElse("[]")
              .like("[2027-07-12..2027-07-23]"));

  static final Shape.Section HIRE =
      section(
          "roles.NAME.hires",
          Key.of("on", scalar(DATE, 0, 0), "the first day").needed().like("2027-03-01"),
          Key.of("count", scalar(WHOLE, 1, MOST_REPS), "how many").orElse("1"),
          Key.of("territory", TEXTS, "the territory that they work").like("west"),
          Key.of("expert", TEXTS, "the segment that they are experts in").like("smb"),
          Key.of("tier", TEXTS, "the tier of accounts that they are meant for").like("key"));

  static final Shape.Section LEAVER =
      section(
          "roles.NAME.leavers",
          Key.of("on", scalar(DATE, 0, 0), "the first day without them")
              .needed()
              .like("2027-05-01"),
          Key.of("rep", TEXTS, "who leaves; the latest hired if not said").like("Ana"),
          Key.of("count", scalar(WHOLE, 1, MOST_REPS), "how many").orElse("1"));

  static final Shape.Section ATTRITION =
      section(
          "roles.NAME.attrition",
          Key.of("rate", scalar(RATE_PER_YEAR, 0, 50), "leavers a year per rep")
              .needed()
              .like("26%/year")
              .varies(),
          Key.of(
                  "tenure",
                  new Items(
                      "span",
                      1,
                      20,
                      section(
                          "roles.NAME.attrition.tenure",
                          Key.of(
                                  "until",
                                  scalar(MONTHS, 0, 600),
                                  "to which tenure; the last has none")
                              .like("6 months"),
                          Key.of("rate", FACTOR_OF_RATE, "factor on the rate")
                              .needed()
                              .like("x0.5"))),
                  "factors on the rate by tenure")
              .like("[{until: 6 months, rate: x0.5}, {rate: x1.2}]"),
          Key.of(
                  "attainment",
                  new Items(
                      "span",
                      1,
                      20,
                      section(
                          "roles.NAME.attrition.attainment",
                          Key.of("below", scalar(CHANGE, 0, 100), "below which share of the quota")
                              .needed()
                              .like("50%"),
                          Key.of("rate", FACTOR_OF_RATE, "factor on the rate")
                              .needed()
                              .like("x1.8"))),
                  "factors on the rate in the period after one with less than this of the quota;"
                      + " the first that fits")
              .like("[{below: 50%, rate: x1.8}, {below: 80%, rate: x1.2}]"));

  static final Shape.Section RAMP =
      section(
          "roles.NAME.ramp",
          Key.of("months", scalar(NUMBER, 0, 120), "months until a new rep works at full speed")
              .like("3"),
          Key.of("from", CHANCES, "share of the full speed at the beginning; it grows evenly")
              .orElse("0%")
              .like("25%"),
          Key.of(
                  "curve",
                  new Items("month", 1, 120, CHANCES),
                  "instead: share of the full speed in each month; full speed after them")
              .like("[0%, 25%, 50%, 75%, 90%]"),
          Key.of(
                  "skill",
                  EFFECTS,
                  "log-odds added at no speed at all; what is missing of the full speed counts")
              .orElse("0")
              .like("-0.4")
              .perRep(),
          Key.of(
                  "cv",
                  scalar(NUMBER, 0, 3),
                  "spread of the ramp's length between reps over its mean")
              .orElse("0")
              .like("0.3"));

  static final Shape.Section LEAVE =
      section(
          "roles.NAME.leave",
          Key.of("daysPerYear", scalar(NUMBER, 0, 250), "working days a year that each rep is away")
              .orElse("0")
              .like("25"),
          Key.of("block", scalar(WHOLE, 1, 60), "working days in a row").orElse("5"),
          Key.of("on", AWAY, "days on which the whole role is away").orElse("[]"),
          Key.of(
                  "cover",
                  words("true", "false"),
                  "whether others take over the leads of a rep who goes on leave")
              .orElse("false"));

  private StaffingFormat() {}
}

package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.CHANGE;
import static io.salestwin.scenario.Kind.DATE;
import static io.salestwin.scenario.Kind.FILE;
import static io.salestwin.scenario.Kind.MONEY_PER_QUARTER;
import static io.salestwin.scenario.Kind.MONEY_PER_YEAR;
import static io.salestwin.scenario.Kind.MONTHS;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.RATE_PER_YEAR;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.AMOUNTS;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.FACTORS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.ROLES;
import static io.salestwin.scenario.Scalars.STAGE_EFFECTS;
import static io.salestwin.scenario.Scalars.TEXTS;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import java.util.List;

/** The keys of roles, of what their reps are taught, and of the market that they share. */
final class TeamFormat {

  static final Shape.Section SKILL =
      section(
          "roles.NAME.skill",
          Key.of("sd", scalar(NUMBER, 0, 5), "spread of the reps' skill, in log-odds")
              .orElse("0")
              .like("0.25")
              .perRep(),
          Key.of(
                  "drift",
                  scalar(NUMBER, -5, 5),
                  "log-odds that a rep gains, or loses, by himself in a year with the firm")
              .orElse("0")
              .like("+0.1"));

  static final Shape.Section TIMING =
      section(
          "roles.NAME.timing",
          Key.of("days", scalar(WHOLE, 1, 30), "days before and after the end of a fiscal quarter")
              .orElse("10"),
          Key.of(
                  "hold",
                  CHANCES,
                  "chance that a deal of the last days is held back to the next quarter by a rep who"
                      + " has reached over")
              .orElse("0%")
              .like("40%"),
          Key.of("over", scalar(CHANGE, 0, 100), "attainment from which on deals are held back")
              .orElse("100%")
              .like("125%"),
          Key.of(
                  "pull",
                  CHANCES,
                  "chance that a deal of the next quarter's first days is signed on the last day of"
                      + " this one, for a rep who then lacks at most near")
              .orElse("0%")
              .like("30%"),
          Key.of("near", scalar(CHANGE, 0, 1), "share of the quota that such a rep may lack")
              .orElse("20%"));

  static final Shape.Section PACE =
      section(
          "roles.NAME.pace",
          Key.of("asked", above(NUMBER, 0, 10_000), "touches a day that are asked of a rep")
              .needed()
              .like("50"),
          Key.of("sound", above(NUMBER, 0, 10_000), "touches a day that a rep can do well")
              .needed()
              .like("30"),
          Key.of(
                  "effect",
                  scalar(Kind.EFFECT, -20, 0),
                  "log-odds of advancing for each doubling beyond that, in the role's stages")
              .needed()
              .like("-0.4"));

  static final Shape.Section WEIGHTS =
      section(
          "roles.NAME.routing.weighted",
          weight("territory", "being of the lead's territory"),
          weight("expertise", "knowing the lead's segment"),
          weight("workload", "having room for more leads"),
          weight("tier", "being meant for the lead's tier"),
          weight("performance", "the share of deals won so far"));

  static final Shape.Section ROUTING =
      section(
          "roles.NAME.routing",
          Key.of("weighted", WEIGHTS, "the rep with the highest weighted score").needed());

  static final Shape.Section HEADCOUNT_PER =
      section(
          "roles.NAME.headcountPer",
          Key.of("role", ROLES, "the other role").needed().like("AE"),
          Key.of("ratio", above(NUMBER, 0, 1000), "reps of this role for each of the other")
              .needed()
              .like("0.5"));

  static final Shape.Section ROLE_SECTION =
      section(
          "roles.NAME",
          Key.of(
                  "headcount",
                  scalar(WHOLE, 1, StaffingFormat.MOST_REPS),
                  "number of reps; or name them under reps")
              .like("12")
              .varies(),
          Key.of(
                  "headcountPer",
                  HEADCOUNT_PER,
                  "instead: a ratio to the head-count of another role, rounded, at least 1")
              .like("{role: AE, ratio: 0.5}"),
          Key.of(
                  "reps",
                  new Either(
                      List.of(
                          new Items("rep", 1, StaffingFormat.MOST_REPS, TEXTS),
                          new Members("rep", StaffingFormat.MOST_REPS, StaffingFormat.REP),
                          scalar(FILE, 0, 0))),
                  "the reps by name, as a list, or as a mapping with what is known of each, or a"
                      + " CSV file beside the scenario with the columns name and, if known, skill,"
                      + " started, territory, tier, quota")
              .like("[Ana, Ben, Chris]"),
          Key.of(
                  "take",
                  words("onArrival", "whenFree"),
                  "onArrival: a rep is chosen at once and the lead waits for that rep; whenFree:"
                      + " leads wait in one queue; onArrival if openLeads is given, else whenFree")
              .like("onArrival"),
          Key.of(
                  "routing",
                  new Either(
                      List.of(
                          words(
                              "roundRobin",
                              "leastLoaded",
                              "random",
                              "expertise",
                              "bestPerformer",
                              "byTier",
                              "sticky"),
                          ROUTING)),
                  "how a rep with room is chosen")
              .orElse("roundRobin")
              .like(
                  "{weighted: {territory: 0.25, expertise: 0.30, workload: 0.20, tier: 0.15, performance: 0.10}}"),
          Key.of(
                  "hoursPerWeek",
                  above(NUMBER, 0, 168),
                  "selling time of a rep in a full working week; the calendar's hours if not said")
              .like("28")
              .perRep(),
          Key.of(
                  "adminShare",
                  scalar(Kind.PROBABILITY, 0, 0.99),
                  "share of that time that goes into administration")
              .orElse("0%")
              .like("20%")
              .perRep(),
          Key.of(
                  "openLeads",
                  scalar(WHOLE, 1, 1_000_000),
                  "most leads that a rep owns at once; no limit if not said")
              .like("35")
              .perRep(),
          Key.of(
                  "pace",
                  PACE,
                  "how many touches a day are asked: beyond what goes well, each takes less time"
                      + " and does less")
              .like("{asked: 50, sound: 30, effect: -0.4}"),
          Key.of("skill", SKILL, "how much reps differ").like("{sd: 0.25}"),
          Key.of(
                  "territories",
                  new Members("territory", MEMBERS, scalar(WHOLE, 0, StaffingFormat.MOST_REPS)),
                  "how many of the reps work each territory; together the head-count")
              .like("{east: 7, west: 5}"),
          Key.of(
                  "territoryRule",
                  words("strict", "first", "open"),
                  "strict: only reps of a lead's territory take it; first: others do when none of"
                      + " these has room; open: any rep, as routing says")
              .orElse("strict"),
          Key.of(
                  "experts",
                  new Members("segment", MEMBERS, scalar(WHOLE, 0, StaffingFormat.MOST_REPS)),
                  "how many of the reps are experts in each segment (expertise 100% there, 0%"
                      + " elsewhere); the rest know all by half")
              .like("{smb: 4, mid-market: 8}"),
          Key.of(
                  "expertise",
                  scalar(Kind.EFFECT, 0, 20),
                  "log-odds between knowing a segment wholly and not at all; half is neutral")
              .orElse("0")
              .like("0.4")
              .perRep(),
          Key.of(
                  "tiers",
                  new Members("tier", MEMBERS, scalar(WHOLE, 0, StaffingFormat.MOST_REPS)),
                  "how many of the reps are meant for each tier of accounts")
              .like("{key: 3, rest: 9}"),
          Key.of("hires", new Items("hire", 0, 1000, StaffingFormat.HIRE), "who comes when")
              .orElse("[]")
              .like("[{on: 2027-03-01, count: 2}]"),
          Key.of(
                  "leavers",
                  new Items("leaver", 0, 1000, StaffingFormat.LEAVER),
                  "who goes when, without backfill")
              .orElse("[]")
              .like("[{on: 2027-05-01, rep: Ana}]"),
          Key.of(
                  "attrition",
                  new Either(List.of(scalar(RATE_PER_YEAR, 0, 50), StaffingFormat.ATTRITION)),
                  "reps who leave of themselves")
              .orElse("0%/year")
              .like("26%/year")
              .varies(),
          Key.of(
                  "backfill",
                  new Chance(DURATIONS),
                  "time until somebody new takes the seat of a rep who left of himself; never if"
                      + " not said")
              .like("90 days")
              .varies(),
          Key.of("ramp", StaffingFormat.RAMP, "how new reps grow to full speed")
              .like("{months: 3, from: 25%}"),
          Key.of("leave", StaffingFormat.LEAVE, "when reps are away").like("{daysPerYear: 25}"),
          Key.of(
                  "handOver",
                  EFFECTS,
                  "log-odds added for each time that a lead has lost an owner who left the firm")
              .orElse("0")
              .like("-0.3")
              .perRep(),
          Key.of("quota", scalar(MONEY_PER_QUARTER, 0, MONEY_MOST), "quota of one rep")
              .like("200k/quarter")
              .varies(),
          Key.of(
                  "quotaRamp",
                  new Items("month", 1, 60, CHANCES),
                  "share of the quota in each month of a new rep, full after the last; full from"
                      + " the first day if not said")
              .like("[0%, 25%, 50%, 75%]"),
          Key.of(
                  "timing",
                  TIMING,
                  "games with the day of the signature, for the sake of quota and pay")
              .like("{hold: 40%, over: 125%, pull: 30%}"),
          Key.of("salary", scalar(MONEY_PER_YEAR, 0, MONEY_MOST), "fixed pay of one rep for a year")
              .like("52k")
              .varies(),
          PayFormat.OF_ROLE.get(0),
          PayFormat.OF_ROLE.get(1));

  static final Shape.Section TERRITORY =
      section(
          "territories.NAME",
          Key.of("share", CHANCES, "share of the leads; those of all territories sum to 100%")
              .needed()
              .like("55%")
              .varies(),
          Key.of("potential", AMOUNTS, "what all its accounts could buy in a year").like("310M"),
          Key.of("value", FACTORS, "factor on the value of a deal").orElse("x1").varies(),
          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing, by stage")
              .like("{Discovery: +0.1}")
              .perLead(),
          Key.of("opens", scalar(DATE, 0, 0), "a new territory: the day before which no lead comes")
              .like("2027-04-01"),
          Key.of(
                  "startUp",
                  scalar(MONTHS, 0, 240),
                  "how long its leads take to grow evenly from none to its full share")
              .orElse("0 months")
              .like("6 months"));

  private static final Chance PART = new Chance(scalar(NUMBER, 0, 25));

  static final Shape.Section ACCOUNTS =
      section(
          "accounts",
          Key.of("firmographic", PART, "size, industry, place: 0 to 25 points").orElse("12.5"),
          Key.of("technographic", PART, "what it works with: 0 to 25 points").orElse("12.5"),
          Key.of("intent", PART, "signs that it wants to buy: 0 to 25 points").orElse("12.5"),
          Key.of("relationship", PART, "who knows whom: 0 to 25 points").orElse("12.5"),
          Key.of(
                  "tiers",
                  new Members(
                      "tier",
                      10,
                      section(
                          "accounts.tiers.NAME",
                          Key.of("from", scalar(NUMBER, 0, 100), "least score of the tier")
                              .orElse("0")
                              .like("80"),
                          Key.of("value", FACTORS, "factor on the value of a deal").orElse("x1"),
                          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing, by stage")
                              .like("{Discovery: +0.3}")
                              .perLead(),
                          Key.of(
                                  "time",
                                  CHANCES,
                                  "share of a rep's time while leads of every tier wait; together"
                                      + " 100%")
                              .like("60%")
                              .varies())),
                  "the tiers by score, the highest first")
              .needed());

  static final Shape.Section TRAINING =
      section(
          "training",
          Key.of("name", TEXTS, "what is taught").needed().like("discovery workshop"),
          Key.of("on", scalar(DATE, 0, 0), "the day").needed().like("2027-03-01"),
          Key.of("role", ROLES, "who is taught: everybody of the role on that day").needed(),
          Key.of(
                  "every",
                  above(Kind.DURATION, 0, Scalars.YEARS_20),
                  "coaching: it is repeated after so long, to the end of the horizon")
              .like("30 days"),
          Key.of(
                  "from",
                  CHANCES,
                  "who of them, in the order of their skill on that day: from which share of the"
                      + " role on, counted from the least skilled")
              .orElse("0%")
              .like("20%"),
          Key.of("to", CHANCES, "up to which share; from 20% to 80% is the middle of the role")
              .orElse("100%")
              .like("80%"),
          Key.of("hours", scalar(NUMBER, 0, 1000), "working hours that it takes each of them")
              .orElse("0")
              .like("16"),
          Key.of("effects", STAGE_EFFECTS, "log-odds of advancing after it, by stage")
              .needed()
              .like("{Discovery: +0.15}"),
          Key.of("halfLife", scalar(MONTHS, 0, 1200), "time after which half of the effect is left")
              .like("12 months"),
          Key.of("cost", AMOUNTS, "cost for each of them").orElse("0").like("800"));

  private TeamFormat() {}

  private static Key weight(String factor, String meaning) {
    return Key.of(factor, scalar(NUMBER, 0, 1000), "weight of " + meaning).orElse("0").like("0.25");
  }
}

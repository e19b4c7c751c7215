package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.DATE;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.TIMES_PER_YEAR;
import static io.salestwin.scenario.Kind.WHOLE;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.DURATIONS;
import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.ROLES;
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

/** The keys of a shock. */
final class ShockFormat {

  /** So often at the most, on the mean, that the calendar of a run's shocks stays short. */
  private static final double OFTEN = 52;

  static final Section LOSS =
      section(
          "shocks.leave",
          Key.of(
                  "role",
                  ROLES,
                  "whose reps; the role that owns the last stage with an owner, if not said")
              .like("AE"),
          Key.of("count", scalar(WHOLE, 0, 10_000), "how many of them").like("3"),
          Key.of("share", CHANCES, "instead: which share of those who are there").like("25%"),
          Key.of(
                  "who",
                  words("chance", "best", "latest"),
                  "whom first: whom chance chooses, who has booked the most, or who came last")
              .orElse("chance"),
          Key.of("rep", TEXTS, "instead: the one rep of this name").like("Ana"));

  private static final Either LOSSES =
      new Either(List.of(LOSS, new Items("group of reps", 1, MEMBERS, LOSS)));

  static final Section SHOCK =
      section(
          "shocks",
          Key.of("name", TEXTS, "what it is called; the name under use if not said")
              .like("lead drought"),
          Key.of(
                  "use",
                  TEXTS,
                  "a shock that comes with the program; what is written beside it goes before what"
                      + " it says")
              .like("budget freeze"),
          Key.of(
                  "from",
                  scalar(DATE, 0, 0),
                  "the day on which it strikes; with rate, the first day on which it may")
              .like("2027-05-01"),
          Key.of("until", scalar(DATE, 0, 0), "with rate, the last day on which it may strike")
              .like("2027-09-30"),
          Key.of("chance", CHANCES, "with a day, the chance that it comes at all").orElse("100%"),
          Key.of(
                  "rate",
                  above(TIMES_PER_YEAR, 0, OFTEN),
                  "how often it strikes at random, on the mean")
              .like("0.5/year"),
          Key.of("for", new Chance(DURATIONS), "how long it lasts, in calendar time")
              .like("60 days"),
          Key.of(
                  "severity",
                  new Chance(scalar(NUMBER, 0, 1)),
                  "how much of the changes holds, drawn at each strike: 0 nothing, 1 as written")
              .orElse("1")
              .like("{beta: {mean: 0.6, sd: 0.2}}"),
          Key.of(
                  "set",
                  new Members("lever", 1000, new Anything()),
                  "levers with their values while it lasts, absolute or relative to the value so"
                      + " far; * stands for every name")
              .like("{sources.inbound.arrivals.perMonth: x0.6, stages.*.delay: x1.3}"),
          Key.of(
                  "odds",
                  new Either(List.of(EFFECTS, new Members("stage", MEMBERS, EFFECTS))),
                  "log-odds added to advancing, for every stage or by stage")
              .like("{Negotiation: -0.4}"),
          Key.of(
                  "competitor",
                  TEXTS,
                  "the competitor whom a lead must meet for odds to act on it; all leads if not"
                      + " said")
              .like("Acme"),
          Key.of(
                  "leave",
                  LOSSES,
                  "reps who leave at the moment it strikes; their leads are handed over, and their"
                      + " seats filled again if their role has a backfill")
              .like("{role: AE, count: 3}"),
          Key.of("absent", LOSSES, "reps who are away while it lasts, with the same keys as leave")
              .like("{role: AE, share: 30%}"),
          Key.of(
                  "with",
                  new Members("shock", MEMBERS, CHANCES),
                  "other shocks, with the chance that they strike at the same moment")
              .like("{lead drought: 70%}"));

  static final Items SHOCKS = new Items("shock", 0, MEMBERS, SHOCK);

  private ShockFormat() {}
}

package io.salestwin.scenario;

import static io.salestwin.scenario.Scalars.EFFECTS;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.SPEED;
import static io.salestwin.scenario.Scalars.STAGES;
import static io.salestwin.scenario.Scalars.section;

import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of what follows the calendar. */
final class SeasonFormat {

  static final List<String> MONTHS_SHORT =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  static final Section SPEEDS = season("season of a speed", SPEED, "1", "speed in ");
  static final Section ODDS =
      season(
          "season of the odds",
          EFFECTS,
          "0",
          "log-odds in ",
          Key.of(
                  "stages",
                  new Items("stage", 1, MEMBERS, STAGES),
                  "the stages whose odds it changes; all if not said")
              .like("[Negotiation, Closing]"));

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

  static final Section OF_SEGMENT =
      section(
          "segments.NAME.season",
          Key.of(
                  "arrivals",
                  SPEEDS,
                  "speed at which its leads arrive, times that of all leads; 1 is neutral")
              .like("{nov: 1.8, dec: 1.6}"),
          Key.of(
                  "winning",
                  ODDS,
                  "log-odds added to advancing, beside those of all leads, by the date of advancing")
              .like("{nov: +0.3}"));

  private SeasonFormat() {}

  private static Section season(
      String title, Scalar of, String neutral, String what, Key... further) {
    List<Key> keys = new ArrayList<>();
    for (String month : MONTHS_SHORT) {
      keys.add(Key.of(month, of, what + month).orElse(neutral).varies());
    }
    keys.add(
        Key.of(
                "quarterMonth",
                new Items("month", 3, 3, of),
                what + "the three months of a fiscal quarter")
            .orElse("[" + neutral + ", " + neutral + ", " + neutral + "]")
            .varies());
    for (String day : weekdays()) {
      keys.add(Key.of(day, of, what + "each " + day).orElse(neutral).varies());
    }
    keys.addAll(List.of(further));
    return new Section(title, keys, Optional.empty());
  }

  static String[] weekdays() {
    return new String[] {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  }

  static String[] months() {
    return new String[] {
      "january",
      "february",
      "march",
      "april",
      "may",
      "june",
      "july",
      "august",
      "september",
      "october",
      "november",
      "december"
    };
  }
}

package io.salestwin.calibration.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to forecast what will be won.
 *
 * @param family what drives the closes
 * @param months whether months of the quarter differ
 * @param recent whether arrivals (or closes) go on as of late (half as much weight after 28 days),
 *     not as in the whole record
 */
record Variant(Family family, boolean months, boolean recent) {

  enum Family {
    AGES("chances by age"),
    STAGES("chances by stage and age"),
    THROUGHPUT("a steady number of closes");

    private final String words;

    Family(String words) {
      this.words = words;
    }
  }

  /**
   * All that make sense for a history: where stages are recorded, chances by stage and age; where
   * only creation and close are, a steady number of closes too.
   */
  static List<Variant> all(boolean paths) {
    List<Variant> all = new ArrayList<>();
    for (Family family : Family.values()) {
      for (boolean months : new boolean[] {false, true}) {
        for (boolean recent : new boolean[] {false, true}) {
          boolean sense =
              switch (family) {
                case AGES -> true;
                case STAGES -> paths && !months;
                case THROUGHPUT -> !paths && !(months && recent);
              };
          if (sense) {
            all.add(new Variant(family, months, recent));
          }
        }
      }
    }
    return all;
  }

  String words() {
    String what = family == Family.THROUGHPUT ? "closes" : "arrivals";
    return family.words
        + (months ? ", by month of the quarter" : "")
        + (recent ? ", " + what + " as of late" : ", " + what + " as ever");
  }
}

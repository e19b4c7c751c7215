package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.StressTest;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.CoverageNeed;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words and figures that the screen and the page of a stress test have in common. */
final class StressWords {

  /** What stands where there is nothing to show. */
  static final String NONE = "-";

  private final StressTest test;

  StressWords(StressTest test) {
    this.test = test;
  }

  /** How much stands behind it. */
  String size() {
    return Figures.count(test.replications())
        + " replications of each point, "
        + Figures.count(test.played())
        + " in all"
        + (test.stopped() ? ", stopped early" : "");
  }

  /** Whose target it is. */
  String target() {
    String amount = Figures.bookings(test.basis(), test.currency(), test.target());
    return test.period().equals(KpiLayout.HORIZON)
        ? "the whole horizon, " + amount
        : test.period() + ", " + amount;
  }

  /** A chance with its error: 60 % (54-66 %). */
  static String odds(Estimate odds) {
    return odds.value()
        .map(
            v ->
                Figures.share(v.estimate())
                    + " ("
                    + Figures.interval(KpiInfo.Unit.SHARE, v.interval())
                    + ")")
        .orElse(NONE);
  }

  /** A difference of chances in percentage points, with its sign. */
  static String points(Estimate change) {
    return change.value().map(v -> points(v.estimate())).orElse(NONE);
  }

  static String points(double change) {
    String size = Figures.fixed(Math.abs(change) * 100, 0);
    return size.equals("0") ? "0" : (change < 0 ? "-" : "+") + size;
  }

  /** The error of a difference in percentage points. */
  static String pointsError(Estimate change) {
    return change
        .value()
        .map(v -> points(v.interval().low()) + " to " + points(v.interval().high()))
        .orElse(NONE);
  }

  /** A difference of bookings with its sign. */
  static String amount(Estimate change) {
    return change
        .value()
        .map(
            v ->
                (v.estimate() < 0 ? "-" : v.estimate() > 0 ? "+" : "")
                    + Figures.brief(Math.abs(v.estimate())))
        .orElse(NONE);
  }

  /** A lever's value at both ends. */
  static String ends(Bar bar) {
    String low = bar.low().value().isEmpty() ? NONE : bar.low().value();
    String high = bar.high().value().isEmpty() ? NONE : bar.high().value();
    return low + " … " + high;
  }

  /** Change of the odds at both ends. */
  static String atEnds(Bar bar) {
    return points(bar.low().odds()) + " / " + points(bar.high().odds());
  }

  static String verdict(Bar bar) {
    return switch (bar.verdict()) {
      case MATTERS -> "";
      case NOISE -> "noise";
      case NOTHING -> "changes nothing";
      case SMALL -> "small";
    };
  }

  /** What the figures of a tornado are. */
  static List<String> notes(Tornado tornado) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Odds in percentage points, bookings as a mean, both against the scenario as it is. The"
            + " errors of the odds from the lower to the upper value hold together with 95 %;"
            + " \"noise\" is a lever whose errors all hold 0.");
    if (tornado.screening() > 0) {
      notes.add(
          "All levers were looked at first, in up to "
              + Figures.count(tornado.screening())
              + " replications; \"small\" are those that moved the mean bookings less than a dozen"
              + " others, and their figures are those of that look.");
    }
    if (!tornado.left().isEmpty()) {
      notes.add(
          tornado.left().size()
              + (tornado.left().size() == 1 ? " lever" : " levers")
              + " cannot be moved alone: "
              + String.join("; ", tornado.left().subList(0, Math.min(3, tornado.left().size())))
              + (tornado.left().size() > 3 ? "; and so on" : ""));
    }
    return notes;
  }

  /** What was found of a breaking point. */
  static String broken(Break b) {
    String limit = Figures.share(b.limit());
    if (b.at().isEmpty()) {
      return b.falls()
          ? "the odds do not fall under " + limit + ": " + b.note()
          : "the odds do not rise to " + limit + ": " + b.note();
    }
    String text =
        "from "
            + b.now()
            + " to "
            + b.at().get()
            + (b.falls() ? " the odds fall under " : " the odds rise to ")
            + limit
            + stretch(b);
    return b.monotone()
        ? text
        : text + "; beware, the odds do not go one way only, so look at the points";
  }

  private static String stretch(Break b) {
    Optional<String> from = b.from();
    Optional<String> to = b.to();
    if (from.isEmpty() && to.isEmpty()) {
      return "";
    }
    return " (error " + from.orElse(NONE) + " to " + to.orElse("beyond what was looked at") + ")";
  }

  /** Coverage with its error: 3.2x (2.9 to 3.6), or why there is none. */
  static String coverage(Estimate needed) {
    return needed
        .value()
        .map(
            v ->
                times(v.estimate())
                    + " ("
                    + Figures.fixed(v.interval().low(), 1)
                    + " to "
                    + Figures.fixed(v.interval().high(), 1)
                    + ")")
        .orElse(NONE);
  }

  static String times(double coverage) {
    return Figures.fixed(coverage, 1) + "x";
  }

  /** What is to be known beside the coverage of a period. */
  static String beside(CoverageNeed need) {
    List<String> parts = new ArrayList<>();
    if (!need.seen().isEmpty()) {
      parts.add("seen " + times(need.seen().get(0)) + " to " + times(need.seen().get(2)));
    }
    if (!need.textbook().isEmpty()) {
      parts.add(
          Figures.count(Math.rint(need.deals()))
              + " equal deals at a win rate of "
              + Figures.share(need.winRate())
              + " would need "
              + String.join(", ", need.textbook().stream().map(StressWords::times).toList()));
    }
    need.needed().stream()
        .filter(Estimate.NotComputable.class::isInstance)
        .map(e -> ((Estimate.NotComputable) e).reason())
        .distinct()
        .forEach(parts::add);
    return String.join("; ", parts);
  }
}

package io.salestwin.report;

import io.salestwin.planning.StressTest;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.CoverageNeed;
import io.salestwin.planning.StressTest.HeatMap;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Verdict;
import io.salestwin.planning.StressTest.Without;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import java.util.List;

/** A stress test on a terminal. */
final class StressText {

  private static final int MOST_BARS = 15;
  private static final int NAME = 38;
  private static final int COLUMN = 13;

  private final StressTest test;
  private final TextStyle style;
  private final StressWords words;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  StressText(StressTest test, TextStyle style) {
    this.test = test;
    this.style = style;
    words = new StressWords(test);
    lines = new TextLines(style, out);
  }

  String text() {
    lines.wrapped("", test.advice(), "");
    lines.blank();
    lines.heading("Stress of " + test.scenario(), words.size() + " · seed " + test.seed());
    lines.wrapped(
        "  ",
        "target of "
            + words.target()
            + ": odds "
            + StressWords.odds(test.odds())
            + ", mean "
            + Figures.bookings(test.basis(), test.currency(), test.bookings().orNaN()),
        "    ");
    thresholds();
    test.tornado().ifPresent(this::tornado);
    test.heatMap().ifPresent(this::heatMap);
    shocks();
    breaks();
    without();
    coverage();
    return out.toString();
  }

  private void thresholds() {
    if (test.thresholds().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("Thresholds", "");
    for (ThresholdResult t : test.thresholds()) {
      boolean met = t.outcome() == ThresholdResult.Outcome.MET;
      String actual =
          t.actual() instanceof Estimate.NotComputable no
              ? no.toString()
              : "is " + Figures.withUnit(t.unit(), test.currency(), t.actual());
      String mark = met ? style.good(style.shown("✔")) : style.bad(style.shown("✘"));
      lines.wrapped("  " + mark + " ", t.rule() + "  " + actual, "    ");
    }
  }

  private void row(String name, String... cells) {
    StringBuilder line = new StringBuilder("  ").append(TextLines.left(lines.plain(name), NAME));
    for (String cell : cells) {
      line.append(TextLines.right(style.shown(cell), COLUMN));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void tornado(Tornado tornado) {
    lines.blank();
    lines.heading("Levers", "points of the odds, and mean bookings");
    int shown = 0;
    for (Bar bar : tornado.bars()) {
      if (shown++ < MOST_BARS) {
        bar(bar);
      }
    }
    if (tornado.bars().size() > MOST_BARS) {
      lines.wrapped(
          "  ",
          "and "
              + (tornado.bars().size() - MOST_BARS)
              + " more, which the report shows; "
              + tornado.bars().stream().filter(b -> b.verdict() == Verdict.NOTHING).count()
              + " of all change nothing",
          "    ");
    }
    StressWords.notes(tornado).forEach(note -> lines.wrapped("  ", note, "  "));
  }

  private void bar(Bar bar) {
    row(
        bar.lever(),
        StressWords.atEnds(bar),
        StressWords.amount(bar.bookings()),
        StressWords.verdict(bar));
    lines.wrapped(
        "    ",
        StressWords.ends(bar)
            + ": odds "
            + StressWords.points(bar.odds())
            + " (error "
            + StressWords.pointsError(bar.odds())
            + ")",
        "    ");
  }

  private void heatMap(HeatMap map) {
    lines.blank();
    lines.heading("Odds over two levers", map.down() + " down, " + map.across() + " across");
    StringBuilder head = new StringBuilder("  ").append(TextLines.left("", COLUMN));
    map.columns().forEach(c -> head.append(TextLines.right(lines.plain(c), COLUMN)));
    out.append(head).append('\n');
    for (int r = 0; r < map.rows().size(); r++) {
      StringBuilder line = new StringBuilder("  ");
      line.append(TextLines.left(lines.plain(map.rows().get(r)), COLUMN));
      for (Estimate odds : map.odds().get(r)) {
        line.append(
            TextLines.right(
                odds.value().map(v -> Figures.share(v.estimate())).orElse(StressWords.NONE),
                COLUMN));
      }
      out.append(line).append('\n');
    }
  }

  private void shocks() {
    if (test.shocks().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("Shocks", "odds then, change in points, mean bookings");
    for (ShockCase s : test.shocks()) {
      row(
          s.name(),
          s.odds().value().map(v -> Figures.share(v.estimate())).orElse(StressWords.NONE),
          StressWords.points(s.change()),
          StressWords.amount(s.bookings()));
      if (s.odds() instanceof Estimate.NotComputable no) {
        lines.wrapped("    ", no.toString(), "    ");
      }
    }
  }

  private void breaks() {
    if (test.breaks().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("How far it must go", "");
    for (Break b : test.breaks()) {
      lines.wrapped("  ", b.name() + ": " + StressWords.broken(b), "    ");
    }
  }

  private void without() {
    if (test.without().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("Without", "odds then, change in points, mean bookings");
    for (Without w : test.without()) {
      row(
          w.what(),
          w.odds().value().map(v -> Figures.share(v.estimate())).orElse(StressWords.NONE),
          StressWords.points(w.change()),
          StressWords.amount(w.bookings()));
    }
  }

  private void coverage() {
    if (test.coverage().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("Coverage at the period's start", "that was followed by odds of 50, 80, 90 %");
    for (CoverageNeed need : test.coverage()) {
      List<String> cells = need.needed().stream().map(StressWords::coverage).toList();
      lines.wrapped("  ", need.period() + "  " + String.join(", ", cells), "    ");
      lines.wrapped("    ", StressWords.beside(need), "    ");
    }
  }
}

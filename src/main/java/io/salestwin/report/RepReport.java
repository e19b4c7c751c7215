package io.salestwin.report;

import io.salestwin.calibration.reps.Grouping;
import io.salestwin.calibration.reps.Measure;
import io.salestwin.calibration.reps.RepAnalysis;
import io.salestwin.document.Csv;
import io.salestwin.document.Json;
import io.salestwin.statistics.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether reps differ by more than luck, for people and for programs.
 *
 * @param name what the export is called
 * @param found what was found
 */
public record RepReport(String name, RepAnalysis found) implements Answer {

  /** The name of the table. */
  public static final String ROWS = "reps.csv";

  private static final int NAME = 24;

  @Override
  public boolean thresholdsMet() {
    return true;
  }

  @Override
  public List<Chart> charts() {
    return new RepPage(this).drawn().charts();
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    RepWords words = words();
    lines.heading("Reps of " + name, words.size());
    lines.wrapped("  ", HtmlFrame.sentence(words.answer()), "    ");
    lines.blank();
    lines.heading("What follows", "only where there is evidence for it");
    words.follows().forEach(each -> lines.wrapped("  ", each, "    "));
    lines.blank();
    lines.heading("In numbers", "spread: of the true figures, 95 % sure; luck: teams as uneven");
    lines.wrapped(
        "  ", "* further off than luck takes any of them, were this the only question", "    ");
    for (Grouping of : found.groupings()) {
      lines.blank();
      lines.heading("By " + of.name(), of.tooSmall().isEmpty() ? "" : tooSmall(of));
      for (Measure measure : of.measures()) {
        lines.wrapped("  ", words.brief(measure), "    ");
      }
      if (of.what() == Grouping.What.PEOPLE) {
        table(lines, of);
      }
    }
    return out.toString();
  }

  RepWords words() {
    return new RepWords(found);
  }

  /** Who was left out, and why. */
  String tooSmall(Grouping of) {
    return of.tooSmall().size() + " with fewer than " + found.plan().least() + " deals left out";
  }

  private static void table(TextLines lines, Grouping of) {
    StringBuilder head = new StringBuilder("  " + TextLines.left("", NAME));
    head.append(TextLines.right("closed", 7));
    for (Measure measure : columns(of)) {
      head.append(TextLines.right(heading(measure), 10)).append(TextLines.right("pooled", 8));
    }
    lines.raw(head.toString());
    for (int g = 0; g < of.names().size(); g++) {
      StringBuilder line = new StringBuilder("  " + TextLines.left(of.names().get(g), NAME));
      line.append(TextLines.right(Figures.count(of.closed().get(g)), 7));
      for (Measure measure : columns(of)) {
        String mark = measure.isApart(g) ? "*" : "";
        line.append(TextLines.right(RepWords.figure(measure, measure.own().get(g)) + mark, 10));
        line.append(TextLines.right(RepWords.figure(measure, measure.pooled().get(g)), 8));
      }
      lines.raw(line.toString());
    }
  }

  /** What a table shows: the win rate once, given the month of the close where that is known. */
  static List<Measure> columns(Grouping of) {
    boolean given = of.measure(Measure.Kind.WIN_RATE_GIVEN_MONTH).isPresent();
    return of.measures().stream().filter(m -> !given || m.kind() != Measure.Kind.WIN_RATE).toList();
  }

  /** The head of a measure's column. */
  static String heading(Measure measure) {
    return switch (measure.kind()) {
      case WIN_RATE, WIN_RATE_GIVEN_MONTH -> "win rate";
      case GOES_ON -> "goes on";
      case CYCLE -> "days";
      case VOLUME -> "in 30 d";
    };
  }

  @Override
  public String html() {
    return new RepPage(this).drawn().end();
  }

  /** One row for each group and measure. */
  @Override
  public Map<String, String> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (Grouping of : found.groupings()) {
      for (Measure m : of.measures()) {
        for (int g = 0; g < of.names().size(); g++) {
          rows.add(
              List.of(
                  of.name(),
                  of.names().get(g),
                  of.closed().get(g).toString(),
                  of.won().get(g).toString(),
                  word(m.kind()),
                  number(m.own().get(g)),
                  number(m.expected().get(g)),
                  number(m.pooled().get(g)),
                  number(m.alone().get(g))));
        }
      }
    }
    return Map.of(
        ROWS,
        Csv.write(
            List.of(
                "by", "group", "closed", "won", "measure", "own", "expected", "pooled", "p_holm"),
            rows));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Json.number(value) : "";
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("export", name);
    out.put("seed", found.plan().seed());
    out.put("teams", found.plan().teams());
    out.put("least", found.plan().least());
    out.put("from", found.from().toString());
    out.put("until", found.until().toString());
    out.put("closed", found.closed());
    out.put("won", found.won());
    out.put("dealsToSeeFivePoints", found.dealsToSee());
    out.put("answer", words().answer());
    out.put("advice", found.advice().stream().map(this::map).toList());
    out.put("groupings", found.groupings().stream().map(this::map).toList());
    return Json.write(out);
  }

  private Map<String, Object> map(RepAnalysis.Advice advice) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", word(advice.kind()));
    out.put("by", advice.grouping());
    out.put("group", advice.group());
    out.put("measure", word(advice.measure()));
    out.put("sentence", words().sentence(advice));
    return out;
  }

  private Map<String, Object> map(Grouping of) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("by", of.name());
    out.put("what", word(of.what()));
    out.put("names", of.names());
    out.put("closed", of.closed());
    out.put("won", of.won());
    out.put("tooSmall", of.tooSmall());
    out.put("measures", of.measures().stream().map(m -> map(of, m)).toList());
    return out;
  }

  private Map<String, Object> map(Grouping of, Measure m) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("measure", word(m.kind()));
    out.put("sentence", words().sentence(of, m));
    out.put("overall", Summary.finite(m.overall()));
    out.put("statistic", Summary.finite(m.statistic()));
    out.put("degreesOfFreedom", m.freedom());
    out.put("p", Summary.finite(m.p()));
    out.put("shareOfLuckyTeams", Summary.finite(m.luck()));
    out.put("luckyRange", map(m.luckRange()));
    out.put("spread", Summary.finite(m.spread()));
    out.put("spread95", map(m.spreadBounds()));
    out.put("own", m.own().stream().map(Summary::finite).toList());
    out.put("expected", m.expected().stream().map(Summary::finite).toList());
    out.put("pooled", m.pooled().stream().map(Summary::finite).toList());
    out.put("pHolm", m.alone().stream().map(Summary::finite).toList());
    return out;
  }

  private static List<Object> map(Bounds bounds) {
    List<Object> ends = new ArrayList<>();
    ends.add(Summary.finite(bounds.low()));
    ends.add(Summary.finite(bounds.high()));
    return ends;
  }
}

package io.salestwin.report;

import io.salestwin.calibration.reps.Grouping;
import io.salestwin.calibration.reps.Measure;
import io.salestwin.calibration.reps.RepAnalysis;
import io.salestwin.calibration.reps.RepAnalysis.Advice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found about reps, in sentences. */
record RepWords(RepAnalysis found) {

  private static final double MONTH_DAYS = 365.25 / 12;

  /** The team's size and record. */
  String size() {
    return Figures.count(found.closed())
        + " deals closed "
        + found.from()
        + " to "
        + found.until()
        + ", "
        + Figures.share(found.won() / (double) found.closed())
        + " won";
  }

  /** The answer, from the first grouping that there is. */
  String answer() {
    Grouping first = found.groupings().get(0);
    return sentence(first, first.measures().get(0));
  }

  /** Whether the answer is: no more than luck. */
  boolean isLuck() {
    return !found.groupings().get(0).measures().get(0).differs();
  }

  /** One measure of one grouping. */
  String sentence(Grouping of, Measure measure) {
    return "The "
        + measure.kind().words()
        + " of "
        + of.names().size()
        + " "
        + plural(of)
        + " goes from "
        + range(measure)
        + ". Differences as large come from luck alone in "
        + luck(measure)
        + " like this"
        + ifAlike(measure, "; were all alike, it would go from ")
        + ". The true spread is "
        + spread(measure)
        + ".";
  }

  /** The same in a line. */
  String brief(Measure measure) {
    return measure.kind().words()
        + " "
        + range(measure)
        + "; luck: "
        + luck(measure)
        + ifAlike(measure, " (all alike: ")
        + (measure.luckRange().isDefined() ? ")" : "")
        + "; spread "
        + spread(measure);
  }

  private static String plural(Grouping of) {
    return of.name().replaceFirst("^\\w+", "$0s");
  }

  private static String range(Measure measure) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double each : measure.own()) {
      low = Double.isNaN(each) ? low : Math.min(low, each);
      high = Double.isNaN(each) ? high : Math.max(high, each);
    }
    return figure(measure, low) + " to " + figure(measure, high);
  }

  /** A figure of a measure in its unit. */
  static String figure(Measure measure, double value) {
    return switch (measure.kind()) {
      case WIN_RATE, WIN_RATE_GIVEN_MONTH, GOES_ON -> Figures.share(value);
      case CYCLE, VOLUME -> Figures.number(value);
    };
  }

  /** How often luck does the same: as counted, or else by the law of large numbers. */
  private String luck(Measure measure) {
    boolean counted = !Double.isNaN(measure.luck());
    double share = counted ? measure.luck() : measure.p();
    if (counted && share * (found.plan().teams() + 1) < 1.5) {
      return "none of " + Figures.count(found.plan().teams()) + " teams";
    }
    return (share < 0.001 ? "fewer than 0.1 %" : Figures.share(share)) + " of teams";
  }

  private static String ifAlike(Measure measure, String before) {
    return measure.luckRange().isDefined()
        ? before
            + figure(measure, measure.luckRange().low())
            + " to "
            + figure(measure, measure.luckRange().high())
        : "";
  }

  private static String spread(Measure measure) {
    boolean share = measure.kind() != Measure.Kind.CYCLE && measure.kind() != Measure.Kind.VOLUME;
    double unit = share ? 100 : 1;
    String name = share ? " points" : measure.kind() == Measure.Kind.CYCLE ? " days" : " deals";
    return Figures.fixed(measure.spread() * unit, 1)
        + name
        + (measure.spreadBounds().isDefined()
            ? " ("
                + Figures.fixed(measure.spreadBounds().low() * unit, 1)
                + " to "
                + Figures.fixed(measure.spreadBounds().high() * unit, 1)
                + ")"
            : "");
  }

  /** All that follows, what is mere luck in one sentence. */
  List<String> follows() {
    List<String> all = new ArrayList<>();
    Set<String> groups = new LinkedHashSet<>();
    Set<String> measures = new LinkedHashSet<>();
    double least = 1;
    int questions = 1;
    for (Advice each : found.advice()) {
      if (each.kind() == Advice.Kind.DO_NOT_RANK) {
        Grouping of = found.grouping(each.grouping()).orElseThrow();
        groups.add(plural(of));
        measures.add(each.measure().words());
        least = Math.min(least, of.measure(each.measure()).orElseThrow().p());
        questions = each.questions();
      }
    }
    if (!groups.isEmpty()) {
      all.add(
          doNotRank(String.join(", ", groups), String.join(" or by ", measures), least, questions));
    }
    found.advice().stream()
        .filter(each -> each.kind() != Advice.Kind.DO_NOT_RANK)
        .forEach(each -> all.add(sentence(each)));
    all.add(patience());
    all.add(
        "Deals are not dealt out at random: what looks like skill may be which deals somebody is"
            + " given. Ask before you act.");
    return all;
  }

  private static String doNotRank(String groups, String by, double p, int questions) {
    return "Do not rank "
        + groups
        + " by "
        + by
        + ": it may be luck (p "
        + p(p)
        + asked(questions)
        + ").";
  }

  /** A small chance comes up when one asks often. */
  private static String asked(int questions) {
    return questions > 1 ? ", where " + questions + " questions were asked" : "";
  }

  /** What follows. */
  String sentence(Advice advice) {
    Grouping of = found.grouping(advice.grouping()).orElseThrow();
    Measure measure = of.measure(advice.measure()).orElseThrow();
    String asked = asked(advice.questions());
    int at = of.names().indexOf(advice.group());
    return switch (advice.kind()) {
      case DO_NOT_RANK ->
          doNotRank(plural(of), measure.kind().words(), measure.p(), advice.questions());
      case BELIEVE_THE_POOLED ->
          "The "
              + measure.kind().words()
              + " of "
              + plural(of)
              + " differs by more than luck (p "
              + p(measure.p())
              + asked
              + "), but nobody stands out: go by the pooled figures.";
      case LEARN_FROM -> "See how " + advice.group() + " does it: " + apart(of, measure, at, asked);
      case COACH -> "Coach " + advice.group() + ": " + apart(of, measure, at, asked);
      case COMPARE_WITHIN ->
          "Compare within one "
              + of.name()
              + ": between them the win rate spreads by "
              + spread(measure)
              + ", more than between people.";
    };
  }

  private static String apart(Grouping of, Measure measure, int at, String asked) {
    return measure.kind().words()
        + (of.what() == Grouping.What.STAGE ? " (" + of.name() + ") " : " ")
        + figure(measure, measure.own().get(at))
        + " of "
        + Figures.count(of.closed().get(at))
        + " deals, where "
        + figure(measure, measure.expected().get(at))
        + " was to be expected; believe "
        + figure(measure, measure.pooled().get(at))
        + " (p "
        + p(measure.alone().get(at))
        + " for one of "
        + of.names().size()
        + asked
        + ").";
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : Figures.fixed(p, p < 0.1 ? 3 : 2);
  }

  /** How long one must wait to see anything about one rep. */
  private String patience() {
    double deals = found.dealsToSee();
    return "A true difference of 5 points in one rep's win rate is seen, four times in five, after "
        + Figures.count(deals)
        + " closed deals"
        + found
            .grouping("rep")
            .flatMap(g -> g.measure(Measure.Kind.VOLUME))
            .map(v -> "; at " + Figures.number(v.overall()) + " in 30 days, after " + months(v))
            .orElse("")
        + ".";
  }

  private String months(Measure volume) {
    double months = found.dealsToSee() / volume.overall() * 30 / MONTH_DAYS;
    return Figures.count(Math.ceil(months)) + " months";
  }
}

package io.salestwin.report;

import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Sequence;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** A rehearsal as one page: the verdict, then what it rests on. */
final class RehearsalPage {

  private static final String JUDGED = "How it is judged";
  private static final String BELIEVE = "Before you believe it";
  private static final String ENDS = "How it ends";
  private static final String TRUTH = "What it measures and what is true";
  private static final String COVARIATE = "What the covariate saves";
  private static final String DESIGN = "Against the design";
  private static final String PLAYED = "What was played";
  private static final String NOT_ASKED = "-";

  private final Rehearsal found;
  private final RehearsalReport report;
  private final RehearsalWords words;
  private final AgainstDesign against;
  private final Page page;

  RehearsalPage(RehearsalReport report) {
    this.report = report;
    found = report.found();
    words = new RehearsalWords(found);
    against = new AgainstDesign(found, words);
    List<String> sections = new ArrayList<>(List.of(BELIEVE, JUDGED, ENDS, TRUTH, DESIGN, PLAYED));
    if (!against.covariate().isEmpty()) {
      sections.add(sections.indexOf(DESIGN), COVARIATE);
    }
    page =
        new Page(
            "Rehearsal",
            found.course().plan().name(),
            List.of(
                "rehearsal of an experiment",
                found.course().scenario().name(),
                Figures.count(found.trials()) + " trials",
                "seed " + found.seed()),
            sections);
  }

  String page() {
    answer();
    page.open(BELIEVE, "");
    page.warnings(words.warnings());
    page.close();
    evidence();
    ends();
    truth();
    if (!against.covariate().isEmpty()) {
      page.open(COVARIATE, "");
      against.covariate().forEach(page::paragraph);
      page.close();
    }
    design();
    setting();
    return page.end();
  }

  // ---- the answer

  private void answer() {
    boolean good = found.verdict() == Rehearsal.Verdict.RUN;
    List<String> reasons = words.reasons();
    page.verdict(good ? Page.Mood.GOOD : Page.Mood.BAD, words.verdict(), reasons.get(0));
    reasons.stream().skip(1).forEach(page::paragraph);
    page.openCards();
    rate(
        "Finds the effect",
        found.planned().power(),
        "planned " + Figures.share(found.course().plan().power()));
    rate(
        "Finds one where there is none",
        found.planned().falsePositives(),
        "planned " + Figures.share(found.course().plan().alpha()));
    page.card(
        "A roll-out brings",
        words.changeAlone(found.truth().effect()) + words.unit(),
        words.error(found.truth().effect())
            + "; the experiment measures "
            + words.change(found.truth().measured()));
    page.card(
        "Until the decision",
        RehearsalWords.days(found.rule().days()),
        "without an effect " + RehearsalWords.days(found.rule().daysOfNothing()));
    if (!found.guardrails().isEmpty()) {
      rate(
          "Ships it, guardrails included",
          found.rule().ships(),
          "where nothing differs " + RehearsalWords.percent(found.rule().shipsNothing()));
    }
    page.closeCards();
  }

  private void rate(String name, Estimate rate, String note) {
    if (rate.value().isEmpty()) {
      page.card(name, Figures.NONE, rate.toString());
      return;
    }
    page.share(name, rate.orNaN(), note + "; error " + RehearsalWords.interval(rate));
  }

  // ---- the evidence

  private void evidence() {
    page.open(
        JUDGED,
        "Each method with one look at the end, unless said otherwise. Power: found in trials with"
            + " the treatment. A/A: found in trials where nothing differs. Covers: the interval"
            + " holds the effect of a roll-out. Measures: on the mean, in"
            + words.unit()
            + ". Exaggerates: size of the effects that were found"
            + " over the true one. Wrong sign: share of those in the other direction. Who looks"
            + " every week ends at the first p below alpha. Below each figure stands its error.");
    page.figure(new RateChart(report).draw());
    List<List<String>> rows = new ArrayList<>();
    if (found.course().looksMs().size() > 1) {
      rows.add(sequence("as planned, with its looks", found.planned(), found.truth().measured()));
    }
    for (Judged judged : found.methods()) {
      rows.add(
          List.of(
              report.name(judged),
              rate(judged.power()),
              rate(judged.falsePositives()),
              rate(judged.coverage()),
              measured(judged.effect()),
              RehearsalWords.times(judged.exaggeration()),
              rate(judged.wrongSign())));
    }
    rows.add(
        sequence(
            "leads, looking every week", found.peeking(), new Estimate.NotComputable(NOT_ASKED)));
    page.table(
        "",
        List.of("Method", "Power", "A/A", "Covers", "Measures", "Exaggerates", "Wrong sign"),
        rows);
    stops();
    page.close();
  }

  /** Looks have no interval that would cover at one level. */
  private List<String> sequence(String name, Sequence looks, Estimate measured) {
    return List.of(
        name,
        rate(looks.power()),
        rate(looks.falsePositives()),
        NOT_ASKED,
        measured(measured),
        RehearsalWords.times(looks.exaggeration()),
        rate(looks.wrongSign()));
  }

  private static String rate(Estimate rate) {
    return rate.value().isEmpty()
        ? NOT_ASKED
        : RehearsalWords.percent(rate) + "\n" + RehearsalWords.interval(rate).replace(" %", "");
  }

  private String measured(Estimate effect) {
    return effect.value().isEmpty()
        ? NOT_ASKED
        : words.changeAlone(effect) + "\n" + words.error(effect);
  }

  private void stops() {
    List<Double> stops = found.planned().stops();
    if (stops.size() < 2) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < stops.size(); k++) {
      long day =
          Math.round((found.course().looksMs().get(k) - found.course().startMs()) / 86_400_000.0);
      rows.add(List.of(Integer.toString(k + 1), Long.toString(day), Figures.share(stops.get(k))));
    }
    page.table(
        "When it ends: share of the trials, with the treatment at work, by the look.",
        List.of("Look", "Day", "Ends there"),
        rows);
  }

  private void ends() {
    page.open(ENDS, "With the treatment at work, guardrails included.");
    page.list(RuleWords.endings(found.rule()));
    if (!found.guardrails().isEmpty()) {
      page.html().element("h3", "Guardrails");
      page.list(found.guardrails().stream().map(RuleWords::guardrail).toList());
    }
    if (!found.secondary().isEmpty()) {
      page.html().element("h3", "Further metrics, which decide nothing");
      page.list(found.secondary().stream().map(RuleWords::further).toList());
    }
    page.close();
  }

  private void truth() {
    page.open(
        TRUTH,
        "What is true is what a roll-out brings: all in the treatment against all in the control,"
            + " with the same leads and the same luck. What is measured is the difference of the"
            + " arms while they share reps, queues and calendars.");
    page.table(
        "",
        List.of("", "Mean and error (95 %)"),
        List.of(
            List.of("All in the control", words.level(found.truth().control())),
            List.of("A roll-out adds", words.change(found.truth().effect())),
            List.of("The experiment measures", words.change(found.truth().measured())),
            List.of("Difference: interference", words.change(found.truth().interference()))));
    page.close();
  }

  private void design() {
    page.open(DESIGN, "What formulas said before, and what came of it.");
    page.table(
        "",
        List.of("", "The design counts on", "Rehearsed"),
        against.rows().stream()
            .map(row -> List.of(row.name(), small(row.designed()), small(row.played())))
            .toList());
    against.sentences().forEach(page::paragraph);
    page.close();
  }

  /** What stands in brackets goes below. */
  private static String small(String figure) {
    return figure.replaceFirst(" \\((.*)\\)$", "\n$1");
  }

  private void setting() {
    page.open(PLAYED, found.course().plan().hypothesis());
    page.paragraph(words.setting());
    page.paragraph(
        "Each trial is played three times on the same keys: as dealt, all in the control (the A/A"
            + " test) and all in the treatment. Errors are 95 % intervals of the simulation"
            + " itself: more trials make them smaller. They say nothing about whether the scenario"
            + " is right.");
    page.close();
  }
}

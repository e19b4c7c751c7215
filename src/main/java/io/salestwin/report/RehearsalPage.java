package io.salestwin.report;

import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.statistics.Estimate;
import java.util.List;

/** A rehearsal as one page: the verdict, then what it rests on. */
final class RehearsalPage {

  private final Rehearsal found;
  private final RehearsalReport report;
  private final RehearsalWords words;
  private final Html html = new Html();

  RehearsalPage(RehearsalReport report) {
    this.report = report;
    found = report.found();
    words = new RehearsalWords(found);
  }

  String page() {
    HtmlFrame.begin(html, "Rehearsal: " + found.course().plan().name());
    title();
    html.open("main");
    answer();
    warnings();
    evidence();
    ends();
    truth();
    design();
    setting();
    html.closeLine();
    return HtmlFrame.end(html);
  }

  private void title() {
    html.open("header");
    html.element("h1", found.course().plan().name());
    html.open("p", "class", "meta");
    html.element("span", "rehearsal");
    html.element("span", Figures.count(found.trials()) + " trials");
    html.element("span", "seed " + found.seed());
    html.close();
    html.element("p", found.course().plan().hypothesis(), "class", "note");
    html.closeLine();
  }

  // ---- the answer

  private void answer() {
    html.open("section", "aria-label", "Answer");
    boolean good = found.verdict() == Rehearsal.Verdict.RUN;
    html.element("p", words.verdict(), "class", good ? "verdict good" : "verdict bad");
    words.reasons().forEach(each -> html.element("p", each));
    html.open("ul", "class", "cards");
    rate(
        "Finds the effect",
        found.planned().power(),
        "planned " + Figures.share(found.course().plan().power()));
    rate(
        "Finds one where there is none",
        found.planned().falsePositives(),
        "planned " + Figures.share(found.course().plan().alpha()));
    figure(
        "A roll-out brings",
        words.change(found.truth().effect()),
        "the experiment measures " + words.change(found.truth().measured()));
    figure(
        "Until the decision",
        RehearsalWords.days(found.rule().days()),
        "without an effect " + RehearsalWords.days(found.rule().daysOfNothing()));
    if (!found.guardrails().isEmpty()) {
      rate(
          "Ships it, guardrails included",
          found.rule().ships(),
          "where nothing differs " + RehearsalWords.rate(found.rule().shipsNothing()));
    }
    html.close().closeLine();
  }

  private void rate(String name, Estimate rate, String note) {
    html.open("li", "class", "card").element("h3", name);
    if (rate.value().isEmpty()) {
      html.element("p", rate.toString()).closeLine();
      return;
    }
    html.open("div", "class", "big").text(Figures.fixed(rate.orNaN() * 100, 1));
    html.element("small", " in 100").close();
    html.open("div", "class", "meter", "aria-hidden", "true");
    html.element("span", "", "style", "width:" + Figures.fixed(rate.orNaN() * 100, 1) + "%");
    html.close();
    html.element("p", note + "; error " + RehearsalWords.interval(rate), "class", "note");
    html.closeLine();
  }

  private void figure(String name, String figure, String note) {
    html.open("li", "class", "card").element("h3", name);
    String[] parts = figure.split(" ± ", 2);
    html.open("div", "class", "big").text(parts[0]);
    if (parts.length == 2) {
      html.element("small", " ± " + parts[1]);
    }
    html.close().element("p", note, "class", "note").closeLine();
  }

  private void warnings() {
    html.open("section", "id", "warnings").element("h2", "Before you believe it");
    html.open("ul", "class", "warnings");
    words.warnings().forEach(each -> html.element("li", each));
    html.close().closeLine();
  }

  // ---- the evidence

  private void evidence() {
    html.open("section", "id", "methods").element("h2", "How it is judged");
    html.open("figure", "class", "wide scroll");
    html.element("figcaption", "False positives: effects found where nothing differs");
    html.markup(new RateChart(report).draw().inline()).closeLine();
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(
        html,
        "Each method with one look at the end, unless said otherwise. Power: found in trials with"
            + " the treatment. A/A: found in trials where nothing differs. Covers: the interval"
            + " holds the effect of a roll-out. Exaggerates: size of the effects that were found"
            + " over the true one. Wrong sign: share of those in the other direction. Who looks"
            + " every week ends at the first p below alpha.");
    HtmlTables.header(
        html,
        "Method",
        "Power",
        "A/A positives",
        "Covers",
        "Measures",
        "Exaggerates",
        "Wrong sign");
    html.open("tbody");
    if (found.course().looksMs().size() > 1) {
      row(
          "as planned, with its looks",
          found.planned().power(),
          found.planned().falsePositives(),
          List.of(none(), found.truth().measured()),
          found.planned().exaggeration(),
          found.planned().wrongSign(),
          "sum");
    }
    for (Judged judged : found.methods()) {
      row(
          report.name(judged),
          judged.power(),
          judged.falsePositives(),
          List.of(judged.coverage(), judged.effect()),
          judged.exaggeration(),
          judged.wrongSign(),
          "");
    }
    row(
        "leads, looking every week",
        found.peeking().power(),
        found.peeking().falsePositives(),
        List.of(none(), none()),
        found.peeking().exaggeration(),
        found.peeking().wrongSign(),
        "");
    html.close().close().close().closeLine();
    stops();
  }

  private static Estimate none() {
    return new Estimate.NotComputable("an interval belongs to one look");
  }

  private void row(
      String name,
      Estimate power,
      Estimate falsePositives,
      List<Estimate> coverageAndEffect,
      Estimate exaggeration,
      Estimate wrongSign,
      String classes) {
    html.open("tr", "class", classes).element("th", name, "scope", "row");
    cell(power, RehearsalWords.rate(power));
    cell(falsePositives, RehearsalWords.rate(falsePositives));
    Estimate coverage = coverageAndEffect.get(0);
    cell(coverage, RehearsalWords.rate(coverage));
    cell(coverageAndEffect.get(1), words.change(coverageAndEffect.get(1)));
    cell(exaggeration, RehearsalWords.times(exaggeration));
    cell(wrongSign, RehearsalWords.rate(wrongSign));
    html.closeLine();
  }

  private void cell(Estimate estimate, String figure) {
    if (estimate instanceof Estimate.NotComputable no) {
      html.open("td").element("abbr", Figures.NONE, "title", no.toString()).close();
    } else {
      html.element("td", figure);
    }
  }

  private void stops() {
    List<Double> stops = found.planned().stops();
    if (stops.size() < 2) {
      return;
    }
    html.open("section", "id", "looks").element("h2", "When it ends");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Share of the trials, with the treatment at work, by the look.");
    HtmlTables.header(html, "Look", "Day", "Ends there");
    html.open("tbody");
    for (int k = 0; k < stops.size(); k++) {
      long day =
          Math.round((found.course().looksMs().get(k) - found.course().startMs()) / 86_400_000.0);
      html.open("tr").element("th", Integer.toString(k + 1), "scope", "row");
      html.element("td", Long.toString(day)).element("td", Figures.share(stops.get(k))).closeLine();
    }
    html.close().close().close().closeLine();
  }

  private void ends() {
    html.open("section", "id", "ends").element("h2", "How it ends");
    list(RuleWords.endings(found.rule()));
    if (!found.guardrails().isEmpty()) {
      html.element("h3", "Guardrails");
      list(found.guardrails().stream().map(RuleWords::guardrail).toList());
    }
    if (!found.secondary().isEmpty()) {
      html.element("h3", "Further metrics, which decide nothing");
      list(found.secondary().stream().map(RuleWords::further).toList());
    }
    html.closeLine();
  }

  private void list(List<String> lines) {
    html.open("ul");
    lines.forEach(each -> html.element("li", each));
    html.close();
  }

  private void truth() {
    html.open("section", "id", "truth").element("h2", "What it measures and what is true");
    html.element(
        "p",
        "What is true is what a roll-out brings: all in the treatment against all in the control,"
            + " with the same leads and the same luck. What is measured is the difference of the"
            + " arms while they share reps, queues and calendars.");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.header(html, "", "Mean and error (95 %)");
    html.open("tbody");
    line("All in the control", words.level(found.truth().control()));
    line("A roll-out adds", words.change(found.truth().effect()));
    line("The experiment measures", words.change(found.truth().measured()));
    line("Difference: interference", words.change(found.truth().interference()));
    html.close().close().close().closeLine();
  }

  private void line(String name, String figure) {
    html.open("tr").element("th", name, "scope", "row").element("td", figure).closeLine();
  }

  private void design() {
    AgainstDesign against = new AgainstDesign(found, words);
    if (!against.covariate().isEmpty()) {
      html.open("section", "id", "covariate").element("h2", "What the covariate saves");
      against.covariate().forEach(each -> html.element("p", each));
      html.closeLine();
    }
    html.open("section", "id", "design").element("h2", "Against the design");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.header(html, "", "The design counts on", "Rehearsed");
    html.open("tbody");
    for (AgainstDesign.Row row : against.rows()) {
      html.open("tr").element("th", row.name(), "scope", "row");
      html.element("td", row.designed()).element("td", row.played()).closeLine();
    }
    html.close().close().close();
    against.sentences().forEach(each -> html.element("p", each));
    html.closeLine();
  }

  private void setting() {
    html.open("section", "id", "setting").element("h2", "What was played");
    html.element("p", words.setting());
    html.element(
        "p",
        "Each trial is played three times on the same keys: as dealt, all in the control (the A/A"
            + " test) and all in the treatment. Errors are 95 % intervals of the simulation"
            + " itself: more trials make them smaller. They say nothing about whether the scenario"
            + " is right.",
        "class",
        "note");
    html.closeLine();
  }
}

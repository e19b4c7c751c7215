package io.salestwin.report;

import io.salestwin.calibration.reps.Grouping;
import io.salestwin.calibration.reps.Grouping.What;
import io.salestwin.calibration.reps.Measure;
import java.util.ArrayList;
import java.util.List;

/** What was found about reps as a page: the answer, what follows, funnels, tables. */
record RepPage(RepReport report) {

  /** The page, but for its end. */
  Page drawn() {
    RepWords words = report.words();
    List<String> sections = new ArrayList<>(List.of("What follows"));
    if (has(What.PEOPLE)) {
      sections.add("People");
    }
    if (has(What.STAGE)) {
      sections.add("Stages");
    }
    if (has(What.CIRCUMSTANCE)) {
      sections.add("Circumstances");
    }
    Page page = new Page("Reps", "Reps of " + report.name(), List.of(words.size()), sections);
    page.verdict(
        Page.Mood.PLAIN,
        words.isLuck() ? "No more than luck" : "More than luck",
        HtmlFrame.sentence(words.answer()));
    page.open("What follows", "Somebody is named only where there is evidence for it.");
    page.list(words.follows());
    page.close();
    section(
        page,
        What.PEOPLE,
        "People",
        "Pooled is what to believe: the own figure, shrunk by luck's part in it.");
    section(
        page,
        What.STAGE,
        "Stages",
        "Of closed deals: who had them when they first entered the stage.");
    section(page, What.CIRCUMSTANCE, "Circumstances", "What is no one's doing, beside it.");
    return page;
  }

  private boolean has(What what) {
    return report.found().groupings().stream().anyMatch(g -> g.what() == what);
  }

  private void section(Page page, What what, String title, String note) {
    if (!has(what)) {
      return;
    }
    page.open(title, note);
    for (Grouping of : report.found().groupings()) {
      if (of.what() == what) {
        page.html().element("h3", "By " + of.name());
        page.list(of.measures().stream().map(m -> words(of, m)).toList());
        if (what != What.CIRCUMSTANCE && of.names().size() > 2) {
          page.figure(new FunnelPlot(of).draw());
        }
        table(page, of);
      }
    }
    page.close();
  }

  private String words(Grouping of, Measure measure) {
    return HtmlFrame.sentence(report.words().sentence(of, measure));
  }

  private void table(Page page, Grouping of) {
    List<String> head = new ArrayList<>(List.of("", "closed", "won"));
    List<Measure> columns = RepReport.columns(of);
    for (Measure measure : columns) {
      head.add(RepReport.heading(measure));
      head.add("pooled");
    }
    head.add("apart");
    List<List<String>> rows = new ArrayList<>();
    for (int g = 0; g < of.names().size(); g++) {
      List<String> row = new ArrayList<>(List.of(of.names().get(g)));
      row.add(Figures.count(of.closed().get(g)));
      row.add(Figures.count(of.won().get(g)));
      List<String> apart = new ArrayList<>();
      for (Measure measure : columns) {
        row.add(RepWords.figure(measure, measure.own().get(g)));
        row.add(RepWords.figure(measure, measure.pooled().get(g)));
        if (measure.isApart(g)) {
          apart.add(RepReport.heading(measure));
        }
      }
      row.add(String.join(", ", apart));
      rows.add(row);
    }
    String left = of.tooSmall().isEmpty() ? "" : " " + report.tooSmall(of) + ".";
    page.table("Apart: further off than luck takes any of them." + left, head, rows);
  }
}

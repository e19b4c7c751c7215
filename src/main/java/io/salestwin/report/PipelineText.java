package io.salestwin.report;

import io.salestwin.calibration.pipeline.Hygiene.Finding;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import io.salestwin.calibration.pipeline.Waterfall;

/** A pipeline on a terminal: what it brings first, then why and what is wrong. */
final class PipelineText {

  private static final int SHOWN = 3;

  private final Pipeline pipeline;
  private final PipelineWords words;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  PipelineText(Pipeline pipeline, TextStyle style) {
    this.pipeline = pipeline;
    words = new PipelineWords(pipeline);
    lines = new TextLines(style, out);
  }

  String text() {
    lines.heading("Pipeline of " + pipeline.plan().name(), words.size());
    pipeline.forecast().thresholds().forEach(rule -> item(words.threshold(rule)));
    for (int p = 0; p < pipeline.forecast().periods().size(); p++) {
      item(words.outlook(p));
    }
    item(words.weighted());
    item(words.zombies());
    new PipelineAdvice(pipeline).advice().forEach(advice -> item("→ " + advice));
    section("Weighted forecast", "of the open deals, for " + pipeline.period().name());
    pipeline.weighted().forEach(w -> item(words.rule(w)));
    categories();
    past();
    section("Not in order", deals(pipeline.hygiene().violating()) + " break a rule");
    pipeline.hygiene().findings().forEach(this::finding);
    section("What it takes", "");
    item(words.coverage());
    int big = pipeline.biggest().size();
    pipeline.biggest().stream().limit(SHOWN).forEach(deal -> item(words.big(deal)));
    pipeline.biggest().stream().skip(Math.max(SHOWN, big - 1)).forEach(d -> item(words.big(d)));
    section("What happened", "");
    pipeline.waterfalls().forEach(this::waterfall);
    commits();
    return out.toString();
  }

  private static String deals(int number) {
    return PipelineWords.deals(number);
  }

  private void section(String title, String remark) {
    lines.blank();
    lines.heading(title, remark);
  }

  private void item(String text) {
    lines.wrapped("  ", text, "    ");
  }

  private void finding(Finding finding) {
    item(words.finding(finding));
  }

  private void categories() {
    section(
        "Categories",
        pipeline.categoriesSaid()
            ? "of the export; and what became of such deals, where it dates them"
            : "by chance; and what became of such deals in the past");
    item("closed: " + words.worth(pipeline.period().booked()) + " in " + pipeline.period().name());
    for (Category category : Category.values()) {
      item(words.category(category));
    }
  }

  private void past() {
    if (pipeline.record().snapshots().isEmpty()) {
      return;
    }
    section("Chances held against the past", "windows overlap");
    pipeline.record().snapshots().forEach(s -> item(words.snapshot(s)));
    pipeline.record().bins().forEach(b -> item("said " + b.name() + ": " + words.realised(b)));
  }

  private void waterfall(Waterfall waterfall) {
    item(waterfall.what() + ", " + words.waterfall(waterfall));
  }

  private void commits() {
    words.quietCommit().ifPresent(this::item);
    pipeline.commits().stream().filter(w -> !w.steps().isEmpty()).forEach(this::waterfall);
  }
}

package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.explain.LeadStory;
import io.salestwin.explain.RepStory;
import io.salestwin.explain.RepStory.Span;
import io.salestwin.explain.Step;
import io.salestwin.explain.Suggestions;
import io.salestwin.explain.Suggestions.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stories for people and for programs. */
public final class StoryReport {

  private StoryReport() {}

  /**
   * A lead's story on a terminal.
   *
   * @param story the story
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public static String text(LeadStory story, TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    StoryWords words = new StoryWords(story.currency());
    lines.heading(story.name(), "replication " + story.replication());
    lines.wrapped("  ", about(story), "  ");
    for (Step step : story.steps()) {
      String when = StoryWords.when(step.at());
      lines.wrapped("  " + when + "  ", words.of(step), " ".repeat(when.length() + 4));
    }
    return out.toString();
  }

  private static String about(LeadStory story) {
    String value = Figures.brief(story.value()) + " " + story.currency() + " a year";
    return "Source "
        + story.source()
        + ", segment "
        + story.segment()
        + ", product "
        + story.product()
        + ", worth "
        + value
        + "; quality "
        + Figures.fixed(story.quality(), 2)
        + " (reference "
        + Figures.fixed(story.qualityReference(), 2)
        + ").";
  }

  /**
   * A rep's story on a terminal.
   *
   * @param story the story
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public static String text(RepStory story, TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    StoryWords words = new StoryWords(story.currency());
    lines.heading(story.name(), story.role() + " · replication " + story.replication());
    lines.wrapped("  ", start(story), "  ");
    for (Span span : story.spans()) {
      lines.wrapped("  " + dates(span) + "  ", words.of(span, owns(story)), "    ");
    }
    lines.wrapped("  In all  ", words.of(story.total(), owns(story)), "    ");
    return out.toString();
  }

  /** Whether the rep ever owns a lead; who only helps others does not. */
  private static boolean owns(RepStory story) {
    return story.openAtStart() > 0 || story.total().tookOn() > 0;
  }

  private static String dates(Span span) {
    return span.from() + " to " + span.to().minusDays(1);
  }

  private static String start(RepStory story) {
    if (!owns(story)) {
      return "Owned no leads, but helped with those of others.";
    }
    String skill =
        story.skill().isPresent()
            ? " Skill adds "
                + StoryWords.logOdds(story.skill().getAsDouble())
                + " to the log-odds of every lead of this rep."
            : "";
    return "Owned " + StoryWords.leads(story.openAtStart()) + " on day one." + skill;
  }

  /**
   * Whose stories are worth telling, on a terminal.
   *
   * @param suggestions leads and reps
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public static String text(Suggestions suggestions, TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    String deals =
        suggestions.deals() == 0
            ? ""
            : " and " + Figures.count(suggestions.deals()) + " deals of the starting pipeline";
    lines.heading(
        "Replication " + suggestions.replication(),
        StoryWords.leads(suggestions.arrived()) + deals);
    List<String[]> options = new ArrayList<>();
    suggestions.leads().forEach(each -> options.add(option("--lead ", each)));
    suggestions.reps().forEach(each -> options.add(option("--rep ", each)));
    int width = options.stream().mapToInt(each -> each[0].length()).max().orElse(0);
    for (String[] each : options) {
      String first = "  " + TextLines.left(lines.plain(each[0]), width) + "  ";
      lines.wrapped(first, each[1], " ".repeat(first.length()));
    }
    lines.wrapped("", "Add one of these, or another, to hear the story.", "");
    return out.toString();
  }

  /** What to write on the command line, and why. */
  private static String[] option(String option, Suggestion each) {
    boolean simple = each.name().matches("[\\p{Alnum}_.-]+");
    return new String[] {option + (simple ? each.name() : '"' + each.name() + '"'), each.why()};
  }

  /**
   * A lead's story for programs.
   *
   * @param story the story
   * @return JSON; every step has its time, its kind, its figures unrounded, and its sentence
   */
  public static String json(LeadStory story) {
    StoryWords words = new StoryWords(story.currency());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("replication", story.replication());
    out.put("lead", story.name());
    out.put("source", story.source());
    out.put("segment", story.segment());
    out.put("product", story.product());
    out.put("value", story.value());
    out.put("currency", story.currency());
    out.put("quality", story.quality());
    out.put("qualityReference", story.qualityReference());
    List<Object> steps = new ArrayList<>();
    story.steps().forEach(step -> steps.add(StoryFields.of(step, words.of(step))));
    out.put("steps", steps);
    return Json.write(out);
  }

  /**
   * A rep's story for programs.
   *
   * @param story the story
   * @return JSON; every span has its figures unrounded, and its sentence
   */
  public static String json(RepStory story) {
    StoryWords words = new StoryWords(story.currency());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("replication", story.replication());
    out.put("rep", story.name());
    out.put("role", story.role());
    out.put("currency", story.currency());
    out.put("skillLogOdds", story.skill().isPresent() ? story.skill().getAsDouble() : null);
    out.put("openAtStart", story.openAtStart());
    List<Object> spans = new ArrayList<>();
    story.spans().forEach(span -> spans.add(StoryFields.of(span, words.of(span, owns(story)))));
    out.put("spans", spans);
    out.put("total", StoryFields.of(story.total(), words.of(story.total(), owns(story))));
    return Json.write(out);
  }

  /**
   * Whose stories are worth telling, for programs.
   *
   * @param suggestions leads and reps
   * @return JSON
   */
  public static String json(Suggestions suggestions) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("replication", suggestions.replication());
    out.put("arrived", suggestions.arrived());
    out.put("deals", suggestions.deals());
    out.put("leads", suggestions.leads().stream().map(StoryReport::fields).toList());
    out.put("reps", suggestions.reps().stream().map(StoryReport::fields).toList());
    return Json.write(out);
  }

  private static Map<String, Object> fields(Suggestion suggestion) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", suggestion.name());
    out.put("why", suggestion.why());
    return out;
  }
}

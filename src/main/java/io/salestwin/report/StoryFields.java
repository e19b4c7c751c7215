package io.salestwin.report;

import io.salestwin.explain.RepStory.Span;
import io.salestwin.explain.Step;
import io.salestwin.explain.Step.Decided;
import io.salestwin.explain.Step.Effect;
import io.salestwin.explain.Step.Touched;
import io.salestwin.explain.Step.Waited;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stories as values of JSON. */
final class StoryFields {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private StoryFields() {}

  static Map<String, Object> of(Step step, String text) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("at", time(step.at()));
    out.put("step", step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    if (step instanceof Step.Opened opened) {
      out.put("stage", opened.stage());
      out.put("daysOnDayOne", opened.days());
    } else if (step instanceof Step.Entered entered) {
      out.put("stage", entered.stage());
    } else if (step instanceof Step.Owned owned) {
      out.put("rep", owned.rep());
      out.put("openLeads", owned.openLeads());
    } else if (step instanceof Step.Routed routed) {
      out.put("candidates", routed.candidates().stream().map(StoryFields::candidate).toList());
    } else if (step instanceof Step.Released released) {
      out.put("rep", released.rep());
    } else if (step instanceof Waited waited) {
      waited(waited, out);
    } else if (step instanceof Touched touched) {
      out.put("rep", touched.rep());
      out.put("activity", touched.activity());
      out.put("until", time(touched.until()));
      out.put("workingHours", touched.workingHours());
      out.put("end", word(touched.end()));
    } else if (step instanceof Decided decided) {
      decided(decided, out);
    } else if (step instanceof Step.Lost lost) {
      out.put("stage", lost.stage());
      out.put("reason", lost.reason());
      out.put("returns", lost.returns());
    } else if (step instanceof Step.Requalified requalified) {
      out.put("stage", requalified.stage());
      out.put("days", requalified.days());
    } else if (step instanceof Step.Returned returned) {
      out.put("dormantDays", returned.days());
    } else if (step instanceof Step.Won won) {
      out.put("rep", won.rep().isEmpty() ? null : won.rep());
      out.put("value", won.value());
      out.put("days", won.days());
    } else if (step instanceof Step.Ended ended) {
      out.put("stage", ended.stage().isEmpty() ? null : ended.stage());
      out.put("days", ended.days());
    }
    out.put("text", text);
    return out;
  }

  private static Map<String, Object> candidate(Step.Candidate candidate) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rep", candidate.rep());
    out.put("score", candidate.score());
    out.put("factors", candidate.factors());
    return out;
  }

  private static void waited(Waited waited, Map<String, Object> out) {
    out.put("for", word(waited.line()));
    out.put("whom", waited.whom());
    out.put("before", waited.before());
    out.put("reps", waited.reps());
    out.put("repsAtWork", waited.busy());
    out.put("repsFull", waited.full());
    out.put("hours", waited.hours());
    out.put("workingHours", waited.workingHours());
    out.put("end", word(waited.end()));
  }

  private static void decided(Decided decided, Map<String, Object> out) {
    out.put("stage", decided.stage());
    out.put("buyerSince", time(decided.buyerSince()));
    out.put("written", decided.written());
    out.put("stated", decided.stated());
    List<Object> effects = new ArrayList<>();
    for (Effect effect : decided.effects()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", effect.name());
      fields.put("logOdds", effect.logOdds());
      fields.put("chance", effect.chance());
      effects.add(fields);
    }
    out.put("effects", effects);
    out.put("chance", decided.chance());
    out.put("givenItsAge", decided.byAge());
    out.put("advanceBelow", decided.advanceBelow());
    out.put("backBelow", decided.backBelow());
    out.put("draw", decided.draw());
    out.put("way", word(decided.way()));
  }

  static Map<String, Object> of(Span span, String text) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", span.from().toString());
    out.put("to", span.to().toString());
    out.put("touches", new LinkedHashMap<>(span.touches()));
    out.put("hours", span.hours());
    out.put("workingHours", span.workingHours());
    out.put("tookOn", span.tookOn());
    out.put("openAtEnd", span.openAtEnd());
    out.put("won", span.won());
    out.put("value", span.value());
    out.put("lost", span.lost());
    out.put("text", text);
    return out;
  }

  private static String time(LocalDateTime at) {
    return TIME.format(at);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

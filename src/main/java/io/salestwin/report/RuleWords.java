package io.salestwin.report;

import io.salestwin.experiment.Metric;
import io.salestwin.experiment.analysis.Ground;
import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Further;
import io.salestwin.experiment.rehearsal.Rehearsal.Guarded;
import io.salestwin.statistics.Estimate;
import java.util.List;
import java.util.Map;

/** What a rehearsal says of the whole rule, in sentences. */
final class RuleWords {

  private RuleWords() {}

  /** How the trials end, with the treatment at work, the most frequent first. */
  static List<String> endings(Rehearsal.Rule rule) {
    return rule.grounds().entrySet().stream()
        .sorted(Map.Entry.<Ground, Double>comparingByValue().reversed())
        .map(end -> Figures.share(end.getValue()) + " " + ending(end.getKey()))
        .toList();
  }

  private static String ending(Ground ground) {
    return switch (ground) {
      case GAIN -> "ship: a gain is shown, and every guardrail";
      case GAIN_UNGUARDED, GAIN_WAITS -> "do not ship: a gain is shown, but not every guardrail";
      case BROKEN -> "do not ship: a guardrail became worse by more than its margin";
      case HARM -> "do not ship: the metric that decides became worse";
      case FUTILE -> "do not ship: ended for want of a chance";
      case NOTHING, NOTHING_YET -> "do not ship: no effect is shown";
      case NOT_YET, NOT_COMPUTABLE -> "not computable";
    };
  }

  /** How a guardrail does. */
  static String guardrail(Guarded guarded) {
    Metric of = guarded.metric();
    String name = "\"" + of.name() + "\"";
    if (guarded.shown().value().isEmpty()) {
      return name
          + " could not be computed in any trial: when the decision is due, the window of no lead has"
          + " passed, or nothing varies.";
    }
    return name
        + " within a margin of "
        + of.difference(guarded.margin()).substring(1)
        + ": shown in "
        + RehearsalWords.hundred(guarded.shown())
        + " rehearsals, in "
        + RehearsalWords.hundred(guarded.shownOfNothing())
        + " where nothing differs; called worse in "
        + RehearsalWords.hundred(guarded.broken())
        + " and "
        + RehearsalWords.hundred(guarded.brokenOfNothing())
        + ". A roll-out moves it by "
        + moved(of, guarded.effect())
        + (guarded.isBrokenInTruth() ? ", which is beyond the margin." : ".");
  }

  /** How a further metric does. */
  static String further(Further further) {
    return "\""
        + further.metric().name()
        + "\": found in "
        + RehearsalWords.hundred(further.found())
        + " rehearsals, in "
        + RehearsalWords.hundred(further.foundInNothing())
        + " where nothing differs. A roll-out moves it by "
        + moved(further.metric(), further.effect())
        + ".";
  }

  private static String moved(Metric metric, Estimate effect) {
    return effect
        .value()
        .map(
            v ->
                metric.difference(v.estimate())
                    + " (error "
                    + metric.differences(v.interval().low(), v.interval().high())
                    + ")")
        .orElse(Figures.NONE);
  }
}

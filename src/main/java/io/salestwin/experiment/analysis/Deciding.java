package io.salestwin.experiment.analysis;

import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.analysis.Analysis.Advice;
import io.salestwin.experiment.analysis.Analysis.Decision;
import io.salestwin.experiment.analysis.Analysis.Guarded;
import io.salestwin.experiment.analysis.Analysis.Looking;
import io.salestwin.experiment.analysis.Analysis.Outcome;
import io.salestwin.experiment.analysis.Analysis.Split;
import io.salestwin.experiment.analysis.Analysis.Waiting;
import io.salestwin.experiment.design.Design;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** From the evidence to what to do. */
record Deciding(
    ExperimentPlan plan,
    Design design,
    Split split,
    Comparison primary,
    Watching watching,
    Looking looking,
    List<Guarded> guardrails,
    Waiting waiting,
    Ground ground) {

  Decision decision() {
    if (!split.sound()) {
      return new Decision(Advice.DO_NOT_TRUST, mistrust());
    }
    return new Decision(ground.advice(), sentence());
  }

  private String sentence() {
    return switch (ground) {
      case NOT_YET -> "Run until " + end() + ": " + primary.reason() + ".";
      case NOT_COMPUTABLE ->
          "\"%s\" is not computable, because %s."
              .formatted(primary.metric().name(), primary.reason());
      case BROKEN ->
          "Do not ship: "
              + String.join(", ", named(Outcome.BROKEN))
              + " became worse by more than the margin.";
      case HARM -> "Do not ship: it makes things worse. " + found();
      case GAIN -> "Ship it. " + found();
      case GAIN_WAITS ->
          "Run until %s: the gain is shown, but not yet that %s is not worse by more than the margin. %s"
              .formatted(end(), unguarded(), found());
      case GAIN_UNGUARDED ->
          "Do not ship: the gain is shown, but not that %s is not worse by more than the margin. %s"
              .formatted(unguarded(), found());
      case NOTHING -> notShown();
      case FUTILE ->
          "Do not ship, and end it: were the effect as large as planned, the end would show a gain with a chance of %.1f %% only; the plan ends it %s. %s"
              .formatted(100 * watching.chance(), watching.endedBy(), found());
      case NOTHING_YET -> runOn();
    };
  }

  private String end() {
    return waiting.until().map(Object::toString).orElse("the end");
  }

  private String mistrust() {
    if (!split.mixed().isEmpty()) {
      String some = split.mixed().stream().limit(5).collect(Collectors.joining(", "));
      return "Do not trust it: %d %s have leads in both arms (%s), so nobody knows which way they worked."
          .formatted(split.mixed().size(), split.what(), some);
    }
    if (Math.min(split.control(), split.treatment()) == 0) {
      return "Do not trust it: there are %,d %s under control and %,d treated. Give the results of both arms."
          .formatted(split.control(), split.what(), split.treatment());
    }
    return ("Do not trust it: the plan splits %.0f to %.0f, but there are %,d %s under control and %,d"
            + " treated; chance alone does that in %s of tests. Find out which units are missing.")
        .formatted(
            100 * (1 - split.share()),
            100 * split.share(),
            split.control(),
            split.what(),
            split.treatment(),
            small(split.p()));
  }

  private static String small(double p) {
    return p < 0.0001 ? "fewer than 1 in 10,000" : "1 in %,.0f".formatted(1 / p);
  }

  private List<String> named(Outcome outcome) {
    return guardrails.stream()
        .filter(g -> g.outcome() == outcome)
        .map(g -> "\"" + g.comparison().metric().name() + "\"")
        .toList();
  }

  /** The effect with its interval. */
  private String found() {
    return "\"%s\": %s (%.0f %% interval %s)."
        .formatted(
            primary.metric().name(),
            primary.inWords(primary.effect()),
            100 * primary.level(),
            primary.inWords(looking.low(), looking.high()));
  }

  private String unguarded() {
    List<String> open = named(Outcome.OPEN);
    return String.join(", ", open.isEmpty() ? named(Outcome.NOT_COMPUTABLE) : open);
  }

  private String notShown() {
    boolean upwards = Sides.of(plan, primary.metric()).upwards();
    double best = upwards ? looking.high() : -looking.low();
    double interest =
        Comparison.onScale(primary.metric(), design.effect(), design.baseline().mean());
    String why =
        best < Math.abs(interest)
            ? "an effect as large as the one of interest (%s) is ruled out."
                .formatted(primary.inWords(interest))
            : "an effect of interest is possible, but not shown. Do not extend it: looking again after an"
                + " extension makes false positives more likely. Plan a new test if it is worth one.";
    return "Do not ship: " + why + " " + found();
  }

  private String runOn() {
    String chance =
        Double.isNaN(looking.conditional())
            ? ""
            : String.format(
                Locale.ROOT,
                " As things stand, the chance that the end shows a gain is %.0f %%.",
                100 * looking.conditional());
    return "Run until %s: %s of the planned information is in and nothing is shown yet.%s"
        .formatted(
            end(),
            watching.looks().isEmpty()
                ? "none"
                : String.format(
                    Locale.ROOT,
                    "%.0f %%",
                    100 * watching.looks().get(watching.looks().size() - 1).share()),
            chance);
  }
}

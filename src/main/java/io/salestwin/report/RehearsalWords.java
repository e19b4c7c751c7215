package io.salestwin.report;

import io.salestwin.experiment.Effect;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.experiment.Metric;
import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.experiment.rehearsal.Rehearsal.Sequence;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Estimate.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rehearsal says, in sentences. */
final class RehearsalWords {

  private static final double DAY = 86_400_000.0;

  /** Below this share of the effect a bias is not worth a warning. */
  private static final double SMALL = 0.05;

  private final Rehearsal found;
  private final ExperimentPlan plan;
  private final Metric metric;

  RehearsalWords(Rehearsal found) {
    this.found = found;
    plan = found.course().plan();
    metric = plan.primary();
  }

  String verdict() {
    return switch (found.verdict()) {
      case RUN -> "Run it: it finds the effect as often as planned";
      case TOO_WEAK -> "Do not run it like this: it will probably tell nothing";
      case BLOCKED ->
          "Do not run it like this: it finds the effect, but can rarely show that the guardrails hold";
      case MISLEADS -> "Do not run it like this: it finds effects that are not there";
      case NOTHING_TO_FIND -> "There is nothing to find: this treatment brings nothing of the kind";
    };
  }

  /** The sentences below the verdict. */
  List<String> reasons() {
    List<String> all = new ArrayList<>();
    all.add(
        "If all work as in the treatment, "
            + metric.name()
            + " moves from "
            + level(found.truth().control())
            + " by "
            + change(found.truth().effect())
            + "; the plan wants to find "
            + wanted()
            + ".");
    all.add(
        "In "
            + hundred(found.planned().power())
            + " rehearsals it finds an effect; planned were "
            + Math.round(plan.power() * 100)
            + ". Where nothing differs (A/A) it finds one in "
            + hundred(found.planned().falsePositives())
            + "; planned were "
            + share(plan.alpha())
            + ".");
    all.add(
        "The decision comes after "
            + days(found.rule().days())
            + (plan.looks().count() > 1 || found.planned().stops().isEmpty()
                ? " on the mean; without an effect after "
                    + days(found.rule().daysOfNothing())
                    + "."
                : "."));
    if (!found.guardrails().isEmpty()) {
      all.add(
          "With its guardrails the rule ends in \"ship\" in "
              + hundred(found.rule().ships())
              + " rehearsals, and in "
              + hundred(found.rule().shipsNothing())
              + " where nothing differs.");
    }
    return all;
  }

  /** What a reader should know before he believes the result. */
  List<String> warnings() {
    List<String> all = new ArrayList<>();
    interference().ifPresent(all::add);
    exaggeration(found.planned()).ifPresent(all::add);
    found.methods().stream().filter(Judged::naive).forEach(each -> all.add(naive(each)));
    all.add(
        falsely(
            "Looking every week and stopping at the first p below " + share(plan.alpha()),
            found.peeking().falsePositives()));
    found.methods().stream()
        .filter(each -> each.notComputable() > 0)
        .forEach(
            each ->
                all.add(
                    "The "
                        + each.method().words()
                        + " could not be computed in "
                        + each.notComputable()
                        + " of "
                        + found.trials()
                        + " trials; they count in no rate."));
    return all;
  }

  private Optional<String> interference() {
    double effect = found.truth().effect().orNaN();
    double bias = found.truth().interference().orNaN();
    if (!found.interferes() || Math.abs(bias) < SMALL * Math.abs(effect)) {
      return Optional.empty();
    }
    String size =
        found.verdict() == Rehearsal.Verdict.NOTHING_TO_FIND
            ? signed(bias) + " off"
            : Figures.share(Math.abs(bias / effect)) + (bias * effect < 0 ? " less" : " more");
    return Optional.of(
        "What the experiment measures, "
            + change(found.truth().measured())
            + ", is "
            + size
            + " than what a roll-out brings ("
            + change(found.truth().effect())
            + "): "
            + (plan.unit() == Lever.Unit.WEEK
                ? "a lead goes on in weeks of the other arm, and finds there what the weeks before"
                    + " have left waiting."
                : "the arms share reps, queues and calendars, so that what one arm does to them the"
                    + " other one feels."));
  }

  private Optional<String> exaggeration(Sequence sequence) {
    return sequence
        .exaggeration()
        .value()
        .filter(v -> v.interval().low() > 1 + SMALL)
        .map(
            v ->
                "When it does find an effect, it shows it "
                    + Figures.brief(v.estimate())
                    + " times as large as it is"
                    + sequence
                        .wrongSign()
                        .value()
                        .filter(wrong -> wrong.estimate() > 0)
                        .map(
                            wrong ->
                                ", and in "
                                    + hundred(sequence.wrongSign())
                                    + " of those cases in the wrong direction")
                        .orElse("")
                    + ".");
  }

  private String naive(Judged judged) {
    return falsely(
        "Counting leads although "
            + units(2)
            + " were randomised ("
            + judged.method().words()
            + ")",
        judged.falsePositives());
  }

  private String falsely(String what, Estimate falsePositives) {
    boolean harm =
        falsePositives.value().filter(v -> v.interval().low() > plan.alpha()).isPresent();
    return what
        + (harm ? " finds effects that are not there in " : " does no harm that shows here: ")
        + hundred(falsePositives)
        + " A/A tests"
        + (harm ? "." : " find an effect.");
  }

  /** What is played. */
  String setting() {
    long enrol = Math.round(found.course().enrolMs() / DAY);
    return "Arms are dealt to "
        + (plan.unit() == Lever.Unit.LEAD ? "leads" : units(2))
        + ". Leads are taken in for "
        + enrol
        + " days and followed for "
        + Math.round(metric.withinDays())
        + ": "
        + Figures.count(Math.round(found.shape().leads()))
        + " leads"
        + (plan.unit() == Lever.Unit.LEAD
            ? ""
            : " of "
                + Figures.count(Math.round(found.shape().clusters()))
                + " "
                + units(found.shape().clusters()))
        + " on the mean; "
        + share(found.shape().open())
        + " of them are still open when it ends.";
  }

  String units(double number) {
    String word = plan.unit().name().toLowerCase(Locale.ROOT);
    if (number == 1) {
      return word;
    }
    return word.equals("territory") ? "territories" : word + "s";
  }

  // ---- figures

  String level(Estimate estimate) {
    return estimate.value().map(v -> level(v.estimate())).orElse(Figures.NONE);
  }

  private boolean isShare() {
    return metric.measure() == Metric.Measure.CONVERSION
        || metric.measure() == Metric.Measure.RATIO;
  }

  private String level(double value) {
    return isShare() ? share(value) : Figures.number(value) + unit();
  }

  /** The unit of a difference, after a space. */
  String unit() {
    if (metric.analysis() == Metric.Analysis.LOG) {
      return " (logarithm)";
    }
    return switch (metric.measure()) {
      case CONVERSION, RATIO -> " points";
      case VALUE -> " " + found.course().scenario().currency();
      case CYCLE -> " days";
      case COUNT -> " a week";
    };
  }

  /** A difference with its error. */
  String change(Estimate estimate) {
    return estimate.value().map(v -> changeAlone(v) + " " + error(v) + unit()).orElse(Figures.NONE);
  }

  /** A difference without its error and its unit. */
  String changeAlone(Estimate estimate) {
    return estimate.value().map(v -> signed(v.estimate())).orElse(Figures.NONE);
  }

  /** The error of a difference, without its unit. */
  String error(Estimate estimate) {
    return estimate.value().map(v -> "± " + size(v.interval().halfWidth())).orElse(Figures.NONE);
  }

  private String signed(double value) {
    return (value < 0 ? "-" : "+") + size(Math.abs(value));
  }

  private String size(double value) {
    double shown = isShare() ? 100 * value : value;
    return isShare() ? String.format(Locale.ROOT, "%.2f", shown) : Figures.brief(shown);
  }

  private String wanted() {
    Effect effect = plan.effect();
    return effect.scale() == Effect.Scale.RELATIVE
        ? (effect.size() < 0 ? "-" : "+") + share(Math.abs(effect.size())) + " of it"
        : signed(effect.size()) + unit();
  }

  static String share(double fraction) {
    return Figures.share(fraction);
  }

  /** A rate with its interval. */
  static String rate(Estimate estimate) {
    return estimate.value().map(RehearsalWords::rate).orElse(Figures.NONE);
  }

  private static String rate(Value value) {
    return percent(value.estimate())
        + " % ("
        + percent(value.interval().low())
        + "-"
        + percent(value.interval().high())
        + ")";
  }

  /** A rate without its interval. */
  static String percent(Estimate estimate) {
    return estimate.value().map(v -> percent(v.estimate()) + " %").orElse(Figures.NONE);
  }

  /** The interval of a rate. */
  static String interval(Estimate estimate) {
    return estimate
        .value()
        .map(v -> percent(v.interval().low()) + "-" + percent(v.interval().high()) + " %")
        .orElse(Figures.NONE);
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f", 100 * fraction);
  }

  static String hundred(Estimate estimate) {
    return estimate
        .value()
        .map(
            v ->
                percent(v.estimate())
                    + " of 100 ("
                    + percent(v.interval().low())
                    + "-"
                    + percent(v.interval().high())
                    + ")")
        .orElse(estimate.toString());
  }

  static String days(Estimate estimate) {
    return estimate.value().map(v -> Math.round(v.estimate()) + " days").orElse(Figures.NONE);
  }

  static String times(Estimate estimate) {
    return estimate
        .value()
        .map(v -> String.format(Locale.ROOT, "%.2fx", v.estimate()))
        .orElse(Figures.NONE);
  }
}

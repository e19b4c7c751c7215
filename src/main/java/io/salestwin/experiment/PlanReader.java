package io.salestwin.experiment;

import io.salestwin.document.Change;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problems;
import io.salestwin.document.Quantity;
import io.salestwin.experiment.ExperimentPlan.Correction;
import io.salestwin.experiment.ExperimentPlan.Covariate;
import io.salestwin.experiment.ExperimentPlan.Decision;
import io.salestwin.experiment.ExperimentPlan.Earlier;
import io.salestwin.experiment.ExperimentPlan.Guardrail;
import io.salestwin.experiment.ExperimentPlan.Origin;
import io.salestwin.experiment.ExperimentPlan.Score;
import io.salestwin.experiment.Metric.Analysis;
import io.salestwin.experiment.Metric.Measure;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.LeverOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads an experiment; after an error it goes on, so that all errors are found at once. */
final class PlanReader {

  private static final LocalDate SOME_DAY = LocalDate.of(2027, 1, 1);
  private static final List<Lever.Unit> UNITS =
      List.of(Lever.Unit.LEAD, Lever.Unit.REP, Lever.Unit.TERRITORY, Lever.Unit.WEEK);

  private final Problems problems;

  PlanReader(Problems problems) {
    this.problems = problems;
  }

  ExperimentPlan plan(PlanPart root) {
    Lever.Unit unit = UNITS.get(Math.max(0, root.word("unit", PlanFormat.UNITS)));
    Metric primary = primary(root, unit);
    Optional<String> role = name(root, "role");
    if (role.isPresent() && unit != Lever.Unit.REP) {
      root.error("role", "a role is named, but the unit is not the rep", "remove it");
    }
    return new ExperimentPlan(
        root.text("name"),
        root.text("hypothesis"),
        root.read("start", Quantity::date, SOME_DAY),
        overrides(root, "control", false),
        overrides(root, "treatment", true),
        unit,
        role,
        name(root, "assignAt"),
        root.share("allocation", 0, 1),
        primary,
        effect(root, primary),
        guardrails(root, unit),
        secondary(root, unit),
        Correction.values()[root.word("correction", PlanFormat.CORRECTIONS)],
        root.share("alpha", 0, 0.5),
        root.word("sides", PlanFormat.SIDES) == 0,
        root.share("power", 0.5, 1),
        new LooksReader(problems).looks(root),
        covariate(root, unit),
        icc(root),
        volume(root),
        root.duration("atMost").orElseThrow(),
        decision(root));
  }

  private static Optional<String> name(PlanPart part, String key) {
    return part.has(key) ? Optional.of(part.text(key)) : Optional.empty();
  }

  private List<LeverOverride> overrides(PlanPart root, String key, boolean some) {
    Optional<Node> given = root.given(key);
    if (given.isEmpty()) {
      return List.of();
    }
    Node node = given.get();
    if (!node.isMap() || some && node.keys().isEmpty()) {
      problems.error(
          node,
          "expected levers with their values, but found " + node.inWords(),
          "write such as {stages.Discovery.advance: +4pp}");
      return List.of();
    }
    return node.keys().stream().map(path -> new LeverOverride(path, node.get(path))).toList();
  }

  private Metric primary(PlanPart root, Lever.Unit unit) {
    return root.given(PlanFormat.METRIC)
        .map(node -> metric(node, unit))
        .orElseGet(
            () -> metric(Node.parse("{measure: conversion, within: 1 day}", "").value(), unit));
  }

  private Metric metric(Node node, Lever.Unit unit) {
    PlanPart part = new PlanPart(node, PlanFormat.METRIC, problems);
    Measure measure = Measure.values()[Math.max(0, part.word("measure", PlanFormat.MEASURES))];
    if (unit == Lever.Unit.LEAD && (measure == Measure.COUNT || measure == Measure.RATIO)) {
      part.error(
          "measure",
          "a lead has no " + PlanFormat.MEASURES.get(measure.ordinal()) + " of its own",
          "use conversion or value, or let the unit be rep, territory or week");
    }
    if (measure != Measure.RATIO && part.has("of")) {
      part.error("of", "only a ratio is out of something", "remove it, or use measure: ratio");
    }
    String to = part.text("to");
    long within = part.duration("within").orElse(1L);
    boolean higher =
        part.has("better") ? part.word("better", PlanFormat.BETTER) == 0 : measure != Measure.CYCLE;
    Analysis analysis = Analysis.values()[part.word("analysis", PlanFormat.ANALYSES)];
    if (!fits(measure, analysis, unit)) {
      boolean leads = unit == Lever.Unit.LEAD;
      part.error(
          "analysis",
          PlanFormat.ANALYSES.get(analysis.ordinal())
              + " is no analysis of a "
              + PlanFormat.MEASURES.get(measure.ordinal())
              + (leads
                  ? ""
                  : " where the unit is the " + PlanFormat.UNITS.get(UNITS.indexOf(unit))),
          allowedFor(measure, unit));
    }
    return new Metric(
        part.has("name") ? part.text("name") : named(measure, to, part.text("of"), within),
        measure,
        to,
        part.text("of"),
        within,
        higher,
        name(part, "column"),
        figure(part, "baseline", measure, false),
        figure(part, "sd", measure, true),
        analysis);
  }

  /** Whether there is such an analysis; of leads in reps, territories or weeks there are fewer. */
  private static boolean fits(Measure measure, Analysis analysis, Lever.Unit unit) {
    boolean leads = unit == Lever.Unit.LEAD;
    return switch (analysis) {
      case STANDARD -> true;
      case EXACT -> measure == Measure.CONVERSION && leads;
      case WINSORISED, LOG -> measure == Measure.VALUE;
      case MEDIAN -> measure == Measure.VALUE && leads;
      case PERMUTATION -> measure != Measure.RATIO;
    };
  }

  private static String allowedFor(Measure measure, Lever.Unit unit) {
    List<String> allowed = new ArrayList<>();
    for (Analysis analysis : Analysis.values()) {
      if (fits(measure, analysis, unit)) {
        allowed.add(PlanFormat.ANALYSES.get(analysis.ordinal()));
      }
    }
    return "allowed are " + String.join(", ", allowed);
  }

  private static String named(Measure measure, String to, String of, long withinMs) {
    String end = to.equals(Metric.WON) ? "won" : "reached " + to;
    String within = " within " + Math.round(withinMs / 86_400_000.0) + " days";
    return switch (measure) {
      case CONVERSION -> end + within;
      case VALUE -> "value won" + within;
      case COUNT -> end + " per week";
      case RATIO -> end + " per " + of;
      case CYCLE -> "time to " + to;
    };
  }

  private OptionalDouble figure(PlanPart part, String key, Measure measure, boolean positive) {
    if (!part.has(key)) {
      return OptionalDouble.empty();
    }
    double value = part.read(key, text -> amount(text, measure), 0.5).orElseThrow();
    boolean share = measure == Measure.CONVERSION && !positive;
    if (!(value > 0) || share && value >= 1) {
      part.error(
          key,
          part.at(key).text() + " is out of range",
          "give " + (share ? "a percentage above 0% and below 100%" : "more than 0"));
    }
    return OptionalDouble.of(value);
  }

  /** A figure in the unit of a metric: a fraction, units of the currency, days, or a count. */
  private static Parsed<Double> amount(String text, Measure measure) {
    return switch (measure) {
      case CONVERSION -> Quantity.fraction(text);
      case RATIO -> Quantity.fraction(text);
      case VALUE -> Quantity.money(text).map(money -> money.cents() / 100.0);
      case COUNT -> Quantity.number(text);
      case CYCLE -> Quantity.durationMillis(text).map(ms -> ms / 86_400_000.0);
    };
  }

  private Effect effect(PlanPart root, Metric metric) {
    Effect instead = new Effect(Effect.Scale.RELATIVE, metric.higherIsBetter() ? 0.1 : -0.1);
    Effect effect = root.read("effect", text -> effect(text, metric), instead).orElse(instead);
    if (effect.size() == 0 || effect.size() > 0 != metric.higherIsBetter()) {
      root.error(
          "effect",
          root.at("effect").text() + " would be no improvement of \"" + metric.name() + "\"",
          metric.higherIsBetter()
              ? "give a gain, such as +10%; or say better: lower"
              : "give a reduction, such as -10%; or say better: higher");
      return instead;
    }
    return effect;
  }

  private static Parsed<Effect> effect(String text, Metric metric) {
    Change change = Quantity.change(text);
    if (change instanceof Change.Times times) {
      return Parsed.of(new Effect(Effect.Scale.RELATIVE, times.factor().doubleValue() - 1));
    } else if (change instanceof Change.Points points) {
      return inPoints(points.points().doubleValue() / 100, text, metric);
    } else if (change instanceof Change.Plus plus) {
      return ofAmount(plus.amount(), metric);
    }
    return Parsed.bad(
        "\"" + text + "\" is no change",
        "give its sign: points such as +4pp, a share such as +10%, or an amount such as +500");
  }

  private static Parsed<Effect> inPoints(double points, String text, Metric metric) {
    boolean share = metric.measure() == Measure.CONVERSION || metric.measure() == Measure.RATIO;
    return share
        ? Parsed.of(new Effect(Effect.Scale.ABSOLUTE, points))
        : Parsed.bad(
            text + " are points, but \"" + metric.name() + "\" is no percentage",
            "give a share such as +10%, or an amount");
  }

  private static Parsed<Effect> ofAmount(String text, Metric metric) {
    return amount(text, metric.measure()).map(size -> new Effect(Effect.Scale.ABSOLUTE, size));
  }

  /** A margin has no sign, so that {@code 5%} is a share of what it is and {@code 2pp} points. */
  private static Parsed<Effect> margin(String text, Metric metric) {
    Change change = Quantity.change("+" + text);
    Parsed<Effect> margin =
        text.startsWith("+") || text.startsWith("-")
            ? Parsed.bad("\"" + text + "\" has a sign", "give the margin itself, such as 2pp")
            : change instanceof Change.Absolute
                ? ofAmount(text, metric)
                : effect("+" + text, metric);
    return margin.flatMap(
        m ->
            m.size() > 0
                ? Parsed.of(m)
                : Parsed.bad(text + " is no margin", "give more than 0, such as 2pp"));
  }

  private List<Guardrail> guardrails(PlanPart root, Lever.Unit unit) {
    List<Guardrail> guardrails = new ArrayList<>();
    for (Node item : root.items(PlanFormat.GUARDRAIL)) {
      PlanPart part = new PlanPart(item, PlanFormat.GUARDRAIL, problems);
      Optional<Node> metric = part.given(PlanFormat.METRIC);
      if (metric.isPresent()) {
        Metric of = metric(metric.get(), unit);
        Effect instead = new Effect(Effect.Scale.RELATIVE, 0.1);
        Effect margin = part.read("margin", text -> margin(text, of), instead).orElse(instead);
        guardrails.add(new Guardrail(of, margin));
      }
    }
    return guardrails;
  }

  private List<Metric> secondary(PlanPart root, Lever.Unit unit) {
    return root.items("secondary").stream().map(node -> metric(node, unit)).toList();
  }

  private Optional<Covariate> covariate(PlanPart root, Lever.Unit unit) {
    return root.given(PlanFormat.COVARIATE)
        .map(
            node -> {
              PlanPart part = new PlanPart(node, PlanFormat.COVARIATE, problems);
              Optional<Double> rho = part.read("correlation", Quantity::number, 0.5);
              if (rho.isPresent() && !(Math.abs(rho.get()) < 1)) {
                part.error("correlation", "a correlation is between -1 and 1", "such as 0.5");
              }
              return new Covariate(part.text("column"), optional(rho), origin(part, unit));
            });
  }

  private static Optional<Origin> origin(PlanPart part, Lever.Unit unit) {
    if (!part.has("from")) {
      return Optional.empty();
    }
    Node at = part.at("from");
    if (at.isScalar() && at.text().equals(PlanFormat.SCORE)) {
      return Optional.of(new Score());
    }
    if (unit != Lever.Unit.REP && unit != Lever.Unit.TERRITORY) {
      part.error(
          "from",
          at.inWords()
              + " is not known here: a "
              + unit.name().toLowerCase(Locale.ROOT)
              + " has no time before the experiment",
          "write score, that of each lead");
      return Optional.empty();
    }
    return part.duration("from").map(Earlier::new);
  }

  private OptionalDouble icc(PlanPart root) {
    Optional<Double> icc = root.read("icc", Quantity::fraction, 0.0);
    if (icc.isPresent() && !(icc.get() >= 0 && icc.get() < 1)) {
      root.error("icc", root.at("icc").text() + " is out of range", "give 0 or more, below 1");
      return OptionalDouble.of(0);
    }
    return optional(icc);
  }

  private OptionalDouble volume(PlanPart root) {
    Optional<Double> volume = root.read("volume", Quantity::number, 1.0);
    if (volume.isPresent() && !(volume.get() > 0)) {
      root.error("volume", root.at("volume").text() + " is out of range", "give more than 0");
    }
    return optional(volume);
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  private Decision decision(PlanPart root) {
    Node nothing = Node.parse("{}", "default of decision").value();
    Node node = root.given(PlanFormat.DECISION).orElse(nothing);
    PlanPart part = new PlanPart(node, PlanFormat.DECISION, problems);
    Optional<Double> value = part.read("value", PlanReader::money, 0.0);
    double cost = part.read("cost", PlanReader::money, 0.0).orElseThrow();
    if (cost < 0 || value.isPresent() && !(value.get() > 0)) {
      problems.error(node, "a value must be above 0, a cost at least 0", "correct it");
    }
    return new Decision(part.duration("for").orElseThrow(), optional(value), cost);
  }

  private static Parsed<Double> money(String text) {
    return Quantity.money(text).map(money -> money.cents() / 100.0);
  }
}

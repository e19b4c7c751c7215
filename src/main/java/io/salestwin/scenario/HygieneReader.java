package io.salestwin.scenario;

import io.salestwin.scenario.HygieneRules.Belief;
import io.salestwin.scenario.HygieneRules.Categories;
import io.salestwin.scenario.HygieneRules.Inspection;
import io.salestwin.scenario.HygieneRules.NextStep;
import io.salestwin.scenario.HygieneRules.Review;
import io.salestwin.scenario.HygieneRules.Slips;
import io.salestwin.scenario.HygieneRules.Stale;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of pipeline hygiene. */
final class HygieneReader {

  private static final Belief TRUE = new Belief(0, 0, Map.of(), Map.of());

  private final Reading reading;

  HygieneReader(Reading reading) {
    this.reading = reading;
  }

  Optional<HygieneRules> rules(Part root, List<Role> roles) {
    return root.part("hygiene").map(part -> read(part, roles));
  }

  private HygieneRules read(Part part, List<Role> roles) {
    Optional<Belief> belief = part.part("belief").map(b -> belief(b, roles));
    Optional<Inspection> inspection = part.part("inspection").map(this::inspection);
    if (!part.has("categories")) {
      String needs =
          belief.isPresent()
              ? "belief"
              : inspection.isPresent() ? "inspection" : part.has("weighting") ? "weighting" : "";
      if (!needs.isEmpty()) {
        part.error(
            needs,
            needs + " says how reps forecast, but there are no categories",
            "add categories: {commit: 90%}");
      }
    }
    return new HygieneRules(
        part.part("stale").map(this::stale),
        part.part("slips").map(this::slips),
        part.part("nextStep").map(HygieneReader::nextStep),
        part.word("regression").filter("inflated"::equals).isPresent(),
        part.part("categories")
            .map(c -> categories(c, belief.orElse(TRUE), inspection, part.part("weighting"))));
  }

  private Stale stale(Part part) {
    String word = part.word("then").orElse("keep");
    Stale.Then then = Stale.Then.valueOf(word.toUpperCase(Locale.ROOT));
    for (String key : List.of("lost", "to")) {
      if (then != Stale.Then.REQUALIFY && part.has(key)) {
        part.error(key, key + " belongs to then: requalify", "remove it, or set then: requalify");
      }
    }
    double lost = part.number("lost");
    return new Stale(
        part.number("factor"),
        Stale.Usual.valueOf(part.word("of").orElseThrow().toUpperCase(Locale.ROOT)),
        then,
        then == Stale.Then.LOSE ? 1 : lost,
        part.stage("to").orElse(-1));
  }

  private Slips slips(Part part) {
    return new Slips(
        part.number("planAt"),
        (int) part.number("limit"),
        part.number("effect"),
        part.part("review")
            .map(
                r ->
                    new Review(
                        r.chance("effort").orElse(Chances.constant(0)),
                        r.role("role").orElse(-1))));
  }

  private static NextStep nextStep(Part part) {
    return new NextStep(part.number("compliance"), part.number("effect"), part.number("delay"));
  }

  private Categories categories(
      Part part, Belief belief, Optional<Inspection> inspection, Optional<Part> weighting) {
    double commit = part.number("commit");
    double bestCase = part.number("bestCase");
    double pipeline = part.number("pipeline");
    if (commit < bestCase || bestCase < pipeline) {
      part.error(
          "the cut-offs do not fall from commit over bestCase to pipeline",
          "give such as {commit: 90%, bestCase: 60%, pipeline: 20%}");
    }
    return new Categories(
        commit,
        bestCase,
        pipeline,
        belief,
        inspection,
        weighting.map(
            w ->
                new HygieneRules.Weighting(
                    w.number("slip"), w.word("byRep").filter("true"::equals).isPresent())));
  }

  private Belief belief(Part part, List<Role> roles) {
    List<String> reps = roles.stream().flatMap(r -> r.reps().stream()).map(Role.Rep::name).toList();
    return new Belief(
        part.number("bias"),
        part.number("noise"),
        named(part, "byRole", "role", roles.stream().map(Role::name).toList()),
        named(part, "byRep", "rep", reps));
  }

  private Map<String, Double> named(Part part, String key, String noun, List<String> known) {
    part.members(key)
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                reading.unknown(node, name, noun, known);
              }
            });
    return Collections.unmodifiableMap(part.memberNumbers(key));
  }

  private Inspection inspection(Part part) {
    return new Inspection(
        (long) part.number("every"),
        (long) part.number("contactWithin"),
        part.stage("paperFrom").orElse(0),
        part.number("miss"));
  }
}

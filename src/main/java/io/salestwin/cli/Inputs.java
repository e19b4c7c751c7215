package io.salestwin.cli;

import io.salestwin.check.Check;
import io.salestwin.check.Expectation;
import io.salestwin.check.Warning;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.WarmUp;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Recipe;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario that can run, with what will surprise.
 *
 * @param name name of its file, without the folder
 * @param read what was read
 * @param scenario the scenario
 * @param expected what it gives on the mean without waiting
 * @param warnings what will surprise; files are named without their folder, so that a report does
 *     not depend on where they stand
 * @param layout the columns of a run, where its thresholds had to be held against them
 */
record Inputs(
    String name,
    ScenarioFile read,
    Scenario scenario,
    Expectation expected,
    List<Problem> warnings,
    Optional<KpiLayout> layout) {

  /** Reads a scenario from a file. */
  static Inputs read(Path file, List<String> sets) {
    Path name = file.getFileName();
    if (name == null) {
      throw new BadInput(file + ": this is no file; give the file of a scenario");
    }
    return of(name.toString(), ScenarioFile.read(file, RunOptions.overrides(sets)));
  }

  /** Reads a scenario from the texts of a manifest. */
  static Inputs read(String name, Map<String, String> files, List<String> sets) {
    return of(
        name, ScenarioFile.read(name, Attachments.ofTexts(files), RunOptions.overrides(sets)));
  }

  private static Inputs of(String name, ScenarioFile read) {
    List<Problem> errors = read.problems().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty() || read.scenario().isEmpty()) {
      throw new BadInput(together(errors.stream().map(Problem::toString).toList()));
    }
    Scenario scenario = read.scenario().get();
    boolean named =
        !scenario.thresholds().isEmpty()
            || !scenario.health().isEmpty()
            || !scenario.alerts().isEmpty();
    Optional<KpiLayout> layout = named ? Optional.of(KpiLayout.of(scenario)) : Optional.empty();
    List<String> unknown = layout.map(KpiLayout::problems).orElse(List.of());
    if (!unknown.isEmpty()) {
      throw new BadInput(together(unknown.stream().map(found -> name + ": " + found).toList()));
    }
    List<String> rules =
        layout.map(known -> Forecast.ruleProblems(scenario, known)).orElse(List.of());
    if (!rules.isEmpty()) {
      throw new BadInput(
          together(rules.stream().map(rule -> name + ": thresholds: " + rule).toList()));
    }
    List<Problem> warnings = new ArrayList<>();
    for (Problem p : read.problems()) {
      warnings.add(
          new Problem(
              p.severity(), fileOnly(p.file()), p.line(), p.path(), p.message(), p.advice()));
    }
    Expectation expected = Expectation.of(scenario);
    for (Warning w : Check.warnings(scenario, expected)) {
      warnings.add(located(w, read.tree()));
    }
    return new Inputs(name, read, scenario, expected, List.copyOf(warnings), layout);
  }

  /** The scenario as it was written, to vary it further. */
  Recipe recipe(List<String> sets) {
    return new Recipe(name, read.files(), RunOptions.overrides(sets));
  }

  /** The columns of a run. */
  KpiLayout columns() {
    return layout.orElseGet(() -> KpiLayout.of(scenario));
  }

  /** A warm-up that is too short, as a warning at its place in the file. */
  Problem warning(WarmUp found) {
    Warning warning =
        new Warning("warm-up-not-settled", "begin.warmUp", found.message(), found.advice());
    return located(warning, read.tree());
  }

  /** A warning with the line of its key, or of the nearest key above it that is written. */
  private static Problem located(Warning w, Node tree) {
    Node at = nearest(tree, Node.steps(w.path()).value());
    return new Problem(
        Problem.Severity.WARNING,
        fileOnly(at.file()),
        at.line(),
        w.path(),
        w.rule() + ": " + w.message(),
        w.advice());
  }

  private static Node nearest(Node tree, List<String> steps) {
    for (int depth = steps.size(); depth > 0; depth--) {
      Parsed<Node> found = tree.find(steps.subList(0, depth));
      if (!found.isBad()) {
        return found.value();
      }
    }
    return tree;
  }

  /** One problem as it is, several below a heading. */
  static String together(List<String> problems) {
    return problems.size() == 1
        ? problems.get(0)
        : problems.size() + " problems:\n  " + String.join("\n  ", problems);
  }

  private static String fileOnly(String file) {
    return file.startsWith("--") ? file : file.substring(file.lastIndexOf('/') + 1);
  }
}

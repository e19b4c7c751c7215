package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario that can run, with what will surprise.
 *
 * @param name name of its file, without the folder
 * @param read what was read
 * @param scenario the scenario
 * @param warnings what will surprise; files are named without their folder, so that a report does
 *     not depend on where they stand
 */
record Inputs(String name, ScenarioFile read, Scenario scenario, List<Problem> warnings) {

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
    List<String> rules = Forecast.ruleProblems(scenario);
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
    return new Inputs(name, read, scenario, List.copyOf(warnings));
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

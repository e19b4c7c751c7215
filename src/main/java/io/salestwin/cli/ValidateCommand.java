package io.salestwin.cli;

import io.salestwin.document.Suggestion;
import io.salestwin.report.ValidationReport;
import io.salestwin.validation.Case;
import io.salestwin.validation.Validation;
import io.salestwin.validation.Validation.Effort;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Is the simulation right, here on this machine? */
@Command(
    name = "validate",
    description = {
      "Plays cases whose outcome is known from theory and compares; exit code 3 when a figure does"
          + " not agree.",
    },
    sortOptions = false)
final class ValidateCommand implements Callable<Integer> {

  @Option(
      names = "--case",
      paramLabel = "NAME",
      split = ",",
      description = "Only this case. May be repeated.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--quick", description = "Only a tenth of the replications.")
  private boolean quick;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Seed of all chance (default ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private ScreenOptions screen;

  @Option(names = "--markdown", description = "As a page with formulas and sources.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireCases();
    PrintWriter out = spec.commandLine().getOut();
    Validation found = run(screen.threads());
    ValidationReport report = new ValidationReport(found);
    out.print(
        screen.json() ? report.json() : markdown ? report.markdown() : report.text(Screen.style()));
    out.flush();
    return exitCode(found);
  }

  static int exitCode(Validation found) {
    return found.alarms().isEmpty() ? Exit.FINE : Exit.THRESHOLD_MISSED;
  }

  private void requireCases() {
    if (names.isEmpty()) {
      return;
    }
    List<String> known = Validation.cases().stream().map(Case::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        String nearest = Suggestion.didYouMean(name, known);
        throw new BadInput(
            "--case "
                + name
                + ": there is no such case; "
                + (nearest.isEmpty() ? "there are " + String.join(", ", known) : nearest));
      }
    }
  }

  private Validation run(int most) {
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    try (ProgressLine line =
        new ProgressLine(
            spec.commandLine().getErr(), Screen.isTerminal(), amount -> Double.toString(amount))) {
      return Validation.run(names, effort, seed, most, screen.heard(line));
    }
  }
}

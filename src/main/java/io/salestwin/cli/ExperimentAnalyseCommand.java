package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.analysis.Analysis;
import io.salestwin.experiment.analysis.Results;
import io.salestwin.experiment.analysis.UnusableResultsException;
import io.salestwin.report.AnalysisReport;
import io.salestwin.report.Answer;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Did this test tell us anything? */
@Command(
    name = "analyse",
    aliases = "analyze",
    description =
        "Judges the results of an experiment as its plan says: ship, do not ship, or run until a"
            + " day. Exit code 3 when it is not to be shipped, or not to be trusted.",
    sortOptions = false)
final class ExperimentAnalyseCommand implements Callable<Integer>, QuestionCommand {

  private static final int MOST_TOLD = 50;

  @Mixin private ExperimentOptions experiment;

  @Parameters(
      index = "1",
      paramLabel = "RESULTS",
      description = "CSV with a row for each unit, or with sums for each arm.")
  private String results;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day on which this was known; without it the last day in the results.")
  private LocalDate asOf;

  @Option(
      names = "--looked",
      paramLabel = "DATE",
      description = "An earlier day on which the results were looked at; repeatable.")
  private List<LocalDate> looked = new ArrayList<>();

  @Option(
      names = "--plays",
      paramLabel = "NUMBER",
      description = "Plays of the scenario from which the planned size follows (20).")
  private int plays = 20;

  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    int asked = ExperimentOptions.plays(plays);
    ExperimentFile file = experiment.read(inquiry);
    Optional<LocalDate> day = Optional.ofNullable(asOf);
    List<LocalDate> before = looked.stream().sorted().distinct().toList();
    String text = inquiry.shelf().text(results);
    try {
      Results read = Results.parse(text, results, file.plan().orElseThrow(), day);
      return new AnalysisReport(Analysis.of(file, read, before, experiment.seed(), asked));
    } catch (UnusableResultsException e) {
      throw new BadInput(told(e.problems()), e);
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  private String told(List<Problem> problems) {
    List<String> all =
        problems.stream()
            .map(
                p ->
                    p.file().equals("results")
                        ? new Problem(
                            p.severity(), results, p.line(), p.path(), p.message(), p.advice())
                        : p)
            .map(Problem::toString)
            .toList();
    if (all.size() <= MOST_TOLD) {
      return Inputs.together(all);
    }
    return Inputs.together(all.subList(0, MOST_TOLD))
        + "\n  and "
        + (all.size() - MOST_TOLD)
        + " more";
  }
}

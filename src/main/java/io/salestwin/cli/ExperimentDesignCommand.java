package io.salestwin.cli;

import io.salestwin.experiment.design.Design;
import io.salestwin.report.Answer;
import io.salestwin.report.DesignReport;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Can this test ever tell us anything? */
@Command(
    name = "design",
    description =
        "Tells before an experiment starts how many units it takes, how long that is at the"
            + " scenario's volume, what it could find, and what to test instead. Exit code 3 when it"
            + " should not be run.",
    sortOptions = false)
final class ExperimentDesignCommand implements Callable<Integer>, QuestionCommand {

  @Mixin private ExperimentOptions experiment;

  @Option(
      names = "--plays",
      paramLabel = "NUMBER",
      description = "Plays of the scenario in which volumes and baselines are measured (20).")
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
    try {
      return new DesignReport(Design.of(experiment.read(inquiry), experiment.seed(), asked));
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(e.getMessage(), e);
    }
  }
}

package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.rehearsal.Course;
import io.salestwin.experiment.rehearsal.Enrolment;
import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.report.Answer;
import io.salestwin.report.RehearsalReport;
import io.salestwin.run.TrialResult;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Can this experiment tell anything, and will it tell the truth? */
@Command(
    name = "rehearse",
    description = {
      "Plays an experiment many times before it starts, with both arms sharing reps, queues and"
          + " calendars: how often it finds the effect, how often it finds one where there is none,"
          + " and how far what it measures is from what a roll-out brings. Exit code 3 when it"
          + " should not be run like this.",
    },
    sortOptions = false)
final class ExperimentRehearseCommand implements Callable<Integer>, QuestionCommand {

  private static final int MOST = 100_000;

  @Mixin private ExperimentOptions experiment;

  @Option(
      names = "--trials",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description =
          "How often the experiment is played, at least 2 (default ${DEFAULT-VALUE}: a rate of 5%% is"
              + " then known to about 1.4 points, one of 50%% to 3.1).")
  private int trials;

  @Option(
      names = "--enrol",
      paramLabel = "DURATION",
      description = {
        "For how long leads are taken in, such as \"12 weeks\"; without it as long as the design"
            + " asks for, at most as long as the file and the horizon allow.",
      })
  private String enrol;

  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    NumberOption.within("--trials", trials, 2, MOST);
    ExperimentFile file = experiment.read(inquiry);
    long seed = experiment.seed();
    int plays = enrol == null ? Enrolment.PLAYS : Enrolment.FEW_PLAYS;
    try {
      Design design = Design.of(file, seed, plays);
      long enrolMs = enrol == null ? Enrolment.of(file, design).enrolMs() : asked();
      Course course = Course.of(file, enrolMs, design);
      TrialResult result = inquiry.trials(course.trials(seed, trials));
      if (result.trials().size() < 2) {
        throw new BadInput("stopped before two experiments were played: there is no answer yet");
      }
      return new RehearsalReport(Rehearsal.of(course, seed, result));
    } catch (ImpossibleScenarioException | IllegalArgumentException e) {
      throw new BadInput(Path.of(experiment.file()).getFileName() + ": " + e.getMessage(), e);
    }
  }

  private long asked() {
    Parsed<Long> parsed = Quantity.wholeMillis(enrol);
    if (parsed.isBad()) {
      throw new BadInput("--enrol " + enrol + ": " + parsed.reason() + "; " + parsed.advice());
    }
    return parsed.value();
  }
}

package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.design.Design;
import io.salestwin.experiment.rehearsal.Course;
import io.salestwin.experiment.rehearsal.Enrolment;
import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.report.RehearsalReport;
import io.salestwin.run.TrialResult;
import io.salestwin.run.Trials;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
final class ExperimentRehearseCommand implements Callable<Integer> {

  private static final int MOST = 100_000;

  @Parameters(paramLabel = "EXPERIMENT", description = "The experiment's file, YAML or JSON.")
  private Path experiment;

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

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description =
          "Seed of all chance: the same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = {
        "Vary the scenario, in both arms: roles.AE.headcount=14, x1.2, +2, +5pp, -10%%. May be"
            + " repeated.",
      })
  private List<String> sets = new ArrayList<>();

  @Mixin private ScreenOptions screen;

  @Option(names = "--html", paramLabel = "FILE", description = "Also write a page to this file.")
  private Path html;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (trials < 2 || trials > MOST) {
      throw new BadInput("--trials " + trials + ": give a number from 2 to " + MOST);
    }
    ExperimentFile file = Experiments.read(experiment, sets);
    Rehearsal found = play(file);
    RehearsalReport report = new RehearsalReport(found);
    if (html != null) {
      Experiments.write(html, report.html());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(screen.json() ? report.json() : report.text(Screen.style()));
    out.flush();
    return found.verdict() == Rehearsal.Verdict.RUN ? Exit.FINE : Exit.THRESHOLD_MISSED;
  }

  private Rehearsal play(ExperimentFile file) {
    Trials stage = new Trials(screen.threads());
    StepLine line =
        new StepLine(spec.commandLine().getErr(), screen.quiet(), "rehearsed", "trials");
    Interrupt interrupt = Interrupt.first(stage::stop);
    try {
      int plays = enrol == null ? Enrolment.PLAYS : Enrolment.FEW_PLAYS;
      Design design = Design.of(file, seed, plays);
      long enrolMs = enrol == null ? Enrolment.of(file, design).enrolMs() : asked();
      Course course = Course.of(file, enrolMs, design);
      TrialResult result = stage.play(course.trials(seed, trials), line::reached);
      if (result.trials().size() < 2) {
        throw new BadInput("stopped before two experiments were played: there is no answer yet");
      }
      return Rehearsal.of(course, seed, result);
    } catch (ImpossibleScenarioException | IllegalArgumentException e) {
      throw new BadInput(experiment.getFileName() + ": " + e.getMessage(), e);
    } finally {
      interrupt.end();
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

package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.planning.pay.PayReview;
import io.salestwin.report.PayReport;
import io.salestwin.report.Report;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What does the pay plan cost, and whom does it pay? */
@Command(
    name = "pay",
    description =
        "Plays the coming periods many times and tells what the pay plans cost, whom they pay, and"
            + " what accelerators, cliffs and caps do.",
    sortOptions = false)
final class PayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private Path scenario;

  @Mixin private RunOptions run;

  @Mixin private RunnerOptions playing;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunRequest request = run.request(null);
    Inputs inputs = Inputs.read(scenario, request.sets());
    List<Problem> warnings =
        inputs.warnings().stream().filter(w -> w.message().matches("(pay-plan|quota).*")).toList();
    PayReport report = new PayReport(PayReview.of(play(inputs, request)), warnings);
    PrintWriter out = spec.commandLine().getOut();
    out.print(playing.screen().json() ? report.json() : report.text(Screen.style()));
    out.flush();
    return Exit.FINE;
  }

  private RunResult play(Inputs inputs, RunRequest request) {
    Runner runner = playing.runner(spec.commandLine().getErr());
    String currency = inputs.scenario().currency();
    Interrupt interrupt = Interrupt.first(runner::stop);
    try (ProgressLine line =
        new ProgressLine(
            spec.commandLine().getErr(),
            Screen.isTerminal(),
            amount -> Report.amount(inputs.scenario().targets().basis(), currency, amount))) {
      RunResult rows =
          runner.run(
              request.plan(inputs.scenario()), inputs.columns(), playing.screen().heard(line));
      if (rows.replications() < 2) {
        throw new BadInput("stopped before two replications were done: there is no answer yet");
      }
      return rows;
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(e.getMessage(), e);
    } finally {
      interrupt.end();
    }
  }
}

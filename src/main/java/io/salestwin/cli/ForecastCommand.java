package io.salestwin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where will we end up? */
@Command(
    name = "forecast",
    description = "Plays the coming periods many times and gives the odds of their targets.",
    sortOptions = false)
final class ForecastCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private Path scenario;

  @Mixin private RunOptions run;
  @Mixin private ShowOptions show;

  @Option(
      names = "--event-log",
      paramLabel = "NUMBER",
      description = {
        "Also write events.csv: every event of the first so many replications, for process-mining"
            + " tools. One replication may take some ten megabytes.",
      })
  private Integer eventLog;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    int asked = run.replications();
    Inputs inputs = Inputs.read(scenario, run.sets());
    Replay replay =
        Replay.run(inputs, run.sets(), run.seed(), asked, asked, eventLog(asked), show, err);
    Map<String, String> answer = replay.answerFiles();
    Path folder = replay.write(answer);
    replay.show(spec.commandLine().getOut(), answer, folder);
    return replay.exitCode();
  }

  private int eventLog(int replications) {
    if (eventLog == null) {
      return 0;
    }
    if (eventLog < 1 || eventLog > replications) {
      throw new BadInput(
          "--event-log "
              + eventLog
              + ": give a number from 1 to "
              + replications
              + ", the number of replications");
    }
    return eventLog;
  }
}

package io.salestwin.cli;

import io.salestwin.report.Audience;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
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
  @Mixin private AudienceOptions readers;

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
    RunRequest request = run.request(eventLog);
    Set<Audience> audiences = readers.audiences();
    Inputs inputs = Inputs.read(scenario, request.sets());
    Replay replay = Replay.run(inputs, request, OptionalInt.empty(), show, err);
    Map<String, String> answer = replay.answerFiles();
    Path folder = replay.write(answer, replay.pages(audiences));
    PrintWriter out = spec.commandLine().getOut();
    replay.show(out, answer, folder);
    AudienceOptions.tell(audiences, folder, show.json(), out);
    return replay.exitCode();
  }
}

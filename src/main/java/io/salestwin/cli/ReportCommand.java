package io.salestwin.cli;

import io.salestwin.report.Audience;
import io.salestwin.report.Manifest;
import io.salestwin.report.QuestionManifest;
import io.salestwin.report.RunFolder;
import io.salestwin.report.RunFolder.Content;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A report again. */
@Command(
    name = "report",
    description = {
      "Shows the answer of an earlier run again and writes those of its files that are missing"
          + " (with --files also charts and replications, with --for pages for audiences). The run is played again from its"
          + " manifest, which takes as long as it took then; no file is overwritten.",
    },
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private Path folder;

  @Mixin private ExportPlaces exports;
  @Mixin private ShowOptions show;
  @Mixin private AudienceOptions readers;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path file = folder.resolve(Manifest.FILE);
    if (!Files.exists(file)) {
      throw new BadInput(
          folder + ": this is not the folder of a run; there is no " + Manifest.FILE + " in it");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Set<Audience> audiences = readers.audiences();
    if (QuestionManifest.isOne(file)) {
      if (!audiences.isEmpty()) {
        throw new BadInput(
            folder
                + ": --for shows a forecast, and this run answers another question; leave it out");
      }
      QuestionManifest earlier = RerunCommand.read(QuestionManifest.read(file));
      Inquiry inquiry = Inquiry.again(earlier, exports.places(), show, err);
      add(inquiry.answerFiles(), inquiry.furtherFiles());
      inquiry.show(out, List.of(), folder);
      return inquiry.exitCode();
    }
    exports.requireNone();
    Replay replay = RerunCommand.play(file, show, err);
    Map<String, String> answer = replay.answerFiles();
    Map<String, Content> further = new LinkedHashMap<>(replay.eventFiles());
    if (show.files()) {
      further.putAll(replay.furtherFiles());
    }
    further.putAll(replay.pages(audiences));
    add(answer, further);
    replay.show(out, answer, folder);
    AudienceOptions.tell(audiences, folder, show.json(), out);
    return replay.exitCode();
  }

  private void add(Map<String, String> answer, Map<String, Content> further) {
    Map<String, Content> files = new LinkedHashMap<>();
    answer.forEach((name, text) -> files.put(name, Content.of(text)));
    files.putAll(further);
    files.keySet().removeIf(name -> Files.exists(folder.resolve(name)));
    try {
      RunFolder.add(folder, files);
    } catch (IOException e) {
      throw new BadInput("cannot write to " + folder + ": " + OutFolder.inWords(e), e);
    }
  }
}

package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.report.Manifest;
import io.salestwin.report.QuestionManifest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same run again, to the byte. */
@Command(
    name = "rerun",
    description = {
      "Runs again what a manifest describes, into a new folder, and tells whether the files have"
          + " the same bytes. The scenario comes from the manifest, not from its file; an export of a"
          + " CRM is read where it is, if it has not changed.",
    },
    sortOptions = false)
final class RerunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MANIFEST", description = "The manifest.json of a run.")
  private Path manifest;

  @Mixin private ExportPlaces exports;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (QuestionManifest.isOne(manifest)) {
      return askAgain(err);
    }
    exports.requireNone();
    Replay replay = play(manifest, show, err);
    Map<String, String> answer = replay.answerFiles();
    Path folder = replay.write(answer);
    replay.show(spec.commandLine().getOut(), answer, folder);
    Manifest earlier = read(Manifest.read(manifest));
    boolean same =
        sameBytes(replay.hashes(), earlier.outputs(), earlier.version(), earlier.started(), err);
    return same ? replay.exitCode() : Exit.INTERNAL_ERROR;
  }

  private int askAgain(PrintWriter err) {
    QuestionManifest earlier = read(QuestionManifest.read(manifest));
    Inquiry inquiry = Inquiry.again(earlier, exports.places(), show, err);
    inquiry.show(spec.commandLine().getOut(), List.of(), inquiry.write());
    boolean same =
        sameBytes(inquiry.hashes(), earlier.outputs(), earlier.version(), earlier.started(), err);
    return same ? inquiry.exitCode() : Exit.INTERNAL_ERROR;
  }

  /** Runs what a manifest describes. */
  static Replay play(Path file, ShowOptions show, PrintWriter err) {
    Manifest manifest = read(Manifest.read(file));
    Inputs inputs = Inputs.read(manifest.scenario(), manifest.files(), manifest.sets());
    RunRequest request =
        new RunRequest(
            manifest.sets(),
            manifest.seed(),
            manifest.asked(),
            manifest.precision(),
            manifest.antithetic(),
            manifest.eventLog());
    return Replay.run(inputs, request, OptionalInt.of(manifest.replications()), show, err);
  }

  static <T> T read(Parsed<T> parsed) {
    if (parsed.isBad()) {
      String advice = parsed.advice().isEmpty() ? "" : "; " + parsed.advice();
      throw new BadInput(parsed.reason() + advice);
    }
    return parsed.value();
  }

  /** Tells which files differ; they may when another version of the program made them. */
  private static boolean sameBytes(
      Map<String, String> hashes,
      Map<String, String> outputs,
      String version,
      String started,
      PrintWriter err) {
    List<String> different = new ArrayList<>();
    hashes.forEach(
        (name, hash) -> {
          if (!hash.equals(outputs.get(name))) {
            different.add(name);
          }
        });
    if (different.isEmpty()) {
      err.println("The same bytes as the run of " + started + ".");
      return true;
    }
    String files = String.join(", ", different);
    if (!version.equals(Main.version())) {
      err.println(
          "Other bytes than the run of "
              + started
              + " in "
              + files
              + ": version "
              + version
              + " made it, this is version "
              + Main.version()
              + ".");
      return true;
    }
    err.println(
        "salestwin: other bytes than the run of "
            + started
            + " in "
            + files
            + ", though version and inputs are the same. This is a fault of the program.");
    return false;
  }
}

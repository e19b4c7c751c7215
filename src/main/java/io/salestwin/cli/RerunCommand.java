package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.report.Manifest;
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
          + " the same bytes. The scenario comes from the manifest, not from its file.",
    },
    sortOptions = false)
final class RerunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MANIFEST", description = "The manifest.json of a run.")
  private Path manifest;

  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Replay replay = play(manifest, show, err);
    Map<String, String> answer = replay.answerFiles();
    Path folder = replay.write(answer);
    replay.show(spec.commandLine().getOut(), answer, folder);
    return sameBytes(replay.hashes(), err) ? replay.exitCode() : Exit.INTERNAL_ERROR;
  }

  /** Runs what a manifest describes. */
  static Replay play(Path file, ShowOptions show, PrintWriter err) {
    Manifest manifest = manifest(file);
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

  private static Manifest manifest(Path file) {
    Parsed<Manifest> parsed = Manifest.read(file);
    if (parsed.isBad()) {
      String advice = parsed.advice().isEmpty() ? "" : "; " + parsed.advice();
      throw new BadInput(parsed.reason() + advice);
    }
    return parsed.value();
  }

  /** Tells which files differ; they may when another version of the program made them. */
  private boolean sameBytes(Map<String, String> hashes, PrintWriter err) {
    Manifest earlier = manifest(manifest);
    List<String> different = new ArrayList<>();
    hashes.forEach(
        (name, hash) -> {
          if (!hash.equals(earlier.outputs().get(name))) {
            different.add(name);
          }
        });
    if (different.isEmpty()) {
      err.println("The same bytes as the run of " + earlier.started() + ".");
      return true;
    }
    String files = String.join(", ", different);
    if (!earlier.version().equals(Main.version())) {
      err.println(
          "Other bytes than the run of "
              + earlier.started()
              + " in "
              + files
              + ": version "
              + earlier.version()
              + " made it, this is version "
              + Main.version()
              + ".");
      return true;
    }
    err.println(
        "salestwin: other bytes than the run of "
            + earlier.started()
            + " in "
            + files
            + ", though version and inputs are the same. This is a fault of the program.");
    return false;
  }
}

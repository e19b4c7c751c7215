package io.salestwin.cli;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Motion;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Template;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A scenario to start from. */
@Command(
    name = "init",
    description = "Writes a scenario to start from; an existing file is never overwritten.",
    sortOptions = false)
final class InitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "Where it is written (default: here).")
  private Path folder;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      defaultValue = "b2b-saas",
      completionCandidates = Names.class,
      description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private String template;

  @Option(
      names = "--motion",
      paramLabel = "NAME",
      completionCandidates = Motions.class,
      description =
          "A way to sell or a size of sales operations, laid over the template as a file of its own:"
              + " one of ${COMPLETION-CANDIDATES}; may be given several times, each over the last.")
  private List<String> motions = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    known("template", template, Template.list());
    motions = motions.stream().distinct().toList();
    motions.forEach(motion -> known("motion", motion, Motion.list()));
    Map<String, String> files = new LinkedHashMap<>();
    files.put(template + ".yaml", Template.text(template));
    String last = template;
    for (String motion : motions) {
      files.put(motion + ".yaml", Motion.over(motion, last));
      last = motion;
    }
    ScenarioFile whole = ScenarioFile.read(last + ".yaml", Attachments.ofTexts(files), List.of());
    if (whole.scenario().isEmpty()) {
      throw new BadInput(
          "the motion "
              + String.join(" and ", motions)
              + " changes what the template "
              + template
              + " does not have; take --template "
              + Motion.BASE);
    }
    // a template that is there already may be one's own by now: a motion goes over it
    boolean kept = !motions.isEmpty() && Files.exists(folder.resolve(template + ".yaml"));
    files.forEach(
        (name, text) -> {
          if (!kept || !name.equals(template + ".yaml")) {
            write(folder.resolve(name), text);
          }
        });
    Path file = folder.resolve(last + ".yaml");
    spec.commandLine().getOut().println("Next: salestwin forecast " + file.normalize());
    return Exit.FINE;
  }

  private static void known(String noun, String name, List<String> names) {
    if (!names.contains(name)) {
      throw new BadInput(
          "there is no " + noun + " \"" + name + "\"; there are " + String.join(", ", names));
    }
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new BadInput(
          e.getFile() + " is there already and was left as it is; give another folder", e);
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + "; choose a folder that you may write to", e);
    }
    spec.commandLine().getOut().println("Written: " + file.normalize());
  }

  /** The names of motions, asked for only when the help is shown. */
  static final class Motions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Motion.list().iterator();
    }
  }

  /** The names, asked for only when the help is shown. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Template.list().iterator();
    }
  }
}

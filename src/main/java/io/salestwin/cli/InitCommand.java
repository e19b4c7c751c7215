package io.salestwin.cli;

import io.salestwin.scenario.Template;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!Template.list().contains(template)) {
      throw new BadInput(
          "there is no template \""
              + template
              + "\"; there are "
              + String.join(", ", Template.list()));
    }
    Path file = folder.resolve(template + ".yaml");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, Template.text(template), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new BadInput(
          e.getFile() + " is there already and was left as it is; give another folder", e);
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + "; choose a folder that you may write to", e);
    }
    spec.commandLine().getOut().println("Written: " + file.normalize());
    spec.commandLine().getOut().println("Next: salestwin forecast " + file.normalize());
    return Exit.FINE;
  }

  /** The names, asked for only when the help is shown. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Template.list().iterator();
    }
  }
}

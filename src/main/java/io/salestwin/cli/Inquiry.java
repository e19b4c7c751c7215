package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.planning.UnanswerableException;
import io.salestwin.planning.territory.Search;
import io.salestwin.report.Answer;
import io.salestwin.report.Manifest;
import io.salestwin.report.QuestionManifest;
import io.salestwin.report.RunFolder.Content;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import io.salestwin.run.TrialPlan;
import io.salestwin.run.TrialResult;
import io.salestwin.run.Trials;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * One question from its files to its answer and the files of that: what the commands that compare,
 * stress and plan have in common.
 */
final class Inquiry {

  /** Whose options never change an answer. */
  private static final Set<Class<?>> HOW_NOT_WHAT =
      Set.of(
          ScreenOptions.class,
          RunnerOptions.class,
          ShowOptions.class,
          CopyOptions.class,
          CalibrationCopies.class,
          Main.class);

  private final Shelf shelf;
  private final ShowOptions show;
  private final List<String> arguments;
  private final PrintWriter err;
  private final Runner runner;
  private final OptionalLong searchLimit;
  private final OffsetDateTime started = OffsetDateTime.now(ZoneId.systemDefault());
  private final long startNs = System.nanoTime();
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final Map<String, String> hashes = new LinkedHashMap<>();

  private OptionalLong searchEnd = OptionalLong.empty();

  /** Trials of an experiment: at most so many where an earlier answer was stopped, and how many. */
  private long mostTrials = Long.MAX_VALUE;

  private long trials;
  private boolean trialsCutShort;
  private Answer answer;

  private Inquiry(
      Shelf shelf,
      ShowOptions show,
      List<String> arguments,
      Runner runner,
      OptionalLong searchLimit,
      PrintWriter err) {
    this.shelf = shelf;
    this.searchLimit = searchLimit;
    this.show = show;
    this.arguments = arguments;
    this.runner = runner;
    this.err = err;
  }

  private Inquiry(ShowOptions show, CommandSpec spec) {
    this(
        Shelf.ofFolders(),
        show,
        arguments(spec.commandLine().getParseResult()),
        show.runner(spec.commandLine().getErr()),
        OptionalLong.empty(),
        spec.commandLine().getErr());
  }

  /** Answers a command line, writes the folder of the answer and shows it. */
  static int run(QuestionCommand command, ShowOptions show, CommandSpec spec) {
    OutFolder.require(show.out());
    Inquiry inquiry = new Inquiry(show, spec);
    inquiry.answer = command.answer(inquiry);
    Path folder = inquiry.write();
    List<String> copied = command.copies(inquiry.answer);
    inquiry.show(spec.commandLine().getOut(), copied, folder);
    return inquiry.exitCode();
  }

  /** For a command that only reads files and tells what is in them. */
  static Inquiry withoutAnswer(ShowOptions show, CommandSpec spec) {
    return new Inquiry(show, spec);
  }

  /** Asks again what a manifest tells; exports are where it says, or at the places given. */
  static Inquiry again(
      QuestionManifest manifest, List<Path> exports, ShowOptions show, PrintWriter err) {
    OutFolder.require(show.out());
    Runner all = show.runner(err);
    Runner runner = manifest.complete() ? all : all.atMost(manifest.plays());
    Inquiry inquiry =
        new Inquiry(
            Shelf.of(manifest, exports),
            show,
            manifest.arguments(),
            runner,
            manifest.searchEnd(),
            err);
    inquiry.mostTrials = manifest.complete() ? Long.MAX_VALUE : manifest.plays();
    inquiry.answer = command(manifest.arguments()).answer(inquiry);
    return inquiry;
  }

  private static QuestionCommand command(List<String> arguments) {
    try {
      ParseResult parsed = Main.parsed(arguments.toArray(String[]::new));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      if (parsed.commandSpec().userObject() instanceof QuestionCommand command) {
        return command;
      }
    } catch (CommandLine.ParameterException e) {
      throw new BadInput(
          "the manifest has a command that this version does not understand: " + e.getMessage(), e);
    }
    throw new BadInput("the manifest has no command that can be asked again");
  }

  /** The command and what was given to it, but not how the answer is shown. */
  private static List<String> arguments(ParseResult parsed) {
    List<String> names = List.of(parsed.commandSpec().qualifiedName(" ").split(" ", -1));
    List<String> all = new ArrayList<>(names.subList(1, names.size()));
    for (ArgSpec arg : parsed.matchedArgs()) {
      if (arg.userObject() instanceof Field field
          && HOW_NOT_WHAT.contains(field.getDeclaringClass())) {
        continue;
      }
      if (!(arg instanceof OptionSpec option)) {
        all.addAll(arg.originalStringValues());
      } else if (option.arity().max() == 0) {
        all.add(option.longestName());
      } else {
        option.originalStringValues().forEach(value -> all.add(option.longestName() + "=" + value));
      }
    }
    return all;
  }

  // ---- what a command asks for

  /** A scenario that can run; its warnings are told. */
  Inputs scenario(String file, List<String> sets) {
    Inputs inputs = shelf.scenario(file, sets);
    warn(inputs.warnings());
    return inputs;
  }

  /** What is asked, word by word. */
  List<String> arguments() {
    return arguments;
  }

  /** Tells what is being done. */
  void say(String step) {
    if (!show.quiet()) {
      err.println(step);
      err.flush();
    }
  }

  /** The files of the question. */
  Shelf shelf() {
    return shelf;
  }

  /** Tells warnings, each once. */
  void warn(List<Problem> found) {
    List<Problem> fresh = found.stream().filter(warnings::add).toList();
    if (!show.quiet() && !fresh.isEmpty()) {
      fresh.forEach(err::println);
      err.println();
      err.flush();
    }
  }

  /** All warnings that were told. */
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** Plays with progress; Ctrl-C ends it early, and what is there is the answer. */
  <T> T play(BiFunction<Runner, Progress, T> question) {
    Interrupt interrupt = Interrupt.first(runner::stop);
    try (ProgressLine line = new ProgressLine(err, Screen.isTerminal(), amount -> "")) {
      return question.apply(runner, show.screen().heard(line));
    } catch (ImpossibleScenarioException | UnanswerableException e) {
      throw new BadInput(e.getMessage(), e);
    } catch (IllegalStateException e) {
      if (!runner.isCutShort()) {
        throw e;
      }
      // stopped so early that there is no answer
      throw new BadInput(e.getMessage(), e);
    } finally {
      interrupt.end();
    }
  }

  /** Searches with progress; Ctrl-C ends it early, and the best so far is the answer. */
  <T> T search(Function<Search, T> question) {
    LongConsumer line = new SearchLine(err, show.quiet())::reached;
    Search search =
        searchLimit.isPresent() ? Search.upTo(searchLimit.getAsLong(), line) : Search.whole(line);
    Interrupt interrupt = Interrupt.first(search::stop);
    try {
      return question.apply(search);
    } catch (IllegalStateException e) {
      if (search.stoppedAfter().isEmpty()) {
        throw e;
      }
      // stopped so early that there is no answer
      throw new BadInput(e.getMessage(), e);
    } finally {
      interrupt.end();
      searchEnd = search.stoppedAfter();
    }
  }

  /** Plays the trials of an experiment with progress; Ctrl-C ends it early. */
  TrialResult trials(TrialPlan asked) {
    TrialPlan plan = asked.atMost(mostTrials);
    Trials stage = new Trials(show.screen().threads());
    StepLine line = new StepLine(err, show.quiet(), "rehearsed", "trials");
    Interrupt interrupt = Interrupt.first(stage::stop);
    try {
      TrialResult result = stage.play(plan, line::reached);
      trials += result.trials().size();
      trialsCutShort |= result.trials().size() < asked.trials();
      return result;
    } finally {
      interrupt.end();
    }
  }

  /** Where the figures come from, name and text, for the answer to show. */
  Map<String, String> provenance(long seed) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("Program", Main.version());
    provenance.put("Command", String.join(" ", named()));
    provenance.put("Seed", Long.toString(seed));
    provenance.put("Command and files (SHA-256)", hash());
    return provenance;
  }

  private String hash() {
    List<String> parts = new ArrayList<>(named());
    shelf
        .files()
        .forEach(
            (name, text) -> {
              parts.add(name);
              parts.add(text);
            });
    shelf
        .exports()
        .forEach(
            (name, export) -> {
              parts.add(name);
              parts.add(export.files().toString());
            });
    return Manifest.hash(parts);
  }

  /** The arguments with files as the manifest calls them. */
  private List<String> named() {
    return arguments.stream().map(this::named).toList();
  }

  private String named(String argument) {
    int at = argument.startsWith("--") ? argument.indexOf('=') + 1 : 0;
    return argument.substring(0, at) + shelf.nameOf(argument.substring(at));
  }

  // ---- what becomes of the answer

  /** The files of the answer by their paths; their bytes depend on the manifest's inputs alone. */
  Map<String, String> answerFiles() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("summary.json", answer.json());
    files.putAll(answer.tables());
    files.put("report.html", answer.html());
    return files;
  }

  /** The further files that people may ask for. */
  Map<String, Content> furtherFiles() {
    Map<String, Content> files = new LinkedHashMap<>();
    if (show.files()) {
      answer.charts().forEach(c -> files.put("charts/" + c.id() + ".svg", Content.of(c.file())));
    }
    return files;
  }

  /** The SHA-256 of the files of the answer, once written. */
  Map<String, String> hashes() {
    return Map.copyOf(hashes);
  }

  /** Writes the folder of the answer. */
  Path write() {
    Map<String, Content> files = new LinkedHashMap<>();
    answerFiles()
        .forEach(
            (name, text) -> {
              files.put(name, Content.of(text));
              hashes.put(name, Manifest.hash(text.getBytes(StandardCharsets.UTF_8)));
            });
    files.putAll(furtherFiles());
    files.put(Manifest.FILE, Content.of(manifest().json()));
    return OutFolder.write(show.out(), answer.name(), started, files);
  }

  private QuestionManifest manifest() {
    return new QuestionManifest(
        Main.version(),
        named(),
        shelf.files(),
        shelf.exports(),
        hash(),
        runner.plays() + trials,
        searchEnd,
        !runner.isCutShort() && !trialsCutShort && searchEnd.isEmpty(),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        Math.round((System.nanoTime() - startNs) / 1e6) / 1e3,
        hashes);
  }

  /** Shows the answer, and says at its end what was written and where the report is. */
  void show(PrintWriter out, List<String> written, Path folder) {
    out.print(show.json() ? answer.json() : answer.text(Screen.style()) + "\n");
    out.flush();
    PrintWriter last = show.json() ? err : out;
    written.forEach(last::println);
    last.println("Report: " + folder.resolve("report.html"));
    last.flush();
  }

  int exitCode() {
    return answer.thresholdsMet() ? Exit.FINE : Exit.THRESHOLD_MISSED;
  }
}

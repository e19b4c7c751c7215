package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.run.spark.ClusterException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The program {@code salestwin}: finds the command that is meant, runs it and gives its exit code.
 *
 * <p>Exit codes: 0 fine; 1 internal error; 2 bad input or usage; 3 a threshold was not met. An
 * error is told in words; only {@code --debug} adds the stack trace.
 */
@Command(
    name = "salestwin",
    description = "Plays a sales organisation's coming quarters and gives the odds of its targets.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:internal error",
      "2:bad input or usage",
      "3:a threshold was not met",
    },
    sortOptions = false)
public final class Main implements Runnable {

  /** One class per command; the order here is the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          ForecastCommand.class,
          CompareCommand.class,
          StressCommand.class,
          StaffCommand.class,
          TerritoriesCommand.class,
          RoiCommand.class,
          CheckCommand.class,
          PayCommand.class,
          ExperimentCommand.class,
          CalibrateCommand.class,
          BacktestCommand.class,
          RepsCommand.class,
          PipelineCommand.class,
          ExplainCommand.class,
          InitCommand.class,
          ReportCommand.class,
          RerunCommand.class,
          ValidateCommand.class,
          KpisCommand.class,
          StatsCommand.class,
          SchemaCommand.class,
          BenchCommand.class);

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /**
   * Runs one command line and ends the process with its exit code.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    // From Java 22 on: no console object where there is no terminal.
    System.setProperty("jdk.console", "java.base");
    StandardOutput out = new StandardOutput();
    PrintWriter err = writer(System.err);
    int code = run(writer(new PrintStream(out, false, StandardCharsets.UTF_8)), err, arguments);
    System.exit(out.loss().map(loss -> lost(err, loss)).orElse(code));
  }

  private static int lost(PrintWriter err, String loss) {
    err.println(
        "salestwin: the answer could not be written to standard output: "
            + loss
            + "; make room, or send it elsewhere");
    return Exit.BAD_INPUT;
  }

  /**
   * Runs one command line.
   *
   * @param out where answers go
   * @param err where errors, warnings and progress go
   * @param arguments the command and its options
   * @return the exit code: 0 fine; 1 internal error; 2 bad input or usage; 3 a threshold was not
   *     met
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(commandLine(needed(arguments)), out, err, arguments);
  }

  /**
   * To run a command that comes first no other need be known, and to tell the version none: that
   * makes starting faster.
   */
  private static List<Class<?>> needed(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    if (arguments.length == 1 && (first.equals("-V") || first.equals("--version"))) {
      return List.of();
    }
    List<Class<?>> meant =
        COMMANDS.stream()
            .filter(command -> command.getAnnotation(Command.class).name().equals(first))
            .toList();
    return meant.isEmpty() ? COMMANDS : meant;
  }

  /** What a command line means, without running it. */
  static CommandLine.ParseResult parsed(String... arguments) {
    return commandLine(needed(arguments)).parseArgs(arguments);
  }

  static int run(CommandLine line, PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return line.setOut(out).setErr(err).execute(arguments);
    } catch (OutOfMemoryError e) {
      err.println(
          "salestwin: out of memory. Ask for fewer replications or a shorter horizon, or allow more"
              + " memory: SALESTWIN_JAVA_OPTS=-Xmx4g");
      return Exit.INTERNAL_ERROR;
    } catch (StackOverflowError e) {
      return internalError(err, e, List.of(arguments).contains("--debug"));
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** Without a command there is nothing to do: show what there is. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  static CommandLine commandLine(List<Class<?>> commands) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    for (Class<?> command : commands) {
      line.addSubcommand(command);
    }
    return line.registerConverter(Integer.class, new WholeNumber())
        .registerConverter(int.class, new WholeNumber())
        .registerConverter(long.class, new WholeLong())
        .registerConverter(LocalDate.class, new Day())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures(main));
  }

  private static int wholeNumber(String text) {
    long number = wholeLong(text);
    if (number != (int) number) {
      throw new CommandLine.TypeConversionException(text + " is too large");
    }
    return (int) number;
  }

  private static long wholeLong(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new CommandLine.TypeConversionException(
          text + " is not a whole number, such as 1000"); // its cause would say no more
    }
  }

  /** What is wrong with a command line, in words; the library's own words where they are good. */
  private static String inWords(CommandLine.ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        return "there is no option " + first;
      }
      return e.getCommandLine().getParent() == null
          ? "there is no command \"" + first + "\""
          : "\"" + first + "\" is one too many; give one file, and a value to each option";
    }
    return e.getMessage();
  }

  private static int usageError(CommandLine.ParameterException e) {
    CommandLine failed = e.getCommandLine();
    PrintWriter err = failed.getErr();
    err.println("salestwin: " + inWords(e));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
      if (failed.getParent() == null) {
        failed.usage(err);
      } else {
        err.println("Try: " + failed.getCommandSpec().qualifiedName() + " --help");
      }
    }
    return Exit.BAD_INPUT;
  }

  private static int failure(CommandLine failed, Exception e, boolean debug) {
    PrintWriter err = failed.getErr();
    boolean isOurs = !(e instanceof BadInput || e instanceof ClusterException);
    if (isOurs) {
      return internalError(err, e, debug);
    }
    err.println("salestwin: " + e.getMessage());
    if (debug) {
      e.printStackTrace(err);
    }
    return e instanceof BadInput ? Exit.BAD_INPUT : Exit.INTERNAL_ERROR;
  }

  private static int internalError(PrintWriter err, Throwable e, boolean debug) {
    String message =
        e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
    err.println(
        "salestwin: internal error ("
            + e.getClass().getSimpleName()
            + message
            + "). This is a fault of the program; --debug shows where.");
    if (debug) {
      e.printStackTrace(err);
    }
    return Exit.INTERNAL_ERROR;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  // Classes and not lambdas: the library's class files are of an old version, and a Java 17 that
  // makes a class archive breaks down on a lambda of such a type.

  private static final class WholeNumber implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return wholeNumber(text);
    }
  }

  private static final class WholeLong implements CommandLine.ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return wholeLong(text);
    }
  }

  private static final class Day implements CommandLine.ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      Parsed<LocalDate> day = Quantity.date(text);
      if (day.isBad()) {
        throw new CommandLine.TypeConversionException(day.reason() + "; " + day.advice());
      }
      return day.value();
    }
  }

  private static final class UsageErrors implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
      return usageError(e);
    }
  }

  private record Failures(Main main) implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception e, CommandLine failed, CommandLine.ParseResult parsed) {
      return failure(failed, e, main.debug);
    }
  }

  /** The version that the jar's manifest states. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"salestwin " + version()};
    }
  }
}

package io.salestwin.cli;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.ImportProblem;
import io.salestwin.calibration.backtest.Backtest;
import io.salestwin.calibration.backtest.BacktestPlan;
import io.salestwin.calibration.backtest.CalibratedMember;
import io.salestwin.calibration.fidelity.Fidelity;
import io.salestwin.report.BacktestReport;
import io.salestwin.report.FidelityReport;
import io.salestwin.run.Runner;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good would our forecasts have been? */
@Command(
    name = "backtest",
    description =
        "Goes back to past days of a CRM's export, forecasts with what was known then, and tells how"
            + " near it came: beside simple rules, and beside the noise that nobody can avoid.",
    sortOptions = false)
final class BacktestCommand implements Callable<Integer> {

  private static final Pattern LENGTH =
      Pattern.compile("(\\d{1,3}) ?(day|week|month|quarter)s?", Pattern.CASE_INSENSITIVE);

  @Mixin private ExportOptions export;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day of the first window (default: when the record allows).")
  private String from;

  @Option(
      names = "--horizon",
      paramLabel = "LENGTH",
      description = "How far ahead: \"1 month\", \"28 days\", \"1 quarter\".")
  private String horizon;

  @Option(
      names = "--every",
      paramLabel = "LENGTH",
      description = "From one window's begin to the next one's (default: the horizon).")
  private String every;

  @Option(
      names = "--windows",
      paramLabel = "NUMBER",
      description = "How many windows at most (default 12).")
  private Integer windows;

  @Mixin private HolidaysOption holidays;

  @Option(
      names = "--draws",
      paramLabel = "NUMBER",
      description = "Futures in each window, 200 to 100000 (default 2000).")
  private Integer draws;

  @Option(
      names = "--full",
      paramLabel = "NUMBER",
      description =
          "Also calibrate the whole scenario at each window's begin and play it so often, 20 to"
              + " 10000; takes as long as calibrate for each window.")
  private Integer full;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "With --full: threads (default: all cores); never changes a result.")
  private Integer threads;

  @Option(
      names = "--fidelity",
      description =
          "Instead: learn a scenario from the first half of the record, play the second, and measure"
              + " how far the simulated log is from the observed one.")
  private boolean fidelity;

  @Option(
      names = "--plays",
      paramLabel = "NUMBER",
      description = "With --fidelity: how often the second half is played, 1 to 100 (default 10).")
  private Integer plays;

  @Mixin private PageOptions page;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (fidelity) {
      return fidelity(err);
    } else if (plays != null) {
      throw new BadInput("--plays goes with --fidelity");
    }
    Runner runner = Runner.local(ScreenOptions.threads(threads));
    if (full != null && (full < 20 || full > 10_000)) {
      throw new BadInput("--full " + full + ": give a number from 20 to 10000");
    }
    CrmImport read = export.read(err);
    Optional<CalibratedMember> scenario =
        Optional.ofNullable(full)
            .map(plays -> new CalibratedMember(read.priceCents(), plays, runner));
    BacktestReport report =
        new BacktestReport(export.name(), backtest(read.history(), scenario, err));
    PrintWriter out = spec.commandLine().getOut();
    out.print(export.json() ? report.json() : report.text(Screen.style()));
    out.flush();
    page.write(report.html(), report.csv());
    return Exit.FINE;
  }

  private Integer fidelity(PrintWriter err) {
    for (String other :
        List.of("--from", "--horizon", "--every", "--windows", "--draws", "--full", "--csv")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
        throw new BadInput(other + " does not go with --fidelity, which halves the record");
      }
    }
    int times = plays == null ? 10 : plays;
    if (times < 1 || times > 100) {
      throw new BadInput("--plays " + times + ": give a number from 1 to 100");
    }
    CrmImport read = export.read(err);
    try {
      FidelityReport report =
          new FidelityReport(
              export.name(),
              Fidelity.of(
                  read.history(),
                  read.priceCents(),
                  times,
                  page.seed(),
                  done -> export.say(err, done)));
      PrintWriter out = spec.commandLine().getOut();
      out.print(export.json() ? report.json() : report.text(Screen.style()));
      out.flush();
      page.write(report.html());
      return Exit.FINE;
    } catch (IllegalArgumentException | ImportProblem e) {
      throw new BadInput(export.path() + ": " + e.getMessage(), e);
    }
  }

  private Backtest backtest(
      CrmHistory history, Optional<CalibratedMember> scenario, PrintWriter err) {
    BacktestPlan usual = BacktestPlan.usual(history, page.seed());
    Period length = horizon == null ? usual.horizon() : length("--horizon", horizon);
    Period step =
        every != null ? length("--every", every) : horizon == null ? usual.every() : length;
    int most = windows == null ? usual.windows() : windows;
    int futures = draws == null ? usual.draws() : draws;
    if (most < 1 || most > 400) {
      throw new BadInput("--windows " + most + ": give a number from 1 to 400");
    }
    if (futures < 200 || futures > 100_000) {
      throw new BadInput("--draws " + futures + ": give a number from 200 to 100000");
    }
    try {
      LocalDate first = from == null ? usual.first() : LocalDate.parse(from);
      return Backtest.of(
          history,
          new BacktestPlan(first, step, length, most, futures, page.seed(), holidays.known()),
          scenario,
          done -> export.say(err, done));
    } catch (DateTimeParseException e) {
      throw new BadInput("--from " + from + ": give a date such as 2017-07-01", e);
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(export.path() + ": --full: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new BadInput(e.getMessage() + "; give an earlier --from or a shorter --horizon", e);
    }
  }

  private static Period length(String option, String text) {
    Matcher length = LENGTH.matcher(text.trim());
    int n = length.matches() ? Integer.parseInt(length.group(1)) : 0;
    if (n == 0) {
      throw new BadInput(
          option + " " + text + ": give a length such as \"28 days\" or \"1 quarter\"");
    }
    return switch (length.group(2).toLowerCase(Locale.ROOT)) {
      case "day" -> Period.ofDays(n);
      case "week" -> Period.ofWeeks(n);
      case "month" -> Period.ofMonths(n);
      default -> Period.ofMonths(3 * n);
    };
  }
}

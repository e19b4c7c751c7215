package io.salestwin.cli;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.backtest.Backtest;
import io.salestwin.calibration.backtest.BacktestPlan;
import io.salestwin.calibration.backtest.CalibratedMember;
import io.salestwin.calibration.backtest.Holidays;
import io.salestwin.calibration.fidelity.Fidelity;
import io.salestwin.report.Answer;
import io.salestwin.report.BacktestReport;
import io.salestwin.report.FidelityReport;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
final class BacktestCommand implements Callable<Integer>, QuestionCommand {

  private static final Pattern LENGTH =
      Pattern.compile("(\\d{1,3}) ?(day|week|month|quarter)s?", Pattern.CASE_INSENSITIVE);

  private static final Set<String> BESIDE_FIDELITY =
      Set.of("--from", "--horizon", "--every", "--windows", "--draws", "--full");

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

  @Mixin private SeedOption seed;
  @Mixin private CopyOptions copy;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    copy.require(export);
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    if (fidelity) {
      return fidelity(inquiry);
    } else if (plays != null) {
      throw new BadInput("--plays goes with --fidelity");
    }
    LocalDate first = from == null ? null : ExportOptions.day("--from", from);
    Optional<Period> asked = Optional.ofNullable(horizon).map(text -> length("--horizon", text));
    Optional<Period> between = Optional.ofNullable(every).map(text -> length("--every", text));
    Holidays known = holidays.known();
    int times = full == null ? 0 : NumberOption.within("--full", full, 20, 10_000);
    CrmImport read = export.read(inquiry);
    CrmHistory history = read.history();
    BacktestPlan usual = BacktestPlan.usual(history, seed.seed());
    BacktestPlan plan =
        new BacktestPlan(
            first == null ? usual.first() : first,
            between.orElse(asked.orElse(usual.every())),
            asked.orElse(usual.horizon()),
            NumberOption.within("--windows", windows == null ? usual.windows() : windows, 1, 400),
            NumberOption.within("--draws", draws == null ? usual.draws() : draws, 200, 100_000),
            seed.seed(),
            known);
    Backtest backtest =
        export.ask(
            () ->
                times == 0
                    ? Backtest.of(history, plan, inquiry::say)
                    : withScenario(read, plan, times, inquiry));
    return new BacktestReport(export.name(inquiry), backtest);
  }

  private static Backtest withScenario(
      CrmImport read, BacktestPlan plan, int plays, Inquiry inquiry) {
    return inquiry.play(
        (runner, line) ->
            Backtest.of(
                read.history(),
                plan,
                Optional.of(new CalibratedMember(read.priceCents(), plays, runner)),
                inquiry::say));
  }

  private Answer fidelity(Inquiry inquiry) {
    for (String word : inquiry.arguments()) {
      if (BESIDE_FIDELITY.contains(word.replaceFirst("=.*", ""))) {
        throw besideFidelity(word.replaceFirst("=.*", ""));
      }
    }
    if (copy.wantsRows()) {
      throw besideFidelity("--csv");
    }
    int times = NumberOption.within("--plays", plays == null ? 10 : plays, 1, 100);
    CrmImport read = export.read(inquiry);
    Fidelity found =
        export.ask(
            () -> Fidelity.of(read.history(), read.priceCents(), times, seed.seed(), inquiry::say));
    return new FidelityReport(export.name(inquiry), found);
  }

  private static BadInput besideFidelity(String option) {
    return new BadInput(option + " does not go with --fidelity, which halves the record");
  }

  @Override
  public List<String> copies(Answer answer) {
    copy.write(answer, BacktestReport.ROWS);
    return List.of();
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

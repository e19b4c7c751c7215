package io.salestwin.cli;

import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.pipeline.ChanceRule;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.PipelinePlan;
import io.salestwin.calibration.pipeline.PipelinePlan.Cuts;
import io.salestwin.document.Json;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.report.Answer;
import io.salestwin.report.PipelineReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What will today's open deals bring, and what is wrong with them? */
@Command(
    name = "pipeline",
    description =
        "Reads a CRM's export and tells what its open deals will bring in the rest of the period, with"
            + " the odds of the target; what became of chances given in the past; what is not in"
            + " order; and what happened to the pipeline since an earlier evening.",
    sortOptions = false)
final class PipelineCommand implements Callable<Integer>, QuestionCommand {

  private static final int USUAL_REPLICATIONS = 1000;

  @Mixin private ExportOptions export;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Look at the evening of this day (default: the export's last day).")
  private String asOf;

  @Option(
      names = "--target",
      paramLabel = "AMOUNT",
      description =
          "What the period must bring, 2.4M; deals where the export has no amounts (default: what the"
              + " last period brought).")
  private String target;

  @Option(
      names = "--next-target",
      paramLabel = "AMOUNT",
      description = "The same for the period after (default: the target).")
  private String nextTarget;

  @Option(
      names = "--chances",
      paramLabel = "RULE",
      defaultValue = "learned",
      description =
          "How chances of deals are told: learned from the history (default), formula (won share of"
              + " the stage x decay past the expected close x the rep's record), or stages (one"
              + " fixed chance for each).")
  private String chances;

  @Option(
      names = "--stage-chance",
      paramLabel = "STAGE=PERCENT",
      description = "The chance of a stage, with --chances stages; may be repeated.")
  private List<String> stageChances = new ArrayList<>();

  @Mixin private HolidaysOption holidays;

  @Option(
      names = "--categories",
      paramLabel = "COMMIT,BEST,PIPELINE",
      defaultValue = "90%,60%,20%",
      description = "Least chances of the categories (default ${DEFAULT-VALUE}).")
  private String categories;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "The evening from which the waterfall starts (default: that before the period).")
  private String since;

  @Option(
      names = "--before",
      paramLabel = "EXPORT",
      description = "An earlier export of the same CRM, for the waterfall, instead of --since.")
  private String before;

  @Option(
      names = "--require",
      paramLabel = "RULE",
      description =
          "A threshold, such as \"p_hit(2018-Q1) >= 80%%\"; exit code 3 when it is missed. May be"
              + " repeated.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      defaultValue = "" + USUAL_REPLICATIONS,
      description = "How many futures are played (default ${DEFAULT-VALUE}).")
  private int replications;

  @Option(
      names = "--set",
      paramLabel = "LEVER=VALUE",
      description = "Vary the scenario that is learned and played; may be repeated.")
  private List<String> sets = new ArrayList<>();

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
    PipelinePlan plan = plan(export.name(inquiry));
    Optional<LocalDate> evening = day("--as-of", asOf);
    CrmImport read = export.read(inquiry);
    Optional<CrmImport> earlier =
        Optional.ofNullable(before).map(file -> export.read(file, inquiry));
    return new PipelineReport(
        export.ask(
            () ->
                inquiry.play(
                    (runner, line) ->
                        Pipeline.of(read, evening, earlier, plan, runner, line, inquiry::say))));
  }

  @Override
  public List<String> copies(Answer answer) {
    copy.write(answer, PipelineReport.ROWS);
    return List.of();
  }

  private PipelinePlan plan(String name) {
    NumberOption.replications("--replications", replications, 2, "");
    Map<String, Double> byStage = new LinkedHashMap<>(PipelinePlan.USUAL_STAGES);
    stageChances.forEach(text -> put(byStage, text));
    List<String> all = new ArrayList<>(sets);
    if (!rules.isEmpty()) {
      all.add("thresholds=" + Json.compact(rules));
    }
    return new PipelinePlan(
        name,
        ChanceRule.of(chances)
            .orElseThrow(
                () -> new BadInput("--chances " + chances + ": give learned, formula or stages")),
        byStage,
        holidays.known(),
        cuts(),
        amount("--target", target),
        amount("--next-target", nextTarget),
        day("--since", since),
        RunOptions.overrides(all),
        replications,
        seed.seed());
  }

  private static void put(Map<String, Double> byStage, String text) {
    int at = text.lastIndexOf('=');
    Parsed<Double> chance = Quantity.probability(at < 0 ? "" : text.substring(at + 1).strip());
    if (at <= 0 || chance.isBad()) {
      throw new BadInput("--stage-chance " + text + ": give STAGE=PERCENT, such as Proposal=70%");
    }
    byStage.put(text.substring(0, at).strip(), chance.value());
  }

  private Cuts cuts() {
    String[] parts = categories.split(",", -1);
    double[] cuts = new double[3];
    for (int i = 0; i < 3; i++) {
      Parsed<Double> cut = Quantity.probability(i < parts.length ? parts[i].strip() : "");
      cuts[i] = parts.length != 3 || cut.isBad() ? Double.NaN : cut.value();
    }
    try {
      return new Cuts(cuts[0], cuts[1], cuts[2]);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "--categories " + categories + ": give three falling percentages, such as 90%,60%,20%",
          e);
    }
  }

  private static Optional<LocalDate> day(String option, String text) {
    return Optional.ofNullable(text).map(written -> ExportOptions.day(option, written));
  }

  private static OptionalDouble amount(String option, String text) {
    if (text == null) {
      return OptionalDouble.empty();
    }
    Parsed<Double> amount = Quantity.money(text).map(m -> m.cents() / 100.0);
    if (amount.isBad() || !(amount.value() > 0)) {
      throw new BadInput(option + " " + text + ": give an amount above 0, such as 2.4M");
    }
    return OptionalDouble.of(amount.value());
  }
}

package io.salestwin.cli;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.territory.DivisionRules;
import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.PlayedDivision;
import io.salestwin.planning.territory.TerritoryFiles;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.report.Answer;
import io.salestwin.report.TerritoryReport;
import io.salestwin.run.PairedRuns;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.scenario.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who should own which account? */
@Command(
    name = "territories",
    description = {
      "Divides accounts among territories so that potential and work are even, each territory works"
          + " within a band of its capacity, and as little as possible moves.",
    },
    sortOptions = false)
final class TerritoriesCommand implements Callable<Integer>, QuestionCommand {

  private static final int USUAL_REPLICATIONS = 500;

  @Parameters(
      paramLabel = "ACCOUNTS",
      description = {
        "The accounts, CSV: id and potential; if known name, firmographic, technographic, intent and"
            + " relationship (0 to 25 each), hours, region, industry, owner or territory, locked,"
            + " inFlight.",
      })
  private String accounts;

  @Option(
      names = "--reps",
      paramLabel = "FILE",
      description = {
        "The reps, CSV: name and hours; if known territory, region, industry. Without it the reps of"
            + " the scenario.",
      })
  private String reps;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A scenario: the division of today and the planned one are played in it.")
  private String scenario;

  @Mixin private TerritoryOptions options;

  @Option(
      names = "--role",
      paramLabel = "NAME",
      defaultValue = "",
      description = {
        "The scenario's role whose reps are divided (default: the first that carries a quota).",
      })
  private String role;

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      description = "How often each division is played, at least 4 (default 500).")
  private Integer replications;

  @Mixin private ChanceOptions chance;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    requireSense();
    DivisionRules rules = options.rules();
    List<PlanRule> wanted = options.wanted(scenario != null);
    Optional<Inputs> inputs =
        scenario == null
            ? Optional.empty()
            : Optional.of(inquiry.scenario(scenario, chance.sets()));
    Optional<Role> divided = inputs.map(this::role);
    TerritoryFiles files = files(inquiry, inputs, divided);
    SearchLine line = new SearchLine(spec.commandLine().getErr(), show.quiet());
    TerritoryPlan plan = TerritoryPlan.of(files, rules, chance.seed(), line::reached);
    Optional<Fairness> fairness =
        inputs.map(found -> fairness(inquiry, found, plan, divided.orElseThrow()));
    return new TerritoryReport(
        fileName(accounts),
        plan,
        fairness,
        wanted.stream().map(rule -> rule.judge(plan, fairness)).toList(),
        inputs.map(found -> found.scenario().currency()).orElse(""),
        inquiry.warnings(),
        inquiry.provenance(chance.seed()));
  }

  private void requireSense() {
    if (reps == null && scenario == null) {
      throw new BadInput(
          "territories needs the reps: --reps reps.csv, or --scenario for those of a scenario");
    }
    if (scenario == null && (replications != null || !chance.sets().isEmpty())) {
      throw new BadInput("--replications and --set belong to a scenario; give --scenario");
    }
    if (replications != null && (replications < 4 || replications > Replay.MOST_REPLICATIONS)) {
      throw new BadInput(
          "--replications " + replications + ": give a number of 4 or more; 500 is usual");
    }
  }

  private Role role(Inputs inputs) {
    return PlayedDivision.role(inputs.scenario(), role)
        .orElseThrow(
            () ->
                new BadInput(
                    "--role "
                        + role
                        + ": the scenario has no such role; there are "
                        + String.join(
                            ", ", inputs.scenario().roles().stream().map(Role::name).toList())));
  }

  private TerritoryFiles files(Inquiry inquiry, Optional<Inputs> inputs, Optional<Role> divided) {
    Csv table = csv(inquiry, accounts);
    TerritoryFiles files =
        reps != null
            ? TerritoryFiles.of(table, csv(inquiry, reps), options.columns())
            : TerritoryFiles.of(
                table,
                PlayedDivision.patches(inputs.orElseThrow().scenario(), divided.orElseThrow()),
                options.columns());
    List<Problem> wrong = new ArrayList<>(files.problems());
    if (!options.leaveOut()) {
      wrong.addAll(files.badRows());
    }
    if (!wrong.isEmpty()) {
      String all = Inputs.together(wrong.stream().map(Problem::toString).toList());
      boolean rowsOnly = files.problems().isEmpty();
      throw new BadInput(
          all
              + (rowsOnly
                  ? "\nCorrect the rows, or add --leave-out-bad-rows to go on without."
                  : ""));
    }
    return files;
  }

  private static Csv csv(Inquiry inquiry, String file) {
    return Csv.parse(inquiry.shelf().text(file), fileName(file), Csv.Limits.DEFAULT);
  }

  private static String fileName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private Fairness fairness(Inquiry inquiry, Inputs inputs, TerritoryPlan plan, Role divided) {
    RunResult before = play(inquiry, inputs, plan, divided, false);
    RunResult after = play(inquiry, inputs, plan, divided, true);
    return Fairness.of(new PairedRuns(before, after), plan, divided);
  }

  private RunResult play(
      Inquiry inquiry, Inputs inputs, TerritoryPlan plan, Role divided, boolean planned) {
    List<String> sets = new ArrayList<>(chance.sets());
    sets.addAll(PlayedDivision.overrides(plan, planned, inputs.scenario(), divided));
    Inputs varied = inquiry.shelf().scenario(scenario, sets);
    int number = replications == null ? USUAL_REPLICATIONS : replications;
    RunPlan asked =
        new RunPlan(
            varied.scenario(), chance.seed(), number, chance.antithetic(), Optional.empty());
    KpiLayout layout = varied.columns();
    RunResult rows = inquiry.play((runner, line) -> runner.run(asked, layout, line));
    if (rows.replications() < 4) {
      throw new BadInput("stopped before four replications were done: there is no answer yet");
    }
    return rows;
  }
}

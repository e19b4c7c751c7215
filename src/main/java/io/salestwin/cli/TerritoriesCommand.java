package io.salestwin.cli;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.planning.Effort;
import io.salestwin.planning.territory.DivisionRules;
import io.salestwin.planning.territory.Fairness;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.PlayedDivision;
import io.salestwin.planning.territory.TerritoryFiles;
import io.salestwin.planning.territory.TerritoryPlan;
import io.salestwin.report.Answer;
import io.salestwin.report.TerritoryReport;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
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

  @Parameters(
      paramLabel = "ACCOUNTS",
      description = {
        "The accounts, CSV: id and potential; if known name, firmographic, technographic, intent and"
            + " relationship (0 to 25 each), hours, region, industry, latitude, longitude, owner or"
            + " territory, locked, inFlight.",
      })
  private String accounts;

  @Option(
      names = "--reps",
      paramLabel = "FILE",
      description = {
        "The reps, CSV: name and hours; if known territory, region, industry, latitude, longitude."
            + " Without it the reps of the scenario.",
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

  @Mixin private PlanningOptions run;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    requireSense();
    Effort effort = run.effort();
    DivisionRules rules = options.rules();
    List<PlanRule> wanted = options.wanted(scenario != null);
    Optional<Inputs> inputs =
        scenario == null ? Optional.empty() : Optional.of(inquiry.scenario(scenario, run.sets()));
    Optional<Role> divided = inputs.map(this::role);
    TerritoryFiles files = files(inquiry, inputs, divided);
    TerritoryPlan plan =
        inquiry.search(search -> TerritoryPlan.of(files, rules, run.seed(), search));
    Optional<Fairness> fairness =
        inputs
            .filter(found -> !plan.isCutShort())
            .map(found -> fairness(inquiry, found, plan, divided.orElseThrow(), effort));
    return new TerritoryReport(
        fileName(accounts),
        plan,
        fairness,
        wanted.stream().map(rule -> rule.judge(plan, fairness)).toList(),
        inputs.map(found -> found.scenario().currency()).orElse(""),
        inquiry.warnings(),
        inquiry.provenance(run.seed()));
  }

  private void requireSense() {
    if (reps == null && scenario == null) {
      throw new BadInput(
          "territories needs the reps: --reps reps.csv, or --scenario for those of a scenario");
    }
    if (scenario == null && run.saysWhatIsPlayed()) {
      throw new BadInput(
          "--replications, --precision, --antithetic and --set belong to a scenario; give"
              + " --scenario");
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

  private Fairness fairness(
      Inquiry inquiry, Inputs inputs, TerritoryPlan plan, Role divided, Effort effort) {
    Fairness.Question question =
        new Fairness.Question(
            plan,
            divided,
            varied(inquiry, inputs, plan, divided, false),
            varied(inquiry, inputs, plan, divided, true),
            run.seed(),
            run.antithetic(),
            effort);
    return inquiry.play((runner, line) -> Fairness.of(question, runner, line));
  }

  private Scenario varied(
      Inquiry inquiry, Inputs inputs, TerritoryPlan plan, Role divided, boolean planned) {
    List<String> sets = new ArrayList<>(run.sets());
    sets.addAll(PlayedDivision.overrides(plan, planned, inputs.scenario(), divided));
    return inquiry.shelf().scenario(scenario, sets).scenario();
  }
}

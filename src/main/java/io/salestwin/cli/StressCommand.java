package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.planning.Effort;
import io.salestwin.planning.StressPlan;
import io.salestwin.planning.StressPlan.Axis;
import io.salestwin.planning.StressPlan.Part;
import io.salestwin.planning.StressPlan.Rule;
import io.salestwin.planning.StressTest;
import io.salestwin.report.Answer;
import io.salestwin.report.StressReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What breaks the plan? */
@Command(
    name = "stress",
    description = {
      "Moves levers, lets shocks strike and takes away what much hangs on, all with the same luck,"
          + " and tells what breaks the target and how far it must go.",
    },
    sortOptions = false)
final class StressCommand implements Callable<Integer>, QuestionCommand {

  /** Replications of each point where nothing is said: the odds are known to six points. */
  private static final int USUAL_REPLICATIONS = 256;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private String scenario;

  @Option(
      names = "--target",
      paramLabel = "PERIOD",
      description = {
        "The period whose target is stressed, or horizon (default: the whole horizon if each of its"
            + " periods has a target, else the first that has one).",
      })
  private String target = "";

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "Only these parts: tornado, shocks, reverse, without, coverage or none.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--lever",
      paramLabel = "LEVER",
      description = {
        "A lever to move; all for every number of the file (default: the uncertain ones or, without"
            + " any, those that a plan is usually about). May be repeated.",
      })
  private List<String> levers = new ArrayList<>();

  @Option(
      names = "--swing",
      paramLabel = "PERCENT",
      description = {
        "Move each lever by this much to both sides (default: uncertain ones from their 10%% to"
            + " their 90%% quantile, others by 10%%).",
      })
  private String swing;

  @Option(
      names = "--grid",
      paramLabel = "LEVER=FROM..TO[/NUMBER]",
      arity = "1..2",
      description = "The two levers of a map of the odds, such as roles.AE.headcount=8..14.")
  private List<String> grid = new ArrayList<>();

  @Option(
      names = "--shock",
      paramLabel = "NAME",
      description = {
        "A shock that strikes, of the library (default: all of them); the scenario's own strike"
            + " always. May be repeated.",
      })
  private List<String> shocks = new ArrayList<>();

  @Option(
      names = "--strike",
      paramLabel = "DATE",
      description = "The day on which shocks strike (default: the first day of the period).")
  private String strike;

  @Option(
      names = "--break",
      paramLabel = "LEVER",
      description = {
        "A lever whose breaking point is sought (default: the two that matter most, and the"
            + " steepest way of all that matter). May be repeated.",
      })
  private List<String> breaks = new ArrayList<>();

  @Option(
      names = "--under",
      paramLabel = "PERCENT",
      defaultValue = "50%",
      description = "The odds under which the plan is broken (default ${DEFAULT-VALUE}).")
  private String under;

  @Option(
      names = "--along",
      paramLabel = "LEVER=CHANGE",
      description = {
        "A change that is taken as one step, such as roles.AE.hoursPerWeek=x0.95; several are"
            + " taken together, as one direction. May be repeated.",
      })
  private List<String> along = new ArrayList<>();

  @Option(
      names = "--threshold",
      paramLabel = "RULE",
      description = {
        "A rule that must hold beside those of the scenario, such as \"p_hit(2027-Q1) under budget"
            + " freeze >= 0.6\". May be repeated.",
      })
  private List<String> thresholds = new ArrayList<>();

  @Mixin private PlanningOptions run;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    StressPlan plan = plan();
    Inputs inputs = inquiry.scenario(scenario, run.sets());
    StressTest test =
        inquiry.play(
            (runner, line) -> StressTest.of(plan, inputs.recipe(run.sets()), runner, line));
    return new StressReport(test, inquiry.warnings(), inquiry.provenance(run.seed()));
  }

  private StressPlan plan() {
    Effort effort = run.effort();
    boolean usual = effort.rule() == Effort.Rule.DECIDED;
    boolean precise = effort.rule() == Effort.Rule.PRECISE;
    List<Axis> axes = each("--grid", grid, Axis::parse);
    if (!axes.isEmpty() && axes.size() != 2) {
      throw new BadInput(
          "--grid: give two levers, such as --grid roles.AE.headcount=8..14 LEVER=…");
    }
    return new StressPlan(
        target,
        parts(),
        levers,
        swing == null ? OptionalDouble.empty() : OptionalDouble.of(share("--swing", swing)),
        axes,
        shocks,
        strike == null ? Optional.empty() : Optional.of(one("--strike", strike, Quantity::date)),
        breaks,
        share("--under", under),
        each("--along", along, StressCommand::change),
        each("--threshold", thresholds, Rule::parse),
        run.seed(),
        run.antithetic(),
        usual ? USUAL_REPLICATIONS : effort.most(),
        precise ? effort.tight() : OptionalDouble.empty());
  }

  private Set<Part> parts() {
    if (only.isEmpty()) {
      return Set.of(Part.values());
    }
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : only) {
      if (!name.strip().equalsIgnoreCase("none")) {
        parts.add(one("--only", name.strip(), StressCommand::part));
      }
    }
    return parts;
  }

  private static Parsed<Part> part(String name) {
    for (Part part : Part.values()) {
      if (part.name().equalsIgnoreCase(name)) {
        return Parsed.of(part);
      }
    }
    return Parsed.bad(
        "there is no part \"" + name + "\"",
        "write tornado, shocks, reverse, without, coverage or none");
  }

  private static Parsed<Axis> change(String text) {
    int at = text.indexOf('=');
    return at < 1 || at == text.length() - 1
        ? Parsed.bad("\"" + text + "\" is no change", "write such as roles.AE.hoursPerWeek=x0.95")
        : Parsed.of(new Axis(text.substring(0, at), List.of(text.substring(at + 1))));
  }

  private static double share(String option, String text) {
    double share = one(option, text, Quantity::probability);
    if (!(share > 0 && share < 1)) {
      throw new BadInput(option + " " + text + ": give a percentage above 0 and below 100");
    }
    return share;
  }

  private static <T> List<T> each(
      String option, List<String> texts, Function<String, Parsed<T>> read) {
    return texts.stream().map(text -> one(option, text, read)).toList();
  }

  private static <T> T one(String option, String text, Function<String, Parsed<T>> read) {
    Parsed<T> parsed = read.apply(text);
    if (parsed.isBad()) {
      throw new BadInput(option + " " + text + ": " + parsed.reason() + "; " + parsed.advice());
    }
    return parsed.value();
  }
}

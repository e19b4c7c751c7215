package io.salestwin.cli;

import io.salestwin.planning.Alternative;
import io.salestwin.planning.Comparison;
import io.salestwin.planning.Comparison.Question;
import io.salestwin.planning.Goal;
import io.salestwin.report.Answer;
import io.salestwin.report.ComparisonReport;
import io.salestwin.scenario.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which is better, by how much, and what brings it? */
@Command(
    name = "compare",
    description = {
      "Plays scenarios, or changes of one scenario, with the same luck and tells which is better,"
          + " by how much and what brings it.",
    },
    sortOptions = false)
final class CompareCommand implements Callable<Integer>, QuestionCommand {

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = {
        "The scenarios' files, YAML or JSON; the first is the base. With one file, --set or"
            + " --variant say what it is compared with.",
      })
  private List<String> scenarios;

  @Option(
      names = "--variant",
      paramLabel = "[NAME: ]LEVER=VALUE[; ...]",
      description = {
        "One more alternative: the first scenario with these changes, such as"
            + " \"two more: roles.AE.headcount=+2; stages.Discovery.advance=+3pp\". May be"
            + " repeated.",
      })
  private List<String> variants = new ArrayList<>();

  @Mixin private GoalOption goal;
  @Mixin private PlanningOptions run;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    List<Alternative> alternatives = alternatives(inquiry);
    Inputs base = inquiry.scenario(scenarios.get(0), common());
    Goal decides = goal.of(base);
    Question question =
        new Question(alternatives, decides, run.seed(), run.antithetic(), run.effort());
    for (Alternative alternative : alternatives) {
      GoalOption.require(decides, alternative.name(), alternative.recipe().scenario());
    }
    Comparison comparison = inquiry.play((runner, line) -> Comparison.of(question, runner, line));
    return new ComparisonReport(comparison, inquiry.warnings(), inquiry.provenance(run.seed()));
  }

  /** With one file and no variant, --set is what it is compared with; else it holds for all. */
  private boolean setIsTheVariant() {
    return scenarios.size() == 1 && variants.isEmpty();
  }

  private List<String> common() {
    return setIsTheVariant() ? List.of() : run.sets();
  }

  private List<Alternative> alternatives(Inquiry inquiry) {
    List<Alternative> all = new ArrayList<>();
    for (String file : scenarios) {
      Inputs inputs = inquiry.scenario(file, common());
      all.add(new Alternative(inputs.name(), inputs.recipe(common())));
    }
    Recipe base = all.get(0).recipe();
    if (setIsTheVariant()) {
      if (run.sets().isEmpty()) {
        throw new BadInput(
            "compare needs something to compare with: another scenario, --set or --variant");
      }
      all.add(varied(inquiry, base, String.join("; ", run.sets()), run.sets()));
    }
    for (String text : variants) {
      Variant variant = Variant.parse(text);
      all.add(varied(inquiry, base, variant.name(), variant.sets()));
    }
    requireNames(all);
    return all;
  }

  private Alternative varied(Inquiry inquiry, Recipe base, String name, List<String> sets) {
    List<String> together = new ArrayList<>(common());
    together.addAll(sets);
    inquiry.scenario(scenarios.get(0), together);
    return new Alternative(name, base.with(RunOptions.overrides(sets)));
  }

  private static void requireNames(List<Alternative> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (all.get(i).name().equals(all.get(j).name())) {
          all.set(
              i, new Alternative(all.get(i).name() + " (" + (i + 1) + ")", all.get(i).recipe()));
        }
      }
    }
  }
}

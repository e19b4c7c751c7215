package io.salestwin.cli;

import io.salestwin.document.Problem;
import io.salestwin.planning.Goal;
import io.salestwin.planning.InitiativeReview;
import io.salestwin.planning.InitiativeReview.Question;
import io.salestwin.planning.Initiatives;
import io.salestwin.report.Answer;
import io.salestwin.report.InitiativeReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is worth doing? */
@Command(
    name = "roi",
    description = {
      "Plays what might be done, each alone and all together with the same luck, and tells what it"
          + " brings for what it costs, where it overlaps, and when it pays back.",
    },
    sortOptions = false)
final class RoiCommand implements Callable<Integer>, QuestionCommand {

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private String scenario;

  @Parameters(
      paramLabel = "INITIATIVES",
      description = {
        "The initiatives, YAML: for each its name with set, what it changes; and if known start,"
            + " once, yearly and saves, what it costs and saves, and claim, the bookings a year"
            + " that somebody expects of it.",
      })
  private String initiatives;

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
    Inputs inputs = inquiry.scenario(scenario, run.sets());
    Goal decides = goal.of(inputs);
    GoalOption.require(decides, inputs.name(), inputs.scenario());
    Question question =
        new Question(
            inputs.recipe(run.sets()),
            read(inquiry),
            decides,
            run.seed(),
            run.antithetic(),
            run.effort());
    InitiativeReview review =
        inquiry.play((runner, line) -> InitiativeReview.of(question, runner, line));
    return new InitiativeReport(review, inquiry.warnings(), inquiry.provenance(run.seed()));
  }

  private Initiatives read(Inquiry inquiry) {
    Initiatives read = Initiatives.read(inquiry.shelf().text(initiatives), initiatives);
    List<String> wrong =
        read.problems().stream().filter(Problem::isError).map(Problem::toString).toList();
    if (!wrong.isEmpty()) {
      throw new BadInput(Inputs.together(wrong));
    }
    return read;
  }
}

package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingQuestion;
import io.salestwin.planning.staffing.StaffingQuestion.Sampling;
import io.salestwin.report.Answer;
import io.salestwin.report.StaffingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is the cheapest staff that reaches the goal? */
@Command(
    name = "staff",
    description = {
      "Finds the cheapest head-counts and hiring dates that reach a goal with the odds that are asked"
          + " for, and tells what odds cost, what one more rep adds and what a month's delay costs.",
    },
    sortOptions = false)
final class StaffCommand implements Callable<Integer>, QuestionCommand {

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private String scenario;

  @Option(
      names = "--goal",
      required = true,
      paramLabel = "RULE",
      description = {
        "What a plan must reach: \"p_hit(2027-Q3) >= 0.9\", p_hit() for the whole horizon, or a"
            + " quantile of a KPI, \"p90(utilisation.AE) <= 85%%\".",
      })
  private String goal;

  @Option(
      names = "--vary",
      required = true,
      paramLabel = "LEVER=NUMBERS",
      description = {
        "What may be varied: roles.AE.headcount=8..20 (or +0..+4, counted from today),"
            + " roles.AE.hires.2027-03-01=0..4, roles.AE.hires.2027-03-01.west=0..2,"
            + " roles.AE.territories.west=3..6. Steps: 8..20/2; one by one: 8,10,14. May be"
            + " repeated; every combination is a plan.",
      })
  private List<String> varied = new ArrayList<>();

  @Option(
      names = "--confidence",
      paramLabel = "PERCENT",
      defaultValue = "95%",
      description = "How sure the choice must be (default ${DEFAULT-VALUE}).")
  private String confidence;

  @Option(
      names = "--precision",
      paramLabel = "PERCENT",
      defaultValue = "2%",
      description = {
        "How finely odds are told apart, in percentage points: odds within +/- PERCENT of the goal's"
            + " may be taken for either side of it (default ${DEFAULT-VALUE}).",
      })
  private String precision;

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      defaultValue = "" + Sampling.USUAL_REPLICATIONS,
      description = {
        "How often the plan that is found is played afterwards, and all that it is compared with"
            + " (default ${DEFAULT-VALUE}). The search itself takes as many as it needs.",
      })
  private int replications;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      defaultValue = "" + Sampling.USUAL_MOST,
      description = {
        "Most replications of one plan in the search (default ${DEFAULT-VALUE}); a plan that is not"
            + " decided by then is told.",
      })
  private int most;

  @Mixin private ChanceOptions chance;
  @Mixin private ShowOptions show;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return Inquiry.run(this, show, spec);
  }

  @Override
  public Answer answer(Inquiry inquiry) {
    Sampling sampling = sampling();
    Inputs inputs = inquiry.scenario(scenario, chance.sets());
    Parsed<StaffingQuestion> question =
        StaffingQuestion.of(inputs.recipe(chance.sets()), goal, varied, sampling);
    if (question.isBad()) {
      throw new BadInput(question.reason() + "; " + question.advice());
    }
    StaffingPlan answer = inquiry.play(question.value()::answer);
    return new StaffingReport(answer, inquiry.warnings(), inquiry.provenance(chance.seed()));
  }

  private Sampling sampling() {
    NumberOption.replications("--replications", replications, 4, "");
    NumberOption.replications("--most", most, 2, "");
    return new Sampling(
        share("--precision", precision),
        1 - share("--confidence", confidence),
        most,
        replications,
        chance.seed(),
        chance.antithetic());
  }

  private static double share(String option, String text) {
    Parsed<Double> share = Quantity.probability(text);
    if (share.isBad() || !(share.value() > 0 && share.value() < 1)) {
      throw new BadInput(
          option + " " + text + ": give a percentage above 0 and below 100, such as 2%");
    }
    return share.value();
  }
}

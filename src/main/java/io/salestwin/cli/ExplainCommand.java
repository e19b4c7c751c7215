package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.explain.Explanation;
import io.salestwin.explain.LeadStory;
import io.salestwin.explain.RepStory;
import io.salestwin.explain.Suggestions;
import io.salestwin.metrics.Trace;
import io.salestwin.report.StoryReport;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.ImpossibleScenarioException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why did it go as it went? */
@Command(
    name = "explain",
    description = {
      "Tells the story of one lead or one rep in one replication: what happened when, who waited for"
          + " whom, and every effect on the odds. Without --lead and --rep it names some who are"
          + " worth it.",
    },
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SCENARIO", description = "The scenario's file, YAML or JSON.")
  private Path scenario;

  @Option(
      names = "--replication",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Which replication, from 0 on (default ${DEFAULT-VALUE}).")
  private int replication;

  @Option(
      names = "--lead",
      paramLabel = "LEAD",
      description = {
        "A lead: its number in the order of arrival, from 1, or the id of a deal of the starting"
            + " pipeline.",
      })
  private String lead;

  @Option(names = "--rep", paramLabel = "NAME", description = "A rep, such as \"AE 3\".")
  private String rep;

  @Mixin private ChanceOptions chance;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    NumberOption.within("--replication", replication, 0, NumberOption.MOST_REPLICATIONS - 1);
    if (lead != null && rep != null) {
      throw new BadInput("--lead and --rep: one story at a time, please; leave one of them out");
    }
    Inputs inputs = Inputs.read(scenario, chance.sets());
    RunPlan plan = new RunPlan(inputs.scenario(), chance.seed(), replication + 1);
    Trace trace = trace(chance.antithetic() ? plan.mirrored() : plan);
    spec.commandLine().getOut().print(answer(trace));
    return Exit.FINE;
  }

  private Trace trace(RunPlan plan) {
    try {
      return new Tracer(plan).trace(replication);
    } catch (ImpossibleScenarioException e) {
      throw new BadInput(e.getMessage(), e);
    }
  }

  private String answer(Trace trace) {
    if (lead != null) {
      LeadStory story = found("--lead ", lead, Explanation.lead(trace, lead));
      return json ? StoryReport.json(story) : StoryReport.text(story, Screen.style());
    }
    if (rep != null) {
      RepStory story = found("--rep ", rep, Explanation.rep(trace, rep));
      return json ? StoryReport.json(story) : StoryReport.text(story, Screen.style());
    }
    Suggestions suggestions = Explanation.suggestions(trace);
    return json ? StoryReport.json(suggestions) : StoryReport.text(suggestions, Screen.style());
  }

  private static <T> T found(String option, String name, Parsed<T> story) {
    if (story instanceof Parsed.Bad<T> bad) {
      throw new BadInput(option + name + ": " + bad.reason() + "; " + bad.advice());
    }
    return story.value();
  }
}

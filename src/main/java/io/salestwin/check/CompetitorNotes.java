package io.salestwin.check;

import io.salestwin.random.Elementary;
import io.salestwin.scenario.Competitor;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Stage;
import java.util.ArrayList;
import java.util.List;

/** What competitors make of the chances that are stated. */
final class CompetitorNotes {

  private CompetitorNotes() {}

  static List<Warning> of(Scenario scenario, Expectation expected) {
    List<Warning> notes = new ArrayList<>();
    for (Competitor competitor : scenario.competitors()) {
      if (isLabel(competitor)) {
        notes.add(
            new Warning(
                "competitor-without-effect",
                Warning.path("competitors", competitor.name(), ".effects"),
                competitor.name() + " is met and moves nothing: its deals go as those of nobody",
                "give effects, such as effects: {" + last(scenario).name() + ": -0.4}, or lostTo"));
      }
    }
    for (int s = 0; s < scenario.stages().size(); s++) {
      Stage stage = scenario.stages().get(s);
      if (scenario.competitors().stream().anyMatch(c -> effect(c, stage) != 0)) {
        notes.add(stated(scenario, expected, s));
      }
    }
    return notes;
  }

  private static boolean isLabel(Competitor competitor) {
    return competitor.lostTo() == 0 && competitor.effects().values().stream().allMatch(x -> x == 0);
  }

  private static Stage last(Scenario scenario) {
    return scenario.stages().get(scenario.stages().size() - 1);
  }

  private static double effect(Competitor competitor, Stage stage) {
    return competitor.effects().getOrDefault(stage.name(), 0.0);
  }

  private static Warning stated(Scenario scenario, Expectation expected, int index) {
    Stage stage = scenario.stages().get(index);
    double nobody = expected.stages().get(index).stated();
    List<String> others = new ArrayList<>();
    for (Competitor competitor : scenario.competitors()) {
      double effect = effect(competitor, stage);
      if (effect != 0) {
        others.add(Say.percent(moved(nobody, effect)) + " against " + competitor.name());
      }
    }
    return new Warning(
        "competitor-odds",
        Warning.path("stages", stage.name(), ".advance"),
        "a stated chance is that of a lead that meets nobody: "
            + Say.percent(nobody)
            + ", "
            + String.join(", ", others)
            + ", "
            + Say.percent(overAll(scenario, expected, stage, nobody))
            + " over all leads that come",
        "if the chance was measured over all leads, state the one against nobody");
  }

  private static double overAll(
      Scenario scenario, Expectation expected, Stage stage, double nobody) {
    double sum = 0;
    double weights = 0;
    for (Kind kind : Kind.of(scenario)) {
      double weight = kind.share() * expected.sources().get(kind.source()).leads();
      double effect =
          kind.competitor() < 0 ? 0 : effect(scenario.competitors().get(kind.competitor()), stage);
      sum += weight * moved(nobody, effect);
      weights += weight;
    }
    return weights == 0 ? nobody : sum / weights;
  }

  private static double moved(double chance, double logOdds) {
    return logOdds == 0 ? chance : Elementary.logistic(Elementary.logit(chance) + logOdds);
  }
}

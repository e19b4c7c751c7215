package io.salestwin.cli;

import io.salestwin.forecast.Forecast;
import io.salestwin.run.Precision;
import io.salestwin.run.RunPlan;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run was asked for: all that a manifest must keep beside the scenario, as it decides the
 * rows and the files.
 *
 * @param sets overrides as written
 * @param seed the seed
 * @param replications how many; with a precision at most
 * @param precision what must be known how well, as written; empty for a fixed number
 * @param antithetic whether pairs are antithetic
 * @param eventLog of how many replications the events are written, if so many are done; 0 for none
 */
record RunRequest(
    List<String> sets,
    long seed,
    int replications,
    List<String> precision,
    boolean antithetic,
    int eventLog) {

  RunRequest {
    sets = List.copyOf(sets);
    precision = List.copyOf(precision);
  }

  /** The plan for a scenario; what is wrong with the precision is told before anything is run. */
  RunPlan plan(Scenario scenario) {
    return new RunPlan(scenario, seed, replications, antithetic, precision(scenario));
  }

  private Optional<Precision> precision(Scenario scenario) {
    if (precision.isEmpty()) {
      return Optional.empty();
    }
    List<Precision.Wish> wishes = new ArrayList<>();
    for (String text : precision) {
      wishes.add(
          Precision.Wish.parse(text)
              .orElseThrow(
                  () ->
                      new BadInput(
                          "--precision "
                              + text
                              + ": give a percentage above 0 and below 100, such as 1%, or of one"
                              + " figure, such as odds:2% or win_rate:1%")));
    }
    try {
      return Optional.of(Forecast.precision(scenario, wishes));
    } catch (IllegalArgumentException e) {
      throw new BadInput("--precision " + String.join(" ", precision) + ": " + e.getMessage(), e);
    }
  }

  /** The options that ask for the same answer again. */
  String options() {
    StringBuilder options = new StringBuilder(" --seed " + seed);
    options.append(" --replications ").append(replications);
    precision.forEach(text -> options.append(" --precision ").append(text));
    if (antithetic) {
      options.append(" --antithetic");
    }
    sets.forEach(set -> options.append(" --set ").append(set));
    return options.toString();
  }
}

package io.salestwin.run;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A scenario that is quickly played. */
public final class Small {

  /** As a file. */
  public static final String TEXT =
      """
      name: Small
      start: 2027-01-04
      horizon: 26 weeks
      begin: {warmUp: 60 days}
      targets: {2027-Q1: 100k}
      products: {core: {value: {lognormal: {mean: 9000, cv: 1}}}}
      sources: {inbound: {arrivals: {perMonth: 60, dispersion: 1.5}}}
      roles: {AE: {headcount: 3, skill: {sd: 0.3}, openLeads: 20}}
      stages:
        - {name: Talk, owner: AE, advance: 40%, work: [{effort: 2 hours}], delay: 5 days}
        - {name: Deal, owner: AE, advance: 50%, delay: {exponential: {mean: 9 days}}}
      uncertainty:
        sources.inbound.arrivals.perMonth: {uniform: {min: 5, max: 400}}
      """;

  private Small() {}

  /** With overrides. */
  public static Scenario with(String... sets) {
    List<LeverOverride> overrides =
        Stream.of(sets).map(set -> LeverOverride.parse(set).value()).toList();
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", TEXT)), overrides);
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems()));
  }
}

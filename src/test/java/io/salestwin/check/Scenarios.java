package io.salestwin.check;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;

/** Scenarios of these tests, small enough to reckon by hand. */
final class Scenarios {

  /**
   * One year of 365 days, day and night: 365.25 / 12 leads a month are one a day, so 365 / 12 times
   * 12 visits; 10 + 20 days; 100 reps.
   */
  static final String DAILY =
      """
      name: One a day
      currency: USD
      start: 2027-01-01
      horizon: 4 quarters
      opportunityFrom: Talk
      begin: {warmUp: 400 days}
      calendar: always
      products: {core: {value: 1000}}
      sources: {inbound: {arrivals: {perMonth: 30.4375}}}
      roles: {AE: {headcount: 10}}
      stages:
        - name: Talk
          owner: AE
          work: [{activity: call, effort: 2 hours}]
          delay: 10 days
          advance: 50%
        - {name: Deal, owner: AE, delay: 20 days, advance: 40%}
      """;

  private Scenarios() {}

  static Scenario read(String text, String... sets) {
    return read(Map.of("s.yaml", text), sets);
  }

  static Scenario read(Map<String, String> files, String... sets) {
    List<LeverOverride> overrides =
        List.of(sets).stream().map(set -> LeverOverride.parse(set).value()).toList();
    ScenarioFile file = ScenarioFile.read("s.yaml", Attachments.ofTexts(files), overrides);
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
  }

  static Scenario daily(String... sets) {
    return read(DAILY, sets);
  }

  /** The warnings of one rule. */
  static List<Warning> warnings(Scenario scenario, String rule) {
    return Check.warnings(scenario).stream().filter(w -> w.rule().equals(rule)).toList();
  }
}

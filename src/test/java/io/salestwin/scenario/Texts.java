package io.salestwin.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Scenarios of the tests. */
final class Texts {

  /** A whole scenario in few lines. */
  static final String SMALL =
      """
      name: Small
      start: 2027-01-01
      horizon: 4 quarters
      products: {core: {value: 24000}}
      sources: {inbound: {arrivals: {perMonth: 40}}}
      roles: {AE: {headcount: 3}}
      stages:
        - {name: Discovery, owner: AE, advance: 30%, work: [{effort: 2 hours}], delay: 5 days}
        - {name: Proposal, owner: AE, advance: 50%, delay: {exponential: {mean: 9 days}}}
      """;

  private Texts() {}

  /** A file of the tests. */
  static String resource(String name) {
    try (InputStream in = Texts.class.getResourceAsStream("/scenario/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every key of the format, with the files that it names. */
  static Map<String, String> full() {
    return Map.of(
        "full.yaml", resource("full.yaml"),
        "booked.csv", resource("booked.csv"),
        "open-deals.csv", resource("open-deals.csv"),
        "posterior.csv", resource("posterior.csv"));
  }

  static ScenarioFile read(String text, String... sets) {
    return read(Map.of("s.yaml", text), "s.yaml", sets);
  }

  static ScenarioFile read(Map<String, String> files, String name, String... sets) {
    List<LeverOverride> overrides =
        List.of(sets).stream().map(set -> LeverOverride.parse(set).value()).toList();
    return ScenarioFile.read(name, Attachments.ofTexts(files), overrides);
  }

  static List<String> messages(ScenarioFile file) {
    return file.problems().stream().map(Object::toString).toList();
  }
}

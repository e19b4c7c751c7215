package io.salestwin.calibration;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ScenarioFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario learned from a history, with how each of its numbers was found. Deterministic: the
 * same history gives the same text.
 *
 * @param start the scenario's first day: the day after the last one that the history knows
 * @param scenario the scenario as YAML, its comments saying where each number comes from
 * @param openDealsFile what the scenario calls the file of open deals
 * @param openDeals that file: the deals open on the evening before the start, as CSV
 * @param diagnostics how each parameter was found, in the order of the scenario
 * @param curves observed against fitted
 * @param played the days over which the scenario was played; empty unless asked for, and where even
 *     four weeks have more than {@value #MOST_PLAYED} deals
 * @param replays the export beside what the scenario plays over these days; empty where none are
 * @param tests differences between reps and other groups, with their tests of homogeneity
 * @param unknown what the history cannot tell, and what was taken instead
 */
public record Calibration(
    LocalDate start,
    String scenario,
    String openDealsFile,
    String openDeals,
    List<Diagnostic> diagnostics,
    List<Diagnostic.Curve> curves,
    Optional<PlayedDays> played,
    List<Replay> replays,
    Map<String, Differences> tests,
    List<String> unknown) {

  /** Deals that are still played for {@link #replays}; of more, the last weeks. */
  public static final int MOST_PLAYED = 200_000;

  /** What messages call the scenario's text. */
  private static final String NAME = "scenario.yaml";

  /** Copies the lists. */
  public Calibration {
    diagnostics = List.copyOf(diagnostics);
    curves = List.copyOf(curves);
    replays = List.copyOf(replays);
    unknown = List.copyOf(unknown);
  }

  /**
   * Learns a scenario from all that a history knows; to learn from what was known at a moment, give
   * {@link CrmHistory#asOf}.
   *
   * @param history the history, with at least one deal that was won
   * @param priceCents list prices by product; may be empty
   * @param name what the scenario is called
   * @param openDealsFile what the scenario calls the file of open deals
   * @return the scenario and how it was found
   * @throws ImportProblem when the history is too thin: no deal won
   */
  public static Calibration of(
      CrmHistory history, Map<String, Long> priceCents, String name, String openDealsFile) {
    return of(history, priceCents, name, openDealsFile, 0);
  }

  /**
   * Learns a scenario and plays it over the days from which it was learned.
   *
   * @param history the history, with at least one deal that was won
   * @param priceCents list prices by product; may be empty
   * @param name what the scenario is called
   * @param openDealsFile what the scenario calls the file of open deals
   * @param plays how many times it is played, always with the same luck; 0 for not at all
   * @return the scenario and how it was found
   * @throws ImportProblem when the history is too thin: no deal won
   */
  public static Calibration of(
      CrmHistory history,
      Map<String, Long> priceCents,
      String name,
      String openDealsFile,
      int plays) {
    return new CalibrationOf(history, priceCents, name, openDealsFile).calibration(plays);
  }

  /**
   * The scenario, read from its text without any file.
   *
   * @return what reading gives; its problems are empty unless the history has something that no
   *     scenario can say
   */
  public ScenarioFile read() {
    return read(List.of());
  }

  /**
   * The scenario, varied and read without any file.
   *
   * @param sets overrides, applied in their order
   * @return what reading gives
   */
  public ScenarioFile read(List<LeverOverride> sets) {
    return ScenarioFile.read(
        NAME, Attachments.ofTexts(Map.of(NAME, scenario, openDealsFile, openDeals)), sets);
  }
}

package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.document.Problem;
import io.salestwin.forecast.Forecast;
import io.salestwin.run.Precision;
import io.salestwin.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A forecast for people and for files. Every form is made from the same record, and the same record
 * gives the same bytes on every machine.
 *
 * @param forecast the answer
 * @param warnings what the check of the scenario found
 * @param provenance where the figures come from, name and text in the order of showing: version,
 *     seed, arguments, hash of the scenario
 */
public record Report(Forecast forecast, List<Problem> warnings, Map<String, String> provenance) {

  /** Copies the list and the map, whose order is kept. */
  public Report {
    warnings = List.copyOf(warnings);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /**
   * The answer for a terminal: thresholds first, then odds, ranges, and why. Warnings are not part
   * of it: they are shown before the run.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public String text(TextStyle style) {
    return new TextReport(this, style).text();
  }

  /**
   * The answer for programs: every figure unrounded, with its unit and error; what cannot be
   * computed is null with the reason.
   *
   * @return the content of {@code summary.json}
   */
  public String json() {
    return Json.write(Summary.of(this));
  }

  /**
   * The answer as one page that needs no network and no script.
   *
   * @return the content of {@code report.html}, well-formed as XML too
   */
  public String html() {
    return HtmlPage.of(this);
  }

  /**
   * A short page for those who decide something with it.
   *
   * @param audience who reads it
   * @return one page that needs no network and no script, well-formed as XML too
   */
  public String html(Audience audience) {
    return AudiencePage.of(this, audience);
  }

  /**
   * Every KPI as one row of a table.
   *
   * @return the content of {@code kpis.csv}
   */
  public String csv() {
    return KpiCsv.of(forecast);
  }

  /**
   * Bookings as people read them.
   *
   * @param basis in what they are counted
   * @param currency ISO 4217 code
   * @param value in units of the currency, or in deals
   * @return such as {@code 2.41 M USD} or {@code 1,196 deals}
   */
  public static String amount(Scenario.Basis basis, String currency, double value) {
    return Figures.bookings(basis, currency, value);
  }

  /**
   * How well a figure is known, as people read it.
   *
   * @param figure the figure
   * @return such as {@code odds of 2027-Q1, ± 2.1 of 2 points asked}
   */
  public static String reached(Precision.Reached figure) {
    return Words.reached(figure);
  }

  /**
   * The charts.
   *
   * @return in the order of the page
   */
  public List<Chart> charts() {
    return Charts.of(forecast);
  }
}

package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One replication with very many leads, for a JVM of its own whose heap is small. */
final class ManyLeads {

  /** Ten million leads a month are the most that a scenario may have; 153 days are five months. */
  static final double EXPECTED = 10e6 / (365.25 / 12) * 153;

  private static final String SCENARIO =
      """
      name: many leads
      start: 2027-01-01
      horizon: 153 days
      begin: {empty: true}
      calendar: always
      products: {p: {value: 1}}
      sources: {s: {arrivals: {perMonth: 10000000}}}
      roles: {R: {headcount: 10000}}
      stages:
        - name: S
          owner: R
          work: [{activity: a, effort: {exponential: {mean: 30 min}}}]
          delay: {advance: {exponential: {mean: 60 min}}, otherwise: 60 min}
          advance: 50%
          lose: {no: 100%}
      """;

  private ManyLeads() {}

  public static void main(String[] arguments) {
    Map<String, String> files = Map.of("many.yaml", SCENARIO);
    Scenario scenario =
        ScenarioFile.read("many.yaml", Attachments.ofTexts(files), List.of())
            .scenario()
            .orElseThrow();
    SalesModel model = SalesModel.of(scenario);
    KpiLayout layout = new KpiLayout(model);
    Replication replication = new Replication(model, 1);
    replication.play(0);
    double[] row = layout.row(replication.ledger());
    for (String kpi : List.of("leads", "won", "lost", "open_at_end")) {
      System.out.printf(Locale.ROOT, "%s=%.0f%n", kpi, row[layout.index(kpi)]);
    }
    System.out.printf(Locale.ROOT, "heap=%d%n", Runtime.getRuntime().maxMemory());
  }
}

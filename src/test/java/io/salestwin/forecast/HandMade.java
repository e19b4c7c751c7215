package io.salestwin.forecast;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A run whose rows are written by hand; what is not written is 0. */
final class HandMade {

  private static final String REST =
      """
      name: By hand
      start: 2027-01-01
      horizon: 2 quarters
      products: {core: {value: 100, contract: 24 months}}
      sources: {inbound: {arrivals: {perMonth: 40}}}
      roles: {AE: {headcount: 3}, SE: {headcount: 1}}
      opportunityFrom: Proposal
      stages:
        - {name: Discovery, owner: AE, advance: 30%, work: [{effort: 2 hours}], delay: 5 days}
        - {name: Proposal, owner: AE, advance: 50%, delay: 9 days}
      """;

  private final Scenario scenario;
  private final KpiLayout layout;
  private final List<double[]> rows;

  private HandMade(Scenario scenario, int replications) {
    this.scenario = scenario;
    layout = KpiLayout.of(scenario);
    rows =
        IntStream.range(0, replications)
            .mapToObj(r -> new double[layout.columns().size()])
            .toList();
  }

  static HandMade of(int replications, String lines) {
    return new HandMade(scenario(lines), replications);
  }

  static Scenario scenario(String lines) {
    return scenario(lines, "D1,Proposal,1 day,,700\nD2,Proposal,300 days,,200\n");
  }

  /** With these open deals: id, stage, age, owner, value. */
  static HandMade ofDeals(int replications, String deals) {
    return new HandMade(scenario("begin: {pipeline: open.csv}\n", deals), replications);
  }

  private static Scenario scenario(String lines, String deals) {
    String csv = "id,stage,age,owner,value\n" + deals;
    Map<String, String> files = Map.of("s.yaml", REST + lines, "open.csv", csv);
    ScenarioFile file = ScenarioFile.read("s.yaml", Attachments.ofTexts(files), List.of());
    return file.scenario()
        .orElseThrow(() -> new IllegalArgumentException(file.problems().toString()));
  }

  /** One column, a figure per replication. */
  HandMade with(String column, double... values) {
    int index = layout.index(column);
    if (index < 0 || values.length != rows.size()) {
      throw new IllegalArgumentException(column + ": index " + index + ", " + values.length);
    }
    for (int r = 0; r < values.length; r++) {
      rows.get(r)[index] = values[r];
    }
    return this;
  }

  Forecast forecast() {
    return Forecast.of(
        new RunResult(new RunPlan(scenario, 1, rows.size()), layout, rows, List.of()));
  }
}

package io.salestwin.report;

import io.salestwin.calibration.pipeline.Hygiene;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.document.Csv;
import io.salestwin.document.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What open deals will bring, for people and for programs.
 *
 * @param pipeline the answer
 */
public record PipelineReport(Pipeline pipeline) implements Answer {

  /** The name of the table. */
  public static final String ROWS = "deals.csv";

  @Override
  public String name() {
    return pipeline.plan().name();
  }

  @Override
  public List<Chart> charts() {
    return new PipelinePage(pipeline).charts();
  }

  @Override
  public String text(TextStyle style) {
    return new PipelineText(pipeline, style).text();
  }

  @Override
  public String json() {
    return Json.write(PipelineSummary.of(pipeline));
  }

  @Override
  public String html() {
    return new PipelinePage(pipeline).page();
  }

  /** The open deals, one row for each. */
  @Override
  public Map<String, String> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (OpenDeal deal : pipeline.deals()) {
      rows.add(
          List.of(
              deal.id(),
              deal.owner(),
              deal.stage(),
              deal.product(),
              Json.number(deal.worth()),
              deal.origin(),
              Json.number(deal.ageDays()),
              deal.promised().map(Object::toString).orElse(""),
              Json.number(deal.chance()),
              Json.number(deal.simulated()),
              deal.category().words(),
              deal.crmCategory(),
              String.join("; ", deal.broken().stream().map(Hygiene.Rule::brief).toList()),
              deal.isZombie() ? "yes" : "no"));
    }
    List<String> head = new ArrayList<>(List.of("id", "owner", "stage", "product", "worth"));
    head.addAll(List.of("worth from", "age days", "promised", "chance", "chance simulated"));
    head.addAll(List.of("category", "category in the CRM", "not in order", "zombie"));
    return Map.of(ROWS, Csv.write(head, rows));
  }

  @Override
  public boolean thresholdsMet() {
    return pipeline.forecast().thresholdsMet();
  }
}

package io.salestwin.report;

import io.salestwin.calibration.pipeline.Hygiene;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.Pipeline.OpenDeal;
import io.salestwin.document.Csv;
import io.salestwin.document.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What open deals will bring, for people and for programs.
 *
 * @param pipeline the answer
 */
public record PipelineReport(Pipeline pipeline) {

  /**
   * The report for a terminal, the answer first.
   *
   * @param style what the terminal can show
   * @return lines, each ending with a line break
   */
  public String text(TextStyle style) {
    return new PipelineText(pipeline, style).text();
  }

  /**
   * The report for programs: every figure unrounded, null where there is none.
   *
   * @return JSON
   */
  public String json() {
    return Json.write(PipelineSummary.of(pipeline));
  }

  /**
   * The report as one page without script.
   *
   * @return HTML, well-formed as XML too
   */
  public String html() {
    return new PipelinePage(pipeline).page();
  }

  /**
   * The open deals, one row for each.
   *
   * @return CSV
   */
  public String csv() {
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
    return Csv.write(head, rows);
  }

  /**
   * Whether every threshold that was required is met.
   *
   * @return true when none failed, and when there is none
   */
  public boolean thresholdsMet() {
    return pipeline.forecast().thresholdsMet();
  }
}

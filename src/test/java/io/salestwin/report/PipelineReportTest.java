package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.pipeline.ChanceRule;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.PipelinePlan;
import io.salestwin.calibration.pipeline.PipelinePlan.Cuts;
import io.salestwin.document.Csv;
import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/**
 * The forms of a pipeline, of a small export with stages, names that would be formulas and more.
 */
class PipelineReportTest {

  private static PipelineReport report;

  @TempDir private static Path folder;

  @BeforeAll
  static void look() throws IOException {
    StringBuilder deals =
        new StringBuilder(
            "Id,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate,LastActivityDate,NextStep,ForecastCategoryName\n");
    StringBuilder events =
        new StringBuilder(
            "OpportunityId,StageName,CreatedDate,Probability,CloseDate,CreatedById,Amount\n");
    LocalDate first = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 360; i++) {
      LocalDate created = first.plusDays(i);
      LocalDate proposed = created.plusDays(3 + i % 7);
      LocalDate closes = proposed.plusDays(5 + i * 13 % 40);
      LocalDate end = first.plusDays(359);
      boolean open = closes.isAfter(end);
      boolean won = i * 31 % 100 < 40;
      String id = i == 350 ? "=cmd" : "<b>" + i;
      String stage =
          open
              ? proposed.isAfter(end) ? "Qualify" : "Proposal"
              : won ? "Closed Won" : "Closed Lost";
      deals.append(id).append(',').append(stage).append(',').append(1000 + 10 * (i % 50));
      deals.append(',').append(closes).append(open ? ",0,0," : won ? ",1,1," : ",1,0,");
      deals.append("rep").append(i % 3).append(',').append(created).append(" 09:00:00,");
      deals.append(
          open ? end.minusDays(2) + ",Call," + (i % 2 == 0 ? "Commit" : "Pipeline") : ",,");
      deals.append('\n');
      event(events, id, "Qualify", created, closes, i);
      if (!proposed.isAfter(end)) {
        event(events, id, "Proposal", proposed, closes, i);
      }
      if (!open) {
        event(events, id, won ? "Closed Won" : "Closed Lost", closes, closes, i);
      }
    }
    Files.writeString(folder.resolve("Opportunity.csv"), deals);
    Files.writeString(folder.resolve("OpportunityHistory.csv"), events);
    PipelinePlan plan =
        new PipelinePlan(
            "small & odd",
            ChanceRule.LEARNED,
            PipelinePlan.USUAL_STAGES,
            Cuts.USUAL,
            OptionalDouble.of(50_000),
            OptionalDouble.empty(),
            Optional.empty(),
            List.of(),
            20,
            1);
    report =
        new PipelineReport(
            Pipeline.of(
                CrmImport.read(folder, MappingRules.NONE, step -> {}),
                Optional.of(LocalDate.of(2024, 12, 1)),
                Optional.empty(),
                plan,
                Runner.local(1),
                Progress.SILENT,
                step -> {}));
  }

  private static void event(
      StringBuilder to, String id, String stage, LocalDate day, LocalDate closes, int i) {
    to.append(id).append(',').append(stage).append(',').append(day).append(" 10:00:00,50,");
    to.append(closes).append(",x,").append(1000 + 10 * (i % 50)).append('\n');
  }

  @Test
  void theTextAnswersFirst() {
    String text = report.text(new TextStyle(100, false, true));
    assertThat(text).startsWith("Pipeline of small & odd");
    assertThat(text.lines().skip(1).filter(l -> l.contains("2024-Q4")).findFirst().orElseThrow())
        .startsWith("  2024-Q4 (from 2024-12-02");
    assertThat(text)
        .contains("50 k (asked for) is reached in")
        .contains("open deals to close by 2024-12-31")
        .contains("learned (")
        .doesNotContain("NaN");
  }

  @Test
  void theSummaryHasTheSixFigures() {
    Node json = Document.parse(report.json(), "summary.json").root();
    Node six = json.get("forecast");
    assertThat(six.keys())
        .containsExactly(
            "forecastAmount",
            "confidenceInterval",
            "probabilityOfAchievement",
            "contributingFactors",
            "riskFactors",
            "recommendations");
    Pipeline pipeline = report.pipeline();
    assertThat(Double.parseDouble(six.get("forecastAmount").text()))
        .isEqualTo(pipeline.period().range().get(3));
    assertThat(Double.parseDouble(six.get("probabilityOfAchievement").text())).isBetween(0.0, 1.0);
    assertThat(json.get("waterfalls").items()).hasSize(2);
  }

  @Test
  void theTableOfDealsHasEachAndNoFormula() {
    Csv csv = Csv.parse(report.csv(), "deals.csv", Csv.Limits.DEFAULT);
    assertThat(csv.problems()).isEmpty();
    assertThat(csv.rows()).hasSize(report.pipeline().deals().size());
    assertThat(report.csv().lines()).noneMatch(line -> line.startsWith("="));
  }

  @Test
  void thePageIsWellFormedAndHasItsCharts() throws Exception {
    String html = report.html();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    org.w3c.dom.Document page =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(5);
    assertThat(html).contains("small &amp; odd").contains("&lt;b&gt;").doesNotContain("<b>");
  }
}

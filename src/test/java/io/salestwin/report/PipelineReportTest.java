package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.backtest.Holidays;
import io.salestwin.calibration.pipeline.ChanceRule;
import io.salestwin.calibration.pipeline.Pipeline;
import io.salestwin.calibration.pipeline.PipelinePlan;
import io.salestwin.calibration.pipeline.PipelinePlan.Cuts;
import io.salestwin.calibration.pipeline.SmallExport;
import io.salestwin.document.Csv;
import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.run.Progress;
import io.salestwin.run.Runner;
import java.io.IOException;
import java.io.StringReader;
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
    SmallExport.write(folder, SmallExport.END);
    PipelinePlan plan =
        new PipelinePlan(
            "small & odd",
            ChanceRule.LEARNED,
            PipelinePlan.USUAL_STAGES,
            Holidays.USUAL,
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
    Csv csv = Csv.parse(report.tables().get(PipelineReport.ROWS), "deals.csv", Csv.Limits.DEFAULT);
    assertThat(csv.problems()).isEmpty();
    assertThat(csv.rows()).hasSize(report.pipeline().deals().size());
    assertThat(report.tables().get(PipelineReport.ROWS).lines())
        .noneMatch(line -> line.startsWith("="));
    assertThat(report.tables().get(PipelineReport.ROWS)).contains("\n'=cmd,");
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

package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.reps.RepAnalysis;
import io.salestwin.calibration.reps.RepPlan;
import io.salestwin.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepReportTest {

  @TempDir private Path folder;

  private RepReport report(String owner) throws IOException {
    StringBuilder csv = new StringBuilder("id,created,closed,status,owner,manager\n");
    for (int i = 0; i < 200; i++) {
      String who = i % 3 == 0 ? owner : i % 3 == 1 ? "Bob" : "Cem";
      String end = i % 5 < (i % 3 == 0 ? 1 : 4) ? "won" : "lost";
      int day = 1 + i % 28;
      csv.append("%d,2020-01-%02d,2020-03-%02d,%s,\"%s\",Mia%n".formatted(i, day, day, end, who));
    }
    Path file = Files.writeString(folder.resolve("deals.csv"), csv);
    CrmImport read = CrmImport.read(file, MappingRules.NONE, step -> {});
    assertThat(read.teams().get("Bob")).isEqualTo(new CrmImport.Team("Mia", ""));
    return new RepReport("deals", RepAnalysis.of(read.history(), read.teams(), RepPlan.usual(1)));
  }

  @Test
  void namesWhoStandsOut() throws IOException {
    assertThat(report("Ann").text(new TextStyle(100, false, true)))
        .contains("Coach Ann: win rate", "See how Bob does it", "none of 5,000 teams");
  }

  @Test
  void aNameIsNoMarkupAndNoFormula() throws Exception {
    RepReport report = report("=HYPERLINK(1)<b>");
    assertThat(Xml.all(Xml.parse(report.html().replace("<!DOCTYPE html>\n", "")), "b")).isEmpty();
    assertThat(report.tables().get(RepReport.ROWS))
        .contains("'=HYPERLINK")
        .doesNotContain(",=HYPERLINK");
    assertThat(Document.parse(report.json(), "reps.json").isSound()).isTrue();
  }
}

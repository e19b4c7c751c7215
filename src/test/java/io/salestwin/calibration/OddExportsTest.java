package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salestwin.calibration.DataQuality.Finding;
import io.salestwin.calibration.DataQuality.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is odd in an export is found and counted; what is no export is refused in words. */
class OddExportsTest {

  @TempDir private Path folder;

  private CrmImport read() {
    return CrmImport.read(folder, MappingRules.NONE, step -> {});
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static Finding finding(CrmImport read, Kind kind) {
    return read.quality().findings().stream()
        .filter(f -> f.kind() == kind)
        .findFirst()
        .orElse(null);
  }

  private void opportunities(String... rows) throws IOException {
    String[] lines = new String[rows.length + 1];
    lines[0] = "Id,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate";
    System.arraycopy(rows, 0, lines, 1, rows.length);
    file("Opportunity.csv", lines);
  }

  private void changes(List<String> rows) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "Id,OpportunityId,CreatedById,CreatedDate,StageName,CloseDate,Probability\n");
    int id = 0;
    for (String row : rows) {
      text.append(id++).append(',').append(row).append(",2020-03-01,10\n");
    }
    Files.writeString(folder.resolve("OpportunityHistory.csv"), text);
  }

  @Test
  void aReopenedDealKeepsBothCloses() throws IOException {
    opportunities(
        "A,Closed Won,5,2020-02-01,1,1,U,2020-01-01 10:00:00",
        "B,Closed Lost,5,2020-02-01,1,0,U,2020-01-01 11:00:00");
    changes(
        List.of(
            "A,U,2020-01-01 10:00:00,Qualify",
            "A,U,2020-01-05 10:00:00,Closed Lost",
            "A,U,2020-01-09 10:00:00,Qualify",
            "A,U,2020-02-01 10:00:00,Closed Won",
            "B,U,2020-01-01 11:00:00,Qualify",
            "B,U,2020-02-01 10:00:00,Closed Lost"));
    CrmImport read = read();
    assertThat(finding(read, Kind.REOPENED))
        .extracting(Finding::count, Finding::of, Finding::examples)
        .containsExactly(1L, 2L, List.of("A"));
    assertThat(Dump.deal(read.history(), 0))
        .endsWith(
            " | Qualify 2020-01-01T10:00 U | LOST 2020-01-05T10:00 U | Qualify 2020-01-09T10:00 U"
                + " | WON 2020-02-01T10:00 U");
    // between its closes it was lost, and then open again
    assertThat(read.history().asOf(Dump.ms("2020-01-06T00:00")).outcome(0))
        .isEqualTo(CrmHistory.LOST);
    assertThat(read.history().asOf(Dump.ms("2020-01-10T00:00")).outcome(0)).isZero();
    assertThat(read.history().outcome(0)).isEqualTo(CrmHistory.WON);
  }

  @Test
  void manyChangesInOneSecondAreABulkEdit() throws IOException {
    String[] deals = new String[40];
    String[] moves = new String[80];
    for (int i = 0; i < 40; i++) {
      String id = "D" + (10 + i);
      deals[i] = id + ",Proposal,5,2020-06-01,0,0,U,2020-01-01 10:00:" + (10 + i);
      moves[2 * i] = id + ",U,2020-01-01 10:00:" + (10 + i) + ",Qualify";
      // 20 of them in one second, the others each in their own
      moves[2 * i + 1] =
          id + ",U,2020-01-05 09:00:" + (i < 20 ? "00" : String.valueOf(10 + i)) + ",Proposal";
    }
    opportunities(deals);
    changes(Arrays.asList(moves));
    Finding bulk = finding(read(), Kind.BULK_EDITS);
    assertThat(bulk.count()).isEqualTo(20);
    assertThat(bulk.of()).isEqualTo(80);
    assertThat(bulk.examples()).contains("2020-01-05T09:00");
    // one fewer is a busy second
    moves[1] = "D10,U,2020-01-05 09:00:59,Proposal";
    changes(Arrays.asList(moves));
    assertThat(finding(read(), Kind.BULK_EDITS)).isNull();
  }

  @Test
  void aDealClosedAsItIsCreatedIsCounted() throws IOException {
    file(
        "deals.csv",
        "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Owner,"
            + "Deal - Deal created,Deal - Won time,Deal - Lost time",
        "1,One,100,Offer,Won,Ann,2020-01-01 10:00:00,2020-01-01 10:00:00,",
        "2,Two,100,Offer,Won,Ann,2020-01-01 10:00:00,2020-01-01 10:00:01,",
        "3,Three,100,Offer,Lost,Ann,2020-01-03 10:00:00,,2020-01-03 10:00:00");
    CrmImport read = read();
    assertThat(finding(read, Kind.CLOSED_AT_CREATION))
        .extracting(Finding::count, Finding::examples)
        .containsExactly(2L, List.of("1", "3"));
    assertThat(read.history().closedMs(0)).isEqualTo(read.history().createdMs(0));
    // where dates are days, a deal may well be won on its first
    file("deals.csv", "id,created,closed,status", "1,2020-01-01,2020-01-01,won");
    assertThat(finding(read(), Kind.CLOSED_AT_CREATION)).isNull();
  }

  @Test
  void theReportsOfSalesforceTogether() throws IOException {
    file(
        "opportunities.csv",
        "\"Opportunity Owner\",\"Owner Role\",\"Account Name\",\"Opportunity Name\",\"Stage\","
            + "\"Fiscal Period\",\"Amount\",\"Age\",\"Probability (%)\",\"Created Date\","
            + "\"Close Date\",\"Next Step\",\"Lead Source\",\"Type\"",
        "\"Ann\",\"West\",\"Acme\",\"One\",\"Closed Won\",\"Q1-2020\",\"1,200.50\",\"3\",\"100\","
            + "\"1/13/2020\",\"2/25/2020\",\"\",\"Web\",\"New\"",
        "\"Bob\",\"West\",\"Acme\",\"Two\",\"Proposal\",\"Q1-2020\",\"900\",\"3\",\"50\","
            + "\"1/14/2020\",\"7/25/2020\",\"call\",\"\",\"New\"",
        "\"Grand Totals (2 records)\"");
    file(
        "history.csv",
        "\"Opportunity Name\",\"Amount\",\"Last Modified\",\"Last Modified By\",\"From Stage\","
            + "\"To Stage\",\"Probability (%)\",\"Close Date\",\"Stage Duration\",\"Owner\"",
        "\"One\",\"1,000\",\"1/20/2020 9:30 AM\",\"Ann\",\"Qualify\",\"Proposal\",\"50\",\"2/25/2020\",\"7\",\"Ann\"",
        "\"One\",\"1,200.50\",\"2/25/2020 4:15 PM\",\"Ann\",\"Proposal\",\"Closed Won\",\"100\",\"2/25/2020\",\"36\",\"Ann\"",
        "\"Two\",\"900\",\"1/21/2020 10:00 AM\",\"Bob\",\"Qualify\",\"Proposal\",\"50\",\"7/25/2020\",\"7\",\"Bob\"",
        "\"Grand Totals (3 records)\"",
        "\"Confidential Information - Do Not Distribute\"");
    CrmImport read = read();
    assertThat(read.mapping().tables())
        .extracting(Mapping.Table::kind)
        .containsExactly(
            "Salesforce report of opportunities", "Salesforce report of opportunity history");
    assertThat(Dump.of(read.history()).lines())
        .startsWith(
            "One 2020-01-13T00:00 Ann/Web/-/New/-/- 120050 | Qualify 2020-01-13T00:00 -"
                + " | Proposal 2020-01-20T09:30 Ann | WON 2020-02-25T16:15 Ann",
            "Two 2020-01-14T00:00 Bob/-/-/New/-/Proposal 90000 promised 2020-07-25T00:00"
                + " | Qualify 2020-01-14T00:00 - | Proposal 2020-01-21T10:00 Bob");
    assertThat(finding(read, Kind.FOOTER).count()).isEqualTo(3);
  }

  /** The report of the history alone: deals follow from their changes, and so do stages. */
  @Test
  void theReportOfTheHistoryAlone() throws IOException {
    file(
        "history.csv",
        "Opportunity Name,Amount,Last Modified,Last Modified By,From Stage,To Stage",
        "One,10,1/20/2020,Ann,Qualify,Proposal",
        "One,10,2/25/2020,Ann,Proposal,Closed Won",
        "Two,10,1/21/2020,Bob,Qualify,Proposal");
    CrmHistory history = read().history();
    assertThat(history.names().stages()).containsExactly("Proposal");
    assertThat(history.outcome(0)).isEqualTo(CrmHistory.WON);
    assertThat(history.outcome(1)).isZero();
  }

  @Test
  void noExportIsRefusedInWords() throws IOException {
    refused(new byte[0], "deals.csv", "the file is empty");
    refused(new byte[5000], "deals.csv", "this is no text");
    refused(text("PK\u0003\u0004 a spreadsheet"), "deals.xlsx", "export it as CSV");
    refused(text("id,created,closed,status\n"), "deals.csv", "the table has no rows");
    refused(text("\"id,created\n1,2"), "deals.csv", "no table of deals is recognised");
    refused(text("x".repeat(3_000_000)), "deals.csv", "no table of deals is recognised");
    refused(text(",".repeat(100_000)), "deals.csv", "100001 columns");
    refused(text("no gzip"), "deals.csv.gz", "cannot be read");
    refused(text("<log><trace>"), "log.xes", "the XML is broken");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] noise = new byte[200_000];
      new java.util.Random(1).nextBytes(noise);
      out.write(text("id,created,closed,status\n1,2020-01-01,2020-01-02,won\n"));
      out.write(noise);
    }
    refused(Arrays.copyOf(packed.toByteArray(), 1000), "deals.csv.gz", "cannot be read");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void refused(byte[] bytes, String name, String words) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    assertThatThrownBy(() -> CrmImport.read(file, MappingRules.NONE, step -> {}))
        .as(words + " " + bytes.length)
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining(words)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(400));
    Files.delete(file);
  }

  @Test
  void aTemporaryFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("locked"), "");
    assertThatThrownBy(() -> Database.reading(List.of(), noFolder))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("locked")
        .hasMessageContaining("SALESTWIN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
  }
}

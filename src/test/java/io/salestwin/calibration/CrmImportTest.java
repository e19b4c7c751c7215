package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salestwin.calibration.DataQuality.Finding;
import io.salestwin.calibration.DataQuality.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as the systems write them; headers from the systems' own files. */
class CrmImportTest {

  @TempDir private Path folder;

  private CrmImport read(MappingRules rules) {
    return CrmImport.read(folder, rules, step -> {});
  }

  private CrmImport read() {
    return read(MappingRules.NONE);
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

  @Test
  void salesforceWithHistory() throws IOException {
    file(
        "Opportunity.csv",
        "\"Id\",\"IsDeleted\",\"AccountId\",\"Name\",\"StageName\",\"Amount\",\"Probability\","
            + "\"CloseDate\",\"Type\",\"LeadSource\",\"IsClosed\",\"IsWon\",\"OwnerId\",\"CreatedDate\"",
        "\"006A\",\"0\",\"000000000000000AAA\",\"One, big\",\"Closed Won\",\"120.50\",\"100\","
            + "\"2020-02-01\",\"New\",\"Web\",\"1\",\"1\",\"005X\",\"2020-01-01 10:00:00\"",
        "\"006B\",\"0\",\"001\",\"Two\",\"Proposal\",\"75\",\"50\",\"2020-06-30\",\"New\",\"Phone\","
            + "\"0\",\"0\",\"005Y\",\"2020-01-02 09:00:00\"",
        "\"006C\",\"0\",\"001\",\"Three\",\"Closed Lost\",\"\",\"0\",\"2020-01-20\",\"\",\"\","
            + "\"1\",\"0\",\"000000000000000AAA\",\"2020-01-03 09:00:00\"");
    file(
        "OpportunityHistory.csv",
        "\"Id\",\"OpportunityId\",\"CreatedById\",\"CreatedDate\",\"StageName\",\"Amount\","
            + "\"ExpectedRevenue\",\"CloseDate\",\"Probability\",\"ForecastCategory\"",
        "\"1\",\"006A\",\"005X\",\"2020-01-01 10:00:00\",\"Qualify\",\"100\",\"1\",\"2020-03-01\",\"10\",\"P\"",
        "\"3\",\"006A\",\"005X\",\"2020-01-20 10:00:00\",\"Closed Won\",\"120.5\",\"1\",\"2020-02-01\",\"100\",\"C\"",
        "\"2\",\"006A\",\"005Z\",\"2020-01-05 10:00:00\",\"Proposal\",\"110\",\"1\",\"2020-03-01\",\"50\",\"P\"",
        "\"4\",\"006A\",\"005Z\",\"2020-01-06 10:00:00\",\"Proposal\",\"115\",\"1\",\"2020-03-01\",\"60\",\"P\"",
        "\"5\",\"006B\",\"005Y\",\"2020-01-02 09:00:00\",\"Qualify\",\"70\",\"1\",\"2020-03-01\",\"10\",\"P\"",
        "\"6\",\"006B\",\"005Y\",\"2020-01-09 09:00:00\",\"Proposal\",\"75\",\"1\",\"2020-06-30\",\"50\",\"P\"",
        "\"7\",\"006Q\",\"005Y\",\"2020-01-09 09:00:00\",\"Proposal\",\"75\",\"1\",\"2020-06-30\",\"50\",\"P\"");

    CrmImport read = read();

    assertThat(Dump.of(read.history()).lines())
        .containsExactly(
            "006A 2020-01-01T10:00 005X/Web/-/New/-/- 12050 | Qualify 2020-01-01T10:00 005X"
                + " | Proposal 2020-01-05T10:00 005Z | WON 2020-01-20T10:00 005X",
            "006B 2020-01-02T09:00 005Y/Phone/-/New/-/Proposal 7500 promised 2020-06-30T00:00"
                + " | Qualify 2020-01-02T09:00 005Y | Proposal 2020-01-09T09:00 005Y",
            "006C 2020-01-03T09:00 -/-/-/-/-/- - | LOST 2020-01-20T00:00 -",
            "until 1579514400000");
    assertThat(finding(read, Kind.UNKNOWN_DEAL).examples()).containsExactly("006Q");
    assertThat(finding(read, Kind.NO_OWNER).examples()).containsExactly("006C");
    assertThat(finding(read, Kind.NO_PATH).examples()).containsExactly("006C");
    assertThat(read.badRows()).extracting(BadRow::deal).containsExactly("006Q");
    CrmHistory then = read.history().asOf(Dump.ms("2020-01-05T12:00:00"));
    assertThat(Dump.deal(then, 0))
        .isEqualTo(
            "006A 2020-01-01T10:00 005X/Web/-/New/-/- 11000 promised 2020-03-01T00:00 | Qualify 2020-01-01T10:00 005X"
                + " | Proposal 2020-01-05T10:00 005Z");
  }

  @Test
  void salesforceFieldHistory() throws IOException {
    file(
        "opps.csv",
        "Id,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate",
        "A,Closed Lost,5,2020-03-01,true,false,U,2020-01-01T10:00:00.000Z",
        "B,Qualify,5,2020-03-01,false,false,U,2020-01-01T11:00:00.000Z");
    file(
        "OpportunityFieldHistory.csv",
        "Id,IsDeleted,OpportunityId,CreatedById,CreatedDate,Field,OldValue,NewValue",
        "1,0,A,U,2020-01-01T10:00:00.000Z,created,,",
        "2,0,A,U,2020-01-08T10:00:00.000Z,StageName,Qualify,Proposal",
        "3,0,A,U,2020-01-09T10:00:00.000Z,Owner,Ann,Bob",
        "4,0,A,U,2020-01-09T10:00:00.000Z,Owner,005A,005B",
        "5,0,A,U,2020-02-01T10:00:00.000Z,StageName,Proposal,Closed Lost");

    CrmImport read = read();

    assertThat(Dump.deal(read.history(), 0))
        .endsWith(
            " | Qualify 2020-01-01T10:00 - | Proposal 2020-01-08T10:00 U | LOST 2020-02-01T10:00 U");
    assertThat(Dump.deal(read.history(), 1)).endsWith(" | Qualify 2020-01-01T11:00 -");
    assertThat(finding(read, Kind.OWNER_CHANGES).count()).isEqualTo(1);
  }

  @Test
  void salesforceReportWithAFooter() throws IOException {
    file(
        "report.csv",
        "\"Opportunity Owner\",\"Account Name\",\"Opportunity Name\",\"Stage\",\"Amount\",\"Age\","
            + "\"Created Date\",\"Close Date\",\"Lead Source\",\"Type\"",
        "\"Ann\",\"Acme\",\"One\",\"Closed Won\",\"1,200.50\",\"3\",\"1/31/2020\",\"2/5/2020\",\"Web\",\"New\"",
        "\"Bob\",\"Acme\",\"Two\",\"Prospecting\",\"900\",\"3\",\"2/1/2020\",\"7/5/2020\",\"\",\"New\"",
        "\"Grand Totals (2 records)\"",
        "\"Copyright (c) 2000-2020 salesforce.com, inc. All rights reserved.\"");

    CrmImport read = read();

    assertThat(Dump.of(read.history()).lines())
        .containsExactly(
            "One 2020-01-31T00:00 Ann/Web/-/New/-/- 120050 | Prospecting 2020-01-31T00:00 -"
                + " | WON 2020-02-05T00:00 -",
            "Two 2020-02-01T00:00 Bob/-/-/New/-/Prospecting 90000 promised 2020-07-05T00:00"
                + " | Prospecting 2020-02-01T00:00 -",
            "until 1580947199999");
    assertThat(finding(read, Kind.FOOTER).count()).isEqualTo(2);
    assertThat(read.mapping().tables().get(0).kind())
        .isEqualTo("Salesforce report of opportunities");
  }

  @Test
  void hubSpotWithAColumnForEachStage() throws IOException {
    file(
        "deals.csv",
        "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,"
            + "Is Closed Won,Is Deal Closed?,Closed Lost Reason,Date entered current stage,"
            + "\"Date entered \"\"Appointment Scheduled (Sales Pipeline)\"\"\","
            + "\"Date entered \"\"Contract Sent (Sales Pipeline)\"\"\","
            + "\"Date entered \"\"Closed Won (Sales Pipeline)\"\"\"",
        "1,One,Closed Won,Sales,100,2020-02-01 10:00,2020-01-01 10:00,Ann,true,true,,"
            + "2020-02-01 10:00,2020-01-01 10:00,2020-01-15 10:00,2020-02-01 10:00",
        "2,Two,Closed Lost,Sales,100,2020-01-20 10:00,2020-01-02 10:00,Ann,false,true,price,"
            + "2020-01-20 10:00,2020-01-02 10:00,,",
        "3,Three,Contract Sent,Sales,,,2020-01-03 10:00,Bob,false,false,,"
            + "2020-01-10 10:00,2020-01-03 10:00,2020-01-10 10:00,");

    CrmHistory history = read().history();

    assertThat(Dump.of(history).lines())
        .startsWith(
            "1 2020-01-01T10:00 Ann/-/-/-/-/- 10000 | Appointment Scheduled 2020-01-01T10:00 -"
                + " | Contract Sent 2020-01-15T10:00 - | WON 2020-02-01T10:00 -",
            "2 2020-01-02T10:00 Ann/-/-/-/price/- 10000 | Appointment Scheduled 2020-01-02T10:00 -"
                + " | LOST 2020-01-20T10:00 -",
            "3 2020-01-03T10:00 Bob/-/-/-/-/Contract Sent - | Appointment Scheduled 2020-01-03T10:00"
                + " - | Contract Sent 2020-01-10T10:00 -");
    assertThat(history.names().stages()).containsExactly("Appointment Scheduled", "Contract Sent");
  }

  @Test
  void pipedrive() throws IOException {
    file(
        "deals.csv",
        "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Status,"
            + "Deal - Owner,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason",
        "1,One,100,EUR,Offer,Won,Ann,2020-01-01 10:00:00,2020-02-01 10:00:00,,",
        "2,Two,50,EUR,Call,lost,Ann,2020-01-02 10:00:00,,2020-01-03 10:00:00,price",
        "3,Three,70,USD,Call,open,Ann,2020-01-03 10:00:00,,,",
        "4,Four,70,EUR,Offer,Open,Bob,2020-01-04 10:00:00,,,");

    CrmImport read = read();

    assertThat(Dump.of(read.history()).lines())
        .startsWith(
            "1 2020-01-01T10:00 Ann/-/-/-/-/- 10000 | Open 2020-01-01T10:00 - | WON 2020-02-01T10:00 -",
            "2 2020-01-02T10:00 Ann/-/-/-/price/- 5000 | Open 2020-01-02T10:00 -"
                + " | LOST 2020-01-03T10:00 -",
            "3 2020-01-03T10:00 Ann/-/-/-/-/Call - | Open 2020-01-03T10:00 -",
            "4 2020-01-04T10:00 Bob/-/-/-/-/Offer 7000 | Open 2020-01-04T10:00 -");
    assertThat(read.history().currency()).isEqualTo("EUR");
    assertThat(finding(read, Kind.OTHER_CURRENCY).examples()).containsExactly("3");
  }

  @Test
  void anEventLogAsCsvAndAsXes() throws IOException {
    MappingRules rules =
        new MappingRules(
            Map.of(), Map.of(), List.of("call", "offer"), List.of("yes"), List.of("no"), "");
    file(
        "log.csv",
        "case:concept:name,concept:name,time:timestamp,org:resource,lifecycle:transition",
        "c1,call,2020-01-01T10:00:00.000+02:00,Ann,COMPLETE",
        "c1,offer,2020-01-02T10:00:00.000+02:00,Ann,START",
        "c1,offer,2020-01-03T10:00:00.000+02:00,Ann,COMPLETE",
        "c1,yes,2020-01-04T10:00:00.000+02:00,Bob,COMPLETE",
        "c2,call,2020-01-02T10:00:00.000+02:00,Bob,COMPLETE",
        "c2,no,2020-01-02T10:00:01.000+02:00,Bob,COMPLETE",
        "c2,call,nonsense,Bob,COMPLETE");
    CrmImport csv = read(rules);
    String event =
        "<event><string key='concept:name' value='%s'/><date key='time:timestamp' value='%s'/>"
            + "<string key='org:resource' value='%s'/>"
            + "<string key='lifecycle:transition' value='%s'/></event>";
    String xes =
        "<?xml version='1.0'?><log xmlns='http://www.xes-standard.org/'>"
            + "<trace><string key='concept:name' value='c1'/>"
            + event.formatted("call", "2020-01-01T10:00:00.000+02:00", "Ann", "complete")
            + event.formatted("offer", "2020-01-02T10:00:00.000+02:00", "Ann", "start")
            + event.formatted("offer", "2020-01-03T10:00:00.000+02:00", "Ann", "complete")
            + event.formatted("yes", "2020-01-04T10:00:00.000+0200", "Bob", "complete")
            + "</trace><trace><string key='concept:name' value='c2'/>"
            + event.formatted("call", "2020-01-02T10:00:00.000+02:00", "Bob", "complete")
            + event.formatted("no", "2020-01-02T10:00:01.000+02:00", "Bob", "complete")
            + "</trace></log>";
    Path packed = folder.resolve("log.xes.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(xes.getBytes(StandardCharsets.UTF_8));
    }
    CrmImport xml = CrmImport.read(packed, rules, step -> {});

    assertThat(Dump.of(csv.history()).lines())
        .startsWith(
            "c1 2020-01-01T10:00 -/-/-/-/-/- - | call 2020-01-01T10:00 Ann | offer 2020-01-03T10:00"
                + " Ann | WON 2020-01-04T10:00 Bob",
            "c2 2020-01-02T10:00 -/-/-/-/no/- - | call 2020-01-02T10:00 Bob"
                + " | LOST 2020-01-02T10:00:01 Bob");
    assertThat(Dump.of(xml.history())).isEqualTo(Dump.of(csv.history()));
    assertThat(csv.badRows()).hasSize(1);
    assertThat(csv.badRows().get(0).problem()).contains("nonsense");
    assertThat(csv.badRows().get(0).line()).isEqualTo(8);
  }

  @Test
  void externalEntitiesAreNotFollowed() throws IOException {
    Path file =
        file(
            "evil.xes",
            "<?xml version='1.0'?><!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
            "<log><trace><string key='concept:name' value='&x;'/></trace></log>");
    assertThatThrownBy(() -> CrmImport.read(file, MappingRules.NONE, step -> {}))
        .isInstanceOf(ImportProblem.class)
        .hasMessageNotContaining("root");
  }

  @Test
  void datesAreReadByColumn() throws IOException {
    // 3 January in one column, 1 March in the other: only the whole column tells
    file(
        "deals.csv",
        "id;created;closed;status;amount",
        "1;03/01/2020;01/25/2020;won;1.200,50",
        "2;25/01/2020;02/03/2020;lost;7,25",
        "3;26/01/2020;02/04/2020;won;1.000,00");
    CrmImport read = read();
    assertThat(Dump.of(read.history()).lines())
        .startsWith(
            "1 2020-01-03T00:00 -/-/-/-/-/- 120050 | Open 2020-01-03T00:00 - | WON 2020-01-25T00:00 -",
            "2 2020-01-25T00:00 -/-/-/-/-/- 725 | Open 2020-01-25T00:00 - | LOST 2020-02-03T00:00 -");
    assertThat(read.mapping().tables().get(0).dates())
        .containsEntry("created", "%d/%m/%Y, days")
        .containsEntry("closed", "%m/%d/%Y, days");
  }

  @Test
  void anAmbiguousColumnIsSaidAndMayBeSettled() throws IOException {
    file("deals.csv", "id,created,closed,status", "1,03/01/2020,,open", "2,04/01/2020,,open");
    CrmImport read = read();
    assertThat(finding(read, Kind.AMBIGUOUS_DATES).examples().get(0)).contains("created");
    MappingRules said =
        new MappingRules(
            Map.of(), Map.of("created", "%d/%m/%Y"), List.of(), List.of(), List.of(), "");
    assertThat(Dump.deal(read(said).history(), 0)).startsWith("1 2020-01-03T00:00");
  }

  @Test
  void nothingIsDroppedInSilence() throws IOException {
    file(
        "deals.csv",
        "id,created,closed,status,amount,owner",
        "1,2020-01-01,2020-01-05,won,10,Ann",
        "1,2020-01-01,2020-01-06,won,11,Ann",
        ",2020-01-01,2020-01-06,won,11,Ann",
        "3,soon,2020-01-06,won,11,Ann",
        "4,2020-01-09,2020-01-06,won,11,Ann",
        "5,2020-01-09,,won,11,Ann",
        "6,2020-01-09",
        "7,2020-01-09,2020-01-10,lost,much,");
    CrmImport read = read();
    assertThat(Dump.of(read.history()).lines().map(l -> l.substring(0, 1)))
        .containsExactly("1", "7", "u");
    assertThat(Dump.deal(read.history(), 0)).contains(" 1100 ").contains("WON 2020-01-06");
    assertThat(read.badRows())
        .extracting(BadRow::problem)
        .anySatisfy(p -> assertThat(p).contains("no id"))
        .anySatisfy(p -> assertThat(p).contains("soon"))
        .anySatisfy(p -> assertThat(p).contains("closes before"))
        .anySatisfy(p -> assertThat(p).contains("no date of the close"))
        .anySatisfy(p -> assertThat(p).contains("later row"))
        .anySatisfy(p -> assertThat(p).contains("Columns"))
        .hasSize(6);
    assertThat(finding(read, Kind.BAD_ROWS).count()).isEqualTo(6);
    assertThat(finding(read, Kind.BAD_ROWS).of()).isEqualTo(8);
    assertThat(finding(read, Kind.ODD_AMOUNT).examples()).containsExactly("7");
  }

  @Test
  void columnsMayBeNamed() throws IOException {
    file("x.csv", "Ref,Von,Bis,Ergebnis", "1,2020-01-01,2020-01-05,gewonnen");
    assertThatThrownBy(this::read).hasMessageContaining("--map id=COLUMN");
    MappingRules rules =
        MappingRules.NONE.withColumns(
            List.of("id=Ref", "created=Von", "closed=Bis", "status=Ergebnis"));
    assertThat(Dump.deal(read(rules).history(), 0)).endsWith("WON 2020-01-05T00:00 -");
    assertThatThrownBy(() -> MappingRules.NONE.withColumns(List.of("amout=X")))
        .hasMessageContaining("amount");
  }
}

package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Salesforce's field history says of deals, as it was known on past days, by hand. */
class FieldHistoryTest {

  private static final String HEADER =
      "Id,IsDeleted,OpportunityId,CreatedById,CreatedDate,Field,OldValue,NewValue";

  @TempDir private Path folder;
  private final List<String> changes = new ArrayList<>();

  /** A was changed in every way, B never, C is older than the history, D was corrected once won. */
  @BeforeEach
  void deals() throws IOException {
    Files.writeString(
        folder.resolve("Opportunity.csv"),
        """
        Id,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate,ForecastCategoryName
        A,Proposal,900,2020-06-30,false,false,U,2020-01-01T10:00:00.000Z,Commit
        B,Qualify,50,2020-05-31,false,false,U,2020-01-02T10:00:00.000Z,Pipeline
        C,Qualify,70,2020-04-30,false,false,U,2019-01-02T10:00:00.000Z,Pipeline
        D,Closed Won,333,2020-02-10,true,true,U,2020-01-03T10:00:00.000Z,Closed
        """);
    change("A", "2020-01-01", "created", "", "");
    change("A", "2020-02-01", "Amount", "500.0", "700.0");
    change("A", "2020-02-05", "StageName", "Qualify", "Proposal");
    change("A", "2020-02-05", "CloseDate", "2020-03-31", "2020-05-31");
    change("A", "2020-03-01", "Amount", "700.0", "900.0");
    change("A", "2020-03-02", "CloseDate", "2020-05-31", "2020-06-30");
    change("A", "2020-03-03", "ForecastCategoryName", "Pipeline", "Commit");
    change("B", "2020-01-02", "created", "", "");
    change("C", "2020-02-20", "CloseDate", "2020-02-28", "2020-04-30");
    change("D", "2020-01-03", "created", "", "");
    change("D", "2020-02-10", "StageName", "Qualify", "Closed Won");
    change("D", "2020-02-20", "Amount", "300.0", "333.0");
  }

  private void change(String deal, String day, String field, String old, String now) {
    String time = day + "T10:00:00.000Z";
    changes.add(String.join(",", "1", "0", deal, "U", time, field, old, now));
  }

  private CrmImport read() throws IOException {
    Files.writeString(
        folder.resolve("OpportunityFieldHistory.csv"),
        HEADER + "\n" + String.join("\n", changes) + "\n");
    return CrmImport.read(folder, MappingRules.NONE, step -> {});
  }

  private CrmHistory asOf(String day) throws IOException {
    return read().history().asOf(Dump.ms(day + "T23:59:59"));
  }

  private static int deal(CrmHistory history, String id) {
    for (int d = 0; d < history.deals(); d++) {
      if (history.id(d).equals(id)) {
        return d;
      }
    }
    throw new AssertionError("no deal " + id);
  }

  private static String said(CrmHistory then, String id) {
    int d = deal(then, id);
    return (then.amountCents(d) == CrmHistory.NO_AMOUNT ? "-" : then.amountCents(d) / 100)
        + " "
        + (then.promisedMs(d) == CrmHistory.NEVER
            ? "-"
            : LocalDate.ofEpochDay(then.promisedMs(d) / CrmHistory.DAY_MS))
        + " "
        + (then.category(d) < 0 ? "-" : then.names().categories().get(then.category(d)));
  }

  @Test
  void whatWasSaidThenIsWhatTheChangesTell() throws IOException {
    assertThat(said(asOf("2020-01-15"), "A")).isEqualTo("500 2020-03-31 Pipeline");
    assertThat(said(asOf("2020-02-04"), "A")).isEqualTo("700 2020-03-31 Pipeline");
    assertThat(said(asOf("2020-02-05"), "A")).isEqualTo("700 2020-05-31 Pipeline");
    assertThat(said(read().history(), "A")).isEqualTo("900 2020-06-30 Commit");
    CrmHistory then = asOf("2020-02-06");
    assertThat(then.names().stages().get(then.stage(deal(then, "A")))).isEqualTo("Proposal");
    assertThat(then.slips(deal(then, "A"))).isEqualTo(1);
    assertThat(read().history().slips(deal(read().history(), "A"))).isEqualTo(2);
  }

  /** B's creation is in the history, so what never changed was always so; C's is not. */
  @Test
  void whatNeverChangedWasAlwaysSoWhereTheWholeLifeIsKept() throws IOException {
    assertThat(said(asOf("2020-01-15"), "B")).isEqualTo("50 2020-05-31 Pipeline");
    assertThat(said(asOf("2020-01-15"), "C")).isEqualTo("- 2020-02-28 -");
    assertThat(said(asOf("2020-02-20"), "C")).isEqualTo("- 2020-04-30 -");
  }

  @Test
  void aFieldThatIsNotTrackedIsNotKnown() throws IOException {
    changes.removeIf(row -> row.contains(",Amount,"));

    assertThat(said(asOf("2020-01-15"), "B")).isEqualTo("- 2020-05-31 Pipeline");
  }

  /** Won on 10 February for 300, which became 333 ten days later. */
  @Test
  void aCorrectionAfterTheCloseIsNotKnownBefore() throws IOException {
    assertThat(said(asOf("2020-02-09"), "D")).startsWith("300 2020-02-10");
    CrmHistory then = asOf("2020-02-15");
    assertThat(then.outcome(deal(then, "D"))).isEqualTo(CrmHistory.WON);
    assertThat(said(then, "D")).isEqualTo("300 - -");
    assertThat(said(asOf("2020-02-20"), "D")).isEqualTo("333 - -");
  }

  /** Whatever is changed later, the past stays as it was. */
  @Test
  void laterChangesDoNotChangeThePast() throws IOException {
    CrmHistory before = asOf("2020-02-04");
    change("A", "2020-03-09", "Amount", "900.0", "1.0");
    change("C", "2020-03-09", "StageName", "Qualify", "Proposal");
    change("D", "2020-03-09", "CloseDate", "2020-02-10", "2020-02-11");
    String deals = Files.readString(folder.resolve("Opportunity.csv"));
    Files.writeString(
        folder.resolve("Opportunity.csv"),
        deals.replace("Proposal,900,", "Proposal,1,").replace("C,Qualify", "C,Proposal"));

    CrmHistory after = asOf("2020-02-04");

    assertThat(Dump.of(after)).isEqualTo(Dump.of(before));
    for (String id : List.of("A", "B", "C", "D")) {
      assertThat(said(after, id)).isEqualTo(said(before, id));
    }
  }

  /** Amounts alone are tracked: what they were is known, and no stage but the present one is. */
  @Test
  void withoutChangesOfTheStageThereAreNoPaths() throws IOException {
    changes.removeIf(row -> row.contains(",StageName,"));

    CrmHistory then = asOf("2020-02-04");

    assertThat(then.hasPaths()).isFalse();
    assertThat(said(then, "A")).startsWith("700 ");
  }

  @Test
  void whatCannotBeReadIsListed() throws IOException {
    change("A", "2020-03-09", "CloseDate", "2020-06-30", "soon");
    change("A", "2020-03-10", "StageName", "Proposal", "");
    change("Z", "2020-03-10", "Amount", "1", "2");

    assertThat(read().badRows())
        .extracting(BadRow::problem)
        .containsExactly(
            "the new value cannot be read",
            "the event has no stage",
            "there is no usable deal of this id");
  }
}

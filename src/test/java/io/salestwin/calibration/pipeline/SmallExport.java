package io.salestwin.calibration.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A year of a small seller as Salesforce would export it: a deal a day, two stages, close dates
 * that are kept, names that would be formulas or markup.
 */
public final class SmallExport {

  /** The last day. */
  public static final LocalDate END = LocalDate.of(2024, 12, 25);

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private SmallExport() {}

  /**
   * Writes the two tables.
   *
   * @param folder where
   * @param end the last day that the export knows
   */
  public static void write(Path folder, LocalDate end) throws IOException {
    StringBuilder deals =
        new StringBuilder(
            "Id,StageName,Amount,CloseDate,IsClosed,IsWon,OwnerId,CreatedDate,LastActivityDate,"
                + "NextStep,ForecastCategoryName\n");
    StringBuilder events =
        new StringBuilder(
            "OpportunityId,StageName,CreatedDate,Probability,CloseDate,CreatedById,Amount,"
                + "ForecastCategory\n");
    for (int i = 0; !FIRST.plusDays(i).isAfter(end); i++) {
      LocalDate created = FIRST.plusDays(i);
      LocalDate proposed = created.plusDays(3 + i % 7);
      LocalDate closes = proposed.plusDays(5 + i * 13 % 40);
      boolean open = closes.isAfter(end);
      boolean won = i * 31 % 100 < 40;
      String id = i == 330 ? "=cmd" : "<b>" + i;
      String stage =
          open
              ? proposed.isAfter(end) ? "Qualify" : "Proposal"
              : won ? "Closed Won" : "Closed Lost";
      deals.append(id).append(',').append(stage).append(',').append(1000 + 10 * (i % 50));
      deals.append(',').append(closes).append(open ? ",0,0," : won ? ",1,1," : ",1,0,");
      deals.append("rep").append(i % 3).append(',').append(created).append(" 09:00:00,");
      deals.append(open ? end.minusDays(2) + ",Call," + category(stage) : ",,");
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
  }

  private static void event(
      StringBuilder to, String id, String stage, LocalDate day, LocalDate closes, int i) {
    to.append(id).append(',').append(stage).append(',').append(day).append(" 10:00:00,50,");
    to.append(closes).append(",x,").append(1000 + 10 * (i % 50));
    to.append(',').append(category(stage)).append('\n');
  }

  private static String category(String stage) {
    return stage.startsWith("Closed")
        ? "Closed"
        : stage.equals("Proposal") ? "Forecast" : "Pipeline";
  }
}

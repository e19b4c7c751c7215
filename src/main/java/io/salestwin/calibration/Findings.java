package io.salestwin.calibration;

import io.salestwin.calibration.DataQuality.Finding;
import io.salestwin.calibration.DataQuality.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is odd while an export is read. */
final class Findings {

  /** The most bad rows that are listed; all are counted. */
  static final int LISTED = 100_000;

  private static final class Count {
    private long count;
    private final List<String> examples = new ArrayList<>();
  }

  private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
  private final List<BadRow> badRows = new ArrayList<>();

  void add(Kind kind, String example) {
    Count count = counts.computeIfAbsent(kind, k -> new Count());
    count.count++;
    if (count.examples.size() < DataQuality.EXAMPLES) {
      count.examples.add(example);
    }
  }

  void bad(String file, long line, String deal, String problem, String text) {
    add(Kind.BAD_ROWS, file + (line > 0 ? ":" + line : "") + " " + problem);
    if (badRows.size() < LISTED) {
      badRows.add(new BadRow(file, line, deal == null ? "" : deal, problem, text));
    }
  }

  long count(Kind kind) {
    Count count = counts.get(kind);
    return count == null ? 0 : count.count;
  }

  List<BadRow> badRows() {
    return badRows;
  }

  List<Finding> list(long deals, long events, long rows) {
    List<Finding> list = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            list.add(
                new Finding(
                    kind, count.count, of(kind, deals, events, rows), count.examples, done(kind))));
    return list;
  }

  private static long of(Kind kind, long deals, long events, long rows) {
    return switch (kind) {
      case BAD_ROWS, DUPLICATES, FOOTER -> rows;
      case BULK_EDITS, UNKNOWN_DEAL -> events;
      default -> deals;
    };
  }

  private static String done(Kind kind) {
    return switch (kind) {
      case BAD_ROWS -> "left out and listed";
      case DUPLICATES -> "the last row of a deal is kept, the others are listed";
      case NEGATIVE_DURATIONS ->
          "the event is moved to the creation; a close before it is left out";
      case REOPENED -> "the last state counts; the earlier close stays in the path";
      case BULK_EDITS -> "kept; such dates say when the CRM was tidied up, not when buyers moved";
      case CLOSED_AT_CREATION -> "kept; entered after the fact, they say nothing of the cycle";
      case NO_PATH -> "kept for amounts and arrivals, left out of the stages";
      case NO_OWNER -> "kept, without an owner";
      case NO_AMOUNT -> "kept; left out where amounts are fitted";
      case ODD_AMOUNT -> "kept, without an amount";
      case OTHER_CURRENCY -> "kept, without an amount";
      case UNKNOWN_DEAL -> "left out and listed";
      case OWNER_CHANGES -> "the present owner is taken for the whole life";
      case FOOTER -> "cut off";
      case LEFT_TRUNCATION, ZOMBIES -> "";
      case AMBIGUOUS_DATES -> "the first reading is taken; say dates: in a mapping file";
    };
  }
}

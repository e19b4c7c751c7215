package io.salestwin.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * How the dates of one column are written. It is found for a column as a whole, never cell by cell:
 * 03/04/2017 alone may be March or April, but a column with a 31/01/2017 tells.
 *
 * @param pattern {@code iso}, {@code epoch}, or letters after per cent signs as in {@code %d/%m/%Y}
 * @param dayOnly whether there is never a time of day
 * @param shiftMs what is added to come from world time to the clock on the wall: the offset that
 *     most cells state
 * @param doubt another pattern that fits as well; empty if none does
 */
record DateForm(String pattern, boolean dayOnly, long shiftMs, String doubt) {

  private static final String ISO = "iso";
  private static final String EPOCH = "epoch";
  private static final int SAMPLE = 20_000;

  private static final List<String> DAYS =
      List.of(
          "%m/%d/%Y",
          "%d/%m/%Y",
          "%d-%m-%Y",
          "%m-%d-%Y",
          "%d.%m.%Y",
          "%Y/%m/%d",
          "%m/%d/%y",
          "%d/%m/%y",
          "%d-%m-%y",
          "%d.%m.%y",
          "%d %b %Y",
          "%b %d, %Y",
          "%d-%b-%Y",
          "%d %B %Y",
          "%B %d, %Y",
          "%Y%m%d");
  private static final List<String> TIMES =
      List.of("", " %H:%M", " %H:%M:%S", " %I:%M %p", ", %I:%M %p", ", %H:%M", " %I:%M:%S %p");

  /** Finds how a column is written; null when no way fits at least one cell in two. */
  static DateForm of(Database database, String rows, int column, String said) {
    String cell = DealTable.text(column);
    String some = "(SELECT * FROM " + rows + " LIMIT " + SAMPLE + ")";
    List<String> patterns = List.of(said.isEmpty() ? ISO : said);
    long[] counts = counts(database, some, cell, patterns);
    if (said.isEmpty() && counts[0] < counts[1]) {
      patterns = all();
      counts = counts(database, some, cell, patterns);
    }
    int best = best(counts);
    if (counts[best] * 2 < counts[patterns.size()] || counts[best] == 0) {
      return null;
    }
    List<String> rivals = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      if (counts[i] == counts[best]) {
        rivals.add(patterns.get(i));
      }
    }
    if (rivals.size() > 1) {
      long[] whole = counts(database, rows, cell, rivals);
      int first = best(whole);
      rivals.set(0, rivals.set(first, rivals.get(0)));
      boolean even = whole[first] == whole[first == 0 ? 1 : 0] && rivals.size() > 1;
      return finished(database, some, cell, rivals.get(0), even ? rivals.get(1) : "");
    }
    return finished(database, some, cell, rivals.get(0), "");
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(List.of(ISO, EPOCH));
    for (String day : DAYS) {
      TIMES.forEach(time -> all.add(day + time));
    }
    return all;
  }

  private static int best(long[] counts) {
    int best = 0;
    for (int i = 0; i < counts.length - 1; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }

  /** How many cells each pattern reads; then how many cells say anything. */
  private static long[] counts(
      Database database, String table, String cell, List<String> patterns) {
    StringBuilder sql = new StringBuilder("SELECT ");
    patterns.forEach(p -> sql.append("count(").append(epochMs(p, cell)).append("), "));
    sql.append("count(").append(cell).append(") FROM ").append(table);
    long[] counts = new long[patterns.size() + 1];
    database.each(
        sql.toString(),
        row -> {
          for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getLong(i + 1);
          }
        });
    return counts;
  }

  private static DateForm finished(
      Database database, String some, String cell, String pattern, String doubt) {
    String offset = "regexp_extract(" + cell + ", ':\\d\\d(?:\\.\\d+)?([+-]\\d\\d:?\\d\\d)$', 1)";
    Object[] found = new Object[2];
    database.each(
        "SELECT bool_and("
            + epochMs(pattern, cell)
            + " % 86400000 = 0), mode("
            + offset
            + ") FILTER ("
            + offset
            + " <> '') FROM "
            + some,
        row -> {
          found[0] = row.getBoolean(1);
          found[1] = row.getString(2);
        });
    long shift = 0;
    if (pattern.equals(ISO) && found[1] instanceof String text) {
      String digits = text.replace(":", "");
      long minutes =
          Long.parseLong(digits.substring(1, 3)) * 60 + Long.parseLong(digits.substring(3, 5));
      shift = (digits.charAt(0) == '-' ? -minutes : minutes) * 60_000;
    }
    return new DateForm(pattern, Boolean.TRUE.equals(found[0]) && shift == 0, shift, doubt);
  }

  /** The cell in milliseconds since 1970, as SQL; null where the cell says nothing of the kind. */
  String sql(String cell) {
    String ms = epochMs(pattern, cell);
    return shiftMs == 0 ? ms : "(" + ms + " + " + shiftMs + ")";
  }

  private static String epochMs(String pattern, String cell) {
    if (pattern.equals(ISO)) {
      return "epoch_ms(try_cast(" + cell + " AS TIMESTAMP))";
    } else if (pattern.equals(EPOCH)) {
      return "CASE WHEN regexp_matches("
          + cell
          + ", '^\\d{12,13}$') THEN try_cast("
          + cell
          + " AS BIGINT) WHEN regexp_matches("
          + cell
          + ", '^\\d{9,10}$') THEN try_cast("
          + cell
          + " AS BIGINT) * 1000 END";
    }
    return "epoch_ms(try_strptime(" + cell + ", " + Database.quoted(pattern) + "))";
  }

  /** In words for the mapping. */
  String inWords() {
    String ambiguous = doubt.isEmpty() ? "" : ", could as well be " + doubt;
    return pattern + (dayOnly ? ", days" : "") + ambiguous;
  }
}

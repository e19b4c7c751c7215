package io.salestwin.run;

import io.salestwin.statistics.Looks;
import io.salestwin.statistics.Tally;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The rows of a run that are finished in one piece from replication 0 on, and the looks at them.
 * Rows finish in any order; this sees them in theirs, so where a run ends does not depend on who
 * was faster. Used by one thread.
 */
final class Prefix {

  private final int most;
  private final Optional<Precision> precision;
  private final IntFunction<double[]> rows;
  private final ToIntFunction<String> columns;
  private final int bookingsColumn;

  private int length;
  private int nextLook;
  private int expected;
  private boolean precise;
  private Tally bookings = Tally.EMPTY;

  /**
   * Nothing yet.
   *
   * @param most how many rows there will be at most
   * @param precision what must be known how well before that
   * @param columns number of a column by its name
   * @param rows gives a row, or null as long as it is not finished
   */
  Prefix(
      int most,
      Optional<Precision> precision,
      ToIntFunction<String> columns,
      IntFunction<double[]> rows) {
    this.most = most;
    this.precision = precision;
    this.rows = rows;
    this.columns = columns;
    bookingsColumn = columns.applyAsInt("target_bookings");
    nextLook = precision.isPresent() ? Math.min(Looks.FIRST, most) : most;
    expected = nextLook;
  }

  /** Takes in what has finished since, and looks where it is time to look. */
  void advance(Progress progress) {
    while (!precise && length < most && rows.apply(length) != null) {
      length++;
      if (length % 2 == 0) {
        double first = rows.apply(length - 2)[bookingsColumn];
        double second = rows.apply(length - 1)[bookingsColumn];
        bookings = bookings.plus(first + (second - first) / 2);
      }
      if (length == nextLook && precision.isPresent()) {
        look(precision.get(), progress);
      }
    }
    progress.reached(length, expected, bookings);
  }

  private void look(Precision wanted, Progress progress) {
    Precision.Look look = wanted.look(length, name -> column(columns.applyAsInt(name)));
    precise = look.isMet();
    nextLook = Math.min(most, Looks.after(length));
    expected = precise ? length : Math.min(most, look.expectedEnd());
    progress.looked(look);
  }

  private double[] column(int index) {
    double[] column = new double[length];
    for (int r = 0; r < length; r++) {
      column[r] = rows.apply(r)[index];
    }
    return column;
  }

  /** How many rows there are; none is added once they are precise. */
  int length() {
    return length;
  }

  /** Whether the latest look found everything as precise as asked. */
  boolean isPrecise() {
    return precise;
  }
}

package io.salestwin.model;

import java.util.Arrays;

/**
 * The facts of one replication: one flat array of {@code long}, addressed by fact, period and
 * member. Facts by week stand once, outside the periods.
 *
 * <p>Mutable: it belongs to its {@link Replication}, which overwrites it at the next play.
 */
public final class Ledger {

  private static final Fact[] FACTS = Fact.values();

  private final int periods;
  private final int[] first = new int[FACTS.length];
  private final int[] members = new int[FACTS.length];
  private final int[] at = new int[FACTS.length];
  private final long[] cells;

  /** The bins of histograms stand behind all other cells, from here on. */
  private final int firstBin;

  /** The bins that are not 0: few of many, so clearing need not visit them all. */
  private int[] filled = new int[64];

  private int filledCount;

  /**
   * An empty ledger.
   *
   * @param periods number of reporting periods
   * @param sizes number of members of each {@link Dimension}, by its ordinal
   */
  Ledger(int periods, int[] sizes) {
    this.periods = periods;
    firstBin = place(sizes, false, 0);
    cells = new long[place(sizes, true, firstBin)];
    turnTo(0);
  }

  /** Gives the histograms, or all other facts, their cells from {@code next} on. */
  private int place(int[] sizes, boolean histograms, int next) {
    int end = next;
    for (Fact fact : FACTS) {
      if (fact.dimension().isHistogram() == histograms) {
        int size = sizes[fact.dimension().ordinal()];
        members[fact.ordinal()] = size;
        first[fact.ordinal()] = end;
        end += size * (fact.dimension() == Dimension.WEEK ? 1 : periods);
      }
    }
    return end;
  }

  /** Forgets every fact and turns to the first period. */
  void clear() {
    Arrays.fill(cells, 0, firstBin, 0);
    for (int i = 0; i < filledCount; i++) {
      cells[filled[i]] = 0;
    }
    filledCount = 0;
    turnTo(0);
  }

  /** What is added from now on belongs to this period. */
  void turnTo(int period) {
    for (int f = 0; f < FACTS.length; f++) {
      at[f] = FACTS[f].dimension() == Dimension.WEEK ? first[f] : first[f] + period * members[f];
    }
  }

  /** Adds to a bin of a histogram. */
  void bin(Fact fact, int bin, long amount) {
    int cell = at[fact.ordinal()] + bin;
    if (cells[cell] == 0) {
      if (filledCount == filled.length) {
        filled = Arrays.copyOf(filled, 2 * filledCount);
      }
      filled[filledCount++] = cell;
    }
    cells[cell] += amount;
  }

  void add(Fact fact, int member, long amount) {
    cells[at[fact.ordinal()] + member] += amount;
  }

  void add(Fact fact, long amount) {
    cells[at[fact.ordinal()]] += amount;
  }

  void one(Fact fact, int member) {
    cells[at[fact.ordinal()] + member]++;
  }

  void one(Fact fact) {
    cells[at[fact.ordinal()]]++;
  }

  /** Adds one to a fact of a period that may be over. */
  void oneIn(int period, Fact fact) {
    cells[first[fact.ordinal()] + period * members[fact.ordinal()]]++;
  }

  /** Adds one to a member's fact of a period that may be over. */
  void oneIn(int period, Fact fact, int member) {
    cells[first[fact.ordinal()] + period * members[fact.ordinal()] + member]++;
  }

  /** Adds to a member's fact of a period that may be over. */
  void addIn(int period, Fact fact, int member, long amount) {
    cells[first[fact.ordinal()] + period * members[fact.ordinal()] + member] += amount;
  }

  /**
   * Number of periods by which facts are kept: the reporting periods, each in parts where facts are
   * kept by week, too.
   *
   * @return at least 1
   */
  public int periods() {
    return periods;
  }

  /**
   * Number of members that a fact is counted by.
   *
   * @param fact the fact
   * @return at least 1
   */
  public int members(Fact fact) {
    return members[fact.ordinal()];
  }

  /**
   * One cell.
   *
   * @param fact the fact
   * @param period index of the period; ignored for a fact by week
   * @param member index of the member
   * @return the sum so far
   */
  public long get(Fact fact, int period, int member) {
    if (member < 0 || member >= members[fact.ordinal()] || period < 0 || period >= periods) {
      throw new IndexOutOfBoundsException(
          fact + ": period (" + period + ") or member (" + member + ") does not exist");
    }
    int row = fact.dimension() == Dimension.WEEK ? 0 : period;
    return cells[first[fact.ordinal()] + row * members[fact.ordinal()] + member];
  }

  /**
   * The sums of a fact over some periods in a row, member by member.
   *
   * @param fact a fact that is kept by period
   * @param from index of the first period
   * @param to index of the first period after, above {@code from}
   * @return a new array with one sum per member
   */
  public long[] sums(Fact fact, int from, int to) {
    if (fact.dimension() == Dimension.WEEK || from < 0 || to <= from || to > periods) {
      throw new IndexOutOfBoundsException(
          fact + ": there are no periods from (" + from + ") to (" + to + ")");
    }
    int size = members[fact.ordinal()];
    int row = first[fact.ordinal()] + from * size;
    long[] sums = Arrays.copyOfRange(cells, row, row + size);
    for (int p = from + 1; p < to; p++) {
      row += size;
      for (int m = 0; m < size; m++) {
        sums[m] += cells[row + m];
      }
    }
    return sums;
  }
}

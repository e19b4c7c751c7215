package io.salestwin.metrics;

import io.salestwin.model.UnitSink;
import java.util.Arrays;
import java.util.List;

/**
 * The leads of an experiment in one play, one row each, in the order in which they were dealt an
 * arm: when that was, which arm, who owned it, how far it came, and what became of it. What has not
 * happened by the end of the play is open, never a zero. Filled anew by each play; belongs to one
 * thread.
 */
public final class UnitTable implements UnitSink {

  /** An instant that has not come. */
  public static final long NEVER = Long.MAX_VALUE;

  /** What became of a lead. */
  public enum Outcome {
    /** Neither won nor lost so far; a dormant lead, too. */
    OPEN,
    /** It was won. */
    WON,
    /** It was lost for good. */
    LOST
  }

  /**
   * What is written down.
   *
   * @param fromMs leads that are dealt an arm from this on are those of the time before, see {@link
   *     #past}; the same as {@code startMs} where that is not asked for; below 0 in the warm-up
   * @param startMs leads that are dealt an arm from this on are the experiment's
   * @param untilMs leads that are dealt an arm at or after this are no longer
   * @param goals indices of stages whose first entry is timed; the number of stages for a win
   * @param most how many rows there can be, so that memory is bounded; later leads are only counted
   */
  public record Columns(long fromMs, long startMs, long untilMs, List<Integer> goals, int most) {

    /** Enough for any real experiment: some 100 MB. */
    public static final int MOST = 2_000_000;

    /** Copies the list. */
    public Columns {
      goals = List.copyOf(goals);
      if (fromMs > startMs || untilMs <= startMs) {
        throw new IllegalArgumentException(
            "fromMs (%d), startMs (%d) and untilMs (%d) must ascend"
                .formatted(fromMs, startMs, untilMs));
      }
      if (most < 1 || most > MOST) {
        throw new IllegalArgumentException("most (" + most + ") must be from 1 to " + MOST);
      }
    }

    private Columns past() {
      return new Columns(fromMs, fromMs, startMs, goals, most);
    }
  }

  private static final int FIRST_SIZE = 1024;

  private final Columns columns;
  private final int[] goals;
  private int count;
  private int beyond;
  private long[] entity;
  private long[] enrolledAt;
  private long[] closedAt;
  private long[] valueCents;
  private double[] score;
  private int[] arm;
  private int[] rep;
  private int[] owner;
  private int[] territory;
  private int[] stage;
  private byte[] outcome;
  private final long[][] goalAt;

  /** Of the leads from before; null where they are not asked for. */
  private final UnitTable past;

  /**
   * An empty table.
   *
   * @param columns what is written down
   */
  public UnitTable(Columns columns) {
    this.columns = columns;
    goals = columns.goals().stream().mapToInt(Integer::intValue).toArray();
    goalAt = new long[goals.length][0];
    past = columns.fromMs() < columns.startMs() ? new UnitTable(columns.past()) : null;
    resize(Math.min(FIRST_SIZE, columns.most()), 0);
  }

  private void resize(int size, int kept) {
    entity = copy(entity, size, kept);
    enrolledAt = copy(enrolledAt, size, kept);
    closedAt = copy(closedAt, size, kept);
    valueCents = copy(valueCents, size, kept);
    arm = copy(arm, size, kept);
    rep = copy(rep, size, kept);
    owner = copy(owner, size, kept);
    territory = copy(territory, size, kept);
    stage = copy(stage, size, kept);
    score = kept == 0 ? new double[size] : Arrays.copyOf(score, size);
    outcome = kept == 0 ? new byte[size] : Arrays.copyOf(outcome, size);
    for (int g = 0; g < goals.length; g++) {
      goalAt[g] = copy(goalAt[g], size, kept);
    }
  }

  private static long[] copy(long[] column, int size, int kept) {
    return kept == 0 ? new long[size] : Arrays.copyOf(column, size);
  }

  private static int[] copy(int[] column, int size, int kept) {
    return kept == 0 ? new int[size] : Arrays.copyOf(column, size);
  }

  /** Forgets all rows, before a play. */
  public void clear() {
    count = 0;
    beyond = 0;
    if (past != null) {
      past.clear();
    }
  }

  // ---- what a play tells

  @Override
  public int enrolled(long lead, long timeMs, int dealt, int dealtRep, int place, double scored) {
    if (past != null && timeMs < columns.startMs()) {
      int row = past.enrolled(lead, timeMs, dealt, dealtRep, place, scored);
      return row == IGNORED ? IGNORED : row + columns.most(); // numbers beyond those of this table
    }
    if (timeMs >= columns.untilMs()) {
      return IGNORED;
    }
    if (count == columns.most()) {
      beyond++;
      return IGNORED;
    }
    if (count == entity.length) {
      resize((int) Math.min(columns.most(), 2L * count), count);
    }
    entity[count] = lead;
    enrolledAt[count] = timeMs;
    closedAt[count] = NEVER;
    valueCents[count] = 0;
    score[count] = scored;
    arm[count] = dealt;
    rep[count] = dealtRep;
    owner[count] = dealtRep;
    territory[count] = place;
    stage[count] = 0;
    outcome[count] = (byte) Outcome.OPEN.ordinal();
    for (long[] at : goalAt) {
      at[count] = NEVER;
    }
    return count++;
  }

  @Override
  public void owned(int unit, int by) {
    if (unit >= columns.most()) {
      past.owned(unit - columns.most(), by);
      return;
    }
    owner[unit] = by;
  }

  @Override
  public void reached(int unit, int place, long timeMs) {
    if (unit >= columns.most()) {
      past.reached(unit - columns.most(), place, timeMs);
      return;
    }
    stage[unit] = Math.max(stage[unit], place);
    for (int g = 0; g < goals.length; g++) {
      if (place >= goals[g] && goalAt[g][unit] == NEVER) {
        goalAt[g][unit] = timeMs;
      }
    }
  }

  @Override
  public void closed(int unit, boolean won, long timeMs, long cents) {
    if (unit >= columns.most()) {
      past.closed(unit - columns.most(), won, timeMs, cents);
      return;
    }
    closedAt[unit] = timeMs;
    valueCents[unit] = cents;
    outcome[unit] = (byte) (won ? Outcome.WON : Outcome.LOST).ordinal();
  }

  /**
   * The leads that were dealt an arm before the experiment: the first arm, whatever their rep or
   * territory was dealt for later.
   *
   * @return the same kind of table, filled and emptied with this one
   * @throws IllegalStateException when the columns do not ask for them
   */
  public UnitTable past() {
    if (past == null) {
      throw new IllegalStateException("leads from before the experiment were not asked for");
    }
    return past;
  }

  // ---- rows

  /**
   * How many rows there are.
   *
   * @return at least 0
   */
  public int count() {
    return count;
  }

  /**
   * How many leads found no room.
   *
   * @return 0 unless the table is full
   */
  public int beyond() {
    return beyond;
  }

  /**
   * Who the lead is.
   *
   * @param row the row
   * @return its identity, as an observer sees it
   */
  public long entity(int row) {
    return entity[row];
  }

  /**
   * When the lead was dealt its arm.
   *
   * @param row the row
   * @return milliseconds from the start
   */
  public long enrolledAt(int row) {
    return enrolledAt[row];
  }

  /**
   * The arm that the lead was dealt, whatever was in force.
   *
   * @param row the row
   * @return index of the arm
   */
  public int arm(int row) {
    return arm[row];
  }

  /**
   * The rep who was dealt the arm.
   *
   * @param row the row
   * @return index of the rep; -1 where reps are not randomised
   */
  public int rep(int row) {
    return rep[row];
  }

  /**
   * Who owned the lead last.
   *
   * @param row the row
   * @return index of the rep; -1 for nobody
   */
  public int owner(int row) {
    return owner[row];
  }

  /**
   * Where the lead lies.
   *
   * @param row the row
   * @return index of its territory
   */
  public int territory(int row) {
    return territory[row];
  }

  /**
   * The furthest stage that the lead has stood in.
   *
   * @param row the row
   * @return index of the stage; the number of stages for a win
   */
  public int stage(int row) {
    return stage[row];
  }

  /**
   * What became of the lead.
   *
   * @param row the row
   * @return its outcome at the end of the play
   */
  public Outcome outcome(int row) {
    return Outcome.values()[outcome[row]];
  }

  /**
   * When the lead was won or lost.
   *
   * @param row the row
   * @return milliseconds from the start; {@link #NEVER} while it is open
   */
  public long closedAt(int row) {
    return closedAt[row];
  }

  /**
   * What the lead was sold for.
   *
   * @param row the row
   * @return annual contract value in cents; 0 unless it was won
   */
  public long valueCents(int row) {
    return valueCents[row];
  }

  /**
   * What was known of the lead's quality when it came.
   *
   * @param row the row
   * @return its score
   */
  public double score(int row) {
    return score[row];
  }

  /**
   * When the lead first stood in a goal's stage or a later one.
   *
   * @param goal number of the goal
   * @param row the row
   * @return milliseconds from the start; {@link #NEVER} if it has not
   */
  public long goalAt(int goal, int row) {
    return goalAt[goal][row];
  }
}

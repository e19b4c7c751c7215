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
   * @param untilMs leads that are dealt an arm at or after this are none of the experiment's
   * @param goals indices of stages whose first entry is timed; the number of stages for a win
   * @param most how many rows there can be, so that memory is bounded; later leads are only counted
   */
  public record Columns(long untilMs, List<Integer> goals, int most) {

    /** Enough for any real experiment: some 100 MB. */
    public static final int MOST = 2_000_000;

    /** Copies the list. */
    public Columns {
      goals = List.copyOf(goals);
      if (untilMs < 1 || most < 1) {
        throw new IllegalArgumentException(
            "untilMs (" + untilMs + ") and most (" + most + ") must be above 0");
      }
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
  private int[] arm;
  private int[] rep;
  private int[] owner;
  private int[] territory;
  private int[] stage;
  private byte[] outcome;
  private final long[][] goalAt;

  /**
   * An empty table.
   *
   * @param columns what is written down
   */
  public UnitTable(Columns columns) {
    this.columns = columns;
    goals = columns.goals().stream().mapToInt(Integer::intValue).toArray();
    goalAt = new long[goals.length][0];
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
  }

  // ---- what a play tells

  @Override
  public int enrolled(long lead, long timeMs, int dealt, int dealtRep, int place) {
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
    owner[unit] = by;
  }

  @Override
  public void reached(int unit, int place, long timeMs) {
    stage[unit] = Math.max(stage[unit], place);
    for (int g = 0; g < goals.length; g++) {
      if (place >= goals[g] && goalAt[g][unit] == NEVER) {
        goalAt[g][unit] = timeMs;
      }
    }
  }

  @Override
  public void closed(int unit, boolean won, long timeMs, long cents) {
    closedAt[unit] = timeMs;
    valueCents[unit] = cents;
    outcome[unit] = (byte) (won ? Outcome.WON : Outcome.LOST).ordinal();
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

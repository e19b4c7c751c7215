package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.metrics.WeekCounts;
import io.salestwin.statistics.Looks;
import java.util.List;
import java.util.Optional;

/**
 * One row of figures per replication, in the order of the replications.
 *
 * @param plan what was asked for
 * @param layout what the columns are
 * @param rows the rows; as many as were finished in one piece from replication 0 on. The arrays are
 *     shared and must not be changed
 * @param weeks leads and deals by week of the first replications, at most {@value #MOST_COUNTED}
 */
public record RunResult(
    RunPlan plan, KpiLayout layout, List<double[]> rows, List<WeekCounts> weeks) {

  /** In how many replications leads and deals are counted by week, where so many are played. */
  public static final int MOST_COUNTED = 128;

  /** Why a run has as many replications as it has. */
  public enum End {
    /** All that were asked for; with a precision the most, and it was not reached. */
    ALL,
    /** The figures were as precise as asked. */
    PRECISE,
    /** It was stopped before. */
    STOPPED
  }

  /** Copies the lists. */
  public RunResult {
    rows = List.copyOf(rows);
    weeks = List.copyOf(weeks);
  }

  /**
   * Nothing yet: where {@link Runner#extend} begins.
   *
   * @param plan what is to be run
   * @param layout the columns wanted
   * @return no rows
   */
  public static RunResult empty(RunPlan plan, KpiLayout layout) {
    return new RunResult(plan, layout, List.of(), List.of());
  }

  /**
   * Number of finished replications.
   *
   * @return from 0 to the number asked for
   */
  public int replications() {
    return rows.size();
  }

  /**
   * A beginning of the same rows, without what was counted by week.
   *
   * @param replications how many, at most as many as there are
   * @return these
   */
  public RunResult first(int replications) {
    return new RunResult(plan, layout, rows.subList(0, replications), List.of());
  }

  /**
   * Why it has as many as it has. This follows from plan and rows alone.
   *
   * @return the reason
   */
  public End end() {
    boolean all = rows.size() == plan.replications();
    if ((all || Looks.isLook(rows.size())) && look().filter(Precision.Look::isMet).isPresent()) {
      return End.PRECISE;
    }
    return all ? End.ALL : End.STOPPED;
  }

  /**
   * How well the figures of the plan's precision are known from all rows.
   *
   * @return the look; empty when the plan asks for no precision
   */
  public Optional<Precision.Look> look() {
    return plan.precision().map(precision -> precision.look(rows.size(), this::column));
  }

  /**
   * One column.
   *
   * @param index number of the column
   * @return a new array with one figure per replication; NaN where it is not computable
   */
  public double[] column(int index) {
    double[] column = new double[rows.size()];
    for (int r = 0; r < column.length; r++) {
      column[r] = rows.get(r)[index];
    }
    return column;
  }

  /**
   * One column by its name.
   *
   * @param name the name as in {@link KpiLayout.Column#name()}
   * @return a new array with one figure per replication
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] column(String name) {
    int index = layout.index(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column (" + name + ")");
    }
    return column(index);
  }
}

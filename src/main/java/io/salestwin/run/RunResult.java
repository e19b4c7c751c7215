package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import java.util.List;

/**
 * One row of figures per replication, in the order of the replications.
 *
 * @param plan what was asked for
 * @param layout what the columns are
 * @param rows the rows; as many as were finished in one piece from replication 0 on. The arrays are
 *     shared and must not be changed
 */
public record RunResult(RunPlan plan, KpiLayout layout, List<double[]> rows) {

  /** Copies the list. */
  public RunResult {
    rows = List.copyOf(rows);
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

package io.salestwin.run;

import io.salestwin.metrics.WeekCounts;
import java.io.Serializable;
import java.util.List;

/**
 * What came of one replication.
 *
 * @param row its figures
 * @param weeks leads and deals by week, where they were counted; else nothing
 */
record Play(double[] row, List<WeekCounts> weeks) implements Serializable {}

package io.salestwin.validation;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Dimension;
import io.salestwin.model.Fact;
import io.salestwin.model.Ledger;

/**
 * What one replication of a case has left, for its figures. Lives until the next is played.
 *
 * @param <W> what watched it
 */
final class Play<W> {

  private final KpiLayout layout;
  private final Ledger ledger;
  private final W seen;
  private double[] row;

  Play(KpiLayout layout, Ledger ledger, W seen) {
    this.layout = layout;
    this.ledger = ledger;
    this.seen = seen;
  }

  /** A KPI by the name of its column. */
  double kpi(String column) {
    int index = layout.index(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column (" + column + ")");
    }
    row = row == null ? layout.row(ledger) : row;
    return row[index];
  }

  /** A fact summed over the periods and members. */
  double fact(Fact fact) {
    double sum = 0;
    for (int member = 0; member < ledger.members(fact); member++) {
      sum += fact(fact, member);
    }
    return sum;
  }

  /** A fact of one member summed over the periods. */
  double fact(Fact fact, int member) {
    if (fact.dimension() == Dimension.WEEK) {
      return ledger.get(fact, 0, member);
    }
    double sum = 0;
    for (int period = 0; period < ledger.periods(); period++) {
      sum += ledger.get(fact, period, member);
    }
    return sum;
  }

  /** A fact of one member in one period. */
  double fact(Fact fact, int member, int period) {
    return ledger.get(fact, period, member);
  }

  /** A fact of one member at the end of the horizon. */
  double atEnd(Fact fact, int member) {
    return ledger.get(fact, ledger.periods() - 1, member);
  }

  /** What the watcher has found. */
  W seen() {
    return seen;
  }
}

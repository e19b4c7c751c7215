package io.salestwin.experiment.analysis;

import io.salestwin.statistics.study.Chance;

/** A file of results while it is written: one row for each unit. */
final class Rows {

  private final StringBuilder text;

  Rows(String header) {
    text = new StringBuilder(header).append('\n');
  }

  /** A row of a unit in an arm. */
  Rows add(boolean treated, Object... cells) {
    text.append(treated ? "treatment" : "control");
    for (Object cell : cells) {
      text.append(',').append(cell);
    }
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** What a unit of an arm brings. */
  interface Outcome {
    Object of(boolean treated);
  }

  /** Leads dealt by lot, with one outcome each. */
  static String leads(Chance c, int n, String column, Outcome outcome) {
    Rows rows = new Rows("arm," + column);
    for (int i = 0; i < n; i++) {
      boolean treated = c.hits(0.5);
      rows.add(treated, outcome.of(treated));
    }
    return rows.toString();
  }

  /** Leads that are won or not. */
  static String won(Chance c, int n, double control, double treatment) {
    return leads(c, n, "won", treated -> c.hits(treated ? treatment : control) ? 1 : 0);
  }

  /** Half of the units, drawn by lot, are treated. */
  static boolean[] half(Chance c, int units) {
    boolean[] treated = new boolean[units];
    int left = units / 2;
    for (int i = 0; i < units; i++) {
      treated[i] = c.uniform() * (units - i) < left;
      left -= treated[i] ? 1 : 0;
    }
    return treated;
  }
}

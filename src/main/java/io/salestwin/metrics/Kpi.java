package io.salestwin.metrics;

import java.util.List;

/**
 * A figure computed from the facts of one replication: what it is, and its formula. The list of all
 * is {@link #all()}; a new KPI is one entry there and never touches the engine.
 */
public final class Kpi {

  /** The formula: a pure function of the facts; NaN where it is not computable. */
  @FunctionalInterface
  interface Formula {
    /**
     * @param facts the facts of one or more periods
     * @param member index of the member, or -1 for all
     */
    double of(Facts facts, int member);
  }

  private final KpiInfo info;
  private final Formula formula;

  Kpi(KpiInfo info, Formula formula) {
    this.info = info;
    this.formula = formula;
  }

  /**
   * What it is.
   *
   * @return name, unit, formula and text
   */
  public KpiInfo info() {
    return info;
  }

  double of(Facts facts, int member) {
    return formula.of(facts, member);
  }

  /**
   * Every KPI there is, in the order in which reports show them.
   *
   * @return the one list of KPIs
   */
  public static List<Kpi> all() {
    return KpiRegistry.ALL;
  }
}

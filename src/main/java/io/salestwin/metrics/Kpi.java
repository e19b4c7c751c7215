package io.salestwin.metrics;

import io.salestwin.model.Effect;
import io.salestwin.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
  private final Predicate<Scenario> applies;

  Kpi(KpiInfo info, Formula formula) {
    this(info, formula, scenario -> true);
  }

  private Kpi(KpiInfo info, Formula formula, Predicate<Scenario> applies) {
    this.info = info;
    this.formula = formula;
    this.applies = applies;
  }

  /** The same for scenarios of a sort only, such as those that have customers. */
  Kpi when(Predicate<Scenario> only) {
    return new Kpi(info, formula, only);
  }

  /**
   * Whether a scenario has what the KPI is about.
   *
   * @param scenario the scenario
   * @return false when no file or report of this scenario shows the KPI
   */
  public boolean applies(Scenario scenario) {
    return applies.test(scenario);
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
   * The KPIs that a scenario has, in the order in which reports show them.
   *
   * @param scenario the scenario
   * @return those that apply to it
   */
  public static List<Kpi> of(Scenario scenario) {
    return all().stream().filter(kpi -> kpi.applies(scenario)).toList();
  }

  /**
   * Every KPI there is, in the order in which reports show them.
   *
   * @return the one list of KPIs
   */
  public static List<Kpi> all() {
    return KpiRegistry.ALL;
  }

  /**
   * The KPIs that tell how much each effect moves the odds of a stage.
   *
   * @param scenario the scenario
   * @return what the effect is called, with the KPI's id
   */
  public static Map<String, String> effects(Scenario scenario) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Effect effect : Effect.values()) {
      Kpi kpi = FunnelKpis.effect(effect);
      if (kpi.applies(scenario)) {
        ids.put(effect.words(), kpi.info().id());
      }
    }
    return ids;
  }
}

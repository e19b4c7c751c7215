package io.salestwin.model;

import io.salestwin.random.Distribution;
import io.salestwin.random.Elementary;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long an open deal has stayed in its stage, when nobody knows: the age of a renewal process in
 * equilibrium, whose density is the chance to stay longer over the mean stay (Cox, Renewal Theory,
 * 1962, section 5.2), with the stated odds and the buyers' delays alone.
 */
final class StationaryAges {

  private static final int STEPS = 4096;
  private static final double TAIL = 1e-6;

  private final Map<Integer, double[]> tables = new TreeMap<>();
  private final int kinds;

  StationaryAges(SalesModel model) {
    kinds = model.kinds().count();
    List<OpenDeal> deals = model.scenario().begin().pipeline().orElse(List.of());
    deals.stream()
        .filter(d -> d.ageMs().isEmpty())
        .mapToInt(OpenDeal::stage)
        .distinct()
        .sorted()
        .forEach(stage -> tabulate(model, stage));
  }

  private void tabulate(SalesModel model, int stage) {
    for (int kind = 0; kind < kinds; kind++) {
      tables.put(stage * kinds + kind, cumulated(model, stage, kind));
    }
  }

  /** Entry 0 is the width of a step in milliseconds, entry i + 1 the chance of an age below i. */
  private static double[] cumulated(SalesModel model, int stage, int kind) {
    StagePlan plan = model.plan(stage);
    Parameters p = model.parameters();
    double advance = Elementary.logistic(p.advanceLogit[stage * model.kinds().count() + kind]);
    double regress = p.regress[stage];
    double[] weight = {(1 - regress) * advance, regress, (1 - regress) * (1 - advance)};
    double longest = 0;
    for (int outcome = 0; outcome < 3; outcome++) {
      int number = plan.delays()[outcome][kind];
      if (weight[outcome] > 0 && number != StagePlan.NONE) {
        longest = Math.max(longest, p.distributions[number].quantile(1 - TAIL));
      }
    }
    double factor = model.delayFactor(kind);
    double step = longest * factor / STEPS;
    double[] table = new double[STEPS + 2];
    for (int i = 0; i < STEPS; i++) {
      double stays = 0;
      for (int outcome = 0; outcome < 3; outcome++) {
        int number = plan.delays()[outcome][kind];
        if (weight[outcome] > 0 && number != StagePlan.NONE) {
          Distribution delay = p.distributions[number];
          stays += weight[outcome] * delay.survival((i + 0.5) * step / factor);
        }
      }
      table[i + 2] = table[i + 1] + stays;
    }
    double whole = table[STEPS + 1];
    for (int i = 1; i < table.length; i++) {
      table[i] = whole == 0 ? 1 : table[i] / whole;
    }
    table[0] = step;
    return table;
  }

  /**
   * An age.
   *
   * @param stage the stage
   * @param kind the kind of lead
   * @param u a uniform number
   * @return milliseconds
   */
  long age(int stage, int kind, double u) {
    double[] table = tables.get(stage * kinds + kind);
    int at = Arrays.binarySearch(table, 1, table.length, u);
    int upper = at >= 0 ? Math.max(2, at) : Math.max(2, -at - 1);
    if (upper >= table.length) {
      return Math.round((table.length - 2) * table[0]);
    }
    double width = table[upper] - table[upper - 1];
    double within = width == 0 ? 0 : (u - table[upper - 1]) / width;
    return Math.round((upper - 2 + within) * table[0]);
  }
}

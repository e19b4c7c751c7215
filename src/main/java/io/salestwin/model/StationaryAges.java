package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Distribution;
import io.salestwin.random.Elementary;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.OpenDeal;
import io.salestwin.scenario.Segment;
import io.salestwin.scenario.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long an open deal has stayed in its stage, when nobody knows: the age of a renewal process in
 * equilibrium, whose density is the chance to stay longer over the mean stay (Cox, Renewal Theory,
 * 1962, section 5.2), with the stated odds, the buyers' delays and the time-out alone. It is drawn
 * in the time of the buyers' clock and then turned back into calendar time.
 */
final class StationaryAges {

  private static final int STEPS = 4096;
  private static final double TAIL = 1e-6;

  /** No deal of unknown age is thought to be older, unless on a clock that shows plain time. */
  private static final long OLDEST_MS = 40 * 366 * Clock.DAY;

  private final Clock clock;

  private final Map<Integer, double[]> tables = new TreeMap<>();
  private final int kinds;

  StationaryAges(SalesModel model) {
    kinds = model.kinds().count();
    clock = model.buyersClock(StagePlan.ADVANCE);
    List<OpenDeal> deals = model.scenario().begin().pipeline().orElse(List.of());
    deals.stream()
        .filter(d -> d.ageMs().isEmpty())
        .mapToInt(OpenDeal::stage)
        .distinct()
        .sorted()
        .forEach(stage -> tabulate(model, stage));
  }

  private void tabulate(SalesModel model, int stage) {
    for (int row = stage; row < model.rows(); row += model.stageCount()) {
      for (int kind = 0; kind < kinds; kind++) {
        tables.put(row * kinds + kind, cumulated(model, row, kind));
      }
    }
  }

  /** Entry 0 is the width of a step in milliseconds, entry i + 1 the chance of an age below i. */
  private double[] cumulated(SalesModel model, int row, int kind) {
    StagePlan plan = model.plan(row);
    Parameters p = model.parameters();
    double advance = Elementary.logistic(p.advanceLogit[row * kinds + kind]);
    double regress = p.regress[row];
    double[] weight = {(1 - regress) * advance, regress, (1 - regress) * (1 - advance)};
    double longest = 0;
    for (int outcome = 0; outcome < 3; outcome++) {
      int number = plan.delays()[outcome][kind];
      if (weight[outcome] > 0 && number != StagePlan.NONE) {
        longest = Math.max(longest, p.distributions[number].quantile(1 - TAIL));
      }
    }
    double factor = model.delayFactor(kind);
    double step = Math.min(longest * factor, longestStay(plan)) / STEPS;
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

  /** Nobody stays beyond the time-out: how long that is on the buyers' clock. */
  private double longestStay(StagePlan plan) {
    if (plan.timeOutMs() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return plan.timeOutBuying() ? plan.timeOutMs() : clock.between(-plan.timeOutMs(), 0);
  }

  /**
   * How far back into the calendar the ages of a scenario's deals of unknown age may reach.
   *
   * @param scenario the scenario, as its root or as an arm states it
   * @return milliseconds, 0 when every deal has an age
   */
  static long reachMs(Scenario scenario) {
    Clock year = scenario.seasons().buying().clock(scenario.start(), -366 * Clock.DAY, Clock.DAY);
    double pace = year.between(-366 * Clock.DAY, 0) / (366.0 * Clock.DAY);
    double slowest = scenario.segments().stream().mapToDouble(Segment::delayFactor).max().orElse(1);
    double reach = 0;
    for (OpenDeal deal : scenario.begin().pipeline().orElse(List.of())) {
      if (deal.ageMs().isEmpty()) {
        Stage stage = scenario.stages().get(deal.stage());
        double years = Math.ceil(longest(stage.delay()) * slowest / pace / (366.0 * Clock.DAY));
        double back = (years + 1) * 366 * Clock.DAY;
        boolean plain = stage.timeOut().isPresent() && !stage.timeOut().get().buying();
        reach = Math.max(reach, plain ? Math.min(back, stage.timeOut().get().afterMs()) : back);
      }
    }
    return (long) Math.min(reach, OLDEST_MS);
  }

  private static double longest(Stage.Delay delay) {
    return Stream.of(delay.advance(), delay.regress(), delay.lost())
        .distinct()
        .flatMap(d -> d.values().stream())
        .mapToDouble(d -> d.quantile(1 - TAIL))
        .max()
        .orElse(0);
  }

  /**
   * An age.
   *
   * @param row arm x stage
   * @param kind the kind of lead
   * @param u a uniform number
   * @return milliseconds of the calendar
   */
  long age(int row, int kind, double u) {
    return calendarMs(passed(tables.get(row * kinds + kind), u));
  }

  /** The shortest way back from day one on which so much time passes for the buyers. */
  private long calendarMs(long passed) {
    long high = passed;
    while (clock.between(-high, 0) < passed) {
      if (high >= OLDEST_MS) {
        return OLDEST_MS;
      }
      high = Math.min(OLDEST_MS, 2 * high);
    }
    long low = -1;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (clock.between(-middle, 0) >= passed) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** How much time has passed for the buyer since the deal came, on his clock. */
  private static long passed(double[] table, double u) {
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

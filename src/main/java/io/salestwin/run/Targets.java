package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Scenario;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The targets of a scenario in units of the figure that is held against them: money, or deals. */
public final class Targets {

  private final Map<String, Long> byPeriod;
  private final List<String> periods;
  private final double unit;

  /**
   * The targets of a scenario.
   *
   * @param scenario the scenario
   * @param layout its columns
   */
  public Targets(Scenario scenario, KpiLayout layout) {
    byPeriod = scenario.targets().byPeriod();
    periods = layout.periodNames();
    unit = scenario.targets().basis().perUnit();
  }

  /**
   * The column that is held against a target.
   *
   * @param period name of the period; empty or {@link KpiLayout#HORIZON} for the whole horizon
   * @return the name of the column
   */
  public static String column(String period) {
    return isHorizon(period) ? "target_bookings" : "target_bookings." + period;
  }

  /**
   * The periods that have a target.
   *
   * @return their names in order
   */
  public List<String> names() {
    return periods.stream().filter(byPeriod::containsKey).toList();
  }

  /**
   * All periods, with a target or without.
   *
   * @return their names in order
   */
  public List<String> periods() {
    return periods;
  }

  /**
   * The target of a period.
   *
   * @param period its name; empty or {@link KpiLayout#HORIZON} for all periods together
   * @return the target; of all periods only when each has one
   */
  public OptionalDouble of(String period) {
    if (!isHorizon(period)) {
      return periods.contains(period) && byPeriod.containsKey(period)
          ? OptionalDouble.of(byPeriod.get(period) / unit)
          : OptionalDouble.empty();
    }
    return byPeriod.keySet().containsAll(periods)
        ? OptionalDouble.of(periods.stream().mapToLong(byPeriod::get).sum() / unit)
        : OptionalDouble.empty();
  }

  /**
   * The chance to reach the target of a period.
   *
   * @param period its name; empty or {@link KpiLayout#HORIZON} for all periods together
   * @param result the rows of a run
   * @param level of the interval, above 0 and below 1
   * @return the chance; not computable without a target
   */
  public Estimate odds(String period, RunResult result, double level) {
    OptionalDouble target = of(period);
    return target.isEmpty()
        ? Estimate.notComputable("there is no target for " + period)
        : Intervals.atLeast(
            Pairs.ofComputable(result.column(column(period))), target.getAsDouble(), level);
  }

  private static boolean isHorizon(String period) {
    return period.isEmpty() || period.equals(KpiLayout.HORIZON);
  }
}

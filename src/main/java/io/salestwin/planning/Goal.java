package io.salestwin.planning;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.RunResult;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Threshold;
import io.salestwin.scenario.Threshold.Measure;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.MatchedPairs;
import io.salestwin.statistics.OddsDifference;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The one figure by which alternatives are judged: the odds of a target, or the mean of a KPI.
 *
 * @param measure {@link Measure#HIT} or {@link Measure#MEAN}
 * @param figure the period of a target, {@link KpiLayout#HORIZON} for the whole horizon; else the
 *     KPI's column
 */
public record Goal(Measure measure, String figure) {

  private static final String ADVICE =
      "write p_hit(2027-Q4) for the odds of a target, p_hit() for that of the whole horizon, or"
          + " mean(KPI)";

  /**
   * Reads a goal.
   *
   * @param text such as {@code p_hit(2027-Q4)} or {@code mean(win_rate)}
   * @return the goal, or what is wrong with it
   */
  public static Parsed<Goal> parse(String text) {
    Parsed<Threshold> rule = Threshold.parse(text + " >= 0");
    if (rule.isBad() || rule.value().measure() == Measure.QUANTILE) {
      return Parsed.bad("\"" + text + "\" is no goal", ADVICE);
    }
    String figure = rule.value().figure();
    return Parsed.of(
        new Goal(
            rule.value().measure(),
            rule.value().measure() == Measure.HIT && figure.isEmpty()
                ? KpiLayout.HORIZON
                : figure));
  }

  /**
   * What people mean who name no goal: the target of the whole horizon; where only some periods
   * have one, that of the last of these; without any target, mean bookings.
   *
   * @param scenario the scenario
   * @param layout its columns
   * @return the goal
   */
  public static Goal usual(Scenario scenario, KpiLayout layout) {
    Targets targets = new Targets(scenario, layout);
    if (targets.names().isEmpty()) {
      return new Goal(Measure.MEAN, Targets.column(KpiLayout.HORIZON));
    }
    return new Goal(
        Measure.HIT,
        targets.of(KpiLayout.HORIZON).isPresent()
            ? KpiLayout.HORIZON
            : targets.names().get(targets.names().size() - 1));
  }

  /**
   * Why a scenario has no such figure.
   *
   * @param scenario the scenario
   * @param layout its columns
   * @return a sentence for people; empty when it has
   */
  public Optional<String> problem(Scenario scenario, KpiLayout layout) {
    if (isOdds()) {
      Targets targets = new Targets(scenario, layout);
      return targets.of(figure).isPresent()
          ? Optional.empty()
          : Optional.of(
              "there is no target for "
                  + words()
                  + "; targets: "
                  + (targets.names().isEmpty() ? "none" : String.join(", ", targets.names())));
    }
    return layout.index(figure) >= 0
        ? Optional.empty()
        : Optional.of(
            "\""
                + figure
                + "\" is no KPI of this scenario; the command kpis lists them, write kpi,"
                + " kpi.member or kpi.period");
  }

  /**
   * Whether it is the odds of a target.
   *
   * @return false for the mean of a KPI
   */
  public boolean isOdds() {
    return measure == Measure.HIT;
  }

  /**
   * What it is, for people.
   *
   * @return the period as {@code 2027-Q4} or {@code the whole horizon}, or the KPI's column
   */
  public String words() {
    return isOdds() && figure.equals(KpiLayout.HORIZON) ? "the whole horizon" : figure;
  }

  /**
   * The column behind it.
   *
   * @return bookings of the period, or the KPI
   */
  public String column() {
    return isOdds() ? Targets.column(figure) : figure;
  }

  /**
   * In what its mean is measured.
   *
   * @param layout the columns
   * @return a share for odds
   */
  public KpiInfo.Unit unit(KpiLayout layout) {
    return isOdds() ? KpiInfo.Unit.SHARE : layout.columns().get(layout.index(figure)).kpi().unit();
  }

  /**
   * Which direction is good.
   *
   * @param layout the columns
   * @return -1 for a KPI of which less is better, else 1
   */
  public int sign(KpiLayout layout) {
    boolean lower =
        !isOdds()
            && layout.columns().get(layout.index(figure)).kpi().better() == KpiInfo.Better.LOWER;
    return lower ? -1 : 1;
  }

  /**
   * The figure whose mean is the goal, replication by replication.
   *
   * @param result rows of a run
   * @return 1 where the target is reached and 0 where not, or the KPI; NaN where not computable
   */
  public double[] values(RunResult result) {
    double[] values = result.column(column());
    if (isOdds()) {
      OptionalDouble target = new Targets(result.plan().scenario(), result.layout()).of(figure);
      for (int r = 0; r < values.length; r++) {
        values[r] = Double.isNaN(values[r]) ? Double.NaN : hit(values[r], target);
      }
    }
    return values;
  }

  private static double hit(double bookings, OptionalDouble target) {
    return target.isEmpty() ? Double.NaN : bookings >= target.getAsDouble() ? 1 : 0;
  }

  /**
   * How much of it another scenario brings with the same luck.
   *
   * @param base rows of the one
   * @param other as many rows of the other
   * @param level of the interval that is told as 95 % ({@link Effort#level})
   * @return other less base
   */
  Estimate difference(RunResult base, RunResult other, double level) {
    double[] first = values(base);
    double[] second = values(other);
    return isOdds()
        ? Effort.error(level, l -> OddsDifference.of(first, second, l))
        : Effort.error(level, l -> Intervals.mean(MatchedPairs.of(first, second).differences(), l));
  }
}

package io.salestwin.planning.staffing;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.run.Targets;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Threshold;
import io.salestwin.scenario.Threshold.Measure;

/**
 * What a plan must reach, and with which chance.
 *
 * @param text as written, such as {@code p_hit(2027-Q3) >= 0.9}
 * @param column the figure of a replication
 * @param atLeast whether the figure must be at least the bound, else at most
 * @param bound the bound, in units of the figure
 * @param odds the chance that is asked for, above 0 and below 1
 */
public record ChanceGoal(String text, String column, boolean atLeast, double bound, double odds) {

  private static final String ADVICE =
      "write for example \"p_hit(2027-Q3) >= 0.9\", or a quantile: \"p90(utilisation.AE) <= 85%\"";

  /**
   * Understands a goal: the odds of a target, or a quantile, which is a chance the other way round
   * ({@code p90(x) <= b} asks that x is at most b with a chance of 90 %, {@code p10(x) >= b} that
   * it is at least b with 90 %).
   *
   * @param text what a person wrote
   * @param scenario the scenario
   * @param layout its columns
   * @return the goal, or what is wrong with it
   */
  public static Parsed<ChanceGoal> of(String text, Scenario scenario, KpiLayout layout) {
    return Threshold.parse(text).flatMap(rule -> of(rule, scenario, layout));
  }

  private static Parsed<ChanceGoal> of(Threshold rule, Scenario scenario, KpiLayout layout) {
    String text = rule.text().strip();
    if (rule.measure() == Measure.MEAN) {
      return Parsed.bad("\"" + text + "\" is about a mean and not about odds", ADVICE);
    }
    if (rule.measure() == Measure.QUANTILE) {
      double share = rule.percent() / 100.0;
      return layout.index(rule.figure()) >= 0
          ? Parsed.of(
              new ChanceGoal(
                  text,
                  rule.figure(),
                  rule.atLeast(),
                  rule.bound(),
                  rule.atLeast() ? 1 - share : share))
          : Parsed.bad(
              "\"" + rule.figure() + "\" is no KPI of this scenario",
              "the command kpis lists them; write kpi, kpi.member or kpi.period");
    }
    if (!rule.atLeast() || !(rule.bound() > 0 && rule.bound() < 1)) {
      return Parsed.bad("\"" + text + "\" does not ask for odds between 0 and 100 %", ADVICE);
    }
    Targets targets = new Targets(scenario, layout);
    if (targets.of(rule.figure()).isEmpty()) {
      return Parsed.bad(
          "\"" + text + "\": there is no such target",
          targets.names().isEmpty()
              ? "give the scenario targets"
              : "the periods with a target are " + String.join(", ", targets.names()));
    }
    return Parsed.of(
        new ChanceGoal(
            text,
            Targets.column(rule.figure()),
            true,
            targets.of(rule.figure()).getAsDouble(),
            rule.bound()));
  }

  /**
   * Whether a replication reaches it. A figure that is not computable does not.
   *
   * @param figure of the replication; NaN when not computable
   * @return true for a hit
   */
  public boolean isHit(double figure) {
    return atLeast ? figure >= bound : figure <= bound;
  }
}

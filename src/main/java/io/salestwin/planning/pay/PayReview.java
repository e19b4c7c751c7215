package io.salestwin.planning.pay;

import io.salestwin.run.RunResult;
import io.salestwin.statistics.Estimate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a scenario's pay plans cost and whom they pay, over the whole horizon. Amounts are in units
 * of the currency, shares are fractions. A range is quantiles over reps and replications together;
 * an error is a 95 % Monte Carlo confidence interval.
 *
 * @param scenario name of the scenario
 * @param currency ISO 4217 code
 * @param seed the seed
 * @param replications how many replications stand behind the figures
 * @param pay variable pay of all reps
 * @param payoutRate variable pay per bookings
 * @param payoutRateP95 95 % quantile of it over the replications; NaN when not computable
 * @param roles the roles with variable pay, in the order of the scenario
 * @param quotas quotas against the targets, by period; empty when no role has a quota
 */
public record PayReview(
    String scenario,
    String currency,
    long seed,
    int replications,
    Estimate pay,
    Estimate payoutRate,
    double payoutRateP95,
    List<RoleReview> roles,
    List<QuotaReview> quotas) {

  /** Lower ends of the bands of attainment. */
  public static final List<Double> BANDS = List.of(0.0, 0.5, 0.8, 1.0, 1.25);

  /** Copies the lists. */
  public PayReview {
    roles = List.copyOf(roles);
    quotas = List.copyOf(quotas);
  }

  /**
   * The review from the rows of a run.
   *
   * @param result the rows, at least one
   * @return the review; without any role when the scenario has no variable pay
   */
  public static PayReview of(RunResult result) {
    return new PayReviewOf(result).review();
  }

  /**
   * One role.
   *
   * @param name its name
   * @param plans names of its pay plans in their order; none when variable pay is paid in full
   * @param reps number of reps
   * @param attainment attainment of the quota, all reps together
   * @param bands share of reps by their attainment over the horizon, in the bands of {@link
   *     #BANDS}; empty without a quota
   * @param pay variable pay of one rep
   * @param range quantiles of the variable pay of one rep: P10, P50, P90
   * @param target variable pay of one rep at quota
   * @param toTarget expected variable pay over the pay at quota
   * @param atExpected pay over pay at quota of a rep who reaches the mean in every period
   * @param accelerated accelerators' share of the pay
   * @param lostToCliff what cliffs withhold of one rep
   * @param lostToCap what caps withhold of one rep
   */
  public record RoleReview(
      String name,
      List<String> plans,
      int reps,
      Estimate attainment,
      List<Double> bands,
      Estimate pay,
      List<Double> range,
      double target,
      Estimate toTarget,
      OptionalDouble atExpected,
      Estimate accelerated,
      Estimate lostToCliff,
      Estimate lostToCap) {

    /** Copies the lists. */
    public RoleReview {
      plans = List.copyOf(plans);
      bands = List.copyOf(bands);
      range = List.copyOf(range);
    }

    /**
     * How much more is paid on the mean than at the mean attainment. Accelerators make it positive:
     * who is above quota costs more than who is below saves. A cap makes it negative.
     *
     * @return a fraction of the pay at the mean attainment; NaN when not computable
     */
    public double convexity() {
      return toTarget.orNaN() / atExpected.orElse(Double.NaN) - 1;
    }
  }

  /**
   * The quotas of one period.
   *
   * @param period its name
   * @param quotas all quotas together
   * @param target what the period must reach, in annual contract value; empty without one
   * @param expected expected bookings of the reps with a quota; NaN when not computable
   */
  public record QuotaReview(String period, double quotas, OptionalDouble target, double expected) {}
}

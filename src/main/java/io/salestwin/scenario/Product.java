package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.List;
import java.util.Map;

/**
 * What is bought.
 *
 * @param name its name
 * @param value distribution of the annual contract value of one deal, in cents, after the discount
 * @param margin gross margin as a fraction of that value, at most 1; below 0 where the discount is
 *     more than the margin
 * @param contractMonths length of the contract in months, above 0
 * @param recognition when a contract's value becomes revenue
 * @param milestones with {@link Recognition#MILESTONES} when which share becomes revenue, ascending
 *     in time, the shares summing to 1; else empty
 * @param costs what serving a customer costs besides the delivery, which the margin leaves out
 * @param effects log-odds of advancing by the stage's name; 0 where absent
 */
public record Product(
    String name,
    Distribution value,
    double margin,
    double contractMonths,
    Recognition recognition,
    List<Milestone> milestones,
    Costs costs,
    Map<String, Double> effects) {

  /** Copies the list. */
  public Product {
    milestones = List.copyOf(milestones);
  }

  /** When a contract's value becomes revenue. */
  public enum Recognition {
    /** Evenly over the contract's length, day by day. */
    MONTHLY,
    /** At the contract's beginning. */
    UPFRONT,
    /** In shares at milestones. */
    MILESTONES
  }

  /**
   * A part of a contract's value.
   *
   * @param afterMs time after the contract's beginning, in milliseconds, at least 0
   * @param share share of the contract's value, 0 to 1
   */
  public record Milestone(long afterMs, double share) {}

  /**
   * What serving a customer costs besides the delivery.
   *
   * @param success customer success as a fraction of the revenue, 0 to 1
   * @param overhead overhead as a fraction of the revenue, 0 to 1
   * @param perCustomerCents customer success of one customer for a year, in cents, at least 0
   */
  public record Costs(double success, double overhead, long perCustomerCents) {}
}

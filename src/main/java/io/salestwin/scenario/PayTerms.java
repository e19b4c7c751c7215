package io.salestwin.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The variable pay of reps as it is agreed: what counts, how much of it is paid, and within which
 * limits. What a rep earns by it is computed from what was won, never while it is simulated.
 *
 * @param name what the plan is called
 * @param components what counts, at least one; the weights sum to 1
 * @param rate commission at the plain rate, as a fraction of the quota (0.1 pays 10 % of annual
 *     contract value up to the first accelerator); empty when the role's {@code variable} says what
 *     is paid at quota
 * @param tiers marginal rates by attainment, ascending, the first from 0
 * @param cliff attainment under which a component pays nothing; 0 for no cliff
 * @param cap most that a component pays, as a multiple of what it pays at quota; empty for no cap
 * @param draw advance payment; empty for none
 */
public record PayTerms(
    String name,
    List<Component> components,
    Optional<Double> rate,
    List<Tier> tiers,
    double cliff,
    Optional<Double> cap,
    Optional<Draw> draw) {

  /** Copies the lists. */
  public PayTerms {
    components = List.copyOf(components);
    tiers = List.copyOf(tiers);
  }

  /** What a component counts. */
  public enum Basis {
    /** Annual contract value that the rep won, in cents. */
    BOOKINGS,
    /** Gross margin of the annual contract value that the rep won, in cents. */
    MARGIN,
    /** Deals that the rep won. */
    DEALS,
    /** Annual contract value that all reps of the role won, per rep, in cents. */
    TEAM,
    /** Annual recurring revenue that customers added whom the rep had won, in cents. */
    EXPANSION
  }

  /**
   * One part of the pay.
   *
   * @param name what it is called
   * @param weight its share of the pay at quota, 0 to 1
   * @param of what it counts
   * @param quota what a rep must reach in a quarter, in cents or in deals; empty for the quota of
   *     the role
   */
  public record Component(String name, double weight, Basis of, Optional<Long> quota) {}

  /**
   * A marginal rate: it holds for the part of the result beyond its attainment.
   *
   * @param from attainment at which it begins, a fraction of the quota
   * @param pays factor on the plain rate, at least 0
   */
  public record Tier(double from, double pays) {}

  /**
   * Advance payment.
   *
   * @param quarterCents least that is paid for a quarter, in cents
   * @param recoverable whether what was paid beyond the earnings is kept back from later ones
   */
  public record Draw(long quarterCents, boolean recoverable) {}
}

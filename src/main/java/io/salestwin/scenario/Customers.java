package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of customers after the win: they are taken into service, their contracts come up for
 * renewal, they leave, and they buy more.
 *
 * @param opening by segment who is a customer on day one; empty when the scenario does not say, so
 *     that what is lost or kept of them is not known
 * @param leaving when a customer leaves who will not renew
 * @param onboarding how a won deal goes live; empty when it does so at once
 * @param health how well customers do
 * @param renewal what happens when a contract ends
 * @param expansion when customers buy more
 */
public record Customers(
    Optional<List<Opening>> opening,
    Leaving leaving,
    Optional<Onboarding> onboarding,
    Health health,
    Renewal renewal,
    Expansion expansion) {

  /** Copies the list. */
  public Customers {
    opening = opening.map(List::copyOf);
  }

  /** When a customer leaves who will not renew. */
  public enum Leaving {
    /** On the day on which the contract ends. */
    AT_RENEWAL,
    /** At any time of the contract, at a rate that gives the same share by its end. */
    ANYTIME
  }

  /**
   * The customers of a segment on day one, all of the same size.
   *
   * @param count how many, at least 0
   * @param arrCents what they pay in a year, together, in cents
   * @param renewals shares of them whose contracts end in each of that many equal parts of a
   *     contract's length from day one on; sums to 1
   */
  public record Opening(int count, long arrCents, List<Double> renewals) {
    /** Copies the list. */
    public Opening {
      renewals = List.copyOf(renewals);
    }
  }

  /**
   * How a won deal goes live. Its contract, its annual recurring revenue and its revenue begin
   * then.
   *
   * @param duration how long it takes, in milliseconds of plain time
   * @param capacity how many are taken in at once, the others waiting in the order of their wins; 0
   *     means no limit. With a role it is per rep
   * @param role index of the role whose head-count multiplies the capacity, or -1
   * @param failure chance that it goes badly, 0 to 1
   * @param failureEffect log-odds added to the first renewal of a customer whose onboarding went
   *     badly
   * @param backlogEffect log-odds added to the last stage's chance to advance for each month that a
   *     new customer would wait to be taken in, at most 0
   */
  public record Onboarding(
      Distribution duration,
      int capacity,
      int role,
      double failure,
      double failureEffect,
      double backlogEffect) {}

  /**
   * How well a customer does: a number from 0 to 1 that moves from quarter to quarter of its life,
   * normal around the mean and held within 0 and 1.
   *
   * @param mean its mean, 0 to 1
   * @param sd its standard deviation, at least 0, over customers and over a long life alike
   * @param persistence its correlation with itself a year later, 0 to 1
   * @param reference the health for which the stated churn and chance to win an expansion hold
   * @param renewal log-odds of renewing per 0.1 of health above the reference
   * @param expansion log-odds of winning an expansion per 0.1 of health above the reference
   */
  public record Health(
      double mean,
      double sd,
      double persistence,
      double reference,
      double renewal,
      double expansion) {}

  /**
   * What happens when a contract ends.
   *
   * @param price change of the price of a contract that is renewed, as a fraction, above -1
   * @param contractMonths length of the renewed contract in months, above 0; as the product's when
   *     empty
   * @param contraction chance that a customer who renews does so for less, 0 to 1
   * @param contractionSize the part of the annual value that is then given up, 0 to 1
   */
  public record Renewal(
      double price, Optional<Double> contractMonths, double contraction, double contractionSize) {}

  /**
   * When customers buy more.
   *
   * @param threshold health from which on a customer is offered more, 0 to 1
   * @param size what an offer adds, relative to the customer's annual value, above 0
   * @param win chance that an offer is taken by a customer of the reference health, 0 to 1
   */
  public record Expansion(double threshold, double size, double win) {}
}

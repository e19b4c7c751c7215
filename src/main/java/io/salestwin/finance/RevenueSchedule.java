package io.salestwin.finance;

import io.salestwin.scenario.Product;
import io.salestwin.scenario.Product.Milestone;
import io.salestwin.scenario.Product.Recognition;
import java.util.List;

/**
 * When a contract's value becomes revenue. At the end of a contract all of its value has, whatever
 * the kind and however often one asked in between.
 */
public final class RevenueSchedule {

  private final Recognition recognition;
  private final long[] afterMs;
  private final double[] upTo;

  private RevenueSchedule(Recognition recognition, List<Milestone> milestones) {
    this.recognition = recognition;
    afterMs = milestones.stream().mapToLong(Milestone::afterMs).toArray();
    upTo = new double[afterMs.length];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += milestones.get(i).share();
      upTo[i] = sum;
    }
  }

  /**
   * The schedule of a product's contracts.
   *
   * @param product the product
   * @return its schedule
   */
  public static RevenueSchedule of(Product product) {
    return new RevenueSchedule(product.recognition(), product.milestones());
  }

  /**
   * Whether the value becomes revenue evenly over the contract, so that a change of the value in
   * its middle concerns only what is left of it.
   *
   * @return true for {@link Recognition#MONTHLY}
   */
  public boolean isEven() {
    return recognition == Recognition.MONTHLY;
  }

  /**
   * How much of a contract's value has become revenue.
   *
   * @param contractCents value of the whole contract
   * @param elapsedMs time since its beginning, at least 0
   * @param termMs its length, at least 0
   * @return cents, from 0 to the whole value, never falling with time
   */
  public long recognised(long contractCents, long elapsedMs, long termMs) {
    if (elapsedMs >= termMs) {
      return contractCents;
    }
    return switch (recognition) {
      case MONTHLY -> Math.round(contractCents * ((double) elapsedMs / termMs));
      case UPFRONT -> contractCents;
      case MILESTONES -> Math.round(contractCents * reached(elapsedMs));
    };
  }

  private double reached(long elapsedMs) {
    double share = 0;
    for (int i = 0; i < afterMs.length && afterMs[i] <= elapsedMs; i++) {
      share = upTo[i];
    }
    return Math.min(1, share);
  }
}

package io.salestwin.finance;

import io.salestwin.scenario.PayTerms.Tier;
import java.util.List;
import java.util.Optional;

/**
 * How pay grows with attainment, both as multiples: of the quota, and of what is paid at quota at
 * the plain rate. Rates are marginal: each holds for the part of the attainment within its tier, so
 * that without a cliff the curve has no jump.
 *
 * @param tiers marginal rates, ascending, the first from 0
 * @param cliff attainment under which nothing is paid; 0 for no cliff
 * @param cap most that is paid; empty for no cap
 */
public record PayCurve(List<Tier> tiers, double cliff, Optional<Double> cap) {

  /** Copies the list. */
  public PayCurve {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).from() != 0) {
      throw new IllegalArgumentException("the first tier must begin at 0");
    }
  }

  /**
   * What is paid.
   *
   * @param attainment fraction of the quota, at least 0
   * @return multiple of the pay at quota
   */
  public double of(double attainment) {
    return attainment < cliff ? 0 : capped(uncut(attainment));
  }

  /**
   * What would be paid without cliff and cap: the integral of the marginal rates.
   *
   * @param attainment fraction of the quota, at least 0
   * @return multiple of the pay at quota
   */
  public double uncut(double attainment) {
    return integral(attainment, Double.POSITIVE_INFINITY);
  }

  /**
   * The part of what is paid that is due to rates above the plain one.
   *
   * @param attainment fraction of the quota, at least 0
   * @return multiple of the pay at quota, 0 to {@link #of}
   */
  public double accelerated(double attainment) {
    return Math.max(0, of(attainment) - integral(attainment, 1));
  }

  /**
   * What the cliff withholds.
   *
   * @param attainment fraction of the quota, at least 0
   * @return multiple of the pay at quota
   */
  public double lostToCliff(double attainment) {
    return attainment < cliff ? capped(uncut(attainment)) : 0;
  }

  /**
   * What the cap withholds.
   *
   * @param attainment fraction of the quota, at least 0
   * @return multiple of the pay at quota
   */
  public double lostToCap(double attainment) {
    return attainment < cliff ? 0 : uncut(attainment) - capped(uncut(attainment));
  }

  private double capped(double pay) {
    return Math.min(pay, cap.orElse(Double.POSITIVE_INFINITY));
  }

  /** The marginal rates, none above a limit, integrated from 0. */
  private double integral(double attainment, double most) {
    double sum = 0;
    for (int i = 0; i < tiers.size(); i++) {
      double end = i + 1 < tiers.size() ? tiers.get(i + 1).from() : Double.POSITIVE_INFINITY;
      double width = Math.min(attainment, end) - tiers.get(i).from();
      sum += Math.max(0, width) * Math.min(most, tiers.get(i).pays());
    }
    return sum;
  }
}

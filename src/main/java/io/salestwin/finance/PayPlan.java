package io.salestwin.finance;

import io.salestwin.scenario.PayTerms;
import io.salestwin.scenario.PayTerms.Basis;
import io.salestwin.scenario.PayTerms.Component;
import io.salestwin.scenario.Role;
import java.util.List;

/**
 * The pay plan of the reps of one role: what they earn for what they reached.
 *
 * @param parts its components
 */
public record PayPlan(List<Part> parts) {

  private static final double QUARTERS = 4;

  /** Copies the list. */
  public PayPlan {
    parts = List.copyOf(parts);
  }

  /**
   * One component.
   *
   * @param name what it is called
   * @param of what it counts
   * @param quota what a rep must reach in a quarter, in cents or deals, above 0
   * @param target what it pays for a quarter at quota and the plain rate, in cents
   * @param curve how its pay grows with attainment
   */
  public record Part(String name, Basis of, double quota, double target, PayCurve curve) {}

  /**
   * What one rep earned in some time.
   *
   * @param earned variable pay, in cents, before advance payments
   * @param accelerated the part of it that is due to rates above the plain one
   * @param lostToCliff what a cliff withheld
   * @param lostToCap what a cap withheld
   * @param target what is paid at quota
   */
  public record Pay(
      double earned, double accelerated, double lostToCliff, double lostToCap, double target) {

    /** Nothing. */
    public static final Pay NONE = new Pay(0, 0, 0, 0, 0);

    /**
     * Both together.
     *
     * @param other another one
     * @return the sums
     */
    public Pay plus(Pay other) {
      return new Pay(
          earned + other.earned,
          accelerated + other.accelerated,
          lostToCliff + other.lostToCliff,
          lostToCap + other.lostToCap,
          target + other.target);
    }

    /**
     * What was earned since some earlier day of the same time; what was withheld is that of all.
     *
     * @param before what had been earned by that day
     * @param targetSince what is paid at quota since then
     * @return the rest
     */
    public Pay since(Pay before, double targetSince) {
      return new Pay(
          earned - before.earned,
          accelerated - before.accelerated,
          lostToCliff,
          lostToCap,
          targetSince);
    }
  }

  /**
   * The plan of a role by its terms. With a rate, a component pays at quota {@code weight x rate x
   * its quota}; without one {@code weight x} the role's variable pay.
   *
   * @param terms the terms
   * @param role the role; has what the terms leave open
   * @return the plan
   */
  public static PayPlan of(PayTerms terms, Role role) {
    PayCurve curve = new PayCurve(terms.tiers(), terms.cliff(), terms.cap());
    return new PayPlan(terms.components().stream().map(c -> part(terms, c, role, curve)).toList());
  }

  private static Part part(PayTerms terms, Component component, Role role, PayCurve curve) {
    double quota = component.quota().or(role::quotaCents).orElseThrow();
    boolean byRate = terms.rate().isPresent() && component.of() != Basis.DEALS;
    double whole =
        byRate
            ? terms.rate().orElseThrow() * quota
            : role.pay().variableCents().orElseThrow() / QUARTERS;
    return new Part(component.name(), component.of(), quota, component.weight() * whole, curve);
  }

  /**
   * What a rep earns.
   *
   * @param reached what was reached of each part, in cents or deals
   * @param quarters how many quarters it took; the quotas are those of a quarter
   * @return the pay, in cents
   */
  public Pay pay(double[] reached, double quarters) {
    return pay(reached, quarters, quarters);
  }

  /**
   * What a rep earns who carries less than the full quota, as new ones do.
   *
   * @param reached what was reached of each part, in cents or deals
   * @param quarters how many quarters it took; the pay at quota is that of a quarter
   * @param carried how many quarters' quotas the rep carried
   * @return the pay, in cents
   */
  public Pay pay(double[] reached, double quarters, double carried) {
    Pay sum = Pay.NONE;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      double whole = part.quota() * carried;
      double attainment = whole > 0 ? reached[i] / whole : reached[i] > 0 ? 1 : 0;
      double target = part.target() * quarters;
      PayCurve curve = part.curve();
      sum =
          sum.plus(
              new Pay(
                  target * curve.of(attainment),
                  target * curve.accelerated(attainment),
                  target * curve.lostToCliff(attainment),
                  target * curve.lostToCap(attainment),
                  target));
    }
    return sum;
  }

  /**
   * What a rep earns who reaches the same of every part.
   *
   * @param attainment fraction of every quota
   * @return multiple of the pay at quota
   */
  public double multiple(double attainment) {
    double target = parts.stream().mapToDouble(Part::target).sum();
    double pay = parts.stream().mapToDouble(p -> p.target() * p.curve().of(attainment)).sum();
    return pay / target;
  }
}

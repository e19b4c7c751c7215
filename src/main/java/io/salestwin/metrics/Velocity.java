package io.salestwin.metrics;

/**
 * What pipeline velocity is made of: {@code deals x win rate x size / cycle}.
 *
 * @param deals open deals
 * @param winRate share of the closed opportunities that are won, 0 to 1
 * @param size mean value of a deal
 * @param cycleDays mean sales cycle of won deals, in days
 */
public record Velocity(double deals, double winRate, double size, double cycleDays) {

  /**
   * The velocity.
   *
   * @return value a day; NaN without a cycle
   */
  public double perDay() {
    return cycleDays == 0 ? Double.NaN : deals * winRate * size / cycleDays;
  }

  /**
   * What each part brings to the difference between two velocities: its share of the logarithm of
   * their ratio, times their logarithmic mean (LMDI: B. W. Ang, "Decomposition analysis for
   * policymaking in energy", Energy Policy 32 (2004)). The parts sum to the whole difference, and
   * none depends on an order in which they change.
   *
   * @param deals by more or fewer deals
   * @param winRate by the win rate
   * @param size by the value of a deal
   * @param cycle by the cycle
   */
  public record Difference(double deals, double winRate, double size, double cycle) {

    /**
     * The whole difference.
     *
     * @return the sum of the parts
     */
    public double whole() {
      return deals + winRate + size + cycle;
    }
  }

  /**
   * What the difference from this velocity to another is made of.
   *
   * @param other the other velocity
   * @return its parts; NaN where one of the velocities is not above 0
   */
  public Difference to(Velocity other) {
    double before = perDay();
    double after = other.perDay();
    double mean =
        before == after
            ? before
            : (after - before) / (StrictMath.log(after) - StrictMath.log(before));
    boolean both = before > 0 && after > 0;
    double scale = both ? mean : Double.NaN;
    return new Difference(
        scale * log(other.deals, deals),
        scale * log(other.winRate, winRate),
        scale * log(other.size, size),
        scale * log(cycleDays, other.cycleDays));
  }

  private static double log(double to, double from) {
    return StrictMath.log(to) - StrictMath.log(from);
  }
}

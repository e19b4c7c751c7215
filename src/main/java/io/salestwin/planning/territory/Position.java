package io.salestwin.planning.territory;

/**
 * A place on the earth.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Position(double latitude, double longitude) {

  /** Kilometres in an international mile. */
  public static final double KM_PER_MILE = 1.609344;

  /** Mean radius of the earth (IUGG, R1). */
  private static final double RADIUS_KM = 6371.0088;

  /** Checks the ranges. */
  public Position {
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no place: " + latitude + ", " + longitude);
    }
  }

  /**
   * The distance along the great circle, by the haversine formula (Sinnott, <em>Sky and
   * Telescope</em> 68, 1984): hav(d / R) = hav(φ2 - φ1) + cos φ1 cos φ2 hav(λ2 - λ1). Roads are
   * longer.
   *
   * @param other the other place
   * @return kilometres, 0 or more
   */
  public double kmTo(Position other) {
    double up = StrictMath.toRadians(latitude);
    double upThere = StrictMath.toRadians(other.latitude);
    double across = StrictMath.toRadians(other.longitude - longitude);
    double hav =
        haversine(upThere - up) + StrictMath.cos(up) * StrictMath.cos(upThere) * haversine(across);
    return 2 * RADIUS_KM * StrictMath.asin(Math.sqrt(Math.min(1, hav)));
  }

  private static double haversine(double angle) {
    double sine = StrictMath.sin(angle / 2);
    return sine * sine;
  }
}

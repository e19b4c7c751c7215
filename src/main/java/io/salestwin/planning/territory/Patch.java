package io.salestwin.planning.territory;

import java.util.List;

/**
 * A territory that is planned: the reps who work it and the room that they have. What it holds is
 * for the plan to say.
 *
 * @param name its name; that of the rep where reps have no territories
 * @param reps names of its reps, at least one
 * @param regions where it looks; empty for everywhere
 * @param industries what it looks at; empty for everything
 * @param bases from where its reps travel; empty when they do not, or it is not said
 * @param capacityHours hours of all its reps in a year, above 0
 */
public record Patch(
    String name,
    List<String> reps,
    List<String> regions,
    List<String> industries,
    List<Position> bases,
    double capacityHours) {

  /** Copies the lists. */
  public Patch {
    reps = List.copyOf(reps);
    regions = List.copyOf(regions);
    industries = List.copyOf(industries);
    bases = List.copyOf(bases);
  }

  /**
   * Whether an account lies where this territory looks.
   *
   * @param region of the account; empty when not known, which lies everywhere
   * @return false when the territory has regions and none of them is this one
   */
  public boolean looksAtRegion(String region) {
    return within(regions, region);
  }

  /**
   * Whether an account does what this territory looks at.
   *
   * @param industry of the account; empty when not known
   * @return false when the territory has industries and none of them is this one
   */
  public boolean looksAtIndustry(String industry) {
    return within(industries, industry);
  }

  /**
   * How far an account is from the nearest base.
   *
   * @param account the account
   * @return kilometres along the great circle; NaN when its position or every base is unknown
   */
  public double kmTo(Account account) {
    return account
        .position()
        .map(there -> bases.stream().mapToDouble(base -> base.kmTo(there)).min().orElse(Double.NaN))
        .orElse(Double.NaN);
  }

  private static boolean within(List<String> places, String place) {
    return places.isEmpty()
        || place.isEmpty()
        || places.stream().anyMatch(each -> each.equalsIgnoreCase(place));
  }
}

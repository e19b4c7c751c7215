package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the reps of a role come, grow, are away and go.
 *
 * @param leavers who goes at a date, one by one, without backfill
 * @param attrition who goes of himself
 * @param backfill time until somebody new takes the seat of one who left of himself, in
 *     milliseconds; empty for never
 * @param ramp how new reps grow to full speed
 * @param leave when reps are away
 * @param handOver log-odds added for each time that a lead has lost an owner who left the firm
 */
public record Staffing(
    List<Leaver> leavers,
    Attrition attrition,
    Optional<Distribution> backfill,
    Ramp ramp,
    Leave leave,
    double handOver) {

  /** Copies the list. */
  public Staffing {
    leavers = List.copyOf(leavers);
  }

  /** Nobody comes, goes, or is ever away, and everybody works at full speed. */
  public static final Staffing STEADY =
      new Staffing(List.of(), Attrition.NONE, Optional.empty(), Ramp.NONE, Leave.NONE, 0);

  /**
   * Somebody who goes at a date.
   *
   * @param on the first day without him
   * @param rep name of the rep; empty for the latest hired of those who are there
   */
  public record Leaver(LocalDate on, Optional<String> rep) {}

  /**
   * Leaving of one's own accord: a hazard.
   *
   * @param perYear leavers a year per rep, at least 0
   * @param byTenure factors on it by tenure, in order; the last reaches to the end of time
   * @param byAttainment factors on it in the period after one with less than a share of the quota,
   *     in ascending order of the share
   */
  public record Attrition(
      double perYear, List<TenureFactor> byTenure, List<AttainmentFactor> byAttainment) {

    /** Nobody leaves. */
    public static final Attrition NONE = new Attrition(0, List.of(), List.of());

    /** Copies the lists. */
    public Attrition {
      byTenure = List.copyOf(byTenure);
      byAttainment = List.copyOf(byAttainment);
    }
  }

  /**
   * A span of the tenure.
   *
   * @param untilMonths its end, in months; infinite for the last
   * @param factor factor on the rate in it, at least 0
   */
  public record TenureFactor(double untilMonths, double factor) {}

  /**
   * A band of the attainment.
   *
   * @param below the share of the quota that it ends at
   * @param factor factor on the rate, at least 0
   */
  public record AttainmentFactor(double below, double factor) {}

  /**
   * How a new rep grows: a share of the full speed by tenure, piecewise linear.
   *
   * @param monthly at full speed after these steps: share in each month of tenure; empty for a line
   * @param months length of the line in months; 0 for none
   * @param from share at its beginning
   * @param skill log-odds at a share of 0; it shrinks with what is missing of the full speed
   * @param cv coefficient of variation of the ramp's length between reps
   */
  public record Ramp(List<Double> monthly, double months, double from, double skill, double cv) {

    /** Everybody is at full speed from the first day. */
    public static final Ramp NONE = new Ramp(List.of(), 0, 1, 0, 0);

    /** Copies the list. */
    public Ramp {
      monthly = List.copyOf(monthly);
    }

    /**
     * Whether it is no ramp at all.
     *
     * @return true when every rep is at full speed from the first day
     */
    public boolean isNeutral() {
      return monthly.isEmpty()
          ? months == 0 || from == 1
          : monthly.stream().allMatch(share -> share == 1);
    }
  }

  /**
   * Days in a row.
   *
   * @param first the first day
   * @param last the last day, included
   */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * When reps are away.
   *
   * @param daysPerYear working days a year that each rep is away, at times of chance
   * @param blockDays working days in a row
   * @param together days on which the whole role is away
   * @param cover whether others take over the leads of a rep who goes on leave
   */
  public record Leave(double daysPerYear, int blockDays, List<Days> together, boolean cover) {

    /** Nobody is ever away. */
    public static final Leave NONE = new Leave(0, 5, List.of(), false);

    /** Copies the list. */
    public Leave {
      together = List.copyOf(together);
    }
  }
}

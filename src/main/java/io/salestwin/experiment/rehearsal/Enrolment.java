package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.ExperimentPlan;
import io.salestwin.run.TrialResult;
import io.salestwin.run.Trials;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.cluster.ClusterDesign;
import io.salestwin.statistics.power.Demand;

/**
 * For how long leads are taken in, where nobody says: as long as the formulas ask for the smallest
 * effect of interest, at the volumes that a few trials show; at most as long as the file and the
 * horizon allow.
 *
 * @param enrolMs for how long, in milliseconds; whole weeks where there is room
 * @param longestMs for how long at most
 * @param enough whether the formulas ask for no longer than there is time
 */
public record Enrolment(long enrolMs, long longestMs, boolean enough) {

  private static final int TRIALS = 24;
  private static final double MOST_WEEKS = 2000;

  /**
   * Finds it.
   *
   * @param file a file without an error
   * @param seed the seed of the trials
   * @param trials who plays them
   * @return the time
   * @throws IllegalArgumentException when there is no time at all, or the arms cannot be dealt
   */
  public static Enrolment of(ExperimentFile file, long seed, Trials trials) {
    long longest = Course.longestMs(file);
    if (longest < Course.DAY) {
      throw new IllegalArgumentException(
          "the window of "
              + Math.round(file.plan().orElseThrow().primary().withinDays())
              + " days leaves no time to take leads in: give more time (atMost, or the scenario's"
              + " horizon), or a nearer metric");
    }
    Course course = Course.of(file, longest);
    TrialResult result = trials.play(course.trials(seed, TRIALS), Trials.Heard.SILENT);
    Rehearsal pilot = Rehearsal.of(course, seed, result);
    double weeks = weeks(course.plan(), pilot, longest / (double) Course.WEEK);
    long asked = (long) Math.min(MOST_WEEKS, Math.ceil(weeks)) * Course.WEEK;
    long even = course.plan().unit() == Lever.Unit.WEEK ? 2 * Course.WEEK : Course.WEEK;
    long wanted = Math.max(even, (asked + even - 1) / even * even);
    long whole = longest < even ? longest : longest / even * even;
    return new Enrolment(Math.min(wanted, whole), longest, wanted <= whole);
  }

  /** (z_α + z_β)² sd² (1 / share + 1 / (1 - share)) / effect² leads, times the design effect. */
  private static double weeks(ExperimentPlan plan, Rehearsal pilot, double pilotWeeks) {
    Rehearsal.Shape shape = pilot.shape();
    double baseline = plan.primary().baseline().orElse(pilot.truth().control().orNaN());
    double effect = plan.effect().of(baseline);
    Demand demand = new Demand(plan.alpha(), plan.twoSided() ? 2 : 1, plan.power());
    double z = demand.zAlpha() + demand.zPower();
    double sd = plan.primary().sd().orElse(shape.sd());
    double leads =
        z * z * sd * sd / (effect * effect) * (1 / plan.share() + 1 / (1 - plan.share()));
    double perWeek = shape.leads() / pilotWeeks;
    if (plan.unit() == Lever.Unit.LEAD) {
      return leads / perWeek;
    }
    double icc = plan.icc().orElse(Double.isNaN(shape.icc()) ? 0 : Math.max(0, shape.icc()));
    if (plan.unit() == Lever.Unit.WEEK) {
      return new ClusterDesign(Math.max(1, perWeek), icc, 0).units(leads) / perWeek;
    }
    // clusters grow with time: k m / (1 + (m - 1) icc) >= leads, if there is such an m
    double k = shape.clusters();
    double room = k - leads * icc;
    double size = room <= 0 ? Double.POSITIVE_INFINITY : leads * (1 - icc) / room;
    return size * k / perWeek;
  }
}

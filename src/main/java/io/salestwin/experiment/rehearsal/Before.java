package io.salestwin.experiment.rehearsal;

import io.salestwin.experiment.ExperimentPlan.Earlier;
import io.salestwin.metrics.UnitTable;
import io.salestwin.scenario.Lever;
import io.salestwin.statistics.PairedVariances;
import io.salestwin.statistics.Tally;
import java.util.Arrays;

/**
 * The covariate of the units of one play: what was known of them before they were dealt an arm.
 *
 * @param course the experiment with its days
 * @param units the leads
 * @param ofKey what each rep or territory did before; empty unless the covariate is of before
 */
record Before(Course course, UnitTable units, double[] ofKey) {

  static Before of(Course course, UnitTable units) {
    boolean earlier = course.origin().filter(Earlier.class::isInstance).isPresent();
    return new Before(course, units, earlier ? before(course, units.past()) : new double[0]);
  }

  /**
   * The mean of the leads of each, whose window has ended before the start; who had none gets the
   * mean of the others, by which nothing is adjusted.
   */
  private static double[] before(Course course, UnitTable past) {
    Cases cases = Cases.at(course, past, course.startMs());
    boolean reps = course.plan().unit() == Lever.Unit.REP;
    double[] means =
        new double[reps ? course.territories().length : course.scenario().territories().size()];
    double[] leads = new double[means.length];
    for (int i = 0; i < cases.count(); i++) {
      int key = Clusters.key(course, past, cases.rows()[i]);
      means[key] += cases.values()[i];
      leads[key]++;
    }
    Arrays.setAll(means, key -> means[key] / leads[key]);
    double others =
        Arrays.stream(means).filter(each -> !Double.isNaN(each)).average().orElse(Double.NaN);
    Arrays.setAll(means, key -> Double.isNaN(means[key]) ? others : means[key]);
    return means;
  }

  /** Whether there is a covariate. */
  boolean isKnown() {
    return course.origin().isPresent();
  }

  /** That of a lead; NaN without one. */
  double of(int row) {
    if (!isKnown()) {
      return Double.NaN;
    }
    return ofKey.length == 0 ? units.score(row) : ofKey[Clusters.key(course, units, row)];
  }

  /**
   * How closely it goes with the metric within the arms: of leads, or of the means of those who
   * were dealt an arm together. NaN where there is none, or either has no spread.
   */
  double correlation(Cases cases) {
    if (!isKnown() || cases.count() == 0) {
      return Double.NaN;
    }
    Clusters clusters = Clusters.of(course, units, cases);
    double[] known = Arrays.stream(cases.rows()).mapToDouble(this::of).toArray();
    double[][] y = clusters.values(cases);
    double[][] x = clusters.values(new Cases(cases.rows(), known, cases.treated()));
    boolean[] treated = clusters.treated();
    return PairedVariances.of(withinArms(x, treated), withinArms(y, treated)).correlation();
  }

  /** The mean of each cluster less that of its arm. */
  private static double[] withinArms(double[][] values, boolean[] treated) {
    Tally[] arms = {Tally.EMPTY, Tally.EMPTY};
    double[] means = new double[values.length];
    for (int c = 0; c < means.length; c++) {
      means[c] = Tally.of(values[c]).mean();
      arms[treated[c] ? 1 : 0] = arms[treated[c] ? 1 : 0].plus(means[c]);
    }
    Arrays.setAll(means, c -> means[c] - arms[treated[c] ? 1 : 0].mean());
    return means;
  }
}

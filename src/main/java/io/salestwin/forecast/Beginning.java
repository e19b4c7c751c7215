package io.salestwin.forecast;

import io.salestwin.metrics.WeekCounts;
import io.salestwin.statistics.Pairs;
import java.util.List;

/** Leads and deals by week, from the empty beginning of the warm-up on, of several replications. */
final class Beginning {

  private final List<WeekCounts> plays;
  private final int weeks;

  /** Mean leads of each week. */
  private final double[] leads;

  /** Mean leads of all weeks up to each. */
  private final double[] leadsUntil;

  /** Deals of each age per lead of the weeks that are seen to that age. */
  private final double[] dealsOfAge;

  Beginning(List<WeekCounts> plays) {
    this.plays = plays;
    weeks = plays.get(0).weeks();
    leads = new double[weeks];
    leadsUntil = new double[weeks];
    dealsOfAge = new double[weeks];
    double until = 0;
    for (int week = 0; week < weeks; week++) {
      for (WeekCounts play : plays) {
        leads[week] += (double) play.leads(week) / plays.size();
      }
      until += leads[week];
      leadsUntil[week] = until;
    }
    for (WeekCounts play : plays) {
      for (int age = 0; age < weeks; age++) {
        dealsOfAge[age] += perLead(play, age) / plays.size();
      }
    }
  }

  int weeks() {
    return weeks;
  }

  private double perLead(WeekCounts play, int age) {
    int deals = play.dealsOfAge(age);
    return deals == 0 ? 0 : deals / leadsUntil[weeks - 1 - age];
  }

  /**
   * By week: deals won per lead, of the mean number of leads in the weeks that the deals come from
   * (each weighted with the deals of its age, as far back as there are weeks).
   */
  double[] dealsPerLead() {
    double[] series = new double[weeks];
    double share = 0;
    for (int week = 0; week < weeks; week++) {
      share += dealsOfAge[week];
      double expected = 0;
      for (int age = 0; age <= week; age++) {
        expected += dealsOfAge[age] * leads[week - age];
      }
      double deals = 0;
      for (WeekCounts play : plays) {
        deals += (double) play.deals(week) / plays.size();
      }
      series[week] = expected == 0 ? 0 : deals * share / expected;
    }
    return series;
  }

  /**
   * By replication, the share of deals that the weeks lack because no lead is old enough for them,
   * as the ratio of two means: each value is that ratio plus what its replication moves it by
   * (Cochran, <em>Sampling Techniques</em>, 3rd ed. 1977, section 6.3). All 0 when nothing was won.
   *
   * @param from the first week
   * @param to the week after the last
   */
  Pairs missing(int from, int to) {
    double[] weight = new double[weeks];
    for (int age = 0; age < weeks; age++) {
      int lacking = Math.min(age, to) - from;
      weight[age] = Math.max(0.0, lacking) / (to - from);
    }
    double[] missing = new double[plays.size()];
    double[] all = new double[plays.size()];
    double missingMean = 0;
    double allMean = 0;
    for (int r = 0; r < missing.length; r++) {
      for (int age = 0; age < weeks; age++) {
        double deals = perLead(plays.get(r), age);
        all[r] += deals;
        missing[r] += deals * weight[age];
      }
      missingMean += missing[r] / missing.length;
      allMean += all[r] / all.length;
    }
    double ratio = allMean == 0 ? 0 : missingMean / allMean;
    for (int r = 0; r < missing.length; r++) {
      missing[r] = allMean == 0 ? 0 : ratio + (missing[r] - ratio * all[r]) / allMean;
    }
    return Pairs.of(missing);
  }
}

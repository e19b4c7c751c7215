package io.salestwin.experiment.design;

import io.salestwin.statistics.Estimate;

/**
 * What is known of the units before the experiment: as the plan states it, else measured in plays
 * of the scenario. A figure that the experiment does not need is NaN.
 *
 * @param plays how many plays of the scenario were measured; 0 if the plan states all
 * @param seed the seed of the plays
 * @param leadsPerWeek leads that enter the experiment in a week
 * @param mean the primary metric under control, in its unit; for a cycle the median days of those
 *     who get there
 * @param sd standard deviation between leads, in the metric's unit
 * @param chance chance that a lead gets there within the window
 * @param clusters reps, territories or weeks that can be assigned; 0 for leads, and for weeks, of
 *     which there are as many as the experiment is long
 * @param icc how alike the leads of one cluster are: their intracluster correlation; of a count,
 *     the coefficient of variation between the rates of clusters
 * @param sizeVariation coefficient of variation of the clusters' numbers of leads
 * @param modelled what the treatment does to the primary metric in the scenario when all get it,
 *     against none: an estimate over paired plays, in the metric's unit
 */
public record Baseline(
    int plays,
    long seed,
    double leadsPerWeek,
    double mean,
    double sd,
    double chance,
    int clusters,
    double icc,
    double sizeVariation,
    Estimate modelled) {

  /**
   * Where the figures come from.
   *
   * @return in words
   */
  public String source() {
    return plays == 0 ? "as the plan states" : "measured in " + plays + " plays of the scenario";
  }
}

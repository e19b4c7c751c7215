package io.salestwin.calibration.pipeline;

import io.salestwin.calibration.pipeline.PipelinePlan.Category;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What became of the deals that were open on past evenings, against the chances that they would
 * have been given with what was known then. Windows overlap, and a deal that stays open is in
 * several of them: the counts are larger than what they tell.
 *
 * @param snapshots the evenings, each with a window as long as the rest of the period
 * @param bins by tenth of the chance; empty tenths left out
 * @param categories by category
 * @param stages by stage, in the order of the stages; one for an export without stages
 * @param brier mean squared distance of chance and outcome, by rule; those that cannot be told are
 *     not there
 * @param baseBrier the same for one chance for all: the share of them that was won
 */
public record TrackRecord(
    List<Snapshot> snapshots,
    List<Realised> bins,
    Map<Category, Realised> categories,
    List<Realised> stages,
    Map<ChanceRule, Double> brier,
    double baseBrier) {

  /** Copies. */
  public TrackRecord {
    snapshots = List.copyOf(snapshots);
    bins = List.copyOf(bins);
    categories = Map.copyOf(categories);
    stages = List.copyOf(stages);
    brier = Map.copyOf(brier);
  }

  /**
   * One past evening.
   *
   * @param evening what came after it was not seen
   * @param until the last day of the window
   * @param open deals open on the evening
   * @param weighted their worth x chance
   * @param won what was won of them in the window
   */
  public record Snapshot(
      LocalDate evening, LocalDate until, int open, double weighted, double won) {}

  /**
   * Deals with something in common.
   *
   * @param name what they have in common
   * @param n how many
   * @param chance their mean chance
   * @param won how many were won in their windows
   */
  public record Realised(String name, int n, double chance, int won) {

    /**
     * What was won of them.
     *
     * @return a fraction; NaN without any
     */
    public double share() {
      return n == 0 ? Double.NaN : won / (double) n;
    }
  }
}

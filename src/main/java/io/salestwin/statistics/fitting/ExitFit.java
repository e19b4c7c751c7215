package io.salestwin.statistics.fitting;

import java.util.ArrayList;
import java.util.List;

/**
 * How and when something is left that can be left in several ways: shares of the ways, a law of the
 * stay for each, and a share that never leaves. Stays that were still open count as not yet ended,
 * stays that are known only because they lasted until the record began count as such (delayed
 * entry): what was never seen is put in by its expected number (EM; Dempster, Laird and Rubin 1977;
 * for truncation Turnbull 1976).
 *
 * @param shares share of each way
 * @param never share that never leaves; 0 where the likelihood is as good without it (less than two
 *     better, as AIC asks of one more parameter), or fewer than five stays are old
 * @param laws for each way the fits of all families, the best by AIC first; none for a way that
 *     nobody took
 * @param standardErrors of the shares as log-odds against all else, then of the logarithms of the
 *     parameters of each way's best law (the weight as log-odds), in their order; NaN where the
 *     data say nothing
 * @param counts for each way its expected counts by bin, seen and unseen
 */
public record ExitFit(
    List<Double> shares,
    double never,
    List<List<LawFit>> laws,
    List<List<Double>> standardErrors,
    List<double[]> counts) {

  private static final int ROUNDS_OF_MASSES = 300;
  private static final int ROUNDS_OF_LAWS = 40;
  private static final double NEVER_FROM = 5;
  private static final double STILL = 1e-3;
  private static final double WORTH_A_PARAMETER = 2;

  /** Copies the lists. */
  public ExitFit {
    shares = List.copyOf(shares);
    laws = laws.stream().map(List::copyOf).toList();
    standardErrors = standardErrors.stream().map(List::copyOf).toList();
    counts = List.copyOf(counts);
  }

  /**
   * Fits.
   *
   * @param data the stays
   * @return the most likely shares and laws; the families are those that are best on the counts of
   *     a fit without families
   */
  public static ExitFit of(ExitData data) {
    int ways = data.exits().length;
    boolean old = data.openBeyond(Expectation.OLD) >= NEVER_FROM;
    Expectation step = new Expectation(data, old);
    for (int i = 0; i < ROUNDS_OF_MASSES; i++) {
      step.masses();
    }
    List<List<LawFit>> laws = new ArrayList<>();
    for (int k = 0; k < ways; k++) {
      laws.add(
          data.left(k) > 0 ? LawFit.ranked(Binned.of(data.edges(), step.counts(k))) : List.of());
    }
    List<LawFit> best = new ArrayList<>();
    for (List<LawFit> fits : laws) {
      best.add(fits.isEmpty() ? null : fits.get(0));
    }
    List<LawFit> without = new ArrayList<>(best);
    double top = climb(step, best);
    if (old) {
      Expectation all = new Expectation(data, false);
      if (top - climb(all, without) < WORTH_A_PARAMETER) {
        step = all;
        best = without;
      }
    }
    List<double[]> counts = new ArrayList<>();
    for (int k = 0; k < ways; k++) {
      counts.add(step.counts(k));
      if (best.get(k) != null) {
        List<LawFit> all = new ArrayList<>(laws.get(k));
        all.set(0, best.get(k));
        laws.set(k, all);
      }
    }
    return new ExitFit(step.shares(), step.never(), laws, Curvature.errors(step, best), counts);
  }

  /** Shares and laws in turn, until the likelihood stands still; gives its logarithm. */
  private static double climb(Expectation step, List<LawFit> best) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ROUNDS_OF_LAWS; i++) {
      step.laws(best);
      for (int k = 0; k < best.size(); k++) {
        if (best.get(k) != null && best.get(k).family() != Family.EMPIRICAL) {
          best.set(k, best.get(k).again(step.binned(k)));
        }
      }
      double now = step.logLikelihood(best);
      if (now - last < STILL) {
        return now;
      }
      last = now;
    }
    return last;
  }
}

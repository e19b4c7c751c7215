package io.salestwin.experiment.analysis;

import io.salestwin.statistics.location.Quantiles;
import io.salestwin.statistics.special.NormalLaw;
import io.salestwin.statistics.special.Root;
import io.salestwin.statistics.study.Chance;

/**
 * Values of leads of which some bring log-normal deals, and the others nothing.
 *
 * @param world how many there are
 * @param times how much larger deals of the treated are
 * @param rows the results
 * @param values of both arms
 */
record Some(World world, double times, String rows, double[] values) {

  private static final double MEDIAN = 10_000;
  private static final double SIGMA = 0.9;

  /**
   * Leads, and how many of them are won.
   *
   * @param leads of both arms
   * @param won their share
   */
  record World(int leads, double won) {

    String words() {
      return "%d leads, %.0f %% won, log-normal deals".formatted(leads, 100 * won);
    }

    /** What the treated have more on the mean, of values cut at the 99 % quantile of the law. */
    double effectUpTo(double times) {
      double beyond = 2 * (1 - Comparing.CAP) / won;
      double cap = Root.between(x -> above(x, 1) + above(x, times) - beyond, 1, 1e7);
      return won * (cut(cap, times) - cut(cap, 1));
    }
  }

  static Some of(Chance c, World world, double times) {
    Rows rows = new Rows("arm,revenue");
    double[] values = new double[world.leads];
    for (int i = 0; i < values.length; i++) {
      boolean treated = c.hits(0.5);
      double deal = MEDIAN * (treated ? times : 1) * c.deal(SIGMA);
      long value = c.hits(world.won) ? Math.round(deal) : 0;
      values[i] = value;
      rows.add(treated, value);
    }
    return new Some(world, times, rows.toString(), values);
  }

  /** The treated's median less that of the others. */
  double effectOnMedians() {
    double z = NormalLaw.quantile(1 - 0.5 / Math.max(0.5, world.won));
    return world.won > 0.5 ? (times - 1) * MEDIAN * Math.exp(SIGMA * z) : 0;
  }

  /** What the treated have more on the mean, of values cut at the 99 % quantile of those here. */
  double effectUpTo() {
    double cap = Quantiles.type7(values, Comparing.CAP);
    return world.won * (cut(cap, times) - cut(cap, 1));
  }

  /** The chance that a deal is larger. */
  private static double above(double limit, double times) {
    return NormalLaw.above(Math.log(limit / (MEDIAN * times)) / SIGMA);
  }

  /** The mean of a deal that is cut: E min(X, cap). */
  private static double cut(double cap, double times) {
    double z = Math.log(cap / (MEDIAN * times)) / SIGMA;
    double mean = MEDIAN * times * Math.exp(SIGMA * SIGMA / 2);
    return mean * NormalLaw.above(SIGMA - z) + cap * NormalLaw.above(z);
  }
}

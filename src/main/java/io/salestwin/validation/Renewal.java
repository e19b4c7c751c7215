package io.salestwin.validation;

import io.salestwin.random.Gamma;

/**
 * How often something has happened by a time when the gaps between are independent and
 * gamma-distributed: N(t) reaches k when the sum of k gaps, gamma again with k times the shape, is
 * at most t. Source: Cox, <em>Renewal Theory</em> (1962), chapter 3.
 *
 * @param shape shape of a gap; 2 is Erlang's
 * @param scale scale of a gap, in any unit of time
 */
record Renewal(double shape, double scale) {

  private static final double NEGLIGIBLE = 1e-17;

  /** The renewal function m(t) = E[N(t)] = sum over k of P(k gaps take at most t). */
  double mean(double time) {
    double sum = 0;
    for (int k = 1; ; k++) {
      double reached = reached(k, time);
      sum += reached;
      if (reached < NEGLIGIBLE) {
        return sum;
      }
    }
  }

  /** E[N(t)²] = sum over k of (2k - 1) P(N(t) >= k). */
  double secondMoment(double time) {
    double sum = 0;
    for (int k = 1; ; k++) {
      double reached = reached(k, time);
      sum += (2.0 * k - 1) * reached;
      if (reached * k < NEGLIGIBLE) {
        return sum;
      }
    }
  }

  private double reached(int k, double time) {
    return new Gamma(k * shape, scale).cdf(time);
  }
}

package io.salestwin.validation;

import java.util.function.IntToDoubleFunction;

/**
 * A number of things that goes up and down by one: births at rate lambda(n), deaths at rate mu(n).
 * States beyond the last are cut off; the caller chooses it so that they do not matter.
 */
final class BirthDeath {

  private final IntToDoubleFunction birth;
  private final IntToDoubleFunction death;
  private final int last;

  /**
   * @param birth rate of n to n + 1
   * @param death rate of n to n - 1, for n of at least 1
   * @param last the largest number
   */
  BirthDeath(IntToDoubleFunction birth, IntToDoubleFunction death, int last) {
    this.birth = birth;
    this.death = death;
    this.last = last;
  }

  /**
   * M/M/c whose waiting customers leave after an exponential patience: Palm (1957); Garnett,
   * Mandelbaum and Reiman, <em>Designing a call center with impatient customers</em>, MSOM 4
   * (2002).
   *
   * @param servers c
   * @param rate arrivals per unit of time
   * @param service rate of one server
   * @param leaving rate at which one who waits gives up; 0 for endless patience
   * @param last the largest number in the system
   */
  static BirthDeath ofQueue(int servers, double rate, double service, double leaving, int last) {
    return new BirthDeath(
        n -> rate, n -> Math.min(n, servers) * service + Math.max(0, n - servers) * leaving, last);
  }

  /**
   * The long-run mean of a function of the number: weights by detailed balance, p(n) mu(n) = p(n -
   * 1) lambda(n - 1). Source: Kleinrock I (1975), section 3.1.
   */
  double mean(IntToDoubleFunction of) {
    double weight = 1;
    double sum = 1;
    double weighted = of.applyAsDouble(0);
    for (int n = 1; n <= last; n++) {
      weight *= birth.applyAsDouble(n - 1) / death.applyAsDouble(n);
      sum += weight;
      weighted += weight * of.applyAsDouble(n);
    }
    return weighted / sum;
  }

  /**
   * The mean over the time from 0 to the end of a function of the number, exactly, when it is 0 at
   * time 0. By uniformisation: with a rate r above every rate of leaving, the expected time spent
   * between jumps k and k + 1 is P(Poisson(r end) > k) / r. Source: Jensen, <em>Markoff chains as
   * an aid in the study of Markoff processes</em> (1953).
   */
  double meanOverTimeFromEmpty(IntToDoubleFunction of, double end) {
    double rate = 0;
    for (int n = 0; n <= last; n++) {
      rate = Math.max(rate, up(n) + down(n));
    }
    double jumps = rate * end;
    int most = (int) (jumps + 12 * StrictMath.sqrt(jumps) + 60); // more have a chance below 1e-17
    double[] state = new double[last + 1];
    state[0] = 1;
    double logExactly = -jumps; // log P(Poisson = k)
    double more = 1; // P(Poisson > k - 1)
    double area = 0;
    for (int k = 0; k <= most; k++) {
      more -= StrictMath.exp(logExactly);
      logExactly += StrictMath.log(jumps / (k + 1));
      double value = 0;
      for (int n = 0; n <= last; n++) {
        value += state[n] * of.applyAsDouble(n);
      }
      area += Math.max(0, more) * value / rate;
      state = jump(state, rate);
    }
    return area / end;
  }

  private double[] jump(double[] state, double rate) {
    double[] next = new double[state.length];
    for (int n = 0; n <= last; n++) {
      double stays = 1 - (up(n) + down(n)) / rate;
      next[n] += state[n] * stays;
      if (n < last) {
        next[n + 1] += state[n] * up(n) / rate;
      }
      if (n > 0) {
        next[n - 1] += state[n] * down(n) / rate;
      }
    }
    return next;
  }

  private double up(int n) {
    return n < last ? birth.applyAsDouble(n) : 0;
  }

  private double down(int n) {
    return n > 0 ? death.applyAsDouble(n) : 0;
  }
}

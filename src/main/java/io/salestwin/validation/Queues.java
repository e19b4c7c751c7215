package io.salestwin.validation;

/**
 * Formulas of queueing theory. Rates and times share one unit of time; a load is an arrival rate
 * times a mean work.
 */
final class Queues {

  private Queues() {}

  /**
   * Erlang's loss formula: the chance that all servers of M/G/c/c are busy. By the recursion B(0) =
   * 1, B(n) = a B(n - 1) / (n + a B(n - 1)). Source: Erlang (1917); Kleinrock, <em>Queueing
   * Systems</em> I (1975), section 3.6.
   *
   * @param servers at least 0
   * @param load in Erlangs, above 0
   */
  static double erlangB(int servers, double load) {
    double b = 1;
    for (int n = 1; n <= servers; n++) {
      b = load * b / (n + load * b);
    }
    return b;
  }

  /**
   * Erlang's delay formula: the chance to wait in M/M/c, C = B / (1 - (a / c) (1 - B)). Source:
   * Kleinrock I (1975), section 3.5.
   *
   * @param servers at least 1
   * @param load in Erlangs, below the number of servers
   */
  static double erlangC(int servers, double load) {
    double b = erlangB(servers, load);
    return b / (1 - load / servers * (1 - b));
  }

  /** Mean number waiting in M/M/c: C(c, a) a / (c - a). */
  static double waitingOfMmc(int servers, double load) {
    return erlangC(servers, load) * load / (servers - load);
  }

  /**
   * Mean wait in M/G/1: lambda E[S²] / (2 (1 - rho)). Source: Pollaczek and Khinchine; Kleinrock I
   * (1975), chapter 5.
   *
   * @param rate arrivals per unit of time
   * @param mean mean work
   * @param secondMoment mean squared work
   */
  static double pollaczekKhinchine(double rate, double mean, double secondMoment) {
    return rate * secondMoment / (2 * (1 - rate * mean));
  }

  /**
   * Mean waits of classes that are served by rank, without interruption: W(k) = W0 / ((1 -
   * sigma(k-1)) (1 - sigma(k))), where sigma(k) is the load per server of the classes up to k.
   * Source: Cobham, <em>Priority assignment in waiting line problems</em>, Operations Research 2
   * (1954).
   *
   * @param loads load per server of each class, the most important first; their sum is below 1
   * @param inService W0, mean time until a server is free for whoever is first: lambda E[S²] / 2
   *     for one server, C(c, a) mean / c for c servers with exponential work
   * @return mean wait of each class
   */
  static double[] cobham(double[] loads, double inService) {
    double[] waits = new double[loads.length];
    double above = 0;
    for (int k = 0; k < loads.length; k++) {
      double upTo = above + loads[k];
      waits[k] = inService / ((1 - above) * (1 - upTo));
      above = upTo;
    }
    return waits;
  }

  /**
   * The chance to wait in E(k)/M/1: the root below 1 of sigma = A*(mu (1 - sigma)), where A*(s) =
   * (k lambda / (k lambda + s))^k is the transform of the gaps between arrivals. The mean wait is
   * sigma / (mu (1 - sigma)). Source: Kleinrock I (1975), chapter 6.
   *
   * @param phases k, at least 1
   * @param load lambda / mu, below 1
   */
  static double waitChanceOfErlangArrivals(int phases, double load) {
    double sigma = 0;
    for (int i = 0; i < 10_000; i++) {
      double next = StrictMath.pow(phases * load / (phases * load + 1 - sigma), phases);
      if (next == sigma) {
        break;
      }
      sigma = next;
    }
    return sigma;
  }

  /**
   * The mean of e^(-s wait) in M/M/1 that takes the last lead first: who has to wait does so for a
   * busy period, whose transform is B(s) = (lambda + mu + s - sqrt((lambda + mu + s)² - 4 lambda
   * mu)) / (2 lambda). Source: Wishart, <em>Queuing systems in which the discipline is "last-come,
   * first-served"</em>, Operations Research 8 (1960); Kleinrock I (1975), section 5.8.
   *
   * @param rate lambda
   * @param service mu
   * @param s at least 0, per unit of time
   */
  static double fadedWaitOfLastInFirstOut(double rate, double service, double s) {
    double sum = rate + service + s;
    double busy = (sum - StrictMath.sqrt(sum * sum - 4 * rate * service)) / (2 * rate);
    return 1 - rate / service * (1 - busy);
  }

  /**
   * The share lost in M/M/1 when whoever has waited for a fixed patience leaves: the unfinished
   * work of those who stay has the density lambda P0 exp(-(mu - lambda) v) up to the patience and
   * falls by exp(-mu v) beyond; lost is who meets more than the patience. Source: Barrer,
   * <em>Queuing with impatient customers and ordered service</em>, Operations Research 5 (1957).
   *
   * @param rate arrivals per unit of time, other than {@code service}
   * @param service mu
   * @param patience the longest wait
   */
  static double lostOfConstantPatience(double rate, double service, double patience) {
    double drift = service - rate;
    double atPatience = StrictMath.exp(-drift * patience);
    double below = rate * (1 - atPatience) / drift;
    double beyond = rate / service * atPatience;
    return beyond / (1 + below + beyond);
  }

  /**
   * Relative distance from the long run, at most, of the mean number in M/M/1 that began empty:
   * exp(-t / tau), tau = 1 / (sqrt(mu) - sqrt(lambda))². Source: Abate and Whitt, <em>Transient
   * behavior of the M/M/1 queue: starting at the origin</em>, Queueing Systems 2 (1987).
   *
   * @param rate lambda
   * @param service mu
   * @param time since it was empty
   */
  static double remainder(double rate, double service, double time) {
    double gap = StrictMath.sqrt(service) - StrictMath.sqrt(rate);
    return StrictMath.exp(-time * gap * gap);
  }
}

package io.salestwin.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every formula a second way: published tables, other formulas, or the chain itself. */
class QueuesTest {

  private static final Offset<Double> EXACT = within(1e-12);

  /**
   * The load that loses one call in a hundred, from published Erlang B tables, which give it to
   * three or four digits (e.g. ITU, Teletraffic Engineering Handbook, 2005).
   */
  @ParameterizedTest
  @CsvSource({"1, 0.0101", "5, 1.361", "10, 4.461", "20, 12.03", "50, 37.90", "100, 84.06"})
  void erlangsLossIsThatOfThePublishedTables(int servers, double load) {
    double half = load < 1 ? 0.00005 : load < 10 ? 0.0005 : 0.005;
    assertThat(Queues.erlangB(servers, load - half)).isLessThan(0.01);
    assertThat(Queues.erlangB(servers, load + half)).isGreaterThan(0.01);
  }

  @Test
  void erlangsLossIsTheLastShareOfATruncatedPoissonLaw() {
    double weight = 1;
    double sum = 1;
    for (int n = 1; n <= 10; n++) {
      weight *= 7.0 / n;
      sum += weight;
    }
    assertThat(Queues.erlangB(10, 7)).isCloseTo(weight / sum, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.7", "3, 2.4", "4, 3", "10, 9.5"})
  void erlangsDelayIsTheChanceOfAllBusyInTheChain(int servers, double load) {
    BirthDeath chain = BirthDeath.ofQueue(servers, load, 1, 0, 3000);
    assertThat(Queues.erlangC(servers, load))
        .isCloseTo(chain.mean(n -> n >= servers ? 1 : 0), EXACT);
    assertThat(Queues.waitingOfMmc(servers, load))
        .isCloseTo(chain.mean(n -> Math.max(0, n - servers)), within(1e-9));
  }

  @Test
  void pollaczekAndKhinchineGiveTheMemorylessAndTheConstantQueue() {
    assertThat(Queues.pollaczekKhinchine(0.7, 1, 2)).isCloseTo(0.7 / 0.3, EXACT);
    // M/D/1 at rho = 0.5 waits half a service: Kleinrock I (1975), chapter 5
    assertThat(Queues.pollaczekKhinchine(0.5, 1, 1)).isCloseTo(0.5, EXACT);
  }

  /** The mean of a queue of M/G/1 by its own imbedded chain, for constant work. */
  @Test
  void pollaczekAndKhinchineAgreeWithTheImbeddedChainOfMd1() {
    double load = 0.8;
    int most = 300;
    double[] arrivals = new double[most];
    arrivals[0] = Math.exp(-load);
    for (int k = 1; k < most; k++) {
      arrivals[k] = arrivals[k - 1] * load / k;
    }
    double[] left = new double[most];
    left[0] = 1 - load;
    // p(j) = (p(0) + p(1)) a(j) + sum over i of p(i) a(j - i + 1), solved for the last one
    for (int j = 0; j + 1 < most; j++) {
      double known = left[0] * arrivals[j];
      for (int i = 1; i <= j; i++) {
        known += left[i] * arrivals[j - i + 1];
      }
      left[j + 1] = Math.max(0, (left[j] - known) / arrivals[0]);
    }
    double number = 0;
    for (int n = 0; n < 120; n++) {
      number += n * left[n];
    }
    double wait = Queues.pollaczekKhinchine(load, 1, 1);
    assertThat(number).isCloseTo(load * (wait + 1), within(1e-6));
  }

  /** Kleinrock's conservation law: the loads' mean of the waits does not know the ranks. */
  @Test
  void cobhamsWaitsKeepTheConservationLaw() {
    double[] loads = {0.16, 0.24, 0.4};
    double[] waits = Queues.cobham(loads, 0.656);
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += loads[k] * waits[k];
    }
    assertThat(sum).isCloseTo(0.8 * 0.656 / (1 - 0.8), EXACT);
    assertThat(Queues.cobham(new double[] {0.8}, 0.656)[0]).isCloseTo(0.656 / 0.2, EXACT);
    // the first class waits as if the others only lengthened what is in service
    assertThat(waits[0]).isCloseTo(0.656 / (1 - 0.16), EXACT);
  }

  /** E2/M/1 as a chain of phases: an arrival is two phases at twice the rate. */
  @Test
  void erlangArrivalsWaitAsTheChainOfPhasesSays() {
    double load = 0.7;
    int last = 400;
    double[] p = new double[last + 1];
    p[0] = 1;
    double rate = 2 * load + 1;
    for (int step = 0; step < 40_000; step++) {
      double[] next = new double[last + 1];
      for (int m = 0; m <= last; m++) {
        double up = m < last ? 2 * load / rate : 0;
        double down = m >= 2 ? 1 / rate : 0;
        next[Math.min(last, m + 1)] += p[m] * up;
        next[m >= 2 ? m - 2 : 0] += p[m] * down;
        next[m] += p[m] * (1 - up - down);
      }
      p = next;
    }
    double arriving = 0;
    double waiting = 0;
    for (int m = 1; m <= last; m += 2) { // the second phase ends in an arrival
      arriving += p[m];
      waiting += m >= 3 ? p[m] : 0;
    }
    assertThat(Queues.waitChanceOfErlangArrivals(2, load))
        .isCloseTo(waiting / arriving, within(1e-9));
    assertThat(Queues.waitChanceOfErlangArrivals(1, load)).isCloseTo(load, EXACT);
  }

  @Test
  void theWaitOfLastInFirstOutHasTheKnownMoments() {
    double load = 0.7;
    double h = 1e-4;
    double at0 = Queues.fadedWaitOfLastInFirstOut(load, 1, 0);
    double at1 = Queues.fadedWaitOfLastInFirstOut(load, 1, h);
    double at2 = Queues.fadedWaitOfLastInFirstOut(load, 1, 2 * h);
    double at3 = Queues.fadedWaitOfLastInFirstOut(load, 1, 3 * h);
    assertThat(at0).isCloseTo(1, EXACT);
    // forward differences of the second order
    double mean = (3 * at0 - 4 * at1 + at2) / (2 * h);
    double square = (2 * at0 - 5 * at1 + 4 * at2 - at3) / (h * h);
    assertThat(mean).isCloseTo(load / (1 - load), within(1e-3));
    // 1 / (1 - rho) times that of first in, first out: Takacs (1963)
    double fifo = 2 * load / ((1 - load) * (1 - load));
    assertThat(square).isCloseTo(fifo / (1 - load), within(0.1));
  }

  @Test
  void lostOfConstantPatienceKeepsTheFlowsInBalance() {
    double rate = 0.9;
    double patience = 2;
    double lost = Queues.lostOfConstantPatience(rate, 1, patience);
    // by quadrature: 1 = P0 (1 + integral of the density of the work ahead)
    double below = Integral.of(v -> rate * Math.exp(-(1 - rate) * v), 0, patience);
    double beyond =
        Integral.of(
            v -> rate * Math.exp(-(1 - rate) * patience) * Math.exp(-(v - patience)),
            patience,
            patience + 60);
    double idle = 1 / (1 + below + beyond);
    assertThat(lost).isCloseTo(idle * beyond, within(1e-10));
    assertThat(rate * (1 - lost)).isCloseTo(1 - idle, within(1e-10));
    // without patience it is Erlang's loss, with endless patience nobody is lost
    assertThat(Queues.lostOfConstantPatience(rate, 1, 0)).isCloseTo(Queues.erlangB(1, rate), EXACT);
    assertThat(Queues.lostOfConstantPatience(rate, 1, 1000)).isCloseTo(0, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"0.7, 20", "0.7, 100", "0.9, 100"})
  void aQueueThatBeganEmptyIsNoFartherFromTheLongRunThanItsBound(double load, double time) {
    BirthDeath queue = BirthDeath.ofQueue(1, load, 1, 0, 400);
    double then = queue.meanOverTimeFromEmpty(n -> n, time) * time;
    double later = queue.meanOverTimeFromEmpty(n -> n, time + 1) * (time + 1);
    double longRun = load / (1 - load);
    double off = (longRun - (later - then)) / longRun;
    assertThat(off).isBetween(0.0, Queues.remainder(load, 1, time));
  }
}

package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Deals of one kind that have stood in one stage for the same time on day one.
 *
 * @param stage index of the stage
 * @param age days in the stage; empty when not known
 * @param leads how many, a fraction where their kind is not known
 * @param given annual value of those whose value is given, in the currency
 * @param toDraw how many have no value of their own
 */
record OpeningDeals(int stage, OptionalDouble age, double leads, double given, double toDraw) {

  /** Where the chance to have stayed so long is less, a deal never wins. */
  private static final double STALE_BELOW = 1e-4;

  private record Key(int stage, OptionalDouble age) {}

  /** The open deals of a kind. */
  static List<OpeningDeals> of(Scenario scenario, Kind kind, double[] sourceShares) {
    Map<Key, double[]> sums = new LinkedHashMap<>();
    for (OpenDeal deal : scenario.begin().pipeline().orElse(List.of())) {
      double share = share(scenario, deal, kind, sourceShares);
      if (share > 0) {
        OptionalDouble age =
            deal.ageMs().isPresent()
                ? OptionalDouble.of((double) deal.ageMs().get() / Clock.DAY)
                : OptionalDouble.empty();
        double[] sum = sums.computeIfAbsent(new Key(deal.stage(), age), k -> new double[3]);
        sum[0] += share;
        sum[1] += share * deal.valueCents().map(cents -> cents / 100.0).orElse(0.0);
        sum[2] += deal.valueCents().isPresent() ? 0 : share;
      }
    }
    List<OpeningDeals> deals = new ArrayList<>();
    sums.forEach((k, v) -> deals.add(new OpeningDeals(k.stage(), k.age(), v[0], v[1], v[2])));
    return deals;
  }

  /** The chance that a deal is of a kind, from what is known of it. */
  private static double share(Scenario scenario, OpenDeal deal, Kind kind, double[] sourceShares) {
    double share = 1;
    if (deal.source() >= 0) {
      share = deal.source() == kind.source() ? 1 : 0;
    } else {
      share = sourceShares[kind.source()];
    }
    if (deal.product() >= 0 && deal.product() != kind.product()
        || deal.segment() >= 0 && deal.segment() != kind.segment()) {
      return 0;
    }
    double met = kind.met();
    if (deal.competitor() >= 0) {
      met = deal.competitor() == kind.competitor() + 1 ? 1 : 0;
    }
    double whole = 0;
    for (int g = 0; g < scenario.segments().size(); g++) {
      for (int p = 0; p < scenario.products().size(); p++) {
        if ((deal.product() < 0 || deal.product() == p)
            && (deal.segment() < 0 || deal.segment() == g)) {
          whole += weight(scenario, g, p, kind.source());
        }
      }
    }
    double mine = weight(scenario, kind.segment(), kind.product(), kind.source());
    return whole == 0 ? 0 : share * met * mine / whole;
  }

  private static double weight(Scenario scenario, int segment, int product, int source) {
    return scenario.segments().get(segment).mix().at(segment, product, source)
        * scenario.segments().get(segment).products().get(product);
  }

  double ageDays() {
    return age.orElse(0);
  }

  double value(double mean) {
    return given + toDraw * mean;
  }

  /** The weight of an outcome: the chance to have stayed so long, or the mean stay. */
  double stays(Passage p, int outcome) {
    Lag lag = p.delays()[outcome];
    if (age.isEmpty()) {
      double mean = lag.mean();
      return Double.isInfinite(mean) ? 0 : mean;
    }
    double survival = age.getAsDouble() == 0 ? 1 : 1 - lag.upTo(age.getAsDouble());
    return outcome == Passage.ADVANCE && survival < STALE_BELOW ? 0 : survival;
  }

  /** P(has left by the end of each step from day one on, given that it stands there). */
  double[] leaves(Passage p, int outcome, Grid grid) {
    Lag lag = p.delays()[outcome];
    double[] gone = new double[grid.steps()];
    if (age.isEmpty()) {
      // The rest of a stay in equilibrium has the density S(t) / mean (Cox, Renewal Theory, 1962).
      double sum = 0;
      for (int k = 0; k < gone.length; k++) {
        sum += (1 - lag.upTo((k + 0.5) * grid.step())) * grid.step() / lag.mean();
        gone[k] = Math.min(1, sum);
      }
      return gone;
    }
    double a = age.getAsDouble();
    double before = a == 0 ? 0 : lag.upTo(a);
    for (int k = 0; k < gone.length; k++) {
      gone[k] = (lag.upTo(a + (k + 1.0) * grid.step()) - before) / (1 - before);
    }
    return gone;
  }

  /** Whether a deal of this age never wins. */
  static boolean isStale(OpeningDeals deals, Passage p) {
    return deals.ageDays() >= p.timeOut() || deals.stays(p, Passage.ADVANCE) == 0;
  }
}

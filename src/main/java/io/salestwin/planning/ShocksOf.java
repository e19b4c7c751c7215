package io.salestwin.planning;

import io.salestwin.planning.Plays.Played;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.ShockLibrary;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import io.salestwin.statistics.Intervals;
import io.salestwin.statistics.Pairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lets shocks strike, alone and in pairs. Pairs are looked at in few replications first; closer are
 * looked at those with the lowest odds.
 */
final class ShocksOf {

  private static final int CLOSE_PAIRS = 5;
  private static final int FIRST_LOOK = 64;

  private final StressPlan plan;
  private final Plays plays;
  private final ShockSets sets;

  ShocksOf(StressPlan plan, Plays plays, ShockSets sets) {
    this.plan = plan;
    this.plays = plays;
    this.sets = sets;
  }

  List<ShockCase> cases() {
    List<String> names = new ArrayList<>(sets.own());
    List<String> library = plan.shocks().isEmpty() ? ShockLibrary.list() : plan.shocks();
    library.stream().filter(name -> !names.contains(name)).forEach(names::add);
    List<List<String>> pairs = new ArrayList<>();
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        pairs.add(List.of(names.get(a), names.get(b)));
      }
    }
    List<ShockCase> cases = new ArrayList<>();
    int all = names.size() + sets.own().size() + pairs.size();
    for (String name : names) {
      plays.tell("shocks", cases.size(), all);
      cases.add(striking(List.of(name), plays.most()));
    }
    for (String name : sets.own()) {
      plays.tell("shocks", cases.size(), all);
      cases.add(oneCase("without " + name, List.of(), sets.without(name), plays.most()));
    }
    cases.addAll(pairs(pairs, cases.size(), all));
    return cases;
  }

  private List<ShockCase> pairs(List<List<String>> pairs, int before, int all) {
    List<ShockCase> first = new ArrayList<>();
    for (List<String> pair : pairs) {
      plays.tell("shocks", before + first.size(), all);
      first.add(striking(pair, FIRST_LOOK));
    }
    first.sort(Comparator.comparingDouble(ShocksOf::oddsOrWorst));
    List<ShockCase> cases = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      boolean close = i < CLOSE_PAIRS;
      plays.tell("shocks, the worst pairs", Math.min(i, CLOSE_PAIRS), CLOSE_PAIRS);
      cases.add(close ? striking(first.get(i).shocks(), plays.most()) : first.get(i));
    }
    return cases;
  }

  private static double oddsOrWorst(ShockCase shock) {
    double odds = shock.odds().orNaN();
    return Double.isNaN(odds) ? 2 : odds;
  }

  private ShockCase striking(List<String> shocks, int n) {
    return oneCase(String.join(" + ", shocks), shocks, sets.striking(shocks), n);
  }

  private ShockCase oneCase(String name, List<String> shocks, List<LeverOverride> how, int n) {
    Played base = plays.asItIs(n);
    Played played = plays.play(how, n);
    return new ShockCase(
        name,
        shocks,
        plays.odds(played),
        plays.oddsBetween(base, played, Interval.ERROR),
        plays.bookingsBetween(base, played, Interval.ERROR),
        shocks.size() == 2 ? Optional.of(beyond(base, played, shocks, n)) : Optional.empty(),
        played.replications());
  }

  /** Mean bookings lost together less those lost by each alone, replication by replication. */
  private Estimate beyond(Played base, Played both, List<String> shocks, int n) {
    Played a = plays.play(sets.striking(shocks.subList(0, 1)), n);
    Played b = plays.play(sets.striking(shocks.subList(1, 2)), n);
    if (!both.isPlayed() || !a.isPlayed() || !b.isPlayed()) {
      return Estimate.notComputable("one of them could not be played");
    }
    double[] excess = new double[both.replications()];
    for (int r = 0; r < excess.length; r++) {
      excess[r] = both.bookings()[r] - a.bookings()[r] - b.bookings()[r] + base.bookings()[r];
    }
    return Intervals.mean(Pairs.of(excess), Interval.ERROR);
  }
}

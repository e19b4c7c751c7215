package io.salestwin.planning;

import io.salestwin.planning.Plays.Played;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.End;
import io.salestwin.planning.StressTest.Tornado;
import io.salestwin.planning.StressTest.Verdict;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.statistics.Estimate;
import io.salestwin.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves one lever after the other. Where there are many, all are looked at in few replications
 * first; closer are looked at those whose effect on the mean bookings may be among the largest.
 */
final class TornadoOf {

  /** So many are looked at closely. */
  private static final int CLOSE = 12;

  /** Screening takes this part of the replications, but at least so many. */
  private static final int SCREENED_PART = 8;

  private static final int SCREENED_LEAST = 32;

  /** Each closer look at those that remain takes so many times the replications. */
  private static final int CLOSER = 4;

  /** Looks at most: 32, 128, 512, 2048. */
  private static final int LOOKS = 4;

  /** A lever with both of its ends. */
  private record Candidate(
      String lever,
      String now,
      String lowText,
      List<LeverOverride> low,
      String highText,
      List<LeverOverride> high) {}

  private final StressPlan plan;
  private final Plays plays;
  private final Levers levers;

  TornadoOf(StressPlan plan, Plays plays, Levers levers) {
    this.plan = plan;
    this.plays = plays;
    this.levers = levers;
  }

  Tornado tornado() {
    List<Candidate> candidates = candidates();
    List<String> left = new ArrayList<>();
    int screening = 0;
    List<Candidate> close = candidates;
    int few = Math.max(SCREENED_LEAST, plays.most() / SCREENED_PART);
    for (int n = few; close.size() > CLOSE && n < plays.most(); n *= CLOSER) {
      screening = n;
      for (int i = 0; i < close.size(); i++) {
        plays.tell("tornado, first look", i, close.size());
        ends(close.get(i), n);
      }
      close = largest(close, n);
    }
    List<Candidate> chosen = close;
    List<Candidate> others = candidates.stream().filter(c -> !chosen.contains(c)).toList();
    double level = 1 - (1 - Interval.ERROR) / (3.0 * Math.max(1, close.size()));
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < close.size(); i++) {
      plays.tell("tornado", i, close.size());
      bar(close.get(i), plays.most(), level, left).ifPresent(bars::add);
    }
    bars.sort(Comparator.comparingDouble(b -> -b.size()));
    List<Bar> small = new ArrayList<>();
    for (Candidate other : others) {
      bar(other, few, Interval.ERROR, left).ifPresent(b -> small.add(asSmall(b)));
    }
    small.sort(Comparator.comparingDouble(b -> -Math.abs(orZero(b.bookings().orNaN()))));
    bars.addAll(small);
    return new Tornado(bars, level, screening, left);
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static Bar asSmall(Bar b) {
    Verdict verdict = b.verdict() == Verdict.NOTHING ? Verdict.NOTHING : Verdict.SMALL;
    return new Bar(
        b.lever(), b.now(), b.low(), b.high(), b.odds(), b.bookings(), verdict, b.replications());
  }

  // ---- which levers

  private List<Candidate> candidates() {
    Map<String, Levers.Known> uncertain = levers.uncertain();
    boolean named = !plan.levers().isEmpty();
    List<String> paths = plan.levers();
    if (plan.levers().equals(List.of(StressPlan.ALL_LEVERS))) {
      paths = levers.all();
    } else if (!named) {
      boolean known = plan.swing().isEmpty() && !uncertain.isEmpty();
      paths = known ? List.copyOf(uncertain.keySet()) : levers.main();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (String path : paths) {
      Levers.Known known = uncertain.get(path);
      if (plan.swing().isEmpty() && known != null) {
        candidates.add(
            new Candidate(
                path,
                levers.dial(path).now(),
                known.low().text(),
                known.low().sets(),
                known.high().text(),
                known.high().sets()));
      } else {
        candidates.add(swung(levers.dial(path)));
      }
    }
    return candidates;
  }

  private static Candidate swung(Dial dial) {
    Optional<String> low = dial.at(-1);
    Optional<String> high = dial.at(1);
    return new Candidate(
        dial.lever(),
        dial.now(),
        low.orElse(""),
        low.map(text -> List.of(dial.set(text))).orElse(List.of()),
        high.orElse(""),
        high.map(text -> List.of(dial.set(text))).orElse(List.of()));
  }

  /** Those whose effect may be among the largest: none is left out that is so for sure (95 %). */
  private List<Candidate> largest(List<Candidate> candidates, int n) {
    double level = 1 - (1 - Interval.ERROR) / (LOOKS * candidates.size());
    double[] least = new double[candidates.size()];
    double[] most = new double[candidates.size()];
    for (int i = 0; i < least.length; i++) {
      Played[] ends = ends(candidates.get(i), n);
      Optional<Estimate.Value> effect = plays.bookingsBetween(ends[0], ends[1], level).value();
      Interval interval = effect.map(Estimate.Value::interval).orElse(new Interval(0, 0, level));
      boolean crosses = interval.low() <= 0 && interval.high() >= 0;
      double nearer = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
      least[i] = crosses ? 0 : nearer;
      most[i] = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    }
    double[] sorted = least.clone();
    Arrays.sort(sorted);
    double bar = sorted[sorted.length - CLOSE];
    List<Candidate> kept = new ArrayList<>();
    for (int i = 0; i < least.length; i++) {
      if (most[i] > 0 && most[i] >= bar) {
        kept.add(candidates.get(i));
      }
    }
    return kept;
  }

  // ---- one lever

  private Played[] ends(Candidate c, int n) {
    return new Played[] {end(c.low(), n), end(c.high(), n)};
  }

  private Played end(List<LeverOverride> sets, int n) {
    return sets.isEmpty()
        ? new Played(new double[0], "there is no such value")
        : plays.play(sets, n);
  }

  private Optional<Bar> bar(Candidate c, int n, double level, List<String> left) {
    Played[] ends = ends(c, n);
    if (!ends[0].isPlayed() && !ends[1].isPlayed()) {
      left.add(c.lever() + ": " + ends[0].problem());
      return Optional.empty();
    }
    Played base = plays.asItIs(n);
    // a lever with one end only is compared with the scenario as it is
    Played low = ends[0].isPlayed() ? ends[0] : base;
    Played high = ends[1].isPlayed() ? ends[1] : base;
    End atLow = end(c.lowText(), base, ends[0], level);
    End atHigh = end(c.highText(), base, ends[1], level);
    Estimate odds = plays.oddsBetween(low, high, level);
    return Optional.of(
        new Bar(
            c.lever(),
            c.now(),
            atLow,
            atHigh,
            odds,
            plays.bookingsBetween(low, high, level),
            verdict(base, low, high, List.of(atLow.odds(), atHigh.odds(), odds)),
            base.replications()));
  }

  private End end(String text, Played base, Played end, double level) {
    return new End(
        text, plays.oddsBetween(base, end, level), plays.bookingsBetween(base, end, level));
  }

  private static Verdict verdict(Played base, Played low, Played high, List<Estimate> effects) {
    if (Arrays.equals(base.bookings(), low.bookings())
        && Arrays.equals(base.bookings(), high.bookings())) {
      return Verdict.NOTHING;
    }
    boolean sure =
        effects.stream().flatMap(e -> e.value().stream()).anyMatch(v -> !v.interval().contains(0));
    return sure ? Verdict.MATTERS : Verdict.NOISE;
  }
}

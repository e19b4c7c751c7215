package io.salestwin.planning;

import io.salestwin.document.Node;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.planning.Plays.Played;
import io.salestwin.planning.StressTest.Without;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Source;
import io.salestwin.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes away what much may hang on: the biggest deals and the best rep by their bookings alone, a
 * source and a rep by playing the scenario without them.
 */
final class WithoutOf {

  private static final List<Integer> DEALS = List.of(1, 3, 5, 10);

  private final Plays plays;
  private final String period;

  WithoutOf(Plays plays, String period) {
    this.plays = plays;
    this.period = period;
  }

  List<Without> all() {
    List<Without> all = new ArrayList<>();
    for (int k : DEALS) {
      all.add(
          of(
              k == 1 ? "the biggest deal" : "the " + k + " biggest deals",
              "their bookings taken away, all else as it was",
              less(k)));
    }
    if (period.equals(KpiLayout.HORIZON)) {
      all.add(
          of(
              "the best rep's deals",
              "his bookings taken away, and nobody else wins any of them",
              lessBestRep()));
    }
    Scenario scenario = plays.scenario();
    int count = scenario.sources().size() + scenario.roles().size();
    int done = 0;
    for (Source source : scenario.sources()) {
      plays.tell("without sources and reps", done++, count);
      all.add(
          played(
              "source " + source.name(),
              "it brings no lead, in the warm-up neither",
              List.of(
                  override("sources." + quoted(source.name()) + ".arrivals", "{perMonth: 0}"))));
    }
    for (Role role : scenario.roles()) {
      plays.tell("without sources and reps", done++, count);
      if (!role.reps().isEmpty()) {
        all.add(
            played(
                "one " + role.name(),
                "one rep fewer; the others do what they can of his work",
                List.of(override("roles." + quoted(role.name()) + ".headcount", "-1"))));
      }
    }
    return all;
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  private static LeverOverride override(String lever, String value) {
    return new LeverOverride(lever, Node.parse(value, lever + "=" + value).value());
  }

  private Without played(String what, String how, List<LeverOverride> sets) {
    return of(what, how, plays.play(sets, plays.most()));
  }

  private Without of(String what, String how, Played played) {
    Played base = plays.asItIs(plays.most());
    return new Without(
        what,
        how,
        plays.odds(played),
        plays.oddsBetween(base, played, Interval.ERROR),
        plays.bookingsBetween(base, played, Interval.ERROR));
  }

  /** The replications as they were, less their biggest deals. */
  private Played less(int deals) {
    double[] bookings = plays.asItIs(plays.most()).bookings();
    String of = period.equals(KpiLayout.HORIZON) ? "" : "." + period;
    double[] taken =
        switch (plays.scenario().targets().basis()) {
          case ACV -> plays.base().column("biggest_deals." + deals + of);
          case COUNT -> atMost(deals, plays.base().column("won" + of));
          case TCV -> new double[0];
        };
    if (taken.length == 0) {
      return new Played(taken, "the target counts total contract value");
    }
    for (int r = 0; r < bookings.length; r++) {
      bookings[r] -= taken[r];
    }
    return new Played(bookings, "");
  }

  private static double[] atMost(int most, double[] values) {
    Arrays.setAll(values, r -> Math.min(most, values[r]));
    return values;
  }

  private Played lessBestRep() {
    if (plays.scenario().targets().basis() != Scenario.Basis.ACV) {
      return new Played(new double[0], "the target does not count annual contract value");
    }
    double[] bookings = plays.asItIs(plays.most()).bookings();
    double[] best = new double[bookings.length];
    for (Role role : plays.scenario().roles()) {
      for (Role.Rep rep : role.reps()) {
        double[] his = plays.base().column("bookings_by_rep." + rep.name());
        for (int r = 0; r < best.length; r++) {
          best[r] = Math.max(best[r], his[r]);
        }
      }
    }
    for (int r = 0; r < best.length; r++) {
      bookings[r] -= best[r];
    }
    return new Played(bookings, "");
  }
}

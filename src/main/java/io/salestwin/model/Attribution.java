package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.scenario.Source;
import java.util.List;

/**
 * What a marketing department's rules of attribution would say of a deal: a lead comes because of
 * one source, and meets others as well. In which order it meets them is chance. The true cause is
 * its own source, which no rule sees.
 */
final class Attribution {

  private static final int ASSIST = Purpose.ASSIST.code();

  private final Replication play;
  private final double[] assists;
  private final int[] codes;
  private final boolean some;
  private final boolean[] met;

  Attribution(Replication play) {
    this.play = play;
    List<Source> sources = play.model.scenario().sources();
    assists = sources.stream().mapToDouble(Source::assists).toArray();
    codes = Identity.codes(sources.stream().map(Source::name).toList());
    some = sources.stream().anyMatch(source -> source.assists() > 0);
    met = new boolean[assists.length];
  }

  /** A deal has been won: writes down what each rule gives to whom. */
  void won(int lead, long cents) {
    if (!some) {
      return;
    }
    Leads leads = play.leads;
    int own = leads.source(lead);
    int count = 0;
    int first = own;
    int last = own;
    double earliest = Double.POSITIVE_INFINITY;
    double latest = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < assists.length; s++) {
      double u = play.streams.uniform(leads.entity(lead), ASSIST, codes[s]);
      double when = play.streams.second();
      met[s] = s == own || u < assists[s];
      if (met[s]) {
        count++;
        first = when < earliest ? s : first;
        earliest = Math.min(earliest, when);
        last = when > latest ? s : last;
        latest = Math.max(latest, when);
      }
    }
    play.ledger.add(Fact.BOOKINGS_FIRST_TOUCH, first, cents);
    play.ledger.add(Fact.BOOKINGS_LAST_TOUCH, last, cents);
    long part = cents / count;
    for (int s = 0; s < met.length; s++) {
      if (met[s]) {
        // what does not divide evenly goes to the true one
        play.ledger.add(Fact.BOOKINGS_LINEAR, s, s == own ? cents - part * (count - 1) : part);
      }
    }
  }
}

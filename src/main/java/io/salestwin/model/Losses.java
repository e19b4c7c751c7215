package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Shock;
import io.salestwin.scenario.Shock.Loss;
import java.util.Arrays;
import java.util.List;

/**
 * Reps whom shocks take away: for good, or for as long as the shock lasts. Who it is is known at
 * the moment of the strike only, among those who are there.
 *
 * <p>Chance orders the people of a role by a number of each person for each strike; so one rep more
 * leaves the order of the others as it was.
 */
final class Losses {

  private static final int LOSS = Purpose.LOSS.code();

  private final Replication play;
  private final SalesModel model;
  private final Staff staff;
  private final ShockPlan[] plans;
  private final boolean some;
  private final List<String> names;

  /** What the seat had booked when its person came. */
  private final long[] bookedBefore;

  /** Those who are there, as they are chosen; then how many are chosen. */
  private final int[] order;

  private final double[] rank;

  Losses(Replication play, Staff staff) {
    this.play = play;
    this.staff = staff;
    model = play.model;
    plans = model.shocks();
    some = Arrays.stream(plans).anyMatch(plan -> plan.losses().length > 0);
    names =
        model.scenario().roles().stream()
            .flatMap(role -> role.reps().stream())
            .map(Role.Rep::name)
            .toList();
    int reps = some ? model.repCount() : 0;
    bookedBefore = new long[reps];
    order = new int[reps];
    rank = new double[reps];
  }

  /** Nobody has booked anything yet. */
  void clear() {
    Arrays.fill(bookedBefore, 0);
  }

  /** Plans the strikes to come. The first subject that is free is theirs. */
  void plan(int firstSubject) {
    Strikes strikes = play.shocks.strikes();
    for (int i = 0; some && i < strikes.count(); i++) {
      if (strikes.until(i) > play.now && plans[strikes.shock(i)].losses().length > 0) {
        play.schedule(Math.max(strikes.from(i), play.now), Event.REP_GOES, firstSubject + i);
      }
    }
  }

  /** Somebody new has the seat: what was booked in it before is not his. */
  void joins(int rep) {
    if (some) {
      bookedBefore[rep] = booked(rep);
    }
  }

  /** A strike takes whom it takes. */
  void strike(int number) {
    Strikes strikes = play.shocks.strikes();
    ShockPlan plan = plans[strikes.shock(number)];
    boolean hadBegun = strikes.from(number) < 0;
    for (Loss loss : plan.losses()) {
      if (hadBegun && loss.forGood()) {
        continue; // whom it took then is not among those of the first day
      }
      int there = line(loss, plan.code(), strikes.ordinal(number));
      double all = loss.count() > 0 ? loss.count() : loss.share() * there;
      int gone = (int) Math.min(there, Math.floor(all * strikes.severity(number) + 0.5));
      for (int i = 0; i < gone; i++) {
        if (loss.forGood()) {
          staff.quits(order[i]);
        } else {
          staff.absences.away(order[i], strikes.until(number));
        }
      }
    }
  }

  /** Puts those who may be taken in the order in which they are; gives how many there are. */
  private int line(Loss loss, int code, int ordinal) {
    if (loss.rep().isPresent()) {
      int rep = names.indexOf(loss.rep().get());
      order[0] = rep;
      return staff.isFirstThere(rep) ? 1 : 0;
    }
    int count = 0;
    for (int rep = model.firstRep(loss.role()); rep < model.firstRep(loss.role() + 1); rep++) {
      if (play.team.seats[rep].present) {
        double mine = rank(rep, loss.who(), (long) code << Strikes.INDEX_BITS | ordinal);
        int at = count++;
        while (at > 0 && goesBefore(mine, rank[at - 1], loss.who())) {
          order[at] = order[at - 1];
          rank[at] = rank[at - 1];
          at--;
        }
        order[at] = rep;
        rank[at] = mine;
      }
    }
    return count;
  }

  /** Among equals the lower seat goes first; of those who came last, the higher, as by date. */
  private static boolean goesBefore(double mine, double other, Shock.Who who) {
    return mine > other || (mine == other && who == Shock.Who.LATEST);
  }

  private double rank(int rep, Shock.Who who, long index) {
    return switch (who) {
      case CHANCE -> play.streams.uniform(staff.entity(rep), LOSS, index);
      case BEST -> booked(rep) - bookedBefore[rep];
      case LATEST -> staff.joinedAt(rep);
    };
  }

  private long booked(int rep) {
    long sum = 0;
    for (int row = 0; row < play.ledger.periods(); row++) {
      sum += play.ledger.get(Fact.BOOKINGS_BY_REP, row, rep);
    }
    return sum;
  }
}

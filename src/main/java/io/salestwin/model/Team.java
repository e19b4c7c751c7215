package io.salestwin.model;

import java.util.Arrays;
import java.util.List;

/** The reps' present state. Loads are counted by rep, who could take a lead by {@link Pools}. */
final class Team {

  private final SalesModel model;
  private final Pools pools;

  /** By rep. */
  final Seat[] seats;

  /** Reps who could become the owner of one more lead, by pool. */
  private final RepSet[] takers;

  /** The same by their load, in pools whose routing asks for it; else null. */
  private final LeastTree[] takersByLoad;

  /** Reps who are not at work, in pools that help others; else null. */
  private final RepSet[] idle;

  private final LeastTree[] idleByLoad;

  /** Whether being at work decides who can take a lead or help, by role. */
  private final boolean[] workMatters;

  private final boolean[] onArrival;
  private final int[] lastTaken;
  final Router router;

  Team(Replication play) {
    model = play.model;
    router = new Router(play, this);
    pools = model.pools();
    int reps = model.repCount();
    int roles = model.roleCount();
    seats = new Seat[reps];
    for (int rep = 0; rep < reps; rep++) {
      seats[rep] = new Seat(rep, model.roleOf(rep), pools.of(rep), pools.seat(rep));
    }
    takers = new RepSet[pools.count()];
    takersByLoad = new LeastTree[pools.count()];
    idle = new RepSet[pools.count()];
    idleByLoad = new LeastTree[pools.count()];
    lastTaken = new int[pools.count()];
    workMatters = new boolean[roles];
    onArrival = new boolean[roles];
    for (int role = 0; role < roles; role++) {
      workMatters[role] = model.helps(role) || !model.takesOnArrival(role);
      onArrival[role] = model.takesOnArrival(role);
    }
    for (int pool = 0; pool < pools.count(); pool++) {
      int role = pools.roleOf(pool);
      int members = pools.size(pool);
      boolean helps = model.helps(role);
      takers[pool] = new RepSet(members);
      takersByLoad[pool] = router.byLoad(role) ? new LeastTree(members) : null;
      idle[pool] = helps ? new RepSet(members) : null;
      idleByLoad[pool] = helps && !router.inTurn(role) ? new LeastTree(members) : null;
    }
  }

  void reset(Parameters parameters) {
    Arrays.fill(lastTaken, -1);
    router.reset();
    for (int rep = 0; rep < seats.length; rep++) {
      Seat seat = seats[rep];
      int role = seat.role;
      seat.busyWith = -1;
      seat.open = 0;
      seat.won = 0;
      seat.lost = 0;
      seat.dirty = false;
      seat.rampedAt = Long.MIN_VALUE;
      seat.clockPerEffort =
          model.calendarHoursPerWeek()
              / (parameters.hoursPerWeek[role] * (1 - model.people().adminShare(role)))
              * model.people().timePerTouch(role);
      seat.openLimit = limit(model.openLimit(role));
      seat.person = rep;
      seat.present = model.people().startedMs(rep) <= 0;
      seat.working = seat.present;
      refresh(seat);
    }
  }

  /** The rep works as his arm has it: at another speed, and with room for other many leads. */
  void equip(int rep, double clockFactor, int openLeads) {
    seats[rep].clockPerEffort *= clockFactor;
    seats[rep].openLimit = limit(openLeads);
    refresh(rep);
  }

  private static int limit(int openLeads) {
    return openLeads == 0 ? Integer.MAX_VALUE : openLeads;
  }

  /** The rep owns one lead more. */
  void gains(Seat seat) {
    seat.open++;
    refresh(seat);
  }

  /** The rep owns one lead less; returns whether he had no room before. */
  boolean loses(Seat seat) {
    boolean wasFull = seat.open-- == seat.openLimit;
    if (wasFull || takersByLoad[seat.pool] != null) {
      refresh(seat);
    }
    return wasFull;
  }

  /** Brings the sets of takers and idle reps up to date with the rep's state. */
  void refresh(int rep) {
    refresh(seats[rep]);
  }

  private void refresh(Seat seat) {
    int pool = seat.pool;
    boolean free = seat.busyWith < 0 && seat.working;
    boolean takes = seat.hasRoom() && (free || onArrival[seat.role] && seat.working);
    takers[pool].set(seat.place, takes);
    if (takersByLoad[pool] != null) {
      takersByLoad[pool].set(seat.place, takes ? seat.open : LeastTree.CLOSED);
    }
    if (idle[pool] != null) {
      idle[pool].set(seat.place, free);
      if (idleByLoad[pool] != null) {
        idleByLoad[pool].set(seat.place, free ? seat.open : LeastTree.CLOSED);
      }
    }
  }

  /** The same when only the rep's being at work has changed: it matters to some roles only. */
  void refreshWork(Seat seat) {
    if (workMatters[seat.role]) {
      refresh(seat);
    }
  }

  /** The seat of a person who is still with the firm, else -1. */
  int seatOf(int someone) {
    if (someone < 0) {
      return -1;
    }
    int rep = someone < seats.length ? someone : someone % seats.length;
    return seats[rep].person == someone && seats[rep].present ? rep : -1;
  }

  boolean hasRoom(int rep) {
    return seats[rep].hasRoom();
  }

  /** How much more the rep could own, over all that he may own; 1 for one without a lead. */
  double room(int rep) {
    int limit = seats[rep].openLimit;
    int open = seats[rep].open;
    return limit == Integer.MAX_VALUE ? 1.0 / (1 + open) : 1 - (double) open / limit;
  }

  /** Whether some rep of the pool could become the owner of one more lead. */
  boolean hasTaker(int pool) {
    return !takers[pool].isEmpty();
  }

  /** Whether some rep of a pool that helps is not at work. */
  boolean hasIdle(int pool) {
    return !idle[pool].isEmpty();
  }

  /** The taker of the pool whom the routing chooses for a lead; there must be one. */
  int chooseTaker(int pool, int lead) {
    if (router.scans(pools.roleOf(pool))) {
      return router.best(takers[pool], pool, lead);
    }
    return choose(pool, takers[pool], takersByLoad[pool]);
  }

  /** What the routing sees in everybody of the pool who could take the lead. */
  List<Observer.Candidate> candidates(int pool, int lead) {
    return router.candidates(takers[pool], pool, lead);
  }

  /** The idle rep of the pool who helps; there must be one. */
  int chooseIdle(int pool) {
    return choose(pool, idle[pool], idleByLoad[pool]);
  }

  private int choose(int pool, RepSet inTurn, LeastTree byLoad) {
    int seat = byLoad == null ? inTurn.next(lastTaken[pool] + 1) : byLoad.least();
    lastTaken[pool] = seat;
    return pools.rep(pool, seat);
  }
}

package io.salestwin.model;

import java.util.Arrays;
import java.util.List;

/** The reps' present state. Loads are counted by rep, who could take a lead by {@link Pools}. */
final class Team {

  private final SalesModel model;
  private final Pools pools;

  /** Lead that the rep works on, or -1. */
  final int[] busyWith;

  /** What the work clock's hand showed when the touch in progress began, or the period turned. */
  final long[] busySince;

  final int[] workEnd;

  /** When the touch in progress ends, also beyond the horizon. */
  final long[] workEndAt;

  final int[] open;
  final double[] skill;

  /** Whether the rep is with the firm. */
  final boolean[] present;

  /** Whether the rep is at work: with the firm, not away, and past the first days of a ramp. */
  final boolean[] working;

  /** Number of the person in the seat; another one after each backfill. */
  final int[] person;

  /** When the rep is at full speed; before it, {@link Staff} knows the speed. */
  final long[] rampedAt;

  /** Deals that the rep has won and lost since the play began. */
  final int[] won;

  final int[] lost;

  /** Reps who could become the owner of one more lead, by pool. */
  private final RepSet[] takers;

  /** The same by their load, in pools whose routing asks for it; else null. */
  private final LeastTree[] takersByLoad;

  /** Reps who are not at work, in pools that help others; else null. */
  private final RepSet[] idle;

  private final LeastTree[] idleByLoad;

  /** Whether being at work decides who can take a lead or help, by role. */
  private final boolean[] workMatters;

  private final int[] openLimit;
  private final boolean[] onArrival;
  private final int[] lastTaken;
  final Router router;

  /** Time on the work clock that a unit of effort takes at full speed, by rep. */
  final double[] clockPerEffort;

  Team(Replication play) {
    model = play.model;
    router = new Router(play, this);
    pools = model.pools();
    int reps = model.repCount();
    int roles = model.roleCount();
    busyWith = new int[reps];
    busySince = new long[reps];
    workEnd = new int[reps];
    workEndAt = new long[reps];
    open = new int[reps];
    skill = new double[reps];
    present = new boolean[reps];
    working = new boolean[reps];
    person = new int[reps];
    rampedAt = new long[reps];
    won = new int[reps];
    lost = new int[reps];
    takers = new RepSet[pools.count()];
    takersByLoad = new LeastTree[pools.count()];
    idle = new RepSet[pools.count()];
    idleByLoad = new LeastTree[pools.count()];
    lastTaken = new int[pools.count()];
    workMatters = new boolean[roles];
    openLimit = new int[reps];
    onArrival = new boolean[roles];
    clockPerEffort = new double[reps];
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
    Arrays.fill(busyWith, -1);
    Arrays.fill(open, 0);
    Arrays.fill(lastTaken, -1);
    Arrays.fill(won, 0);
    Arrays.fill(lost, 0);
    router.reset();
    Arrays.fill(rampedAt, Long.MIN_VALUE);
    for (int rep = 0; rep < busyWith.length; rep++) {
      int role = model.roleOf(rep);
      clockPerEffort[rep] =
          model.calendarHoursPerWeek()
              / (parameters.hoursPerWeek[role] * (1 - model.people().adminShare(role)))
              * model.people().timePerTouch(role);
      openLimit[rep] = limit(model.openLimit(role));
      person[rep] = rep;
      present[rep] = model.people().startedMs(rep) <= 0;
      working[rep] = present[rep];
      refresh(rep);
    }
  }

  /** The rep works as his arm has it: at another speed, and with room for other many leads. */
  void equip(int rep, double clockFactor, int openLeads) {
    clockPerEffort[rep] *= clockFactor;
    openLimit[rep] = limit(openLeads);
    refresh(rep);
  }

  private static int limit(int openLeads) {
    return openLeads == 0 ? Integer.MAX_VALUE : openLeads;
  }

  /** The rep owns one lead more. */
  void gains(int rep) {
    open[rep]++;
    refresh(rep);
  }

  /** The rep owns one lead less; returns whether he had no room before. */
  boolean loses(int rep) {
    boolean wasFull = open[rep]-- == openLimit[rep];
    if (wasFull || takersByLoad[pools.of(rep)] != null) {
      refresh(rep);
    }
    return wasFull;
  }

  /** Brings the sets of takers and idle reps up to date with the rep's state. */
  void refresh(int rep) {
    int role = model.roleOf(rep);
    int pool = pools.of(rep);
    int seat = pools.seat(rep);
    boolean free = busyWith[rep] < 0 && working[rep];
    boolean takes = open[rep] < openLimit[rep] && (free || onArrival[role] && working[rep]);
    takers[pool].set(seat, takes);
    if (takersByLoad[pool] != null) {
      takersByLoad[pool].set(seat, takes ? open[rep] : LeastTree.CLOSED);
    }
    if (idle[pool] != null) {
      idle[pool].set(seat, free);
      if (idleByLoad[pool] != null) {
        idleByLoad[pool].set(seat, free ? open[rep] : LeastTree.CLOSED);
      }
    }
  }

  /** The same when only the rep's being at work has changed: it matters to some roles only. */
  void refreshWork(int rep) {
    if (workMatters[model.roleOf(rep)]) {
      refresh(rep);
    }
  }

  /** The seat of a person who is still with the firm, else -1. */
  int seatOf(int someone) {
    if (someone < 0) {
      return -1;
    }
    int rep = someone < person.length ? someone : someone % person.length;
    return person[rep] == someone && present[rep] ? rep : -1;
  }

  boolean hasRoom(int rep) {
    return open[rep] < openLimit[rep];
  }

  /** How much more the rep could own, over all that he may own; 1 for one without a lead. */
  double room(int rep) {
    int limit = openLimit[rep];
    return limit == Integer.MAX_VALUE ? 1.0 / (1 + open[rep]) : 1 - (double) open[rep] / limit;
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

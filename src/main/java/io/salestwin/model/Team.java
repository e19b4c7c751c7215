package io.salestwin.model;

import java.util.Arrays;

/** The reps' present state. Reps of a role stand side by side; loads are counted by rep. */
final class Team {

  private final SalesModel model;

  /** Lead that the rep works on, or -1. */
  final int[] busyWith;

  /** What the work clock's hand showed when the touch in progress began, or the period turned. */
  final long[] busySince;

  final int[] workEnd;
  final int[] open;
  final double[] skill;

  /** Reps who could become the owner of one more lead, by role. */
  private final RepSet[] takers;

  /** The same by their load, in roles whose routing asks for it; else null. */
  private final LeastTree[] takersByLoad;

  /** Reps who are not at work, in roles that help others; else null. */
  private final RepSet[] idle;

  private final LeastTree[] idleByLoad;

  /** Whether being at work decides who can take a lead or help. */
  private final boolean[] workMatters;

  private final int[] openLimit;
  private final boolean[] onArrival;
  private final int[] lastTaken;

  /** Time on the work clock that a unit of effort takes, by role. */
  final double[] clockPerEffort;

  Team(SalesModel model) {
    this.model = model;
    int reps = model.repCount();
    int roles = model.roleCount();
    busyWith = new int[reps];
    busySince = new long[reps];
    workEnd = new int[reps];
    open = new int[reps];
    skill = new double[reps];
    takers = new RepSet[roles];
    takersByLoad = new LeastTree[roles];
    idle = new RepSet[roles];
    idleByLoad = new LeastTree[roles];
    workMatters = new boolean[roles];
    openLimit = new int[roles];
    onArrival = new boolean[roles];
    lastTaken = new int[roles];
    clockPerEffort = new double[roles];
    for (int role = 0; role < roles; role++) {
      int members = model.repsOf(role);
      boolean byLoad = !model.roundRobin(role);
      takers[role] = new RepSet(members);
      takersByLoad[role] = byLoad ? new LeastTree(members) : null;
      idle[role] = model.helps(role) ? new RepSet(members) : null;
      idleByLoad[role] = byLoad && model.helps(role) ? new LeastTree(members) : null;
      workMatters[role] = model.helps(role) || !model.takesOnArrival(role);
      openLimit[role] = model.openLimit(role) == 0 ? Integer.MAX_VALUE : model.openLimit(role);
      onArrival[role] = model.takesOnArrival(role);
    }
  }

  void reset(Parameters parameters) {
    Arrays.fill(busyWith, -1);
    Arrays.fill(open, 0);
    Arrays.fill(lastTaken, -1);
    for (int role = 0; role < takers.length; role++) {
      clockPerEffort[role] = model.calendarHoursPerWeek() / parameters.hoursPerWeek[role];
      for (int rep = model.firstRep(role); rep < model.firstRep(role + 1); rep++) {
        refresh(rep);
      }
    }
  }

  /** Brings the sets of takers and idle reps up to date with the rep's state. */
  void refresh(int rep) {
    int role = model.roleOf(rep);
    int slot = rep - model.firstRep(role);
    boolean free = busyWith[rep] < 0;
    boolean takes = open[rep] < openLimit[role] && (free || onArrival[role]);
    takers[role].set(slot, takes);
    if (takersByLoad[role] != null) {
      takersByLoad[role].set(slot, takes ? open[rep] : LeastTree.CLOSED);
    }
    if (idle[role] != null) {
      idle[role].set(slot, free);
      if (idleByLoad[role] != null) {
        idleByLoad[role].set(slot, free ? open[rep] : LeastTree.CLOSED);
      }
    }
  }

  /** The same when only the rep's being at work has changed: it matters to some roles only. */
  void refreshWork(int rep) {
    if (workMatters[model.roleOf(rep)]) {
      refresh(rep);
    }
  }

  boolean hasRoom(int rep) {
    return open[rep] < openLimit[model.roleOf(rep)];
  }

  /** Whether some rep of the role could become the owner of one more lead. */
  boolean hasTaker(int role) {
    return !takers[role].isEmpty();
  }

  /** Whether some rep of a role that helps is not at work. */
  boolean hasIdle(int role) {
    return !idle[role].isEmpty();
  }

  /** The taker whom the role's routing chooses; there must be one. */
  int chooseTaker(int role) {
    return choose(role, takers[role], takersByLoad[role]);
  }

  /** The idle rep whom the role's routing chooses; there must be one. */
  int chooseIdle(int role) {
    return choose(role, idle[role], idleByLoad[role]);
  }

  private int choose(int role, RepSet inTurn, LeastTree byLoad) {
    int slot = byLoad == null ? inTurn.next(lastTaken[role] + 1) : byLoad.least();
    lastTaken[role] = slot;
    return model.firstRep(role) + slot;
  }
}

package io.salestwin.model;

import java.util.Arrays;

/** The reps' present state. Reps of a role stand side by side; loads are counted by rep. */
final class Team {

  private final SalesModel model;

  /** Lead that the rep works on, or -1. */
  final int[] busyWith;

  final long[] busySince;
  final int[] workEnd;
  final int[] open;
  final double[] skill;

  /** Reps who could become the owner of one more lead. */
  final LeastTree[] takers;

  /** Reps who are not at work, in roles that help others. */
  final LeastTree[] idle;

  final int[] lastTaken;
  final double[] speed;

  Team(SalesModel model) {
    this.model = model;
    int reps = model.repCount();
    int roles = model.roleCount();
    busyWith = new int[reps];
    busySince = new long[reps];
    workEnd = new int[reps];
    open = new int[reps];
    skill = new double[reps];
    takers = new LeastTree[roles];
    idle = new LeastTree[roles];
    lastTaken = new int[roles];
    speed = new double[roles];
    for (int role = 0; role < roles; role++) {
      takers[role] = new LeastTree(model.repsOf(role));
      idle[role] = new LeastTree(model.repsOf(role));
    }
  }

  void reset(Parameters parameters) {
    Arrays.fill(busyWith, -1);
    Arrays.fill(open, 0);
    Arrays.fill(lastTaken, -1);
    for (int role = 0; role < takers.length; role++) {
      speed[role] = parameters.hoursPerWeek[role] / model.calendarHoursPerWeek();
      takers[role].clear();
      idle[role].clear();
      for (int rep = model.firstRep(role); rep < model.firstRep(role + 1); rep++) {
        refresh(rep);
      }
    }
  }

  /** Brings the trees of takers and idle reps up to date with the rep's state. */
  void refresh(int rep) {
    int role = model.roleOf(rep);
    int slot = rep - model.firstRep(role);
    boolean free = busyWith[rep] < 0;
    boolean room = model.openLimit(role) == 0 || open[rep] < model.openLimit(role);
    boolean takes = room && (free || model.takesOnArrival(role));
    takers[role].set(slot, takes ? open[rep] : LeastTree.CLOSED);
    if (model.helps(role)) {
      idle[role].set(slot, free ? open[rep] : LeastTree.CLOSED);
    }
  }

  /** The same when only the rep's being at work has changed: it matters to some roles only. */
  void refreshWork(int rep) {
    int role = model.roleOf(rep);
    if (model.helps(role) || !model.takesOnArrival(role)) {
      refresh(rep);
    }
  }

  boolean hasRoom(int rep) {
    int limit = model.openLimit(model.roleOf(rep));
    return limit == 0 || open[rep] < limit;
  }

  /** The rep whom the role's routing chooses among those of a tree; -1 when there is none. */
  int choose(int role, LeastTree among) {
    int slot = model.roundRobin(role) ? among.next(lastTaken[role] + 1) : among.least();
    if (slot < 0) {
      return -1;
    }
    lastTaken[role] = slot;
    return model.firstRep(role) + slot;
  }
}

package io.salestwin.explain;

import io.salestwin.explain.Step.Line;
import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.scenario.Role;
import java.util.Arrays;
import java.util.List;

/**
 * Who waits where, who works and who owns how much, as the events of a trace go by: what a lead
 * finds when it begins to wait.
 *
 * <p>Lines are numbered: each rep's own list, then each role's line for an owner, then each role's
 * line for help.
 */
final class Floor {

  private final Trace trace;
  private final List<Integer> roleOfRep;
  private final List<Role> roles;
  private final int[] owner;
  private final boolean[] entered;
  private final int[] finder;
  private final int[] line;
  private final int[] worker;
  private final boolean[] busy;
  private final int[] open;
  private final int[] waiting;

  Floor(Trace trace) {
    this.trace = trace;
    roles = trace.scenario().roles();
    roleOfRep = trace.names().roleOfRep();
    int leads = trace.leads().size();
    owner = filled(leads);
    entered = new boolean[leads];
    line = filled(leads);
    worker = filled(leads);
    busy = new boolean[roleOfRep.size()];
    open = new int[roleOfRep.size()];
    waiting = new int[roleOfRep.size() + 2 * roles.size()];
    finder = finders(trace);
  }

  /** The rep who found a lead: he works on it before it enters any stage. */
  private static int[] finders(Trace trace) {
    int[] finder = filled(trace.leads().size());
    boolean[] known = new boolean[finder.length];
    for (Event e : trace.events()) {
      if (!known[e.lead()] && e.kind() != Kind.ARRIVED && e.kind() != Kind.WAITS) {
        known[e.lead()] = true;
        finder[e.lead()] = e.kind() == Kind.TOUCH_BEGAN ? e.rep() : Trace.NONE;
      }
    }
    return finder;
  }

  private static int[] filled(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, Trace.NONE);
    return numbers;
  }

  /** The next event has happened. */
  void see(Event e) {
    int lead = e.lead();
    switch (e.kind()) {
      case OPENED, ENTERED -> entered[lead] = true;
      case WAITS -> {
        line[lead] = lineOf(e);
        waiting[line[lead]]++;
      }
      case OWNED -> {
        endWait(lead);
        owner[lead] = e.rep();
        open[e.rep()]++;
      }
      case RELEASED -> {
        owner[lead] = Trace.NONE;
        open[e.rep()]--;
      }
      case TOUCH_BEGAN -> {
        endWait(lead);
        worker[lead] = e.rep();
        busy[e.rep()] = true;
      }
      case TOUCH_ENDED, TOUCH_CUT, TOUCH_BROKEN -> {
        busy[worker[lead]] = false;
        worker[lead] = Trace.NONE;
      }
      case ADVANCED, REGRESSED, REQUALIFIED, LOST, DORMANT -> endWait(lead);
      default -> {}
    }
  }

  private void endWait(int lead) {
    if (line[lead] != Trace.NONE) {
      waiting[line[lead]]--;
      line[lead] = Trace.NONE;
    }
  }

  /** The line that a lead joins which begins to wait. */
  private int lineOf(Event e) {
    int lead = e.lead();
    int role = e.about();
    if (!entered[lead] && finder[lead] != Trace.NONE) {
      return finder[lead];
    }
    if (owner[lead] != Trace.NONE && roleOfRep.get(owner[lead]) == role) {
      return owner[lead];
    }
    boolean own = entered[lead] && trace.scenario().stages().get(e.stage()).owner() == role;
    return roleOfRep.size() + role + (own ? 0 : roles.size());
  }

  int open(int rep) {
    return open[rep];
  }

  /** What a lead finds that has begun to wait with this event, once its instant is over. */
  Wait wait(Event e) {
    int at = line[e.lead()];
    int role = e.about();
    boolean single = at < roleOfRep.size();
    int reps = 0;
    int atWork = 0;
    int full = 0;
    for (int rep = 0; rep < roleOfRep.size(); rep++) {
      if (single ? rep == at : roleOfRep.get(rep) == role) {
        reps++;
        atWork += busy[rep] ? 1 : 0;
        int limit = roles.get(role).openLeads();
        full += limit > 0 && open[rep] >= limit ? 1 : 0;
      }
    }
    String whom = single ? trace.names().reps().get(at) : roles.get(role).name();
    return new Wait(e.timeMs(), kind(at, role), whom, waiting[at] - 1, reps, atWork, full);
  }

  private Line kind(int at, int role) {
    if (at < roleOfRep.size()) {
      return Line.OWNER;
    }
    if (at >= roleOfRep.size() + roles.size()) {
      return Line.HELP;
    }
    return roles.get(role).take() == Role.Take.ON_ARRIVAL ? Line.ROOM : Line.FREE_REP;
  }

  /** The beginning of a wait; how it goes on is not known yet. */
  record Wait(long sinceMs, Line line, String whom, int before, int reps, int busy, int full) {}
}

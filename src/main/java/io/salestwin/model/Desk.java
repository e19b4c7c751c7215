package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Hand;
import io.salestwin.kernel.IntQueue;
import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import java.util.Arrays;

/**
 * Where leads wait for reps and reps for leads: ownership, waiting lines, routing and the touches.
 *
 * <p>Lines, in the numbering of one {@link IntQueue}: each rep's own list, then each role's line of
 * leads without an owner, then each role's line of leads that need its help. Nothing is routed and
 * no touch begins while events of the same millisecond are outstanding: {@link #settle} does that.
 */
final class Desk {

  private static final int TOUCH = Purpose.TOUCH.code();

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Team team;
  private final Ledger ledger;
  private final Clock workClock;
  private final Hand workHand;
  private final IntQueue lines;
  private final int unowned;
  private final int help;
  private final boolean[] dirtyRole;
  private final int[] dirtyRoles;
  private int dirtyRoleCount;
  private final boolean[] dirtyRep;
  private final int[][] dirtyReps;
  private final int[] dirtyRepCount;
  private final boolean[] openingPlanned;
  private final Areas areas;
  private long newest;

  Desk(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    team = play.team;
    ledger = play.ledger;
    workClock = model.workClock();
    workHand = new Hand(workClock);
    areas = play.areas;
    int roles = model.roleCount();
    unowned = model.repCount();
    help = unowned + roles;
    lines = new IntQueue(help + roles, leads.capacity());
    dirtyRole = new boolean[roles];
    dirtyRoles = new int[roles];
    dirtyRep = new boolean[model.repCount()];
    dirtyReps = new int[roles][];
    for (int role = 0; role < roles; role++) {
      dirtyReps[role] = new int[model.repsOf(role)];
    }
    dirtyRepCount = new int[roles];
    openingPlanned = new boolean[roles];
  }

  void reset() {
    lines.clear();
    Arrays.fill(dirtyRole, false);
    dirtyRoleCount = 0;
    Arrays.fill(dirtyRep, false);
    Arrays.fill(dirtyRepCount, 0);
    Arrays.fill(openingPlanned, false);
    newest = 0;
    team.reset(play.parameters);
  }

  void ensureLeads(int capacity) {
    lines.ensureItems(capacity);
  }

  // ---- ownership

  /**
   * Sees to an owner of this role; the lead keeps one that it has, waits for one, or needs none.
   */
  void seekOwner(int lead, int role) {
    int owner = leads.owner(lead);
    if (owner >= 0 && model.roleOf(owner) != role) {
      release(lead);
      owner = -1;
    }
    if (owner >= 0 || role < 0) {
      return;
    }
    int earlier = leads.earlierOwner(lead, role);
    if (earlier >= 0 && team.hasRoom(earlier)) {
      own(lead, earlier);
    } else if (model.takesOnArrival(role)) {
      join(lead, unowned + role, role);
    }
  }

  void own(int lead, int rep) {
    int role = model.roleOf(rep);
    leads.owner(lead, rep);
    leads.remember(lead, role, rep);
    areas.open(role, +1);
    team.gains(rep);
    play.watch.see(Observer.Step.OWNED, lead, rep);
  }

  void release(int lead) {
    int rep = leads.owner(lead);
    if (rep < 0) {
      return;
    }
    int role = model.roleOf(rep);
    leads.owner(lead, -1);
    areas.open(role, -1);
    if (team.loses(rep)) {
      markRole(role);
    }
    play.watch.see(Observer.Step.RELEASED, lead, rep);
  }

  // ---- waiting

  /** A rep's outbound work: he spends the effort first, then the lead enters its first stage. */
  void found(int lead, int rep, int effort) {
    int role = model.roleOf(rep);
    leads.remember(lead, role, rep);
    if (effort == StagePlan.NONE) {
      play.journey.enter(lead, 0);
      return;
    }
    leads.touch(lead, Replication.PROSPECTING);
    leads.outcome(lead, effort);
    join(lead, rep, role);
    markRep(rep);
  }

  /** Puts the lead where its next touch is waited for. */
  void queueTouch(int lead, int helpingRole) {
    int owner = leads.owner(lead);
    if (helpingRole >= 0) {
      join(lead, help + helpingRole, helpingRole);
    } else if (owner >= 0) {
      join(lead, owner, model.roleOf(owner));
      markRep(owner);
    } else {
      int role = play.plan(lead).owner();
      join(lead, unowned + role, role);
    }
  }

  private void join(int lead, int line, int role) {
    leads.queuedAt(lead, play.now);
    leads.queued(lead, true);
    lines.add(line, lead, key(lead));
    areas.waiting(role, +1);
    play.watch.waits(lead, role);
    markRole(role);
  }

  private long key(int lead) {
    return switch (model.queueKey()) {
      case FIFO -> 0;
      case LIFO -> - ++newest;
      case VALUE -> -leads.valueCents(lead);
      case SCORE -> -(long) (leads.score(lead) * 1e9);
      case AGE -> leads.arrivedAt(lead);
      case STAGE -> -leads.stage(lead);
    };
  }

  private void served(int lead, int role) {
    leads.queued(lead, false);
    leads.queueMs(lead, leads.queueMs(lead) + play.now - leads.queuedAt(lead));
    areas.waiting(role, -1);
  }

  /** Takes a lead that leaves the stage out of wherever it waits or is worked on. */
  void withdraw(int lead) {
    if (leads.queued(lead)) {
      int line = lines.queueOf(lead);
      lines.remove(lead);
      served(lead, line < unowned ? model.roleOf(line) : (line - unowned) % model.roleCount());
    }
    int rep = leads.servedBy(lead);
    if (rep >= 0) {
      team.workEnd[rep] = play.cancel(team.workEnd[rep]);
      endTouch(rep);
    }
  }

  // ---- deciding

  private void markRole(int role) {
    if (!dirtyRole[role]) {
      dirtyRole[role] = true;
      dirtyRoles[dirtyRoleCount++] = role;
    }
  }

  private void markRep(int rep) {
    int role = model.roleOf(rep);
    markRole(role);
    if (!dirtyRep[rep]) {
      dirtyRep[rep] = true;
      dirtyReps[role][dirtyRepCount[role]++] = rep;
    }
  }

  /** The role's working hours begin. */
  void opens(int role) {
    openingPlanned[role] = false;
    markRole(role);
  }

  /** Routes and begins work once all events of this millisecond are done. */
  void settle() {
    workHand.moveTo(play.now);
    while (dirtyRoleCount > 0) {
      int role = dirtyRoles[--dirtyRoleCount];
      dirtyRole[role] = false;
      if (model.takesOnArrival(role)) {
        assignOwners(role);
      }
      if (isOpen(role)) {
        beginWork(role);
      }
    }
  }

  private void assignOwners(int role) {
    int line = unowned + role;
    while (lines.size(line) > 0 && team.hasTaker(role)) {
      int lead = lines.poll(line);
      served(lead, role);
      own(lead, team.chooseTaker(role));
      play.journey.owned(lead);
    }
  }

  private boolean isOpen(int role) {
    long from = play.shocks.workFrom(role);
    if (workHand.speed() > 0 && from == play.now) {
      return true;
    }
    if (!openingPlanned[role] && someoneWaits(role)) {
      long opening = workClock.nextOpening(from);
      openingPlanned[role] = true;
      play.schedule(opening, Event.OPENING, role);
    }
    return false;
  }

  private boolean someoneWaits(int role) {
    return dirtyRepCount[role] > 0
        || lines.size(help + role) > 0
        || (!model.takesOnArrival(role) && lines.size(unowned + role) > 0);
  }

  private void beginWork(int role) {
    int[] reps = dirtyReps[role];
    int count = dirtyRepCount[role];
    dirtyRepCount[role] = 0;
    if (count > 1) {
      Arrays.sort(reps, 0, count);
    }
    for (int i = 0; i < count; i++) {
      dirtyRep[reps[i]] = false;
    }
    for (int i = 0; i < count; i++) {
      if (team.busyWith[reps[i]] < 0 && lines.size(reps[i]) > 0) {
        int lead = lines.poll(reps[i]);
        served(lead, role);
        beginTouch(reps[i], lead);
        team.refreshWork(reps[i]);
      }
    }
    while (lines.size(help + role) > 0 && team.hasIdle(role)) {
      int rep = team.chooseIdle(role);
      int lead = lines.poll(help + role);
      served(lead, role);
      beginTouch(rep, lead);
      team.refreshWork(rep);
    }
    if (!model.takesOnArrival(role)) {
      pull(role);
    }
  }

  private void pull(int role) {
    int line = unowned + role;
    while (lines.size(line) > 0 && team.hasTaker(role)) {
      int lead = lines.poll(line);
      int rep = team.chooseTaker(role);
      served(lead, role);
      team.busyWith[rep] = lead; // first, so that owning finds him at work
      own(lead, rep);
      beginTouch(rep, lead);
    }
  }

  // ---- touches

  private void beginTouch(int rep, int lead) {
    if (leads.touch(lead) != Replication.PROSPECTING && leads.firstTouchAt(lead) == Leads.NEVER) {
      play.journey.firstTouch(lead);
    }
    leads.servedBy(lead, rep);
    team.busyWith[rep] = lead;
    team.busySince[rep] = workHand.shows();
    play.watch.see(Observer.Step.TOUCH_BEGAN, lead, rep);
    int role = model.roleOf(rep);
    double slower = team.clockPerEffort[role] * play.shocks.effort(role);
    long clockMs = (long) (effort(lead) * slower + 0.5);
    team.workEnd[rep] = play.schedule(workHand.after(clockMs), Event.WORK_END, rep);
  }

  /** Rep time of the touch that begins, in milliseconds. */
  private double effort(int lead) {
    int touch = leads.touch(lead);
    if (touch == Replication.PROSPECTING) {
      return drawEffort(lead, leads.outcome(lead), 0);
    }
    StagePlan plan = play.plan(lead);
    int sampler = plan.touches().effort()[touch];
    int repeat = leads.repeat(lead);
    boolean first = touch == 0 && repeat == 0;
    if (first && plan.touches().times()[0] == 1) {
      return sample(sampler, play.streams.lower(leads.moreLuck(lead)));
    }
    long index = Streams.index(plan.code(), leads.visit(lead), touch + 1, repeat);
    return drawEffort(lead, sampler, index);
  }

  private double drawEffort(int lead, int sampler, long index) {
    long bits = play.streams.bits(leads.entity(lead), TOUCH, index);
    leads.touchLuck(lead, play.streams.moreBits());
    return sample(sampler, play.streams.upper(bits));
  }

  private double sample(int sampler, double u) {
    return sampler == StagePlan.NONE ? 0 : play.parameters.samplers[sampler].sample(u);
  }

  /** The rep's touch is over; returns the lead. */
  int finishTouch(int rep) {
    int lead = team.busyWith[rep];
    endTouch(rep);
    play.watch.see(Observer.Step.TOUCH_ENDED, lead, rep);
    return lead;
  }

  private void endTouch(int rep) {
    int lead = team.busyWith[rep];
    leads.servedBy(lead, -1);
    countBusy(rep);
    team.busyWith[rep] = -1;
    team.refreshWork(rep);
    markRep(rep);
  }

  /** Writes down the rep's working time up to now. */
  void countBusy(int rep) {
    workHand.moveTo(play.now);
    long shows = workHand.shows();
    ledger.add(Fact.BUSY_MS, model.roleOf(rep), shows - team.busySince[rep]);
    team.busySince[rep] = shows;
  }
}

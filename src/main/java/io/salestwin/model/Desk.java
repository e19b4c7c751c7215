package io.salestwin.model;

import io.salestwin.kernel.IntQueue;
import java.util.Arrays;

/**
 * Where leads wait for reps and reps for leads: ownership, waiting lines, routing and the touches.
 *
 * <p>Lines, in the numbering of one {@link IntQueue}: each rep's own list (one for each tier where
 * time is split between tiers), then each pool's line of leads without an owner, then each pool's
 * line of leads that need its help. Nothing is routed and no touch begins while events of the same
 * millisecond are outstanding: {@link #settle} does that.
 */
final class Desk {

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Team team;
  private final Ledger ledger;
  private final IntQueue lines;
  private final Pools pools;
  private final TimeSplit split;
  final Touches touches;
  private final boolean shocked;
  private final boolean poolsAreRoles;
  private final Portfolios portfolios;
  private final int unowned;
  private final int help;
  private final boolean[] dirtyPool;
  private final int[] dirtyPools;
  private int dirtyPoolCount;
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
    areas = play.areas;
    shocked = model.shocks().length > 0;
    pools = model.pools();
    split = new TimeSplit(model);
    touches = new Touches(play, split);
    poolsAreRoles = pools.areRoles();
    portfolios = model.people().changes() ? new Portfolios(model.repCount()) : null;
    int count = pools.count();
    unowned = model.repCount() * split.lines();
    help = unowned + count;
    lines = new IntQueue(help + count, leads.capacity());
    dirtyPool = new boolean[count];
    dirtyPools = new int[count];
    dirtyReps = new int[count][];
    for (int pool = 0; pool < count; pool++) {
      dirtyReps[pool] = new int[pools.size(pool)];
    }
    dirtyRepCount = new int[count];
    openingPlanned = new boolean[count];
  }

  void reset() {
    lines.clear();
    Arrays.fill(dirtyPool, false);
    dirtyPoolCount = 0;
    Arrays.fill(dirtyRepCount, 0);
    Arrays.fill(openingPlanned, false);
    newest = 0;
    team.reset(play.parameters);
    split.reset();
    if (portfolios != null) {
      portfolios.clear();
      portfolios.ensureLeads(leads.capacity());
    }
  }

  void ensureLeads(int capacity) {
    lines.ensureItems(capacity);
    if (portfolios != null) {
      portfolios.ensureLeads(capacity);
    }
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
    int earlier = team.seatOf(leads.earlierOwner(lead, role));
    if (earlier >= 0 && (team.hasRoom(earlier) || team.router.isSticky(role))) {
      own(lead, earlier);
    } else if (model.takesOnArrival(role)) {
      int pool = pool(role, lead);
      wait(lead, unowned + pool, role, pool);
    }
  }

  void own(int lead, int rep) {
    own(lead, team.seats[rep]);
  }

  private void own(int lead, Seat seat) {
    int rep = seat.rep;
    leads.owner(lead, rep);
    leads.remember(lead, seat.role, seat.person);
    if (portfolios != null) {
      portfolios.add(rep, lead);
    }
    areas.open(seat.role, +1);
    team.gains(seat);
    if (play.arms != null) {
      play.arms.owned(lead, rep);
    }
    play.watch.see(Observer.Step.OWNED, lead, rep);
  }

  void release(int lead) {
    int rep = leads.owner(lead);
    if (rep < 0) {
      return;
    }
    Seat seat = team.seats[rep];
    leads.owner(lead, -1);
    if (portfolios != null) {
      portfolios.remove(rep, lead);
    }
    areas.open(seat.role, -1);
    if (team.loses(seat)) {
      markRoom(seat);
    }
    play.watch.see(Observer.Step.RELEASED, lead, rep);
  }

  // ---- waiting

  /** A rep's outbound work: he spends the effort first, then the lead enters its first stage. */
  void found(int lead, int rep, int effort) {
    int role = model.roleOf(rep);
    leads.remember(lead, role, team.seats[rep].person);
    if (effort == StagePlan.NONE) {
      play.journey.enter(lead, 0);
      return;
    }
    leads.touch(lead, Replication.PROSPECTING);
    leads.outcome(lead, effort);
    wait(lead, split.line(rep, leads.tier(lead)), role, pools.of(rep));
    markRep(rep);
  }

  /** Puts the lead where its next touch is waited for. */
  void queueTouch(int lead, int helpingRole) {
    int owner = leads.owner(lead);
    if (helpingRole >= 0) {
      int pool = pool(helpingRole, lead);
      wait(lead, help + pool, helpingRole, pool);
    } else if (owner >= 0) {
      wait(lead, split.line(owner, leads.tier(lead)), model.roleOf(owner), pools.of(owner));
      markRep(owner);
    } else {
      int role = play.plan(lead).owner();
      int pool = pool(role, lead);
      wait(lead, unowned + pool, role, pool);
    }
  }

  private int pool(int role, int lead) {
    return poolsAreRoles ? role : pools.of(role, leads.territory(lead));
  }

  private void wait(int lead, int line, int role, int pool) {
    leads.queuedAt(lead, play.now);
    leads.queued(lead, true);
    lines.add(line, lead, key(lead));
    areas.waiting(role, +1);
    play.watch.waits(lead, role);
    markPool(pool);
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
      served(
          lead,
          line < unowned
              ? model.roleOf(split.repOf(line))
              : pools.roleOf((line - unowned) % pools.count()));
    }
    int rep = leads.servedBy(lead);
    if (rep >= 0) {
      team.seats[rep].workEnd = play.cancel(team.seats[rep].workEnd);
      endTouch(team.seats[rep]);
    }
  }

  // ---- deciding

  private void markPool(int pool) {
    if (!dirtyPool[pool]) {
      dirtyPool[pool] = true;
      dirtyPools[dirtyPoolCount++] = pool;
    }
  }

  private void markRep(int rep) {
    markRep(team.seats[rep]);
  }

  private void markRep(Seat seat) {
    int pool = seat.pool;
    markPool(pool);
    if (!seat.dirty) {
      seat.dirty = true;
      dirtyReps[pool][dirtyRepCount[pool]++] = seat.rep;
    }
  }

  /** The rep has room again: his pool may go on, or all of the role that he helps out in. */
  private void markRoom(Seat seat) {
    if (pools.helpOut(seat.role)) {
      for (int pool = pools.first(seat.role); pool < pools.first(seat.role + 1); pool++) {
        markPool(pool);
      }
    } else {
      markPool(seat.pool);
    }
  }

  /** A rep has come, or is back. */
  void freed(int rep) {
    markRep(rep);
    markRoom(team.seats[rep]);
  }

  /** The pool's working hours begin. */
  void opens(int pool) {
    openingPlanned[pool] = false;
    markPool(pool);
  }

  /** Routes and begins work once all events of this millisecond are done. */
  void settle() {
    touches.moveTo(play.now);
    while (dirtyPoolCount > 0) {
      int pool = dirtyPools[--dirtyPoolCount];
      dirtyPool[pool] = false;
      int role = pools.roleOf(pool);
      if (model.takesOnArrival(role)) {
        assignOwners(pool, role);
      }
      if (isOpen(pool, role)) {
        beginWork(pool, role);
      }
    }
  }

  private void assignOwners(int pool, int role) {
    int line = unowned + pool;
    while (lines.size(line) > 0) {
      int from = poolWithTaker(pool, role);
      if (from < 0) {
        return;
      }
      int lead = lines.poll(line);
      served(lead, role);
      take(lead, from);
      play.journey.owned(lead);
    }
  }

  /** The pool itself if it has somebody with room, else one of the role that helps out; or -1. */
  private int poolWithTaker(int pool, int role) {
    if (team.hasTaker(pool)) {
      return pool;
    }
    if (pools.helpOut(role)) {
      for (int other = pools.first(role); other < pools.first(role + 1); other++) {
        if (team.hasTaker(other)) {
          return other;
        }
      }
    }
    return -1;
  }

  /** The rep whom the routing chooses becomes the lead's owner. */
  private void take(int lead, int pool) {
    play.watch.routes(lead, pool);
    own(lead, team.chooseTaker(pool, lead));
  }

  private boolean isOpen(int pool, int role) {
    long from = shocked ? play.shocks.workFrom(role) : play.now;
    if (touches.areHours() && from == play.now) {
      return true;
    }
    if (!openingPlanned[pool] && someoneWaits(pool, role)) {
      long opening = model.workClock().nextOpening(from);
      openingPlanned[pool] = true;
      play.schedule(opening, Event.OPENING, pool);
    }
    return false;
  }

  private boolean someoneWaits(int pool, int role) {
    return dirtyRepCount[pool] > 0
        || lines.size(help + pool) > 0
        || (!model.takesOnArrival(role) && lines.size(unowned + pool) > 0);
  }

  private void beginWork(int pool, int role) {
    int[] reps = dirtyReps[pool];
    int count = dirtyRepCount[pool];
    dirtyRepCount[pool] = 0;
    if (count > 1) {
      Arrays.sort(reps, 0, count);
    }
    for (int i = 0; i < count; i++) {
      team.seats[reps[i]].dirty = false;
    }
    for (int i = 0; i < count; i++) {
      int rep = reps[i];
      Seat seat = team.seats[rep];
      if (seat.busyWith < 0 && seat.working) {
        int line = split.next(rep, lines);
        if (line >= 0) {
          int lead = lines.poll(line);
          served(lead, role);
          touches.begin(seat, lead);
          team.refreshWork(seat);
        }
      }
    }
    while (lines.size(help + pool) > 0 && team.hasIdle(pool)) {
      int rep = team.chooseIdle(pool);
      Seat seat = team.seats[rep];
      int lead = lines.poll(help + pool);
      served(lead, role);
      touches.begin(seat, lead);
      team.refreshWork(seat);
    }
    if (!model.takesOnArrival(role)) {
      pull(pool, role);
    }
  }

  private void pull(int pool, int role) {
    int line = unowned + pool;
    while (lines.size(line) > 0) {
      int from = poolWithTaker(pool, role);
      if (from < 0) {
        return;
      }
      int lead = lines.poll(line);
      play.watch.routes(lead, from);
      int rep = team.chooseTaker(from, lead);
      Seat seat = team.seats[rep];
      served(lead, role);
      seat.busyWith = lead; // first, so that owning finds him at work
      own(lead, seat);
      touches.begin(seat, lead);
    }
  }

  // ---- touches

  /** The rep's touch is over; returns the lead. */
  int finishTouch(int rep) {
    Seat seat = team.seats[rep];
    seat.workEnd = Leads.NO_EVENT;
    int lead = seat.busyWith;
    endTouch(seat);
    play.watch.see(Observer.Step.TOUCH_ENDED, lead, rep);
    return lead;
  }

  private void endTouch(Seat seat) {
    touches.end(seat);
    team.refreshWork(seat);
    markRep(seat);
    if (pools.helpOut(seat.role)) {
      markRoom(seat);
    }
  }

  // ---- reps who go

  /** All that the rep has to do passes to others; a touch in progress is lost. */
  void handOver(int rep, double effect) {
    int other = team.seats[rep].busyWith;
    if (other >= 0 && leads.owner(other) != rep) {
      cut(rep, other);
      leads.remember(other, model.roleOf(rep), -1);
      again(other);
    }
    for (int lead = portfolios.first(rep); lead >= 0; lead = portfolios.first(rep)) {
      if (leads.servedBy(lead) == rep) {
        cut(rep, lead);
      } else if (leads.queued(lead) && isOwn(lines.queueOf(lead))) {
        lines.remove(lead);
        served(lead, model.roleOf(rep));
      }
      release(lead);
      leads.remember(lead, model.roleOf(rep), -1); // else he would be asked first
      leads.handOver(lead, leads.handOver(lead) + effect);
      ledger.one(Fact.HANDED_OVER, model.roleOf(rep));
      play.journey.lostOwner(lead);
    }
    for (int line = split.line(rep, 0); line < split.line(rep, 0) + split.lines(); line++) {
      while (lines.size(line) > 0) {
        int lead = lines.poll(line);
        served(lead, model.roleOf(rep));
        leads.remember(lead, model.roleOf(rep), -1);
        again(lead);
      }
    }
  }

  private boolean isOwn(int line) {
    return line < unowned;
  }

  private void cut(int rep, int lead) {
    Seat seat = team.seats[rep];
    seat.workEnd = play.cancel(seat.workEnd);
    endTouch(seat);
    play.watch.see(Observer.Step.TOUCH_CUT, lead, rep);
  }

  /** A touch that is not its owner's: it waits for a helper again, or brings the lead at once. */
  private void again(int lead) {
    if (leads.touch(lead) == Replication.PROSPECTING) {
      play.journey.enter(lead, 0);
    } else if (leads.touch(lead) == Hygiene.REVIEW) {
      play.hygiene.reviewAgain(lead);
    } else {
      play.journey.proceed(lead);
    }
  }

  /** A new owner at once, if somebody has room; else the lead's next touch will find one. */
  void seekOwnerNow(int lead, int role) {
    int pool = poolWithTaker(pool(role, lead), role);
    if (pool >= 0) {
      take(lead, pool);
    }
  }
}

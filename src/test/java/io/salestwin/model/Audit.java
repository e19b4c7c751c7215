package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calendar.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps its own plain books of a replication and holds the engine to them after every step: who is
 * where, who owns and works on what, who waits. A lead is left out of the comparison only while it
 * is itself the one that moves. Between two instants, when all is settled, nobody may wait for a
 * rep who could serve him; at the end the engine's time integrals must be those of these books.
 */
final class Audit implements Observer {

  /** For what a lead waits. */
  private enum Line {
    NONE,
    REP,
    OWNER,
    HELP
  }

  /** A lead that is alive. */
  private static final class Way {
    final int slot;
    int stage = -1;
    int owner = -1;
    int worker = -1;
    Line line = Line.NONE;
    int lineOf = -1;
    boolean dormant;
    boolean opening;

    Way(int slot) {
      this.slot = slot;
    }
  }

  private record Work(int role, long from, long to) {}

  private final SalesModel model;
  private final EngineState engine;
  private final Map<Long, Way> alive = new LinkedHashMap<>();
  private final Map<Long, Long> workingSince = new HashMap<>();
  private final List<Work> works = new ArrayList<>();
  private final int[] open;
  private final int[] worksOn;
  private final boolean[] atWork;
  private final long[][] stageMs;
  private final long[][] openMs;
  private final long[][] waitingMs;
  private long last;
  private long steps;
  private long stale;

  Audit(SalesModel model, Replication play) {
    this.model = model;
    engine = new EngineState(play);
    open = new int[model.repCount()];
    worksOn = new int[model.repCount()];
    Arrays.fill(worksOn, -1);
    atWork = new boolean[model.repCount()];
    for (int rep = 0; rep < atWork.length; rep++) {
      atWork[rep] = engine.isThereAtFirst(rep);
    }
    stageMs = new long[model.periodCount()][model.stageCount()];
    openMs = new long[model.periodCount()][model.roleCount()];
    waitingMs = new long[model.periodCount()][model.roleCount()];
    last = model.beginMs();
    stale = model.scenario().begin().pipeline().map(List::size).orElse(0);
  }

  long steps() {
    return steps;
  }

  // ---- what is seen

  @Override
  public void meet(long entity, int source, int segment, int product, long valueCents) {
    require(!alive.containsKey(entity), "a lead comes once");
    alive.put(entity, new Way(engine.slot(entity)));
  }

  @Override
  public void opened(long entity, int stage, long sinceMs) {
    require(sinceMs <= 0, "deals of day one entered before");
    Way way = alive.get(entity);
    way.stage = stage;
    way.opening = true;
    // all but the stale ones are seen
    stale--;
  }

  @Override
  public void decides(long timeMs, long entity, Odds odds) {
    alive.get(entity).opening = false;
    require(odds.draw() >= 0 && odds.draw() <= 1, "a draw is a share");
    require(odds.advance() >= 0 && odds.regress() >= 0, "chances are not negative");
    require(odds.advance() + odds.regress() <= 1 + 1e-12, "chances sum to at most 1");
  }

  @Override
  public void waits(long timeMs, long entity, int role) {
    pass(timeMs);
    Way way = alive.get(entity);
    require(way.line == Line.NONE && way.worker < 0, "a lead waits in one place");
    if (way.stage < 0) {
      way.line = Line.REP;
      way.lineOf = engine.finder(entity);
    } else if (way.owner >= 0 && model.roleOf(way.owner) == role) {
      way.line = Line.REP;
      way.lineOf = way.owner;
    } else {
      boolean own = model.scenario().stages().get(way.stage).owner() == role;
      way.line = own ? Line.OWNER : Line.HELP;
      way.lineOf = role;
    }
    compare(entity);
  }

  @Override
  public void staffed(long timeMs, int rep, boolean working, boolean present) {
    pass(timeMs);
    require(present || !working, "nobody works who has gone");
    atWork[rep] = working;
    alive.forEach(
        (entity, way) -> {
          if (way.worker == rep && working) {
            workingSince.put(entity, timeMs);
          } else if (way.worker == rep && workingSince.containsKey(entity)) {
            works.add(new Work(model.roleOf(rep), workingSince.remove(entity), timeMs));
          }
        });
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    pass(timeMs);
    steps++;
    Way way = alive.get(entity);
    require(way != null || step == Step.RELEASED, "nobody moves who has gone");
    switch (step) {
      case ENTERED -> {
        require(way.stage < 0 && !way.dormant, "a lead is in one stage");
        way.stage = stage;
        way.line = Line.NONE;
      }
      case OWNED -> own(way, rep);
      case RELEASED -> release(way, rep);
      case TOUCH_BEGAN -> {
        require(way.worker < 0 && worksOn[rep] < 0, "one rep, one lead");
        way.worker = rep;
        worksOn[rep] = way.slot;
        way.line = Line.NONE;
        workingSince.put(entity, timeMs);
      }
      case TOUCH_ENDED, TOUCH_CUT -> endWork(way, entity, timeMs);
      case ADVANCED, REGRESSED, REQUALIFIED -> {
        // a review of the close may have waited, or have been under way
        way.line = Line.NONE;
        endWork(way, entity, timeMs);
        way.stage = -1;
      }
      case LOST, DORMANT -> {
        way.line = Line.NONE;
        endWork(way, entity, timeMs);
        way.stage = -1;
        way.dormant = step == Step.DORMANT;
        end(entity, step == Step.LOST);
      }
      case RETURNED -> {
        require(way.dormant, "only who was dormant returns");
        way.dormant = false;
      }
      case WON -> end(entity, true);
      default -> {}
    }
    compare(entity);
  }

  private void own(Way way, int rep) {
    require(way.owner < 0, "a lead has one owner");
    way.owner = rep;
    way.line = way.line == Line.OWNER ? Line.NONE : way.line;
    open[rep]++;
    int limit = engine.isSticky(model.roleOf(rep)) ? 0 : model.openLimit(model.roleOf(rep));
    require(limit == 0 || way.opening || open[rep] <= limit, "nobody owns more than he may");
  }

  private void release(Way way, int rep) {
    require(way == null || way.owner == rep, "only an owner lets go");
    open[rep]--;
    if (way != null) {
      way.owner = -1;
      way.line = way.line == Line.REP ? Line.NONE : way.line;
    }
  }

  private void endWork(Way way, long entity, long timeMs) {
    if (way.worker >= 0) {
      if (workingSince.containsKey(entity)) {
        works.add(new Work(model.roleOf(way.worker), workingSince.remove(entity), timeMs));
      }
      worksOn[way.worker] = -1;
      way.worker = -1;
    }
  }

  private void end(long entity, boolean forGood) {
    if (forGood) {
      alive.remove(entity);
    }
  }

  // ---- what must hold

  /** Time goes on: what was left a moment ago was settled. */
  private void pass(long now) {
    require(now >= last && now < model.endMs(), "time goes on, up to the end");
    settled(now);
  }

  private void settled(long now) {
    if (now > last) {
      nobodyWaitsForWhoCouldServe(now);
      integrate(last, now);
      last = now;
    }
  }

  private void nobodyWaitsForWhoCouldServe(long now) {
    for (Way way : alive.values()) {
      if (way.line == Line.NONE) {
        continue;
      }
      int role = way.line == Line.REP ? model.roleOf(way.lineOf) : way.lineOf;
      boolean closed = opening(role) >= now;
      switch (way.line) {
        case NONE -> {}
        case REP ->
            require(closed || worksOn[way.lineOf] >= 0 || !atWork[way.lineOf], "his rep is free");
        case HELP -> require(closed || !someone(way, false), "a helper is free");
        case OWNER -> {
          boolean onArrival = model.takesOnArrival(way.lineOf);
          require((closed && !onArrival) || !someone(way, true), "a rep could own it");
        }
      }
    }
  }

  /** Until then no work of the role could begin. */
  private long opening(int role) {
    long at = last;
    while (at < model.endMs()) {
      long next = model.workClock().nextOpening(engine.workFrom(role, at));
      if (next == at) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** Whether a rep of the role is free, or, to own a lead, has room and (to pull it) is free. */
  private boolean someone(Way way, boolean toOwn) {
    int role = way.lineOf;
    for (int rep = model.firstRep(role); rep < model.firstRep(role + 1); rep++) {
      if (!atWork[rep] || !engine.serves(rep, role, way.slot, toOwn)) {
        continue;
      }
      boolean free = worksOn[rep] < 0;
      boolean room = model.openLimit(role) == 0 || open[rep] < model.openLimit(role);
      if (toOwn ? room && (free || model.takesOnArrival(role)) : free) {
        return true;
      }
    }
    return false;
  }

  /** The engine's books are these, but for the lead that moves. */
  private void compare(long moving) {
    int[] inStage = new int[model.stageCount()];
    long[] valueIn = new long[inStage.length];
    alive.forEach(
        (entity, way) -> {
          if (way.stage >= 0) {
            inStage[way.stage]++;
            valueIn[way.stage] += engine.valueCents(way.slot);
          }
          if (entity != moving) {
            compare(way);
          }
        });
    for (int stage = 0; stage < inStage.length; stage++) {
      require(engine.inStage(stage) == inStage[stage], "leads by stage");
      require(engine.valueIn(stage) == valueIn[stage], "value by stage");
    }
    Way mover = alive.get(moving);
    for (int rep = 0; rep < open.length; rep++) {
      require(engine.openLeads(rep) == open[rep], "open leads by rep");
      // who pulls a lead is at work from the moment he owns it, a step before the touch begins
      boolean pulls = worksOn[rep] < 0 && mover != null && mover.owner == rep;
      int busyWith = engine.busyWith(rep);
      require(busyWith == worksOn[rep] || (pulls && busyWith == mover.slot), "who works on what");
    }
    if (last >= 0) {
      conserved();
    }
  }

  private void compare(Way way) {
    require(way.stage < 0 || engine.stage(way.slot) == way.stage, "where a lead is");
    require(engine.owner(way.slot) == way.owner, "who owns a lead");
    require(engine.servedBy(way.slot) == way.worker, "who works on a lead");
    require(engine.isQueued(way.slot) == (way.line != Line.NONE), "who waits");
  }

  /** Everybody who was there or came is alive, won or lost. */
  private void conserved() {
    Ledger ledger = engine.ledger();
    long came = ledger.get(Fact.ALIVE_AT_START, 0, 0);
    for (int period = 0; period < ledger.periods(); period++) {
      came += ConservationPropertiesTest.in(ledger, Fact.LEADS, period);
      came -= ConservationPropertiesTest.in(ledger, Fact.WON, period);
      came -= ConservationPropertiesTest.in(ledger, Fact.LOST, period);
    }
    require(came == alive.size() + stale, "no lead appears or vanishes");
  }

  // ---- time integrals

  private void integrate(long from, long to) {
    for (int period = 0; period < stageMs.length; period++) {
      long begin = Math.max(from, period == 0 ? 0 : model.boundary(period - 1));
      long ms = Math.min(to, model.boundary(period)) - begin;
      if (ms > 0) {
        add(period, ms);
      }
    }
  }

  private void add(int period, long ms) {
    for (Way way : alive.values()) {
      if (way.stage >= 0) {
        stageMs[period][way.stage] += ms;
      }
      if (way.owner >= 0) {
        openMs[period][model.roleOf(way.owner)] += ms;
      }
      if (way.line != Line.NONE) {
        int role = way.line == Line.REP ? model.roleOf(way.lineOf) : way.lineOf;
        waitingMs[period][role] += ms;
      }
    }
  }

  /** The end of the horizon: the ledger's integrals are those of these books. */
  void holdsTo(Ledger ledger) {
    settled(model.endMs());
    workingSince.forEach(
        (entity, since) ->
            works.add(new Work(model.roleOf(alive.get(entity).worker), since, model.endMs())));
    workingSince.clear();
    for (int period = 0; period < ledger.periods(); period++) {
      for (int stage = 0; stage < model.stageCount(); stage++) {
        assertThat(ledger.get(Fact.STAGE_AREA, period, stage)).isEqualTo(stageMs[period][stage]);
      }
      for (int role = 0; role < model.roleCount(); role++) {
        assertThat(ledger.get(Fact.OPEN_AREA, period, role)).isEqualTo(openMs[period][role]);
        assertThat(ledger.get(Fact.WAITING_AREA, period, role)).isEqualTo(waitingMs[period][role]);
        assertThat(ledger.get(Fact.BUSY_MS, period, role)).isEqualTo(busyMs(period, role));
      }
    }
  }

  private long busyMs(int period, int role) {
    Clock clock = model.workClock();
    long begin = period == 0 ? 0 : model.boundary(period - 1);
    long end = model.boundary(period);
    return works.stream()
        .filter(work -> work.role() == role && work.from() < end && work.to() > begin)
        .mapToLong(w -> clock.between(Math.max(w.from(), begin), Math.min(w.to(), end)))
        .sum();
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what + ", at " + last + " ms, step " + steps);
    }
  }
}

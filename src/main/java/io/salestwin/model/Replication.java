package io.salestwin.model;

import io.salestwin.kernel.EventQueue;
import io.salestwin.random.Streams;

/**
 * One play of the horizon. All mutable state of a simulation lives here: a replication belongs to
 * one thread and is used again and again without allocation.
 *
 * <p>What play {@code r} leaves in the {@link #ledger()} is a pure function of (model, seed, r).
 */
public final class Replication {

  /** The touch number of outbound work that brings a lead before its first stage. */
  static final int PROSPECTING = -1;

  private static final int EXPECTED = 1024;

  final SalesModel model;
  final Streams streams;

  private final EventQueue events = new EventQueue(EXPECTED);
  final Leads leads;
  final Ledger ledger;
  final Parameters parameters;
  final Team team;
  final Shocks shocks;
  final QuarterEnd quarterEnd;
  final Watch watch;
  final Areas areas;
  final Desk desk;
  final Effects effects;
  final Journey journey;
  final Scores scores;
  final Timing timing;
  private final Attribution attribution;
  private final Closings closings;
  final Staff staff;
  final Opening opening;

  /** The customers after the win; null when the scenario has none. */
  final Lifecycle lifecycle;

  /** Null when the scenario has no rules of hygiene. */
  final Hygiene hygiene;

  /** Null when there is no experiment. */
  final Arms arms;

  private final Arrivals arrivals;

  long now;
  private long until = Long.MAX_VALUE;
  private boolean antithetic;
  private int period;
  private long alive;
  private long dormant;
  private long staleCount;
  private long staleValue;

  /**
   * A replication of a model.
   *
   * @param model what is played
   * @param seed the seed of all chance
   */
  public Replication(SalesModel model, long seed) {
    this.model = model;
    streams = new Streams(seed);
    leads = new Leads(EXPECTED, model.stageCount(), model.roleCount());
    ledger = model.newLedger();
    parameters = model.parameters().copy();
    team = new Team(this);
    shocks = new Shocks(this);
    quarterEnd = new QuarterEnd(this);
    watch = new Watch(this);
    areas = new Areas(this);
    desk = new Desk(this);
    effects = new Effects(this);
    journey = new Journey(this);
    scores = new Scores(this);
    timing = new Timing(this);
    attribution = new Attribution(this);
    closings = new Closings(this);
    staff = new Staff(this);
    lifecycle = model.customerPlan() == null ? null : new Lifecycle(this);
    hygiene = model.hygienePlans() == null ? null : new Hygiene(this);
    arms = model.armPlan() == null ? null : new Arms(this);
    arrivals = new Arrivals(this);
    opening = new Opening(this);
  }

  /**
   * Lets somebody watch the plays that follow.
   *
   * @param observer who watches, or null for nobody
   */
  public void observe(Observer observer) {
    watch.observe(observer);
  }

  /**
   * Lets somebody count in the plays that follow.
   *
   * @param counter who counts, or null for nobody
   */
  public void count(Counter counter) {
    watch.count(counter);
  }

  /**
   * Lets somebody hear of the units of the experiment in the plays that follow.
   *
   * @param sink who hears of them, or null for nobody
   * @param fromMs from when on, in milliseconds from the start: the experiment's beginning, or an
   *     instant before it, below 0 in the warm-up
   * @throws IllegalStateException when the model has no arms
   */
  public void units(UnitSink sink, long fromMs) {
    requireArms().tell(sink, fromMs);
  }

  /**
   * Puts everything into one arm from the start on in the plays that follow. Units are dealt arms
   * as ever, which then are labels only: a roll-out of the first arm is an experiment in which
   * nothing differs.
   *
   * @param arm index of the arm; -1 for each into the arm that it is dealt, as at first
   * @throws IllegalStateException when the model has no arms
   */
  public void rollOut(int arm) {
    requireArms().rollOut(arm);
  }

  private Arms requireArms() {
    if (arms == null) {
      throw new IllegalStateException("the model has no arms");
    }
    return arms;
  }

  /**
   * Ends the plays that follow before the horizon does. The ledger of such a play is not complete.
   *
   * @param ms when, in milliseconds from the start, above 0
   */
  public void until(long ms) {
    until = ms;
  }

  /**
   * Lets every odd play meet the mirrored luck of the even play before it, for antithetic pairs.
   * The draw of the uncertain inputs, which both share, is not mirrored.
   *
   * @param mirror true from the next play on; false, as at first, for luck of its own in each play
   */
  public void antithetic(boolean mirror) {
    antithetic = mirror;
  }

  /**
   * The facts of the latest play.
   *
   * @return the ledger, overwritten by the next play
   */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Plays the horizon once.
   *
   * @param replication number of the replication, at least 0
   */
  public void play(int replication) {
    begin(replication);
    long boundary = Math.min(until, model.boundary(period));
    while (true) {
      long next = events.nextTime();
      if (next >= boundary) {
        now = boundary;
        if (now == until || !turn()) {
          return;
        }
        boundary = Math.min(until, model.boundary(period));
        continue;
      }
      now = next;
      do {
        handle();
      } while (events.nextTime() == next);
      desk.settle();
    }
  }

  private void begin(int replication) {
    events.clear();
    leads.clear();
    ledger.clear();
    alive = 0;
    dormant = 0;
    staleCount = 0;
    staleValue = 0;
    period = -1;
    now = model.beginMs();
    areas.reset();
    if (hygiene != null) {
      hygiene.reset();
    }
    if (model.isUncertain()) {
      // Replications come in pairs that share one draw of what is not known.
      streams.antithetic(false);
      streams.replication(replication / 2);
      model.draw(streams, parameters);
    }
    streams.antithetic(antithetic && replication % 2 == 1);
    streams.replication(antithetic ? replication - replication % 2 : replication);
    desk.reset();
    effects.reset();
    if (arms != null) {
      arms.begin();
    }
    staff.begin();
    shocks.begin(streams);
    arrivals.begin();
    opening.begin();
    if (lifecycle != null) {
      lifecycle.begin();
    }
    desk.settle();
    if (now == 0) {
      turn();
    }
  }

  private void handle() {
    int subject = events.poll();
    switch (events.kind()) {
      case Event.WORK_END -> journey.afterTouch(desk.finishTouch(subject));
      case Event.ARRIVAL -> arrivals.arrive(subject);
      case Event.OPENING -> desk.opens(subject);
      case Event.GAP_END -> journey.gapEnds(subject);
      case Event.EXIT -> journey.exit(subject);
      case Event.RETURN -> wake(subject);
      case Event.TIME_OUT -> journey.timeOut(subject);
      case Event.PATIENCE -> journey.goCold(subject);
      case Event.REP_GOES -> staff.goes(subject);
      case Event.HAND_OVER -> staff.handsOver(subject);
      case Event.REP_COMES -> staff.comes(subject);
      case Event.STAFF -> staff.absences.handle(subject);
      case Event.COVER -> staff.absences.covered(subject);
      case Event.EXPERIMENT -> arms.start();
      case Event.CUSTOMER -> lifecycle.happens(subject);
      case Event.HYGIENE -> hygiene.happens(subject);
      default -> throw new AssertionError("event kind " + events.kind());
    }
  }

  // ---- periods

  /** Ends the present period and begins the next; false at the end of the horizon. */
  private boolean turn() {
    areas.close();
    if (lifecycle != null) {
      lifecycle.close(period);
    }
    if (hygiene != null) {
      hygiene.close();
    }
    for (Seat seat : team.seats) {
      if (seat.busyWith >= 0) {
        desk.touches.countBusy(seat);
      }
    }
    staff.countAll();
    if (period >= 0) {
      closePeriod();
    } else {
      if (model.beginMs() < 0) {
        ledger.clear();
      }
      ledger.add(Fact.STALE, staleCount);
      ledger.add(Fact.STALE_VALUE, staleValue);
      staff.start();
      if (arms != null) {
        arms.start();
      }
    }
    period++;
    if (period == model.periodCount()) {
      return false;
    }
    ledger.turnTo(period);
    for (int stage = 0; stage < model.stageCount(); stage++) {
      ledger.add(Fact.OPEN_AT_START, stage, areas.inStage(stage));
      ledger.add(Fact.OPEN_VALUE_AT_START, stage, areas.valueIn(stage));
      ledger.add(Fact.WEIGHTED_VALUE_AT_START, stage, areas.weightedValueIn(stage));
    }
    ledger.add(Fact.ALIVE_AT_START, alive);
    if (lifecycle != null) {
      lifecycle.open();
    }
    if (hygiene != null) {
      hygiene.open();
    }
    return true;
  }

  private void closePeriod() {
    for (int stage = 0; stage < model.stageCount(); stage++) {
      ledger.add(Fact.OPEN_AT_END, stage, areas.inStage(stage));
      ledger.add(Fact.OPEN_VALUE_AT_END, stage, areas.valueIn(stage));
      ledger.add(Fact.OPEN_AGE_AT_END_MS, stage, areas.ageIn(stage));
    }
    ledger.add(Fact.DORMANT_AT_END, dormant);
    ledger.add(Fact.ALIVE_AT_END, alive);
    staff.departures.judge();
    long from = period == 0 ? 0 : model.boundary(period - 1);
    shocks.count(from);
  }

  // ---- what the parts share

  /** The period of the ledger into which facts go. */
  int ledgerPeriod() {
    return Math.max(0, period);
  }

  StagePlan plan(int lead) {
    return model.plan(row(lead));
  }

  int row(int lead) {
    return leads.arm(lead) * model.stageCount() + leads.stage(lead);
  }

  /** Schedules an event; one at or after the end of the horizon never happens. */
  int schedule(long time, int kind, int subject) {
    return time < model.endMs() ? events.schedule(time, kind, subject) : Leads.NO_EVENT;
  }

  /** Cancels an event if it is pending; returns "no event" for the place that held its handle. */
  int cancel(int handle) {
    if (handle != Leads.NO_EVENT) {
      events.cancel(handle);
    }
    return Leads.NO_EVENT;
  }

  /** Counts a touch that is done. */
  void touched(int lead, int activity) {
    ledger.one(Fact.TOUCHES, activity);
    if (hygiene != null) {
      hygiene.touched(lead);
    }
    watch.touched(lead, activity);
  }

  // ---- beginnings and ends of leads

  /** A new lead with its identity and nothing else. */
  int create(long entity, int source) {
    int lead = leads.allocate();
    desk.ensureLeads(leads.capacity());
    alive++;
    leads.entity(lead, entity);
    leads.source(lead, source);
    leads.arrivedAt(lead, now);
    if (hygiene != null) {
      hygiene.created(lead);
    }
    if (arms != null) {
      arms.created(lead);
    }
    return lead;
  }

  /** The lead has not come after all: its territory is not open yet. */
  void dismiss(int lead) {
    leads.release(lead);
    alive--;
  }

  /** Writes down a lead's arrival. */
  void arrived(int lead) {
    ledger.one(Fact.LEADS, leads.source(lead));
    ledger.one(Fact.LEADS_BY_SEGMENT, model.kinds().segment(leads.kind(lead)));
    ledger.one(Fact.LEADS_BY_TERRITORY, leads.territory(lead));
    if (now >= 0) {
      ledger.one(Fact.LEADS_BY_WEEK, model.week(now));
    }
    leads.stage(lead, 0);
    watch.arrived(lead);
  }

  /** Counts an open deal that is too old ever to win. */
  void markStale(long valueCents) {
    staleCount++;
    staleValue += valueCents;
  }

  void win(int lead) {
    int rep = leads.owner(lead);
    long value = quarterEnd.discounted(leads.valueCents(lead));
    closings.won(lead, value);
    if (lifecycle != null) {
      lifecycle.sign(lead, value);
    }
    if (hygiene != null) {
      hygiene.won(lead, value);
    }
    attribution.won(lead, value);
    if (arms != null) {
      arms.won(lead, value);
    }
    watch.won(lead, rep);
    end(lead);
  }

  void lose(int lead, int reason) {
    closings.lost(lead, reason);
    if (arms != null) {
      arms.lost(lead);
    }
    watch.because(lead, reason);
    watch.see(Observer.Step.LOST, lead, leads.owner(lead));
    end(lead);
  }

  private void end(int lead) {
    if (hygiene != null) {
      hygiene.closes(lead);
    }
    desk.release(lead);
    leads.release(lead);
    alive--;
  }

  /** The lead goes dormant and returns later. */
  void sleep(int lead, int reason, long afterMs) {
    ledger.one(Fact.RECYCLED);
    watch.because(lead, reason);
    watch.see(Observer.Step.DORMANT, lead, leads.owner(lead));
    desk.release(lead);
    if (hygiene != null) {
      hygiene.closes(lead);
    }
    dormant++;
    leads.outcome(lead, plan(lead).recycleTo());
    leads.timer(lead, schedule(now + afterMs, Event.RETURN, lead));
  }

  private void wake(int lead) {
    leads.timer(lead, Leads.NO_EVENT);
    dormant--;
    double fresh = leads.quality(lead);
    double quality = Math.min(1, fresh * plan(lead).recycleQuality());
    leads.quality(lead, quality);
    leads.score(lead, leads.score(lead) + (quality - fresh));
    ledger.one(Fact.RETURNED);
    watch.see(Observer.Step.RETURNED, lead, -1);
    journey.enter(lead, leads.outcome(lead));
  }
}

package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.scenario.ImpossibleScenarioException;

/** A lead's life: into a stage, through its work, past the buyer, and out. */
final class Journey {

  private static final int VISIT = Purpose.VISIT.code();
  private static final int RECYCLE = Purpose.RECYCLE.code();
  private static final int LEAK = Purpose.LEAK.code();
  private static final int PATIENCE = Purpose.PATIENCE.code();

  /** A lead without delay leaves at once; one that goes in circles takes the way of events. */
  private static final int AT_ONCE = 4;

  private static final int MOST_VISITS = 100_000;

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Ledger ledger;
  private final Streams streams;
  private final Parameters parameters;
  private final Desk desk;

  Journey(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    ledger = play.ledger;
    streams = play.streams;
    parameters = play.parameters;
    desk = play.desk;
  }

  // ---- in

  void enter(int lead, int stage) {
    place(lead, stage, play.now);
    ledger.one(Fact.ENTERED, stage);
    StagePlan plan = play.plan(lead);
    if (plan.opportunity() && leads.opportunityAt(lead) == Leads.NEVER) {
      becomeOpportunity(lead);
    }
    if (play.hygiene != null) {
      play.hygiene.enters(lead, plan);
    }
    play.watch.see(Observer.Step.ENTERED, lead, leads.owner(lead));
    if (plan.rescore() >= 0) {
      play.scores.refresh(lead, plan);
    }
    if (leads.score(lead) < plan.accept()) {
      refuse(lead, plan, model.notAccepted());
      return;
    }
    if (plan.leak() > 0 && isDropped(lead, plan)) {
      refuse(lead, plan, model.leaked());
      return;
    }
    if (plan.timeOutMs() > 0) {
      leads.timeOut(lead, play.schedule(timeOutAt(plan, play.now), Event.TIME_OUT, lead));
    }
    desk.seekOwner(lead, plan.owner());
    if (play.arms != null) {
      plan = play.plan(lead); // that of the owner's arm
    }
    if (plan.patience() != StagePlan.NONE && (leads.queued(lead) || plan.touches().count() > 0)) {
      leads.patience(lead, play.schedule(coldAt(lead, plan), Event.PATIENCE, lead));
    }
    if (!leads.queued(lead)) {
      proceed(lead, plan);
    }
  }

  private long coldAt(int lead, StagePlan plan) {
    double u = streams.uniform(leads.entity(lead), PATIENCE, visitIndex(lead, plan));
    double wait = parameters.samplers[plan.patience()].sample(u);
    return leads.enteredAt(lead) + (long) (wait + 0.5);
  }

  /** The lead goes on in another arm; where it stands in a stage, its clocks are set anew. */
  void changeArm(int lead, int arm) {
    leads.arm(lead, arm);
    if (leads.enteredAt(lead) == Leads.NEVER) {
      return;
    }
    StagePlan plan = play.plan(lead);
    leads.timeOut(lead, play.cancel(leads.timeOut(lead)));
    if (plan.timeOutMs() > 0) {
      long at = Math.max(play.now, timeOutAt(plan, leads.enteredAt(lead)));
      leads.timeOut(lead, play.schedule(at, Event.TIME_OUT, lead));
    }
    if (leads.patience(lead) != Leads.NO_EVENT) {
      leads.patience(lead, play.cancel(leads.patience(lead)));
      if (plan.patience() != StagePlan.NONE) {
        long at = Math.max(play.now, coldAt(lead, plan));
        leads.patience(lead, play.schedule(at, Event.PATIENCE, lead));
      }
    }
  }

  /** The lead is lost at once: its score is too low, or nobody has taken it over. */
  private void refuse(int lead, StagePlan plan, int reason) {
    ledger.one(Fact.STAGE_LOST, leads.stage(lead));
    leave(lead);
    lose(lead, plan, reason);
  }

  private boolean isDropped(int lead, StagePlan plan) {
    return leads.visit(lead) == 0
        && streams.uniform(leads.entity(lead), LEAK, plan.code()) < plan.leak();
  }

  /** Puts the lead into a stage without any consequence, and draws the luck of the visit. */
  void place(int lead, int stage, long since) {
    leads.stage(lead, stage);
    if (play.arms != null) {
      play.arms.enters(lead, stage);
    }
    leads.countVisit(lead);
    if (leads.visit(lead) >= MOST_VISITS) {
      throw goesInCircles(stage);
    }
    leads.enteredAt(lead, since);
    leads.queueMs(lead, 0);
    leads.firstTouchAt(lead, Leads.NEVER);
    leads.workedAt(lead, Leads.NEVER);
    leads.touch(lead, 0);
    leads.repeat(lead, 0);
    leads.deal(lead, -1);
    leads.luck(lead, streams.bits(leads.entity(lead), VISIT, visitIndex(lead, play.plan(lead))));
    leads.moreLuck(lead, streams.moreBits());
    play.areas.enters(stage);
  }

  private ImpossibleScenarioException goesInCircles(int stage) {
    return new ImpossibleScenarioException(
        "stages." + model.scenario().stages().get(stage).name(),
        "one lead came here "
            + MOST_VISITS
            + " times: regress or recycle sends leads in circles without end; lower their chance, or"
            + " give the way round a delay");
  }

  long timeOutAt(StagePlan plan, long since) {
    return plan.timeOutBuying()
        ? model.buyingClock().after(since, plan.timeOutMs())
        : since + plan.timeOutMs();
  }

  private void becomeOpportunity(int lead) {
    leads.opportunityAt(lead, play.now);
    int kind = leads.kind(lead);
    ledger.one(Fact.OPPORTUNITIES, leads.source(lead));
    ledger.one(Fact.OPPORTUNITIES_BY_SEGMENT, model.kinds().segment(kind));
    ledger.one(Fact.OPPORTUNITIES_BY_TERRITORY, leads.territory(lead));
    ledger.one(Fact.OPPORTUNITIES_BY_PRODUCT, model.kinds().product(kind));
    ledger.add(Fact.PIPELINE_CREATED, leads.valueCents(lead));
  }

  // ---- work

  /** The lead has got the owner that it waited for. */
  void owned(int lead) {
    if (leads.touch(lead) == Hygiene.REVIEW) {
      desk.queueTouch(lead, -1);
      return;
    }
    if (play.plan(lead).touches().count() == 0) {
      leads.patience(lead, play.cancel(leads.patience(lead)));
    }
    proceed(lead, play.plan(lead));
  }

  /** The lead's owner has gone in the middle of a stage. */
  void lostOwner(int lead) {
    StagePlan plan = play.plan(lead);
    boolean withBuyer = leads.workedAt(lead) != Leads.NEVER;
    boolean busy = leads.queued(lead) || leads.servedBy(lead) >= 0;
    if (withBuyer || busy || leads.timer(lead) != Leads.NO_EVENT) {
      desk.seekOwnerNow(lead, plan.owner());
      if (leads.touch(lead) == Hygiene.REVIEW && !busy) {
        play.hygiene.reviewAgain(lead);
      }
      if (withBuyer) {
        reconsider(lead, plan);
      }
      return;
    }
    desk.seekOwner(lead, plan.owner());
    if (!leads.queued(lead)) {
      proceed(lead, plan);
    }
  }

  /** Goes on with the touch at which the lead stands. */
  void proceed(int lead) {
    proceed(lead, play.plan(lead));
  }

  private void proceed(int lead, StagePlan plan) {
    StagePlan.Touches touches = plan.touches();
    int touch = leads.touch(lead);
    if (touch < touches.count()) {
      desk.queueTouch(lead, touches.role()[touch]);
    } else {
      buyer(lead, plan);
    }
  }

  void firstTouch(int lead) {
    long wait = play.now - leads.enteredAt(lead);
    leads.firstTouchAt(lead, play.now);
    ledger.one(Fact.FIRST_TOUCHES, leads.stage(lead));
    ledger.add(Fact.RESPONSE_MS, leads.stage(lead), wait);
    if (leads.stage(lead) == 0) {
      ledger.bin(Fact.RESPONSES, DurationBins.of(wait), 1);
    }
    leads.patience(lead, play.cancel(leads.patience(lead)));
  }

  void afterTouch(int lead) {
    if (leads.touch(lead) == Replication.PROSPECTING) {
      play.touched(lead, model.prospecting());
      enter(lead, 0);
      return;
    }
    if (leads.touch(lead) == Hygiene.REVIEW) {
      play.hygiene.reviewed(lead);
      return;
    }
    StagePlan plan = play.plan(lead);
    StagePlan.Touches touches = plan.touches();
    int touch = leads.touch(lead);
    play.touched(lead, touches.activity()[touch]);
    int repeat = leads.repeat(lead);
    if (repeat + 1 < touches.times()[touch] && !stops(lead, plan, touch)) {
      leads.repeat(lead, repeat + 1);
      long gap = gap(lead, touches.every()[touch]);
      if (gap > 0) {
        leads.timer(lead, play.schedule(play.now + gap, Event.GAP_END, lead));
        return;
      }
    } else {
      leads.repeat(lead, 0);
      leads.touch(lead, touch + 1);
    }
    proceed(lead, plan);
  }

  private boolean stops(int lead, StagePlan plan, int touch) {
    return streams.upper(leads.touchLuck(lead)) < plan.touches().stop()[touch];
  }

  /** The gap after the touch that has just ended. */
  private long gap(int lead, int sampler) {
    return sampler == StagePlan.NONE
        ? 0
        : (long) (parameters.samplers[sampler].sample(streams.lower(leads.touchLuck(lead))) + 0.5);
  }

  void gapEnds(int lead) {
    leads.timer(lead, Leads.NO_EVENT);
    proceed(lead, play.plan(lead));
  }

  // ---- the buyer

  private void buyer(int lead, StagePlan plan) {
    leads.workedAt(lead, play.now);
    play.watch.see(Observer.Step.BUYER, lead, leads.owner(lead));
    if (play.hygiene != null) {
      play.hygiene.agrees(lead, plan);
    }
    decide(lead, plan);
  }

  /** Draws the outcome, and when the buyer comes to it. */
  private void decide(int lead, StagePlan plan) {
    int row = play.row(lead);
    long advanceAt = play.quarterEnd.pulled(lead, plan, delayEnd(lead, plan, StagePlan.ADVANCE));
    double p = play.effects.advances(lead, plan, row, advanceAt);
    double regress = parameters.regress[row];
    double u = streams.upper(leads.luck(lead));
    double advance = (1 - regress) * p;
    play.watch.draws(lead, advance, regress, u, 1);
    int outcome =
        u < advance
            ? StagePlan.ADVANCE
            : u < advance + regress ? StagePlan.REGRESS : StagePlan.LOST;
    long at = outcome == StagePlan.ADVANCE ? advanceAt : delayEnd(lead, plan, outcome);
    leaveAt(lead, outcome, at, advanceAt);
  }

  /**
   * The same luck under the odds as they are now: what changes the odds of a deal that is with its
   * buyer may turn its outcome. One whose day has passed under the new outcome leaves today.
   */
  private void reconsider(int lead, StagePlan plan) {
    withdrawExit(lead, plan);
    play.effects.takeBack(lead);
    if (leads.deal(lead) >= 0) {
      play.opening.reconsider(lead, plan);
    } else {
      decide(lead, plan);
    }
  }

  /** Takes the planned exit back; the time-out counts again. */
  private void withdrawExit(int lead, StagePlan plan) {
    leads.timer(lead, play.cancel(leads.timer(lead)));
    if (plan.timeOutMs() > 0 && leads.timeOut(lead) == Leads.NO_EVENT) {
      long at = timeOutAt(plan, leads.enteredAt(lead));
      leads.timeOut(lead, play.schedule(at, Event.TIME_OUT, lead));
    }
  }

  /** The odds of a visit have become better while the buyer thinks; its luck stays the same. */
  void decideAgain(int lead, long advanceAt) {
    int row = play.row(lead);
    double p = play.effects.advancesAgain(lead, play.plan(lead), row, advanceAt);
    double regress = parameters.regress[row];
    double u = streams.upper(leads.luck(lead));
    double advance = (1 - regress) * p;
    play.watch.draws(lead, advance, regress, u, 1);
    if (u < advance && leads.outcome(lead) != StagePlan.ADVANCE) {
      withdrawExit(lead, play.plan(lead));
      scheduleExit(lead, StagePlan.ADVANCE, Math.max(play.now, advanceAt));
    }
  }

  private void leaveAt(int lead, int outcome, long at, long advanceAt) {
    if (at == play.now && leads.visit(lead) < AT_ONCE) {
      leads.outcome(lead, outcome);
      play.timing.forget(lead);
      exit(lead);
    } else {
      scheduleExit(lead, outcome, at);
      if (play.hygiene != null) {
        play.hygiene.decided(lead, advanceAt);
      }
    }
  }

  /** Plans the exit. Of exit and time-out only the one that comes first needs its event. */
  void scheduleExit(int lead, int outcome, long at) {
    leads.outcome(lead, outcome);
    if (leads.timeOut(lead) != Leads.NO_EVENT) {
      if (timeOutAt(play.plan(lead), leads.enteredAt(lead)) < at) {
        return;
      }
      leads.timeOut(lead, play.cancel(leads.timeOut(lead)));
    }
    leads.timer(lead, play.schedule(play.timing.earliest(lead, at), Event.EXIT, lead));
  }

  private long delayEnd(int lead, StagePlan plan, int outcome) {
    int sampler = plan.delays()[outcome][leads.kind(lead)];
    if (sampler == StagePlan.NONE) {
      return play.now;
    }
    double delay =
        parameters.samplers[sampler].sample(streams.lower(leads.luck(lead)))
            * model.delayFactor(leads.kind(lead));
    if (play.shocks.some()) {
      delay *= play.shocks.delay(outcome, leads.stage(lead));
    }
    if (play.hygiene != null) {
      delay *= play.hygiene.stepDelay(lead);
    }
    long end = model.buyersClock(outcome).after(leads.workedAt(lead), (long) (delay + 0.5));
    return Math.max(play.now, end);
  }

  long visitIndex(int lead, StagePlan plan) {
    return Streams.index(plan.code(), leads.visit(lead), 0, 0);
  }

  // ---- out

  void exit(int lead) {
    leads.timer(lead, Leads.NO_EVENT);
    if (play.timing.putsOff(lead)) {
      return;
    }
    int stage = leads.stage(lead);
    int rep = leads.owner(lead);
    StagePlan plan = play.plan(lead);
    leave(lead);
    switch (leads.outcome(lead)) {
      case StagePlan.ADVANCE -> {
        ledger.one(Fact.ADVANCED, stage);
        play.watch.see(Observer.Step.ADVANCED, lead, rep);
        if (stage == model.stageCount() - 1) {
          play.win(lead);
        } else {
          enter(lead, stage + 1);
        }
      }
      case StagePlan.REGRESS -> {
        ledger.one(Fact.REGRESSED, stage);
        play.watch.see(Observer.Step.REGRESSED, lead, rep);
        enter(lead, plan.regressTo());
      }
      default -> {
        ledger.one(Fact.STAGE_LOST, stage);
        int reason = plan.reason(streams.upper(leads.moreLuck(lead)));
        Competition against = model.competition();
        lose(
            lead,
            plan,
            against == null ? reason : against.reason(streams, leads, lead, plan, reason));
      }
    }
  }

  void timeOut(int lead) {
    leads.timeOut(lead, Leads.NO_EVENT);
    ledger.one(Fact.TIMED_OUT, leads.stage(lead));
    giveUp(lead, model.timedOut());
  }

  void goCold(int lead) {
    leads.patience(lead, Leads.NO_EVENT);
    ledger.one(Fact.WENT_COLD, leads.stage(lead));
    giveUp(lead, model.wentCold());
  }

  void giveUp(int lead, int reason) {
    desk.withdraw(lead);
    leads.timer(lead, play.cancel(leads.timer(lead)));
    StagePlan plan = play.plan(lead);
    leave(lead);
    lose(lead, plan, reason);
  }

  /** The lead leaves its stage to be requalified. */
  void sendBack(int lead) {
    int rep = leads.owner(lead);
    desk.withdraw(lead);
    leads.timer(lead, play.cancel(leads.timer(lead)));
    leave(lead);
    play.watch.see(Observer.Step.REQUALIFIED, lead, rep);
  }

  private void leave(int lead) {
    int stage = leads.stage(lead);
    if (play.hygiene != null) {
      play.hygiene.leaves(lead);
    }
    leads.timeOut(lead, play.cancel(leads.timeOut(lead)));
    leads.patience(lead, play.cancel(leads.patience(lead)));
    long whole = play.now - leads.enteredAt(lead);
    long worked = leads.workedAt(lead);
    long buyer = worked == Leads.NEVER ? 0 : play.now - worked;
    ledger.add(Fact.QUEUE_MS, stage, leads.queueMs(lead));
    ledger.add(Fact.BUYER_MS, stage, buyer);
    ledger.add(Fact.WORK_MS, stage, whole - buyer - leads.queueMs(lead));
    leads.enteredAt(lead, Leads.NEVER);
    play.areas.leaves(stage);
  }

  private void lose(int lead, StagePlan plan, int reason) {
    if (plan.recycles()[reason]) {
      double u = streams.uniform(leads.entity(lead), RECYCLE, visitIndex(lead, plan));
      if (u < play.shocks.recycleShare(play.row(lead))) {
        double after =
            plan.recycleAfter() == StagePlan.NONE
                ? 0
                : parameters.samplers[plan.recycleAfter()].sample(streams.second());
        play.sleep(lead, reason, Math.round(after));
        return;
      }
    }
    play.lose(lead, reason);
  }
}

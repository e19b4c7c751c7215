package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import java.util.Arrays;

/**
 * Pipeline hygiene: when each opportunity is planned to close and how often that has slipped, which
 * ones do not move and what is done about them, which have no next step. There is one only where a
 * scenario has such rules; what it knows of a lead stands here and not in {@link Leads}, so that
 * others do not carry it.
 */
final class Hygiene {

  /** The touch number of planning a close anew, while the deal is with the buyer. */
  static final int REVIEW = -2;

  /** The number of that touch in draws: no stage has so many touches. */
  private static final int REVIEW_INDEX = 4095;

  /** The subject of the event that a week of a period is over. */
  static final int A_WEEK = -1;

  private static final int RULES = Purpose.STALE.code();
  private static final int IS_STALE = 1;
  private static final int WAS_STALE = 1 << 1;
  private static final int NO_STEP = 1 << 2;
  private static final int REVIEWING = 1 << 3;
  private static final int REVIEW_DUE = 1 << 4;
  private static final int SLIPPED = 1 << 5;

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Ledger ledger;
  private final HygienePlan[] plans;

  private int[] flags = new int[0];
  private int[] slips = new int[0];
  private long[] plannedAt = new long[0];
  private int[] slipTimer = new int[0];
  private int[] staleTimer = new int[0];

  /** When the lead would advance whose outcome a review may still change, else never. */
  private long[] advancesAt = new long[0];

  /** How long it had waited for reps when the review began, which is no part of the visit's. */
  private long[] queueMs = new long[0];

  /** The stage that the CRM shows. */
  private int[] reported = new int[0];

  private final boolean inflated;

  /** Null when nobody forecasts. */
  private final ForecastBook book;

  private long staleCount;
  private long staleArea;

  Hygiene(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    ledger = play.ledger;
    plans = model.hygienePlans();
    inflated = model.scenario().hygiene().map(h -> h.inflated()).orElse(false);
    boolean forecasts = model.scenario().hygiene().flatMap(h -> h.categories()).isPresent();
    book = forecasts ? new ForecastBook(play, this) : null;
  }

  void reset() {
    staleCount = 0;
    staleArea = 0;
    if (book != null) {
      book.reset();
    }
  }

  /** A new lead has this number. */
  void created(int lead) {
    if (lead >= flags.length) {
      grow(leads.capacity());
    }
    flags[lead] = 0;
    slips[lead] = 0;
    plannedAt[lead] = Leads.NEVER;
    slipTimer[lead] = Leads.NO_EVENT;
    staleTimer[lead] = Leads.NO_EVENT;
    advancesAt[lead] = Leads.NEVER;
    reported[lead] = -1;
    if (book != null) {
      book.created(lead);
    }
  }

  private void grow(int size) {
    flags = Arrays.copyOf(flags, size);
    slips = Arrays.copyOf(slips, size);
    plannedAt = Arrays.copyOf(plannedAt, size);
    slipTimer = Arrays.copyOf(slipTimer, size);
    staleTimer = Arrays.copyOf(staleTimer, size);
    advancesAt = Arrays.copyOf(advancesAt, size);
    queueMs = Arrays.copyOf(queueMs, size);
    reported = Arrays.copyOf(reported, size);
  }

  private HygienePlan plan(int lead) {
    return plans[leads.arm(lead)];
  }

  private boolean has(int lead, int flag) {
    return (flags[lead] & flag) != 0;
  }

  /** How often the planned close has passed, since it was planned or last reviewed. */
  int slips(int lead) {
    return slips[lead];
  }

  // ---- visits

  /** The lead has entered its stage, or stands in it on day one. */
  void enters(int lead, StagePlan stagePlan) {
    int stage = leads.stage(lead);
    reported[lead] = inflated ? Math.max(reported[lead], stage) : stage;
    if (book != null) {
      book.enters(lead);
    }
    if (!stagePlan.opportunity()) {
      return;
    }
    HygienePlan plan = plan(lead);
    if (plan.closeMs() != null && plannedAt[lead] == Leads.NEVER) {
      planFirstClose(lead, plan);
    }
    if (plan.staleMs() != null) {
      long at = leads.enteredAt(lead) + plan.staleMs(stage, leads.kind(lead));
      staleTimer[lead] = play.schedule(Math.max(play.now, at), Event.HYGIENE, lead << 1);
    }
  }

  /** The visit ends. */
  void leaves(int lead) {
    staleTimer[lead] = play.cancel(staleTimer[lead]);
    if (has(lead, IS_STALE)) {
      staleCount--;
      staleArea += play.now;
    }
    if (has(lead, REVIEWING)) {
      play.desk.withdraw(lead);
      leads.queueMs(lead, queueMs[lead]);
      flags[lead] |= REVIEW_DUE;
    }
    flags[lead] &= ~(IS_STALE | NO_STEP | REVIEWING);
    advancesAt[lead] = Leads.NEVER;
  }

  void won(int lead, long cents) {
    if (book != null) {
      book.won(lead, cents);
    }
  }

  /** The lead is won, lost for good, or sleeps. */
  void closes(int lead) {
    if (book != null) {
      book.lost(lead);
    }
    if (plannedAt[lead] != Leads.NEVER && !has(lead, SLIPPED)) {
      ledger.one(Fact.CLOSED_ON_PLAN);
    }
    slipTimer[lead] = play.cancel(slipTimer[lead]);
    plannedAt[lead] = Leads.NEVER;
    slips[lead] = 0;
    flags[lead] &= WAS_STALE;
    reported[lead] = -1;
  }

  /** A lead has an event: an even subject is about its stay, an odd one about its plan. */
  void happens(int subject) {
    if (subject == A_WEEK) {
      book.week();
    } else if ((subject & 1) == 0) {
      goesStale(subject >> 1);
    } else {
      slip(subject >> 1);
    }
  }

  /** The stage that the CRM shows of a lead that stands in one. */
  int reportedStage(int lead) {
    return reported[lead];
  }

  /** When an open opportunity is planned to close. */
  long plannedAt(int lead) {
    return plannedAt[lead];
  }

  /** Whether a deal has no next step, or has slipped as often as the rule allows. */
  boolean isAtRisk(int lead) {
    return has(lead, NO_STEP) || slips[lead] >= plan(lead).slipLimit();
  }

  // ---- planned closes

  /** A deal of the starting pipeline has its plan from its entry, and may have slipped since. */
  private void planFirstClose(int lead, HygienePlan plan) {
    long step = plan.closeMs(leads.stage(lead), leads.kind(lead));
    long at = leads.enteredAt(lead) + step;
    if (at < play.now) {
      long passed = (play.now - at + step - 1) / step;
      slips[lead] = (int) Math.min(passed, Integer.MAX_VALUE / 2);
      flags[lead] |= SLIPPED;
      at += passed * step;
    }
    planClose(lead, at);
  }

  private void planClose(int lead, long at) {
    plannedAt[lead] = at;
    play.cancel(slipTimer[lead]);
    slipTimer[lead] = play.schedule(at, Event.HYGIENE, (lead << 1) + 1);
  }

  private void slip(int lead) {
    slipTimer[lead] = Leads.NO_EVENT;
    HygienePlan plan = plan(lead);
    slips[lead]++;
    ledger.one(Fact.SLIPS);
    if (!has(lead, SLIPPED)) {
      flags[lead] |= SLIPPED;
      ledger.one(Fact.FIRST_SLIPS);
    }
    if (plan.closeMs() == null) {
      plannedAt[lead] = Leads.NEVER; // the arm of the week keeps no plans
      return;
    }
    planClose(lead, play.now + plan.closeMs(leads.stage(lead), leads.kind(lead)));
    if (plan.reviews() && slips[lead] >= plan.slipLimit() && !has(lead, REVIEWING)) {
      flags[lead] |= REVIEW_DUE;
      if (leads.workedAt(lead) != Leads.NEVER && leads.enteredAt(lead) != Leads.NEVER) {
        review(lead);
      }
    }
  }

  /** The effect of the slips that there would be on the day of advancing, in log-odds. */
  double slipEffect(int lead, long advanceAt) {
    HygienePlan plan = plan(lead);
    if (plan.slipEffect() == 0 || plannedAt[lead] == Leads.NEVER) {
      return 0;
    }
    long count = slips[lead];
    if (advanceAt > plannedAt[lead]) {
      long step = plan.closeMs(leads.stage(lead), leads.kind(lead));
      count += 1 + (advanceAt - 1 - plannedAt[lead]) / step;
    }
    return count >= plan.slipLimit() ? plan.slipEffect() : 0;
  }

  // ---- planning a close anew

  private void review(int lead) {
    flags[lead] = flags[lead] & ~REVIEW_DUE | REVIEWING;
    queueMs[lead] = leads.queueMs(lead);
    leads.touch(lead, REVIEW);
    reviewAgain(lead);
  }

  /** Waits for the rep time of the review, also after its rep has gone. */
  void reviewAgain(int lead) {
    int ownerRole = play.plan(lead).owner();
    int role = plan(lead).reviewRole();
    if (role < 0 && ownerRole < 0) {
      // nobody is there who could spend the time
      reviewed(lead);
    } else {
      play.desk.queueTouch(lead, role == ownerRole ? -1 : role);
    }
  }

  /** How much rep time the review takes, by its sampler. */
  int reviewEffort(int lead) {
    return plan(lead).reviewEffort();
  }

  /** What the review draws by. */
  long reviewIndex(int lead) {
    return Streams.index(
        play.plan(lead).code(), leads.visit(lead), REVIEW_INDEX, slips[lead] & REVIEW_INDEX);
  }

  /** The close is planned anew: slips count from nought, and so do the odds of this visit. */
  void reviewed(int lead) {
    HygienePlan plan = plan(lead);
    play.touched(lead, model.review());
    ledger.one(Fact.REVIEWS);
    flags[lead] &= ~REVIEWING;
    leads.touch(lead, play.plan(lead).touches().count());
    leads.queueMs(lead, queueMs[lead]);
    slips[lead] = 0;
    planClose(lead, play.now + plan.closeMs(leads.stage(lead), leads.kind(lead)));
    if (plan.slipEffect() != 0 && advancesAt[lead] != Leads.NEVER) {
      play.journey.decideAgain(lead, advancesAt[lead]);
    }
  }

  // ---- next steps

  /** The buyer's turn begins: is there a next step? */
  void agrees(int lead, StagePlan stagePlan) {
    if (!stagePlan.opportunity()) {
      return;
    }
    int stage = leads.stage(lead);
    ledger.one(Fact.STEPS_DUE, stage);
    double without = plan(lead).noStep();
    if (without > 0 && uniform(lead, stagePlan, 1) < without) {
      flags[lead] |= NO_STEP;
    } else {
      ledger.one(Fact.STEPS_AGREED, stage);
    }
  }

  double stepEffect(int lead) {
    return has(lead, NO_STEP) ? plan(lead).noStepEffect() : 0;
  }

  double stepDelay(int lead) {
    return has(lead, NO_STEP) ? plan(lead).noStepDelay() : 1;
  }

  /** The outcome of the visit is drawn; a review that is due may now begin. */
  void decided(int lead, long advanceAt) {
    advancesAt[lead] = advanceAt;
    if (has(lead, REVIEW_DUE) && plan(lead).reviews()) {
      review(lead);
    }
  }

  private double uniform(int lead, StagePlan stagePlan, int what) {
    long index = Streams.index(stagePlan.code(), leads.visit(lead), what, 0);
    return play.streams.uniform(leads.entity(lead), RULES, index);
  }

  // ---- deals that do not move

  private void goesStale(int lead) {
    staleTimer[lead] = Leads.NO_EVENT;
    int stage = leads.stage(lead);
    if (leads.servedBy(lead) >= 0) {
      // what was worked so far was work on a deal that was not stale
      play.desk.touches.countBusy(play.team.seats[leads.servedBy(lead)]);
    }
    flags[lead] |= IS_STALE | WAS_STALE;
    staleCount++;
    staleArea -= play.now;
    ledger.one(Fact.GONE_STALE, stage);
    HygienePlan plan = plan(lead);
    if (!plan.acts()) {
      return;
    }
    double lost = plan.staleLost();
    if (lost >= 1 || (lost > 0 && uniform(lead, play.plan(lead), 0) < lost)) {
      ledger.one(Fact.STALE_LOST, stage);
      play.journey.giveUp(lead, model.wentStale());
    } else {
      ledger.one(Fact.REQUALIFIED, stage);
      int to = plan.staleTo() < 0 ? Math.max(0, stage - 1) : Math.min(stage, plan.staleTo());
      play.journey.sendBack(lead);
      reported[lead] = -1;
      play.journey.enter(lead, to);
    }
  }

  /** The odds of the lead's visit are known. */
  void weighed(int lead, double advances) {
    if (book != null) {
      book.decided(lead, advances);
    }
  }

  void touched(int lead) {
    if (book != null) {
      book.touched(lead);
    }
    if (has(lead, WAS_STALE)) {
      ledger.one(Fact.STALE_TOUCHES);
    }
  }

  void worked(int lead, int role, long ms) {
    if (has(lead, WAS_STALE)) {
      ledger.add(Fact.STALE_WORK_MS, role, ms);
    }
  }

  /** Writes the integral of stale deals up to now down and begins it anew. */
  void close() {
    long here = staleCount * play.now;
    ledger.add(Fact.STALE_AREA, staleArea + here);
    staleArea = -here;
    if (book != null) {
      book.close();
    }
  }

  /** A period begins. */
  void open() {
    if (book != null) {
      book.open();
    }
  }
}

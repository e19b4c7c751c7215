package io.salestwin.model;

import io.salestwin.random.Elementary;
import java.util.Arrays;

/**
 * The chance of a lead to advance: the stated chance, moved by each {@link Effect} on its log-odds,
 * all of them written down by name.
 */
final class Effects {

  private static final Effect[] ALL = Effect.values();
  private static final int KIND = Effect.KIND.ordinal();
  private static final int QUALITY = Effect.QUALITY.ordinal();
  private static final int SKILL = Effect.SKILL.ordinal();
  private static final int RESPONSE = Effect.RESPONSE.ordinal();
  private static final int SEASON = Effect.SEASON.ordinal();
  private static final int RAMP = Effect.RAMP.ordinal();
  private static final int HAND_OVER = Effect.HAND_OVER.ordinal();
  private static final int EXPERTISE = Effect.EXPERTISE.ordinal();
  private static final int TRAINING = Effect.TRAINING.ordinal();
  private static final int TERRITORY = Effect.TERRITORY.ordinal();
  private static final int TIER = Effect.TIER.ordinal();
  private static final int BACKLOG = Effect.BACKLOG.ordinal();
  private static final int SLIPS = Effect.SLIPS.ordinal();
  private static final int NEXT_STEP = Effect.NEXT_STEP.ordinal();
  private static final int SHOCK = Effect.SHOCK.ordinal();
  private static final int PUSH = Effect.PUSH.ordinal();
  private static final int PACE = Effect.PACE.ordinal();
  private static final int COMPETITOR = Effect.COMPETITOR.ordinal();
  private static final int DRIFT = Effect.DRIFT.ordinal();
  private static final double MILLION = 1e6;
  private static final double LN_2 = 0.6931471805599453;

  private final Replication play;
  private final SalesModel model;
  private final Leads leads;
  private final Ledger ledger;
  private final Parameters parameters;
  private final SegmentSeasons segmentSeasons;

  /** Null when nobody is told apart. */
  private final Competition competition;

  /** Whether anything but the reference lead's own effects is there at all. */
  private final boolean more;

  /** The stage on which the onboarding backlog acts; -1 for none. */
  private final int backlogStage;

  /** For each month that a new customer would wait. */
  private final double backlogEffect;

  /** The effects on the visit that was weighed last, in log-odds, by the effect's ordinal. */
  private final double[] logOdds = new double[ALL.length];

  /** Whether what is weighed is counted: a visit counts once. */
  private boolean counts = true;

  /** Whether an owner may go, after which the visit is weighed anew. */
  private final boolean keeps;

  /**
   * By lead, what was counted of its visit: one more than the period, 0 for nothing; the stated
   * chance; the effects. Only where owners may go.
   */
  private int[] kept = new int[0];

  private static final int KEPT = 2 + ALL.length;

  /** Where it stands of the lead that is weighed. */
  private int keptAt;

  Effects(Replication play) {
    this.play = play;
    model = play.model;
    leads = play.leads;
    ledger = play.ledger;
    parameters = play.parameters;
    segmentSeasons = model.segmentSeasons();
    competition = model.competition();
    keeps = model.people().changes();
    CustomerPlan customers = model.customerPlan();
    backlogEffect = customers == null ? 0 : customers.backlogEffect;
    backlogStage = backlogEffect == 0 ? -1 : model.stageCount() - 1;
    more =
        model.people().matters()
            || model.market().matters()
            || backlogStage >= 0
            || competition != null && competition.moves()
            || play.shocks.some()
            || play.quarterEnd.some()
            || model.hygienePlans() != null;
  }

  /**
   * The chance of advancing.
   *
   * @param row arm x stage
   * @param advanceAt when the lead would advance, at which the season is looked up
   */
  double advances(int lead, StagePlan plan, int row, long advanceAt) {
    int kind = leads.kind(lead);
    int stage = leads.stage(lead);
    if (counts) {
      ledger.one(Fact.DECIDED, stage);
      ledger.add(Fact.STATED, stage, model.statedMillionths(row, kind));
      if (keeps) {
        keep(lead, (int) model.statedMillionths(row, kind));
      }
    }
    double quality =
        parameters.quality[row] * 10 * (leads.quality(lead) - model.qualityReference());
    int owner = leads.owner(lead);
    double skill = owner >= 0 ? play.team.seats[owner].skill : 0;
    double response = response(lead, plan);
    double season =
        plan.seasonal() ? model.winning().effect(advanceAt, parameters.winningQuarterMonth) : 0;
    if (segmentSeasons != null) {
      season += segmentSeasons.odds(model.kinds().segment(kind), stage, advanceAt);
    }
    note(KIND, stage, plan.kindEffect()[kind]);
    note(QUALITY, stage, quality);
    note(SKILL, stage, skill);
    note(RESPONSE, stage, response);
    note(SEASON, stage, season);
    double effects = quality + skill + response + season;
    int at = row * model.kinds().count() + kind;
    if (more) {
      effects +=
          ofOwner(stage, owner, kind) + ofLead(lead, stage) + ofDay(lead, stage, at, advanceAt);
    }
    play.watch.weighs(at, logOdds);
    double p =
        effects == 0
            ? parameters.advance[at]
            : Elementary.logistic(parameters.advanceLogit[at] + effects);
    if (play.hygiene != null) {
      play.hygiene.weighed(lead, p);
    }
    return p;
  }

  private void keep(int lead, int stated) {
    if (kept.length < (lead + 1) * KEPT) {
      kept = Arrays.copyOf(kept, leads.capacity() * KEPT);
    }
    keptAt = lead * KEPT;
    Arrays.fill(kept, keptAt, keptAt + KEPT, 0);
    kept[keptAt] = play.now < 0 ? 0 : 1 + play.ledgerPeriod();
    kept[keptAt + 1] = stated;
  }

  /** Nothing has been counted. */
  void reset() {
    Arrays.fill(kept, 0);
  }

  /** The visit will be weighed anew: what was counted of it goes where it was counted. */
  void takeBack(int lead) {
    int at = lead * KEPT;
    int stage = leads.stage(lead);
    int period = kept[at] - 1;
    if (period < 0) {
      return; // in the warm-up
    }
    kept[at] = 0;
    ledger.addIn(period, Fact.DECIDED, stage, -1);
    ledger.addIn(period, Fact.STATED, stage, -kept[at + 1]);
    for (int effect = 0; effect < ALL.length; effect++) {
      ledger.addIn(period, ALL[effect].fact(), stage, -kept[at + 2 + effect]);
    }
  }

  /** The chance of advancing of a visit that was weighed before. */
  double advancesAgain(int lead, StagePlan plan, int row, long advanceAt) {
    counts = false;
    double p = advances(lead, plan, row, advanceAt);
    counts = true;
    return p;
  }

  // ---- what only some organisations have

  private double ofOwner(int stage, int owner, int kind) {
    double ramp = 0;
    double expertise = 0;
    double training = 0;
    if (owner >= 0) {
      ramp = play.staff.rampEffect(owner);
      expertise = model.people().expertiseEffect(owner, model.kinds().segment(kind));
      training = model.people().areTaught() ? play.staff.lessonEffect(owner, stage) : 0;
    }
    note(RAMP, stage, ramp);
    note(EXPERTISE, stage, expertise);
    double pace = owner >= 0 ? model.people().paceEffect(owner) : 0;
    double drift = owner >= 0 ? play.staff.drift(owner) : 0;
    note(TRAINING, stage, training);
    note(PACE, stage, pace);
    note(DRIFT, stage, drift);
    return ramp + expertise + training + (pace + drift);
  }

  private double ofLead(int lead, int stage) {
    double handOver = leads.handOver(lead);
    double territory = model.market().territoryEffect(leads.territory(lead), stage);
    double tier = model.market().tierEffect(leads.tier(lead), stage);
    note(HAND_OVER, stage, handOver);
    note(TERRITORY, stage, territory);
    note(TIER, stage, tier);
    double sum = handOver + territory + tier;
    if (competition != null) {
      double competitor = competition.effect(leads.competitor(lead), stage);
      note(COMPETITOR, stage, competitor);
      sum += competitor;
    }
    return sum;
  }

  private double ofDay(int lead, int stage, int cell, long advanceAt) {
    double backlog = stage == backlogStage ? backlogEffect * play.lifecycle.monthsOfBacklog() : 0;
    double shock = play.shocks.logOdds(cell, advanceAt);
    if (competition != null) {
      shock += play.shocks.against(leads.competitor(lead), stage, advanceAt);
    }
    double push = play.quarterEnd.odds(stage, advanceAt);
    note(BACKLOG, stage, backlog);
    note(SHOCK, stage, shock);
    note(PUSH, stage, push);
    double sum = backlog + shock + push;
    if (play.hygiene != null) {
      double slips = play.hygiene.slipEffect(lead, advanceAt);
      double nextStep = play.hygiene.stepEffect(lead);
      note(SLIPS, stage, slips);
      note(NEXT_STEP, stage, nextStep);
      sum += slips + nextStep;
    }
    return sum;
  }

  private void note(int effect, int stage, double value) {
    logOdds[effect] = value;
    if (value != 0 && counts) {
      long millionths = Math.round(value * MILLION);
      ledger.add(ALL[effect].fact(), stage, millionths);
      if (keeps) {
        kept[keptAt + 2 + effect] = (int) millionths;
      }
    }
  }

  private double response(int lead, StagePlan plan) {
    if (plan.responseFloor() == 0 || leads.firstTouchAt(lead) == Leads.NEVER) {
      return 0;
    }
    double halfLives =
        (leads.firstTouchAt(lead) - leads.enteredAt(lead)) / plan.responseHalfLifeMs();
    return plan.responseFloor() * (1 - Elementary.exp(-halfLives * LN_2));
  }
}
